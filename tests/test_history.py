"""How findings grow old and are seen to be mended: rule by rule, through real syncs, and as the page asks for it."""

import datetime as dt
import shutil
from collections import Counter

import duckdb
import pytest
from hypothesis import given as for_all, strategies as st

from monev.contract import contracts
from monev.settings import CONTRACTS, Settings
from monev.snapshot import queries, store, tables
from monev.sync import cross_checks, fallback, finding_history, sync
from monev.words import clock, project, words
from tests.given import given, rows

CONTRACTS_NOW = contracts.load(CONTRACTS)
BEFORE, NOW = dt.datetime(2024, 11, 1, 9, 0), dt.datetime(2024, 11, 4, 14, 32)
TABS = [
    {"instansi": agency, "tab": tab, "status": "ada"}
    for agency, tab in (("kpu", "distribusi"), ("kpu", "hibah"), ("bawaslu", "tps_rawan"))
]
CHECK = "periksa/tiba"
SOURCES = {CHECK: {("kpu", "distribusi"), ("bawaslu", "tps_rawan")}}


def found(**changed):
    row = {
        "instansi": "kpu",
        "tab": "distribusi",
        "kolom": "jumlah_tps_diterima",
        "sel": "E7",
        "baris": 7,
        "tertulis": "belasan",
        "alasan": "Ini perkiraan, bukan angka pasti.",
        "bobot": "tolak",
        "asal": None,
    }
    return row | changed


def column(**changed):
    """A finding about a column that is not read."""
    whole = {"sel": None, "baris": 1, "tertulis": None, "alasan": "Kolom Jumlah TPS Diterima tidak ditemukan."}
    return found(**whole | changed)


def at(row, column="E", **changed):
    return found(sel=f"{column}{row}", baris=row, **changed)


def known(row, since=BEFORE, until=None, about=None):
    return row | {"perihal": about, "sebab": None, "banyak": 1, "sejak": since, "selesai": until}


def known_column(row=None, since=BEFORE, until=None):
    return known(row or column(), since, until, "kolom")


def columns_but(*unread, tabs=TABS):
    """What was read of each tab that is there: all its columns but these (names of kpu's distribusi)."""
    read = {}
    for tab in tabs:
        named = CONTRACTS_NOW[tab["instansi"]].tabs[tab["tab"]].columns if tab["status"] == "ada" else ()
        left_out = unread if tab["tab"] == "distribusi" else ()
        read[tab["instansi"], tab["tab"]] = [name for name in named if name not in left_out]
    return read


def continued(before, seen, number=2, tabs=TABS, read=("kpu",), absent=(), now=NOW, unread=()):
    """With the numbers of snapshots; those of `before` are 1 where a test gives none."""
    before = [{"potret_awal": 1, "potret_akhir": 1} | row for row in before]
    saw = finding_history.Seen(seen, tabs, columns_but(*unread, tabs=tabs), read, absent, SOURCES, number, now)
    return finding_history.continued(before, saw, CONTRACTS_NOW)


def after(before, seen, tabs=TABS, read=("kpu",), now=NOW, unread=()):
    """Without them."""
    answer = continued(before, seen, tabs=tabs, read=read, now=now, unread=unread)
    assert all(row.keys() == tables.FINDING_HISTORY.keys() for row in answer)
    assert all(row["kode"] for row in answer)
    return [{name: row[name] for name in row if name != "kode" and not name.startswith("potret_")} for row in answer]


def still_open(rows):
    return {row["sel"]: row["sejak"] for row in rows if row["selesai"] is None}


def mended(rows):
    return {row["sel"]: row["selesai"] for row in rows if row["selesai"] is not None}


# --- what matches ---


def test_a_finding_that_is_still_there_keeps_the_time_it_was_first_seen():
    assert after([known(found())], [found()]) == [known(found())]


def test_a_finding_that_is_new_begins_now():
    assert after([], [found()]) == [known(found(), NOW)]


def test_a_finding_that_is_gone_is_mended_now():
    assert after([known(found())], []) == [known(found(), until=NOW)]


@pytest.mark.parametrize("shift", [1, -2])
def test_a_finding_whose_row_moved_is_not_mended(shift):
    moved = at(7 + shift)
    assert after([known(found())], [moved]) == [known(moved)]


def test_a_reason_that_names_other_rows_after_a_move_is_the_same_reason():
    before, now = (
        at(row, tertulis="ASN-01", alasan=f"Kunci baris ini juga dipakai baris {row + 1}, dengan isi yang berbeda.")
        for row in (7, 9)
    )
    assert after([known(before)], [now]) == [known(now)]


def test_another_column_of_the_same_words_is_another_finding():
    other = at(7, "F", kolom="jumlah_tps_tidak_lengkap")
    answer = after([known(found())], [other])
    assert mended(answer) == {"E7": NOW} and still_open(answer) == {"F7": NOW}


@pytest.mark.parametrize(
    "now",
    [
        {"tertulis": "±15"},
        {"alasan": "Sel ini berisi rumus yang gagal dihitung."},
        {"tertulis": None, "bobot": "periksa"},
    ],
)
def test_a_cell_typed_anew_that_is_still_not_right_stays_open_with_its_age(now):
    assert after([known(found())], [found(**now)]) == [known(found(**now))]


def test_a_finding_about_a_whole_column_stays_open_while_it_names_fewer_places():
    ten, nine = (found(sel=None, baris=None, tertulis=None, alasan=f"{n} kelurahan belum ada barisnya.") for n in "98")
    assert after([known(ten)], [nine]) == [known(nine)]


