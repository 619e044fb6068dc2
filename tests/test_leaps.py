"""A figure against its own past: by how much it may differ from the meeting before until it is asked about."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace

import pytest

from monev.contract import contracts
from monev.meeting import meeting
from monev.settings import CONTRACTS
from monev.snapshot import store
from monev.sync import leaps
from tests.given import given, indicator, read, rows

THEN, TODAY = "2024-10-21", "2024-11-04"
KNOWN = contracts.load(CONTRACTS)
STAFF = KNOWN["kesbangpol"].tabs["pakta_integritas"].columns["jumlah_asn"]
MONEY = "tanggal | kecamatan | kelurahan | nama_kegiatan | bentuk | segmen | jumlah_peserta | anggaran | status\n"
VOTERS = "kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan | pemilih_disabilitas\n"


def pact(*staff, note="", names=None):
    """Offices with so many staff, nobody of whom has signed yet."""
    lines = [
        f"{names[place - 1] if names else f'Dinas {place}'} | {one} | 1 | {note}"
        for place, one in enumerate(staff, start=1)
    ]
    return {
        "kesbangpol/pakta_integritas": "\n".join(
            ["perangkat_daerah | jumlah_asn | jumlah_tanda_tangan | keterangan", *lines]
        )
    }


def budgets(*figures):
    lines = [
        f"1 Okt 2024 | Cikole | Selabatu | Kegiatan {place} | tatap_muka | pemula | 40 | {one} | terlaksana"
        for place, one in enumerate(figures)
    ]
    return {"kpu/sosialisasi": MONEY + "\n".join(lines)}


def met(folder, sheets, day=THEN):
    """A meeting of that day, frozen with what the sheets said."""
    name = read(folder, day, sheets)
    return meeting.pin(folder / "potret", name, dt.datetime.fromisoformat(f"{day}T09:00"))


def asked(snapshot, column="jumlah_asn"):
    """What is asked about the cells of a column, as (row, weight, why)."""
    found = rows(snapshot, "mutu_data/temuan", kolom=column)
    return [(row["baris"], row["bobot"], row["alasan"]) for row in found]


# --- by how much ---


@pytest.mark.parametrize(("then", "now", "factor", "grows", "leapt"), [
    (400, 600, 1.5, False, False),  # exactly so much
    (400, 601, 1.5, False, True),
    (600, 400, 1.5, False, False),
    (601, 400, 1.5, False, True),
    (50, 55, 1.1, False, False),  # 50 times 1.1 is a little more than 55 to a computer, 30 times a little less than 33
    (30, 33, 1.1, False, False),
    (100, 115, 1.15, False, False),
    (100, 116, 1.15, False, True),
    (0.3, 0.33, 1.1, False, False),
    (0.3, 0.331, 1.1, False, True),
    (400, 400, 1.5, False, False),
    (0, 400, 1.5, False, False),  # so a figure begins
    (1, 0, 1.5, False, True),
    (0, 0, 1.5, False, False),
    (None, 400, 1.5, False, False),
    (400, None, 1.5, False, False),
    (400, 4_000_000, None, False, False),
    (40, 400, 1.5, True, False),  # it only builds up
    (400, 40, 1.5, True, True),
    (40, 0, 1.5, True, True),
])  # fmt: skip
def test_a_leap_is_more_than_the_declared_factor_up_or_down(then, now, factor, grows, leapt):
    assert leaps.beyond(now, then, replace(STAFF, leap=factor, grows=grows)) is leapt


@pytest.mark.parametrize(("then", "now", "said"), [
    (1102, 44, "turun 96%"),
    (400, 601, "naik 50%"),
    (1000, 1001, "naik 1%"),
    (1000, 1999, "naik 99%"),
    (1000, 2000, "naik 2 kali lipat"),
    (1000, 3200, "naik 3,2 kali lipat"),
    (1000, 24_600, "naik 25 kali lipat"),
    (1_000_000, 1, "turun 99%"),
    (7, 0, "turun 100%"),
    (0.4, 0.1, "turun 75%"),
])  # fmt: skip
def test_how_far_is_said_as_one_says_it(then, now, said):
    assert leaps.changed(now, then) == said


# --- from sheet to finding ---


@pytest.fixture(scope="module")
def money(tmp_path_factory):
    """Budgets at the meeting before and now, each of an event of its own: what is asked of which row."""
    cases = [("6 juta", "18 juta"), ("6 juta", "18.000.001"), ("18 juta", "6 juta"), ("18.000.001", "6 juta"),
             ("6 juta", "0"), ("0", "6 juta"), ("", "6 juta"), ("6 juta", "")]  # fmt: skip
    folder = tmp_path_factory.mktemp("lonjakan")
    met(folder, budgets(*(then for then, _ in cases)))
    snapshot = given(folder, TODAY, budgets(*(now for _, now in cases)))
    return {row: why for row, _, why in asked(snapshot, "anggaran") if "sejak rapat" in why}


@pytest.mark.parametrize(("row", "said"), [
    (2, None),
    (3, "Anggaran (Rp) naik 3,0 kali lipat sejak rapat 21 Oktober, dari Rp6.000.000 menjadi Rp18.000.001."),
    (4, None),
    (5, "Anggaran (Rp) turun 67% sejak rapat 21 Oktober, dari Rp18.000.001 menjadi Rp6.000.000."),
    (6, "Anggaran (Rp) turun 100% sejak rapat 21 Oktober, dari Rp6.000.000 menjadi Rp0."),
    (7, None),
    (8, None),
    (9, None),
])  # fmt: skip
def test_a_cell_is_asked_about_with_both_its_values(money, row, said):
    assert money.get(row) == said


def test_a_leap_holds_nothing_out_keeps_from_green_and_is_closed_by_the_words_of_its_row(tmp_path):
    met(tmp_path, pact(400))
    snapshot = given(tmp_path, TODAY, pact(1000))
    [told] = rows(snapshot, "mutu_data/temuan", tab="pakta_integritas")
    assert (told["bobot"], told["konfirmasi"], told["sel"]) == ("periksa", "dapat", "B2")
    assert told["alasan"] == "Jumlah ASN naik 2,5 kali lipat sejak rapat 21 Oktober, dari 400 menjadi 1.000."
    number = indicator(snapshot, "pakta_integritas_persen")
    assert (number["terhitung"], number["dikecualikan"]) == (1, 0) and number["status"] != "hijau"
    right = given(tmp_path, TODAY, pact(1000, note="sudah benar"))
    assert [weight for _, weight, _ in asked(right)] == ["dikonfirmasi"]
    again = given(tmp_path, TODAY, pact(1001, note="sudah benar"))
    assert [weight for _, weight, _ in asked(again)] == ["periksa"]


def test_where_the_ten_fold_speaks_too_one_is_told(tmp_path):
    met(tmp_path, pact(400))
    said = asked(given(tmp_path, TODAY, pact(4001)))
    assert said == [(2, "periksa", "Jumlah ASN naik 10 kali lipat sejak rapat 21 Oktober, dari 400 menjadi 4.001.")]


def test_without_a_meeting_before_only_the_ten_fold_is_asked(tmp_path):
    read(tmp_path, THEN, pact(400, 400))
    said = asked(given(tmp_path, TODAY, pact(1000, 4001)))
    assert said == [(3, "periksa", "Jumlah ASN 4.001, padahal pada pembanding sebelumnya 400.")]


def altered(path):
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b"x")


@pytest.mark.parametrize("lost", [altered, lambda path: path.unlink()], ids=["altered", "gone"])
def test_a_leap_is_not_mended_by_the_loss_of_the_meeting_that_it_was_measured_by(tmp_path, lost):
    held = met(tmp_path, pact(400, 400))
    read(tmp_path, TODAY, pact(1000, 400))
    lost(tmp_path / "potret" / f"{held.snapshot}.duckdb")
    unknown = read(tmp_path, TODAY, pact(1000, 401))
    with store.Snapshot(tmp_path / "potret", unknown) as snapshot:
        known = [row for row in snapshot.table("riwayat_temuan") if row["asal"] == leaps.DECLARED]
    assert [(row["sel"], row["selesai"]) for row in known] == [("B2", None)]


@pytest.mark.parametrize("lost", [altered, lambda path: path.unlink()], ids=["altered", "gone"])
def test_what_leapt_keeps_from_green_while_the_meeting_that_it_was_measured_by_cannot_be_read(tmp_path, lost):
    held = met(tmp_path, pact(400, 400))
    read(tmp_path, TODAY, pact(1000, 400))
    lost(tmp_path / "potret" / f"{held.snapshot}.duckdb")
    [(row, weight, why)] = asked(given(tmp_path, TODAY, pact(1000, 401)))
    assert (row, weight) == (2, "periksa") and why.endswith("sejak rapat 21 Oktober, dari 400 menjadi 1.000.")
    assert asked(given(tmp_path, TODAY, pact(500, 401))) == [], "typed anew, so that there is nothing left to ask"


def test_a_leap_that_nobody_answered_is_still_asked_about_after_the_next_meeting(tmp_path):
    met(tmp_path, pact(400))
    met(tmp_path, pact(1000), "2024-10-28")
    [(_, weight, why)] = asked(given(tmp_path, TODAY, pact(1000)))
    assert weight == "periksa" and why.endswith("sejak rapat 21 Oktober, dari 400 menjadi 1.000.")
    assert [one[1] for one in asked(given(tmp_path, TODAY, pact(1000, note="sudah benar")))] == ["dikonfirmasi"]
    assert [one[1] for one in asked(given(tmp_path, "2024-11-05", pact(1000, note="sudah benar")))] in (
        [],
        ["dikonfirmasi"],
    )


def test_what_is_compared_is_the_last_meeting_and_not_what_came_after_it(tmp_path):
    met(tmp_path, pact(400), "2024-10-07")
    met(tmp_path, pact(500))
    read(tmp_path, "2024-10-28", pact(900))
    assert asked(given(tmp_path, TODAY, pact(750))) == []
    [(_, _, why)] = asked(given(tmp_path, TODAY, pact(751)))
    assert why.endswith("sejak rapat 21 Oktober, dari 500 menjadi 751.")


def test_a_whole_column_divided_by_a_thousand_is_one_finding(tmp_path):
    met(tmp_path, pact(*(1000 * count for count in range(2, 10))))
    [told] = rows(given(tmp_path, TODAY, pact(*range(2, 10))), "mutu_data/temuan", kolom="jumlah_asn")
    assert list(told["baris_semua"]) == list(range(2, 10))
    assert told["alasan"] == (
        "8 baris, mulai B2; contoh B2: Jumlah ASN turun 99% sejak rapat 21 Oktober, dari 2.000 menjadi 2."
    )


def test_no_value_of_a_private_column_is_quoted(tmp_path):
    line = VOTERS + "Cikole | Selabatu | 17 | 2.500 | 2.500 | {}"
    met(tmp_path, {"kpu/pemilih_tps": line.format(17)})
    snapshot = given(tmp_path, TODAY, {"kpu/pemilih_tps": line.format(52)})
    [told] = rows(snapshot, "mutu_data/temuan", kolom="pemilih_disabilitas")
    assert told["alasan"] == "Pemilih Disabilitas jauh berbeda dari rapat 21 Oktober." and told["tertulis"] is None


# --- where nothing can be compared ---


def test_a_new_row_a_renamed_one_and_a_doubled_key_are_no_leap(tmp_path):
    met(tmp_path, pact(100, 100, 300, 100, names=["Dinas A", "Dinas B", "Dinas C", "Dinas C"]))
    said = asked(
        given(tmp_path, TODAY, pact(100, 900, 900, 900, names=["Dinas A", "Dinas B Baru", "Dinas D", "Dinas C"]))
    )
    assert not [why for _, _, why in said if "sejak rapat" in why]


def test_a_key_that_is_doubled_now_is_no_leap(tmp_path):
    met(tmp_path, pact(100, 100))
    said = asked(given(tmp_path, TODAY, pact(100, 900, 901, names=["Dinas 1", "Dinas 2", "Dinas 2"])))
    assert not [why for _, _, why in said if "sejak rapat" in why]


def test_a_kelurahan_under_another_name_is_no_leap(tmp_path):
    met(tmp_path, {"kpu/pemilih_tps": VOTERS + "Cikole | Selabatu | 17 | 2.500 | 2.500 | 20"})
    renamed = given(tmp_path, TODAY, {"kpu/pemilih_tps": VOTERS + "Cikole | Kebonjati | 17 | 3.900 | 3.900 | 20"})
    assert not [why for _, _, why in asked(renamed, "dpt_laki_laki") if "sejak rapat" in why]


def test_a_meeting_that_did_not_know_the_column_says_nothing(tmp_path):
    met(tmp_path, {"kesbangpol/pakta_integritas": "perangkat_daerah | jumlah_tanda_tangan\nDinas 1 | 1"})
    assert asked(given(tmp_path, TODAY, pact(900))) == []


def test_mending_what_was_in_doubt_or_unread_then_is_no_leap(tmp_path):
    met(tmp_path, pact(20_001, "sekitar 40"))
    assert asked(given(tmp_path, TODAY, pact(400, 400))) == []


def told(row, was, **changed):
    """What is told of one incident whose crowd may not leap, restricted or not, then and now."""
    tab = KNOWN["kesbangpol"].tabs["kejadian"]
    crowd = replace(tab.columns["perkiraan_massa"], leap=2, **changed)
    tab = replace(tab, columns=tab.columns | {"perkiraan_massa": crowd})
    common = {"id_kejadian": "KBP-1", "baris": 2, "kolom_rusak": []}
    cell = {"instansi": "kesbangpol", "tab": "kejadian", "baris": 2, "kolom": "perkiraan_massa", "sel": "K2",
            "baris_sel": 2, "tertulis": "901", "lajur": 11}  # fmt: skip
    content = {tab.table: [common | row], "sel": [cell]}
    before = {tab.table: [common | was], "baris": []}
    one = replace(KNOWN["kesbangpol"], tabs={"kejadian": tab})
    found = leaps.findings(
        {name: SimpleNamespace(rows=lines) for name, lines in content.items()},
        SimpleNamespace(table=before.get),
        {"kesbangpol": one},
        dt.date(2024, 10, 21),
    )
    return [(source, note.alasan, note.tertulis) for source, note in found]


@pytest.mark.parametrize(("then", "now", "quoted"), [
    ("biasa", "biasa", True),
    ("terbatas", "biasa", False),
    ("biasa", "terbatas", False),
    ("biasa", None, False),
    (None, "biasa", False),
])  # fmt: skip
def test_no_value_of_a_row_that_is_or_was_restricted_is_quoted(then, now, quoted):
    row, was = {"perkiraan_massa": 901, "klasifikasi": now}, {"perkiraan_massa": 100, "klasifikasi": then}
    [(source, why, typed)] = told(row, was)
    assert source == leaps.DECLARED
    assert ("901" in why, "100" in why, typed is not None) == (quoted, quoted, quoted)


def test_a_cell_that_was_not_read_now_says_nothing():
    unread = {"perkiraan_massa": None, "klasifikasi": "biasa", "kolom_rusak": ["perkiraan_massa"]}
    assert told(unread, {"perkiraan_massa": 100, "klasifikasi": "biasa"}) == []