def test_of_two_findings_in_one_cell_the_one_that_is_gone_is_mended():
    other = found(alasan="Angka ini melebihi kebutuhannya.", bobot="periksa")
    answer = after([known(found()), known(other)], [other])
    assert [row["alasan"] for row in answer if row["selesai"]] == [found()["alasan"]]
    assert [row["alasan"] for row in answer if not row["selesai"]] == [other["alasan"]]


def test_the_very_same_words_match_before_those_that_differ_in_a_number():
    three, four = (found(alasan=f"Kunci baris ini juga dipakai baris {row}.") for row in (3, 4))
    later = BEFORE + dt.timedelta(hours=1)
    answer = after([known(three), known(four, later)], [four])
    assert answer == [known(four, later), known(three, until=NOW)]


def test_doubled_findings_are_matched_one_by_one():
    twice = [known(found(), BEFORE), known(found(), BEFORE + dt.timedelta(hours=1))]
    answer = after(twice, [found()])
    assert [row["sejak"] for row in answer if row["selesai"] is None] == [BEFORE], "the older one stays"
    assert len(answer) == 2 and len(mended(answer)) == 1
    assert len(still_open(after([known(found())], [found(), at(8)]))) == 2


def test_when_rows_moved_and_one_was_mended_the_one_without_a_neighbour_is_the_mended_one():
    before = [known(at(row)) for row in (5, 10, 15)]
    answer = after(before, [at(9), at(14)])
    assert mended(answer) == {"E5": NOW} and still_open(answer) == {"E9": BEFORE, "E14": BEFORE}


def test_when_rows_moved_and_one_came_the_one_without_a_neighbour_is_the_new_one():
    answer = after([known(at(10)), known(at(20))], [at(3), at(11), at(21)])
    assert still_open(answer) == {"E3": NOW, "E11": BEFORE, "E21": BEFORE}


def test_a_withheld_finding_is_followed_like_any_other():
    hidden = found(instansi="kesbangpol", tab="kejadian", kolom="tindak_lanjut", tertulis=None)
    tabs = [{"instansi": "kesbangpol", "tab": "kejadian", "status": "ada"}]
    assert after([known(hidden)], [hidden], tabs, ["kesbangpol"]) == [known(hidden)]
    [gone] = after([known(hidden)], [], tabs, ["kesbangpol"])
    assert gone["selesai"] == NOW and gone["tertulis"] is None


def test_what_was_typed_in_a_tab_with_restricted_rows_is_forgotten_once_it_is_mended():
    """Its row may have been marked as restricted together with the fix."""
    told = found(instansi="kesbangpol", tab="kejadian", kolom="tindak_lanjut", tertulis="rahasia", alasan="rahasia?")
    tabs = [{"instansi": "kesbangpol", "tab": "kejadian", "status": "ada"}]
    [gone] = after([known(told)], [], tabs, ["kesbangpol"])
    assert "rahasia" not in str(gone) and gone["alasan"] == finding_history.WITHHELD


def test_what_is_only_for_information_has_no_history():
    assert after([], [found(bobot="info")]) == []
    assert mended(after([known(found())], [found(bobot="info")])) == {"E7": NOW}


# --- what may be called mended ---


def test_nothing_of_an_agency_that_was_not_read_is_mended():
    assert after([known(found())], [], read=("bawaslu",)) == [known(found())]


@pytest.mark.parametrize("state", ["hilang", "tanpa_kepala"])
def test_nothing_in_a_tab_that_cannot_be_read_is_mended(state):
    gone = found(sel=None, baris=None, kolom=None, tertulis=None, alasan="Tab ini tidak ditemukan.")
    answer = after([known(found())], [gone], [TABS[0] | {"status": state}])
    assert not mended(answer) and still_open(answer) == {"E7": BEFORE, None: NOW}


def test_a_finding_without_a_tab_is_mended_when_its_agency_was_read():
    loose = found(tab=None, sel=None, baris=None, kolom=None, tertulis="Sheet1", alasan="Ada dua tab dengan judul ini.")
    assert after([known(loose)], []) == [known(loose, until=NOW)]
    assert after([known(loose)], [], read=()) == [known(loose)]


def test_two_findings_without_a_place_are_not_taken_for_each_other():
    one, other = (
        found(tab=None, sel=None, baris=None, kolom=None, tertulis=title, alasan="Tab ini ganda.")
        for title in ("Hibah", "Pencairan")
    )
    answer = after([known(one)], [other])
    assert [row["tertulis"] for row in answer if row["selesai"]] == ["Hibah"]


def test_a_tab_that_the_contract_no_longer_has_is_neither_open_nor_mended():
    assert after([known(found(tab="dulu_ada"))], []) == []
    assert after([known(found(instansi="dulu_ada"))], [], read=("dulu_ada",)) == []


def test_a_finding_that_comes_back_is_a_new_one():
    gone = known(found(), until=NOW - dt.timedelta(hours=1))
    answer = after([gone], [found()])
    assert answer == [known(found(), NOW), gone]


def test_a_mended_finding_is_kept_for_thirty_days():
    for days, kept in ((30, 1), (31, 0)):
        gone = known(found(), dt.datetime(2024, 9, 1), NOW - dt.timedelta(days=days))
        assert len(after([gone], [])) == kept


def test_a_day_set_back_gives_no_negative_age_and_forgets_what_was_mended_later():
    back = dt.datetime(2024, 10, 1, 8, 0)
    before = [known(found()), known(at(9)), known(at(11), until=BEFORE)]
    answer = after(before, [found()], now=back)
    assert still_open(answer) == {"E7": back} and mended(answer) == {"E9": back}


def test_the_moment_of_a_sync_is_its_clock_time_on_the_reference_date():
    assert finding_history.moment(dt.date(2024, 11, 4), dt.datetime(2026, 1, 2, 14, 32, 5)) == dt.datetime(
        2024, 11, 4, 14, 32, 5
    )


# --- columns and tabs that are not read ---

TITLE = "jumlah_tps_diterima"
#: The ways in which a column is not read, as reading tells of them.
NOT_READ = [
    column(),
    column(sel="E1", tertulis="Jumlah TPS Ditrima", alasan="Kolom tidak ditemukan, dan judul ini paling mirip."),
    column(sel="H1", tertulis="Jumlah TPS Diterima", alasan="Kolom ada dua, di E dan H."),
    column(sel="E1", tertulis="Jumlah TPS Diterima (ribuan)", alasan="Kolom ini memakai satuan ribu."),
    column(baris=None, alasan="Kolom tidak ditemukan, padahal wajib di 3 baris."),
]


@pytest.mark.parametrize("unread", NOT_READ)
def test_a_cell_in_a_column_that_is_no_longer_read_is_not_mended_and_is_as_old_as_ever_when_it_is_back(unread):
    renamed = after([known(found())], [unread], unread=[TITLE])
    assert renamed == [known_column(unread, NOW), known(found())]
    assert after(renamed, [found()], now=NOW + dt.timedelta(hours=1)) == [
        known(found()),
        known_column(unread, NOW, NOW + dt.timedelta(hours=1)),
    ]


def test_a_cell_mended_while_its_column_was_not_read_is_mended_when_the_column_is_back():
    renamed = after([known(found())], [column()], unread=[TITLE])
    later = NOW + dt.timedelta(days=1)
    assert mended(after(renamed, [], now=later)) == {"E7": later, None: later}


def test_a_column_that_need_not_be_there_and_lost_its_title_without_a_word_mends_nothing():
    assert after([known(found())], [], unread=[TITLE]) == [known(found())]


def test_a_finding_of_a_check_that_names_a_column_waits_for_that_column():
    [still] = continued([known(checked())], [], read=BOTH, unread=[TITLE])
    assert still["selesai"] is None
    [gone] = continued([still], [], number=3, read=BOTH)
    assert gone["selesai"] == NOW


@pytest.mark.parametrize("now", NOT_READ)
@pytest.mark.parametrize("before", NOT_READ)
def test_a_column_that_is_not_read_is_one_finding_with_its_age_whatever_the_reason(before, now):
    assert after([known_column(before)], [now], unread=[TITLE]) == [known_column(now)]


@pytest.mark.parametrize("unread", NOT_READ)
def test_a_column_that_is_not_read_is_mended_only_when_it_is(unread):
    assert after([known_column(unread)], [], unread=[TITLE]) == [known_column(unread)]
    assert after([known_column(unread)], []) == [known_column(unread, until=NOW)]


def test_a_column_that_is_not_read_is_never_taken_for_a_cell_of_it_or_for_another_column():
    whole = found(sel=None, baris=None, tertulis=None, alasan="3 kelurahan belum ada barisnya.")
    unread = column(baris=None)
    assert after([known(whole)], [unread], unread=[TITLE]) == [known_column(unread, NOW), known(whole)]
    other = column(kolom="jumlah_tps_tidak_lengkap")
    answer = after([known_column()], [other], unread=["jumlah_tps_tidak_lengkap"])
    assert answer == [known_column(other, NOW), known_column(until=NOW)]


def test_a_column_of_a_snapshot_that_did_not_tell_it_from_a_cell_keeps_its_age_by_its_words():
    assert after([known(column())], [column()], unread=[TITLE]) == [known_column()]


def test_a_tab_that_is_missing_and_then_without_header_is_one_finding_until_it_can_be_read():
    missing, blank = (
        found(kolom=None, sel=None, baris=None, tertulis=title, alasan=why)
        for title, why in (("Distribsi", "Tab ini tidak ditemukan."), (None, "Baris judul kolom tidak ditemukan."))
    )
    one = after([], [missing], [TABS[0] | {"status": "hilang"}], now=BEFORE)
    two = after(one, [blank], [TABS[0] | {"status": "tanpa_kepala"}])
    assert one == [known(missing, about="tab")] and two == [known(blank, about="tab")]
    assert after(two, [], [TABS[0] | {"status": "hilang"}]) == two
    assert after(two, []) == [known(blank, until=NOW, about="tab")]


def test_a_missing_column_of_a_tab_that_went_missing_keeps_its_age():
    gone = found(kolom=None, sel=None, baris=None, alasan="Tab ini tidak ditemukan.")
    away = after([known_column()], [gone], [TABS[0] | {"status": "hilang"}])
    assert away == [known(gone, NOW, about="tab"), known_column()]
    back = after(away, [column()], unread=[TITLE])
    assert back == [known_column(), known(gone, NOW, NOW, "tab")]


def test_a_column_put_in_before_moves_all_cells_and_mends_nothing():
    before = [known(at(7)), known(at(9)), known(at(11, tertulis="lima lima"))]
    moved = [at(7, "F"), at(9, "F"), at(11, "F", tertulis="±55", alasan="Tanda ini bukan bagian dari angka.")]
    assert after(before, moved) == [known(row) for row in moved], "the last one typed anew as well"


def test_a_column_that_the_contract_no_longer_has_leaves_the_history():
    gone = [known(found(kolom="dulu_ada")), known(found(kolom="dulu_ada"), until=NOW - dt.timedelta(hours=1))]
    assert after(gone, []) == [] and after(gone, [], read=()) == []


# --- what a check no longer finds ---

BOTH = ("kpu", "bawaslu")


def checked(**changed):
    return found(tertulis="15", alasan="Lebih banyak daripada TPS kelurahannya.", bobot="periksa", asal=CHECK) | changed


def elsewhere(**changed):
    """Something that reading has to tell of the other tab that the check judges by."""
    return found(instansi="bawaslu", tab="tps_rawan", kolom="kelurahan", sel="C9", baris=9) | changed


def test_what_a_check_no_longer_finds_is_mended_when_all_that_it_judges_by_was_read():
    [gone] = continued([known(checked())], [], read=BOTH)
    assert (gone["selesai"], gone["asal"], gone["potret_akhir"]) == (NOW, CHECK, 1)


def test_what_a_check_no_longer_finds_stays_open_while_another_agency_cannot_be_read():
    [still] = continued([known(checked())], [], read=("kpu",))
    assert still["selesai"] is None and still["potret_akhir"] == 1
    [gone] = continued([still], [], number=3, read=BOTH)
    assert gone["selesai"] == NOW


def test_an_agency_of_which_there_has_never_been_a_sheet_hides_nothing():
    [gone] = continued([known(checked())], [], read=("kpu",), absent=("bawaslu",))
    assert gone["selesai"] == NOW


@pytest.mark.parametrize(
    "clouding",
    [
        elsewhere(),
        elsewhere(kolom=None, sel=None, baris=None, tertulis=None, alasan="Tab ini tidak ditemukan."),
        elsewhere(tertulis=None, alasan="Kelurahan belum diisi.", bobot="periksa"),
        at(12, "F", kolom="jumlah_tps_tidak_lengkap"),
    ],
)
def test_what_a_check_no_longer_finds_stays_open_until_what_came_up_meanwhile_is_mended(clouding):
    answer = continued([known(checked())], [clouding], read=BOTH)
    assert not mended(answer) and len(answer) == 2
    later = continued(answer, [clouding], number=3, read=BOTH)
    assert not mended(later), "it is not newer than the last snapshot, but newer than the last sight of the finding"
    last = continued(later, [], number=4, read=BOTH)
    assert len(mended(last)) == 2


def test_what_could_not_be_read_before_does_not_keep_it_open():
    both = [checked(), elsewhere()]
    seen = continued([], both, number=1, read=BOTH)
    assert mended(continued(seen, [elsewhere()], read=BOTH)) == {"E7": NOW}


def test_one_cell_mended_and_another_spoiled_at_once_keeps_it_open():
    seen = continued([], [checked(), elsewhere(tertulis="belasan")], number=1, read=BOTH)
    answer = continued(seen, [elsewhere(sel="D12", kolom="jumlah_tps_rawan", baris=12, tertulis="±4")], read=BOTH)
    assert mended(answer) == {"C9": NOW} and still_open(answer)["E7"] == NOW


def test_what_is_only_for_information_or_lies_in_another_tab_does_not_keep_it_open():
    for other in (elsewhere(bobot="info"), at(3, tab="hibah"), elsewhere(tab="hibah")):
        assert mended(continued([known(checked())], [other], read=BOTH)) == {"E7": NOW}


def test_a_cell_of_a_check_that_can_no_longer_be_read_stays_open_and_keeps_others_open():
    second = checked(sel="F9", baris=9, kolom="jumlah_tps_tidak_lengkap", alasan="Kotak lebih banyak daripada TPS.")
    seen = continued([], [checked(), second], number=1, read=BOTH)
    answer = continued(seen, [found()], read=BOTH)
    assert not mended(answer) and len(answer) == 2
    [spoiled] = [row for row in answer if row["asal"] is None]
    assert (spoiled["sejak"], spoiled["potret_awal"]) == (NOW, 2)


def test_what_another_check_finds_does_not_keep_it_open():
    other = elsewhere(asal="periksa/lain", bobot="periksa")
    assert mended(continued([known(checked())], [other], read=BOTH)) == {"E7": NOW}


def test_a_finding_of_a_check_that_is_no_more_is_neither_open_nor_mended():
    assert continued([known(checked(asal="periksa/dulu_ada"))], [], read=BOTH) == []


def test_of_a_snapshot_set_back_in_time_the_order_is_still_known():
    back = dt.datetime(2024, 10, 1, 8, 0)
    answer = continued([known(checked())], [elsewhere()], read=BOTH, now=back)
    later = continued(answer, [elsewhere()], number=3, read=BOTH, now=back)
    assert not mended(later) and set(still_open(later).values()) == {back}


def test_every_check_judges_by_a_tab_and_every_tab_named_is_one_of_the_contracts():
    sources = cross_checks.sources(CONTRACTS_NOW)
    assert all(sources.values()) and set(sources) == {name for name in queries.load() if name.startswith("periksa/")}
    assert sources["periksa/tps_rawan"] == {("bawaslu", "tps_rawan"), ("kpu", "pemilih_tps")}
    assert ("bawaslu", "penanganan") in sources["periksa/tanggal_sanksi"], "through lembar/kasus_asn"


# --- whatever comes ---

_cells = st.builds(
    lambda tab, row, column, text, reason, weight: at(
        row, column, tab=tab, kolom=column, tertulis=text, alasan=reason, bobot=weight
    ),
    st.sampled_from(["distribusi", "sosialisasi"]),
    st.integers(1, 6),
    st.sampled_from(["kelurahan", "tanggal_data"]),
    st.sampled_from(["belasan", "±4", None]),
    st.sampled_from(["Bukan angka pasti.", "Sama dengan baris 3.", "Sama dengan baris 4."]),
    st.sampled_from(["tolak", "periksa", "info"]),
)
_syncs = st.lists(
    st.tuples(
        st.lists(_cells, max_size=9),
        st.booleans(),
        st.sampled_from(["ada", "hilang", "tanpa_kepala"]),
        st.none() | st.sampled_from(NOT_READ).map(lambda row: row | {"kolom": "kelurahan"}),
    ),
    min_size=1,
    max_size=5,
)


def told(rows):
    return Counter(tuple(row[name] for name in found()) for row in rows)


@for_all(_syncs)
def test_every_finding_is_open_once_and_nothing_is_mended_twice(syncs):
    past = []
    for day, (cells, was_read, state, title) in enumerate(syncs):
        now = BEFORE + dt.timedelta(days=day)
        tabs = [TABS[0] | {"status": state}, {"instansi": "kpu", "tab": "sosialisasi", "status": "ada"}]
        unread = ["kelurahan"] if title else []
        seen = [row for row in cells if (row["tab"], row["kolom"]) != ("distribusi", "kelurahan") or not title]
        seen += [title] if title else []
        if state != "ada":
            seen = [row for row in seen if row["tab"] != "distribusi"]
            seen.append(found(kolom=None, sel=None, baris=None, tertulis=None, alasan=f"Tab ini {state}."))
        answer = after(past, seen, tabs, ("kpu",) if was_read else (), now, unread)
        opened = told(row for row in answer if row["selesai"] is None)
        wanted = told(row for row in seen if row["bobot"] != "info")
        assert opened >= wanted
        if was_read and state == "ada" and not title:
            assert opened == wanted
        closed = [row for row in answer if row["selesai"] == now]
        assert was_read or not closed
        assert not title or not [row for row in closed if (row["tab"], row["kolom"]) == ("distribusi", "kelurahan")]
        whole = Counter(row["perihal"] for row in answer if row["selesai"] is None)
        assert whole["kolom"] <= 1 and whole["tab"] <= 1
        before_open = sum(row["selesai"] is None for row in past)
        assert len(closed) <= before_open
        assert told(r for r in answer if r["selesai"]) >= told(r for r in past if r["selesai"]), "mended stays mended"
        assert all(row["sejak"] <= (row["selesai"] or now) for row in answer)
        past = answer


# --- through real syncs ---

HEAD = "kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan | dptb | pemilih_pemula | tps_kpps_lengkap"
GOOD = "Baros | {} | 14 | 3000 | 3000 | 10 | 600 | {}"
BAWASLU = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    tahap_1         | 5 Feb 2024    | 1.000.000.000  | 500.000.000
"""


def voters(*lines):
    return "\n".join([HEAD, *(GOOD.format(*line) for line in lines)])


def place(tmp_path, date="2024-11-04"):
    return Settings("folder", tmp_path / "lembar", tmp_path / "potret", dt.date.fromisoformat(date))


def history_of(snapshot, column="tps_kpps_lengkap"):
    sql = "select * exclude (potret_awal, potret_akhir) from riwayat_temuan where kolom = $column order by sejak, sel"
    return snapshot.select(sql, column=column).to_dict("records")


@pytest.fixture
def set_clock(monkeypatch):
    """A function that sets the clock that a sync sees."""

    def to(hour, minute, day=4):
        monkeypatch.setattr(clock, "now", lambda: dt.datetime(2024, 11, day, hour, minute))

    return to


def test_a_cell_that_was_mended_is_in_the_next_snapshot_with_its_time(tmp_path, set_clock):
    set_clock(9, 12)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(("Baros", "belasan"))}) as first:
        [begun] = history_of(first)
    set_clock(14, 32)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(("Baros", "14"))}) as second:
        [done] = history_of(second)
        [shown] = [row for row in rows(second, "mutu_data/baru_diperbaiki") if row["sel"] == begun["sel"]]
        [kpu] = rows(second, "mutu_data/lama_terbuka", instansi="kpu")
    assert (begun["sejak"], begun["selesai"]) == (dt.datetime(2024, 11, 4, 9, 12), None)
    assert done == begun | {"selesai": dt.datetime(2024, 11, 4, 14, 32)}
    assert (shown["judul_tab"], shown["tertulis"], shown["selesai"]) == ("Pemilih TPS", "belasan", done["selesai"])
    assert shown["terbuka_jam"] == pytest.approx(5 + 20 / 60)
    assert kpu["diperbaiki_sejak_sinkron"] == 1 and kpu["biasanya_jam"] == pytest.approx(5 + 20 / 60)


def test_a_row_put_in_above_mends_nothing_and_makes_nothing_younger(tmp_path, set_clock):
    set_clock(9, 12)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(("Baros", "belasan"))}) as first:
        [begun] = history_of(first)
    set_clock(14, 32)
    moved = voters(("Jaya Mekar", "14"), ("Baros", "belasan"))
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": moved}) as second:
        [still] = history_of(second)
        assert not rows(second, "mutu_data/baru_diperbaiki", judul_kolom="TPS KPPS Lengkap")
    assert still["sejak"] == begun["sejak"] and still["selesai"] is None and still["baris"] == begun["baris"] + 1


#: A title as the contract has it, and what may happen to it: misspelt, gone, in thousands, twice.
ITS_TITLE = "tps_kpps_lengkap"


def titled(title, cell="belasan"):
    """The sheet with another title over the last column and `cell` below it; a second such column with its own cell
    where the title has two parts."""
    head = HEAD.replace(ITS_TITLE, title)
    return "\n".join([head, GOOD.format("Baros", cell) + (" | 9" if "|" in title else "")])


@pytest.mark.parametrize(
    "title", ["tps_kpps_lengkp", "petugas", "", f"{ITS_TITLE} (ribu)", f"{ITS_TITLE} | {ITS_TITLE}"]
)
def test_a_column_that_lost_its_title_for_a_while_mends_nothing_and_makes_nothing_younger(tmp_path, set_clock, title):
    set_clock(9, 12)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": titled(ITS_TITLE)}) as first:
        [begun] = history_of(first)
        mended_before = rows(first, "mutu_data/baru_diperbaiki")
    set_clock(11, 0)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": titled(title)}) as second:
        assert begun in history_of(second) and rows(second, "mutu_data/baru_diperbaiki") == mended_before == []
        assert not rows(second, "mutu_data/temuan", sel=begun["sel"]), "it is not seen meanwhile"
    set_clock(14, 32)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": titled(ITS_TITLE)}) as third:
        still = [row for row in history_of(third) if row["selesai"] is None]
        gone = [row for row in history_of(third) if row["selesai"]]
    assert still == [begun]
    assert {row["perihal"] for row in gone} <= {"kolom"}, "only that its title was not right"


REQUIRED = "jumlah_tps"


def test_a_misspelt_title_that_is_then_blanked_or_doubled_is_one_finding_until_the_column_is_read(tmp_path, set_clock):
    ages = []
    for hour, title in enumerate(["jumlah_tpss", "", "jumlah_tp", "jumlah_tps (ribu)"], start=9):
        set_clock(hour, 0)
        head = HEAD.replace(f" {REQUIRED} ", f" {title} ")
        sheet = {"kpu/pemilih_tps": "\n".join([head, GOOD.format("Baros", 14)])}
        with given(tmp_path, "2024-11-04", sheet) as snapshot:
            ages += [(row["perihal"], row["sejak"].hour, row["selesai"]) for row in history_of(snapshot, REQUIRED)]
            [kpu] = rows(snapshot, "mutu_data/lama_terbuka", instansi="kpu")
            assert kpu["tertua_hari"] == 0, "what is open is what is seen"
    assert ages == [("kolom", 9, None)] * 4
    set_clock(14, 0)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(("Baros", "14"))}) as last:
        [gone] = [row for row in history_of(last, REQUIRED) if row["perihal"]]
    assert (gone["sejak"].hour, gone["selesai"].hour) == (9, 14)


def test_a_column_put_in_at_the_left_mends_nothing_and_makes_nothing_younger(tmp_path, set_clock):
    spoiled = [("Baros", "belasan"), ("Jaya Mekar", "idem"), ("Sudajaya Hilir", "15 (enam belas)")]
    set_clock(9, 12)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(*spoiled)}) as first:
        begun = history_of(first)
    set_clock(14, 32)
    further = "\n".join(["no | " + HEAD, *(f"{at} | " + GOOD.format(*line) for at, line in enumerate(spoiled, 1))])
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": further}) as second:
        moved = history_of(second)
        assert rows(second, "mutu_data/baru_diperbaiki") == []
    assert [row["sel"] for row in begun] == ["H2", "H3", "H4"]
    assert moved == [row | {"sel": cell} for row, cell in zip(begun, ["I2", "I3", "I4"], strict=True)]


def test_a_check_finding_whose_column_lost_its_title_is_not_mended(tmp_path):
    sheets = {"kpu/pemilih_tps": voters(("Baros", "15"))}
    with given(tmp_path, "2024-11-04", sheets) as first:
        [begun] = of_check(first, "periksa/kpps_lengkap")
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": titled("petugas", 15)}) as second:
        assert of_check(second, "periksa/kpps_lengkap") == [begun]
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": titled(ITS_TITLE, 14)}) as third:
        [gone] = of_check(third, "periksa/kpps_lengkap")
    assert begun["selesai"] is None and gone["selesai"] is not None and gone["sejak"] == begun["sejak"]


def test_a_tab_that_lost_its_header_or_is_gone_is_one_finding_until_it_is_read(tmp_path, set_clock):
    path = tmp_path / "lembar/kpu/pemilih_tps.csv"
    good = voters(("Baros", "14"))
    set_clock(8, 0)
    given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": good, "kpu/hibah": BAWASLU}).close()

    def of_the_tab(snapshot):
        told = snapshot.select("from riwayat_temuan where tab = 'pemilih_tps' and kolom is null")
        return [(row["perihal"], row["sejak"].hour, row["selesai"]) for row in told.to_dict("records")]

    set_clock(9, 0)
    path.unlink()
    with given(tmp_path, "2024-11-04", {}) as missing:
        assert of_the_tab(missing) == [("tab", 9, None)]
    set_clock(10, 0)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": "a | b\n1 | 2"}) as headless:
        assert of_the_tab(headless) == [("tab", 9, None)]
    set_clock(11, 0)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": good}) as back:
        assert of_the_tab(back) == [("tab", 9, dt.datetime(2024, 11, 4, 11, 0))]


def test_a_tab_that_was_deleted_mends_nothing_and_shows_only_what_is_seen(tmp_path):
    sheets = {"kpu/pemilih_tps": voters(("Baros", "belasan")), "kpu/hibah": BAWASLU}
    with given(tmp_path, "2024-11-04", sheets) as first:
        [begun] = history_of(first)
    (tmp_path / "lembar/kpu/pemilih_tps.csv").unlink()
    with given(tmp_path, "2024-11-04", {}) as second:
        assert history_of(second) == [begun] and not rows(second, "mutu_data/baru_diperbaiki", tertulis="belasan")
        [kpu] = rows(second, "mutu_data/lama_terbuka", instansi="kpu")
        [listed] = rows(second, "ringkasan/instansi", instansi="kpu")
        assert kpu["terbuka"] == listed["temuan"]


def test_an_agency_that_cannot_be_read_mends_nothing(tmp_path):
    sheets = {"kpu/pemilih_tps": voters(("Baros", "belasan")), "bawaslu/hibah": BAWASLU}
    with given(tmp_path, "2024-11-04", sheets) as first:
        [begun] = history_of(first)
    shutil.rmtree(tmp_path / "lembar/kpu")
    with given(tmp_path, "2024-11-05", {}) as second:
        assert history_of(second) == [begun] and rows(second, "mutu_data/baru_diperbaiki") == []
        [kpu] = rows(second, "mutu_data/lama_terbuka", instansi="kpu")
        assert kpu["tertua_hari"] == 1 and kpu["diperbaiki"] == 0


RISKY = """
    kecamatan | kelurahan | kode_indikator | jumlah_tps_rawan | tingkat | status_mitigasi
    Baros     | Baros     | 7.3            | {}               | sedang  | belum
"""


def of_check(snapshot, name="periksa/tps_rawan"):
    return snapshot.select("from riwayat_temuan where asal = $name", name=name).to_dict("records")


def test_a_check_finding_is_mended_by_its_own_agency(tmp_path):
    sheets = {"kpu/pemilih_tps": voters(("Baros", "14")), "bawaslu/tps_rawan": RISKY.format(15)}
    with given(tmp_path, "2024-11-04", sheets) as first:
        [begun] = of_check(first)
    with given(tmp_path, "2024-11-04", {"bawaslu/tps_rawan": RISKY.format(14)}) as second:
        [gone] = of_check(second)
        [shown] = rows(second, "mutu_data/baru_diperbaiki", instansi="bawaslu", judul_kolom="Jumlah TPS Rawan")
    assert begun["selesai"] is None and begun["alasan"].startswith("TPS rawan Baros")
    assert gone["selesai"] == shown["selesai"] is not None


def test_a_row_held_in_another_agencys_sheet_mends_nothing(tmp_path):
    sheets = {"kpu/pemilih_tps": voters(("Baros", "14")), "bawaslu/tps_rawan": RISKY.format(15)}
    with given(tmp_path, "2024-11-04", sheets) as first:
        [begun] = of_check(first)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(("Barosss?", "14"))}) as second:
        [tab] = second.select("from tab where tab = 'pemilih_tps'").to_dict("records")
        assert tab["ditahan"] == 1 and of_check(second) == [begun]
        assert not rows(second, "mutu_data/temuan", sel=begun["sel"], instansi="bawaslu")
    # Something else changes: the row is still held, so the finding is still not mended.
    with given(tmp_path, "2024-11-05", {"kpu/hibah": BAWASLU}) as third:
        assert of_check(third) == [begun]
    right = {"kpu/pemilih_tps": voters(("Baros", "14")), "bawaslu/tps_rawan": RISKY.format(14)}
    with given(tmp_path, "2024-11-05", right) as fourth:
        [gone] = of_check(fourth)
    assert gone["selesai"].date() == dt.date(2024, 11, 5) and gone["sejak"] == begun["sejak"]


def test_a_tab_missing_in_another_agencys_sheet_mends_nothing(tmp_path):
    sheets = {
        "kpu/pemilih_tps": voters(("Baros", "14")),
        "kpu/hibah": BAWASLU,
        "bawaslu/tps_rawan": RISKY.format(15),
    }
    with given(tmp_path, "2024-11-04", sheets) as first:
        [begun] = of_check(first)
    (tmp_path / "lembar/kpu/pemilih_tps.csv").unlink()
    with given(tmp_path, "2024-11-04", {}) as second:
        assert of_check(second) == [begun]
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(("Baros", "14"))}) as third:
        [still] = of_check(third)
    assert still["selesai"] is None and still["sejak"] == begun["sejak"]


def test_another_agency_that_cannot_be_read_leaves_the_finding_open_until_it_can(tmp_path):
    sheets = {"kpu/pemilih_tps": voters(("Baros", "14")), "bawaslu/tps_rawan": RISKY.format(15)}
    given(tmp_path, "2024-11-04", sheets).close()
    (tmp_path / "lembar/kpu").rename(tmp_path / "lain")
    with given(tmp_path, "2024-11-04", {"bawaslu/tps_rawan": RISKY.format(14)}) as second:
        [still] = of_check(second)
    (tmp_path / "lain").rename(tmp_path / "lembar/kpu")
    with given(tmp_path, "2024-11-05", {}) as third:
        [gone] = of_check(third)
    assert still["selesai"] is None and gone["selesai"].date() == dt.date(2024, 11, 5)


def test_history_alone_makes_no_snapshot(tmp_path, set_clock):
    set_clock(9, 12)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(("Baros", "belasan"))}) as first:
        name = first.id
    set_clock(14, 32)
    [again] = sync.sync(place(tmp_path))
    assert not again.new and again.snapshot == name


def test_findings_of_a_snapshot_without_history_are_as_old_as_that_snapshot(tmp_path, set_clock):
    set_clock(9, 12)
    with given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(("Baros", "belasan"))}) as snapshot:
        whole, name = snapshot.select("from riwayat_temuan").to_dict("records"), snapshot.id
    path = tmp_path / "potret" / f"{name}.duckdb"
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("comment on table meta is null")
        connection.execute("drop table riwayat_temuan")
    assert "belasan" in [row["tertulis"] for row in whole]
    assert fallback.load(tmp_path / "potret").history == [
        row | {"asal": None, "perihal": None, "sebab": None, "kode": None} for row in whole
    ]


# --- what the page asks ---


def test_all_agencies_are_told_in_one_form_also_those_without_any_finding(tmp_path):
    with given(tmp_path, "2024-11-04", {"bawaslu/hibah": BAWASLU}) as snapshot:
        answer = rows(snapshot, "mutu_data/lama_terbuka")
    assert [row["instansi"] for row in answer] == list(project.agencies())
    [bawaslu] = [row for row in answer if row["instansi"] == "bawaslu"]
    assert bawaslu["biasanya_jam"] is None and bawaslu["diperbaiki_sejak_sinkron"] == 0
    assert bawaslu["diperbaiki"] is None, "there was no meeting before"


def test_age_mended_and_usual_time_follow_from_the_days_between(tmp_path, set_clock):
    days = {
        1: ("belasan", "idem", "12-13"),
        2: ("belasan", "idem", "14"),  # after 1 day
        4: ("belasan", "14", "14"),  # after 3 days
    }
    for day, cells in days.items():
        set_clock(9, 0)
        lines = zip(("Baros", "Jaya Mekar", "Sudajaya Hilir"), cells, strict=True)
        given(tmp_path, f"2024-11-0{day}", {"kpu/pemilih_tps": voters(*lines)}).close()
    set_clock(15, 0)
    with given(tmp_path, "2024-11-04", {"bawaslu/hibah": BAWASLU}) as snapshot:
        [kpu] = rows(snapshot, "mutu_data/lama_terbuka", instansi="kpu")
        gone = rows(snapshot, "mutu_data/baru_diperbaiki", judul_kolom="TPS KPPS Lengkap")
        [open_now] = [row for row in history_of(snapshot) if row["selesai"] is None]
    assert open_now["sejak"] == dt.datetime(2024, 11, 1, 9, 0) and kpu["tertua_hari"] == 3
    assert [row["terbuka_jam"] for row in gone] == [72, 24], "the newest first"
    assert kpu["biasanya_jam"] == 48 and kpu["diperbaiki_sejak_sinkron"] == 0
    assert kpu["diperbaiki"] == 1, "since the snapshot of 2 November, which itself saw the first one mended"


def test_what_was_found_and_mended_between_two_meetings_counts_as_mended_since(tmp_path):
    for date, cell in (("2024-11-01", "14"), ("2024-11-04", "belasan"), ("2024-11-04", "13")):
        given(tmp_path, date, {"kpu/pemilih_tps": voters(("Baros", cell))}).close()
    [result] = sync.sync(place(tmp_path))
    before = store.previous(tmp_path / "potret", result.snapshot)
    with store.Snapshot(tmp_path / "potret", result.snapshot, before) as snapshot:
        [kpu] = rows(snapshot, "mutu_data/diperbaiki", instansi="kpu")
        gone = [row for row in history_of(snapshot) if row["selesai"]]
    assert kpu["diperbaiki"] == len(gone) == 1 and kpu["sejak"] == dt.date(2024, 11, 1)


def test_the_samples_show_what_was_mended_between_their_two_meetings(asked):
    gone = asked("mutu_data/baru_diperbaiki")
    assert {"pidanna; administrasi", "31/11/2024", "Sindang Palai"} <= {row["tertulis"] for row in gone}
    assert "E17" not in {row["sel"] for row in gone}, "typed anew, and still not right"
    count = Counter(row["instansi"] for row in gone)
    for row in asked("mutu_data/lama_terbuka"):
        assert row["diperbaiki"] == count[row["instansi"]]
    listed = {row["instansi"]: row["temuan"] for row in asked("ringkasan/instansi")}
    assert {row["instansi"]: row["terbuka"] for row in asked("mutu_data/lama_terbuka")} == listed


# --- how it is said ---


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "kurang dari 1 jam"),
        (0.99, "kurang dari 1 jam"),
        (1, "1 jam"),
        (5.4, "5 jam"),
        (23.49, "23 jam"),
        (23.5, "1 hari"),
        (35.9, "1 hari"),
        (36, "2 hari"),
        (24 * 1200, "1.200 hari"),
        (None, words.MISSING),
    ],
)
def test_a_duration_is_said_in_one_unit(hours, said):
    assert words.duration(hours) == said


def test_a_moment_is_a_time_on_its_own_day_and_a_date_on_any_other():
    assert words.since(NOW, NOW.date()) == "14.32 WIB" and words.since(BEFORE, NOW.date()) == "1 Nov"
    assert words.since(BEFORE, dt.date(2025, 1, 2)) == "1 Nov 2024" and words.since(None, NOW.date()) == words.MISSING
