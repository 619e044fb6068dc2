"""One kecamatan: which rows lie there, what is counted and judged of them, and what stays of the whole city."""

from contextlib import contextmanager
from datetime import date

import pytest

from monev.contract import wilayah_csv
from monev.meeting import meeting
from monev.screen import answers, narrowed
from monev.screen.draw import indicators, kecamatan as drawing, tile_map
from monev.settings import HOME, REFERENCE, Settings
from monev.snapshot import few_numbers, indicator_sql, kecamatan_sql, queries, schema, store
from monev.sync import declared, sync
from monev.words import indicator
from tests.given import read, rows

TODAY = "2024-11-04"
TABS = kecamatan_sql.placed(queries.known_contracts())
#: The numbers all of whose tabs have places.
CODES = narrowed._placed()
SHARES = tuple(code for code, share in CODES.items() if share)
NAMES = sorted({row["kecamatan"] for row in wilayah_csv.read(REFERENCE)})
#: What adds up: the counts of things that each have one place. A segment of voters has none.
ADDS_UP = sorted(
    one.declared.code
    for one in queries.load().values()
    if one.kind is indicator_sql
    and one.declared.code in CODES
    and one.declared.block["satuan"] != "persen"
    and one.declared.code not in {*SHARES, "segmen_tanpa_kegiatan"}
)
INCIDENTS = (
    "id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap | jenis_isu | aktor | tingkat |"
    " tindak_lanjut | penanggung_jawab | status | klasifikasi"
)


def incidents(*lines):
    """The tab of incidents: (kecamatan, kelurahan, tingkat, status, klasifikasi) each, all of today but two days."""
    told = [
        f"KBP-{place:03} | 2 Nov 2024 | 2 Nov 2024 | {kec} | {kel} | Kampanye | Unjuk rasa | Ormas | {level} | Mediasi |"
        f" Kesbangpol | {status} | {kind}"
        for place, (kec, kel, level, status, kind) in enumerate(lines, start=1)
    ]
    return {"kesbangpol/kejadian": "\n".join([INCIDENTS, *told])}


def potential(*lines):
    """The tab of tension: (kecamatan, kelurahan, tingkat, fkdm) each."""
    head = "kecamatan | kelurahan | tingkat_potensi | faktor | fkdm_aktif | personel_linmas | rencana_pencegahan"
    told = [f"{kec} | {kel} | {level} | Ormas | {fkdm} | 20 | Patroli" for kec, kel, level, fkdm in lines]
    return {"kesbangpol/potensi_konflik": "\n".join([head, *told])}


def voters(*lines):
    """The tab of voters: (kecamatan, kelurahan, TPS) each, with 200 voters a TPS."""
    head = "kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan | tps_kpps_lengkap"
    told = [f"{kec} | {kel} | {tps} | {tps * 100} | {tps * 100} | {tps}" for kec, kel, tps in lines]
    return {"kpu/pemilih_tps": "\n".join([head, *told])}


def of(kecamatan, tingkat="Rendah", fkdm="Ya"):
    """A row of tension for each kelurahan of a kecamatan."""
    there = [row["kelurahan"] for row in wilayah_csv.read(REFERENCE) if row["kecamatan"] == kecamatan]
    return [(kecamatan, name, tingkat, fkdm) for name in there]


def others(*names, **cells):
    """Those of all kecamatan but these."""
    return [row for name in NAMES if name not in names for row in of(name, **cells)]


@contextmanager
def within(folder, kecamatan, name=None, codes=CODES):
    """The newest snapshot of a folder with only what lies in a kecamatan."""
    name = name or store.latest(folder)
    asked = few_numbers.questions(list(codes))
    only = kecamatan_sql.Narrowed(kecamatan, TABS, SHARES)
    before = store.previous(folder, name)
    with store.Snapshot(folder, name, before, schema.today(), questions=asked, narrowed=only) as opened:
        yield opened


def number(folder, sheets, kecamatan, code, day=TODAY):
    """One number of a kecamatan, of sheets as typed."""
    read(folder, day, sheets)
    with within(folder / "potret", kecamatan, codes=[code]) as opened:
        [row] = rows(opened, "bersama/angka_pokok", kode=code)
    return row


def said(row):
    return row["nilai"], row["status"], row["terhitung"], row["dikecualikan"]


# --- which rows lie there ---


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """Rows of every kind of place."""
    folder = tmp_path_factory.mktemp("campuran")
    activity = "tanggal | kecamatan | kelurahan | nama_kegiatan | bentuk | segmen | jumlah_peserta | anggaran | status"
    more = "Tatap muka | Umum | 40 | 1.000.000 | Terlaksana"
    sheets = incidents(
        ("Cikole", "Selabatu", "Rendah", "Selesai", "Biasa"),
        ("Cikole", "", "Rendah", "Selesai", "Biasa"),
        ("Baros", "Jayaraksa", "Rendah", "Selesai", "Biasa"),
        ("Cikole", "Selabatu", "Tinggi", "Ditangani", "Terbatas"),
        ("Cikole", "Selabatu", "Rendah", "Selesai", ""),
    ) | {
        "kpu/sosialisasi": "\n".join([
            activity,
            f"1 Nov 2024 | Cikole | Selabatu | Satu | {more}",
            f"1 Nov 2024 | Cikole | Se-Kota | Dua | {more}",
            f"1 Nov 2024 | Se-Kota | Se-Kota | Tiga | {more}",
            f"1 Nov 2024 | Cikole | Benteng | Empat | {more}",
            f"besok lusa | Cikole | Selabatu | Lima | {more}",
            f"besok lusa | | Selabatu | Enam | {more}",
            f"besok lusa | Cikole | Selabatuu | Tujuh | {more}",
        ])
    }  # fmt: skip
    read(folder, TODAY, sheets)
    return folder / "potret"


def placed(folder, tab):
    with within(folder, "Cikole") as opened:
        found = opened.select("select baris, kecamatan from letak where tab = $tab order by baris", tab=tab)
        return dict(found.itertuples(index=False, name=None))


def test_a_row_lies_in_the_kecamatan_of_its_kelurahan_or_in_the_one_that_it_names(mixed):
    assert placed(mixed, "kejadian") == {2: "Cikole", 3: "Cikole", 4: "Baros", 5: None, 6: None}


def test_a_row_that_is_held_out_lies_somewhere_only_where_both_cells_say_so_to_the_letter(mixed):
    """Row 5 says two places, 8 none that there is; of both nobody knows."""
    found = placed(mixed, "sosialisasi")
    assert found == {2: "Cikole", 3: "Cikole", 4: "Se-Kota", 5: None, 6: "Cikole", 7: "Cikole", 8: None}


def test_a_tab_has_the_rows_that_lie_there_and_no_other(mixed):
    with within(mixed, "Cikole") as opened:
        assert [row["baris"] for row in opened.table("kesbangpol__kejadian")] == [2, 3]
        assert sorted(row["nama_kegiatan"] for row in opened.table("kpu__sosialisasi")) == ["Dua", "Satu"]
        assert {row["kecamatan"] for row in opened.table("wilayah")} == {"Cikole"}
        assert len(opened.table("wilayah")) == 6


def test_what_is_of_no_known_place_counts_for_none_and_is_among_what_does_not_count_yet(mixed):
    with within(mixed, "Cikole") as opened:
        found = opened.select("select baris, kelas, alasan from baris where tab = 'kejadian' and kelas <> 'tata_letak'")
        kinds = {row.baris: (row.kelas, row.alasan) for row in found.itertuples()}
    lost = ("ditahan", kecamatan_sql.UNPLACED)
    assert {baris: kinds[baris] for baris in (2, 3, 5)} == {2: ("terhitung", None), 3: ("terhitung", None), 5: lost}
    assert kinds[6][0] == "ditahan" and 4 not in kinds


def test_a_restricted_incident_never_tells_where_it_was(mixed):
    """Asked of every kecamatan, it stands in each of them among what does not count, and in none of them is it read."""
    for name in NAMES:
        with within(mixed, name) as opened:
            assert 5 not in {row["baris"] for row in opened.table("kesbangpol__kejadian")}
            [row] = rows(opened, "bersama/angka_pokok", kode="kejadian_tinggi_terbuka")
            assert (row["nilai"], row["status"], row["dikecualikan"]) == (0, "kuning", 2), name
            found = [one for one in rows(opened, "angka/baris", kode="kejadian_tinggi_terbuka") if one["terbatas"]]
            assert found and all((one["nomor"], one["alasan"], one["sebutan"]) == (None, None, None) for one in found)


def test_the_rows_that_take_no_part_are_counted_by_page_and_in_all(mixed):
    with within(mixed, "Cikole") as opened:
        left = {
            row["halaman"]: (row["se_kota"], row["tanpa_tempat"]) for row in rows(opened, "bersama/di_luar_kecamatan")
        }
    assert left["stabilitas"] == (0, 2) and left["partisipasi"] == (1, 2) and left[None] == (1, 4)


def test_a_whole_snapshot_knows_of_no_choice(mixed):
    name = store.latest(mixed)
    with store.Snapshot(mixed, name, None, schema.today()) as opened:
        assert opened.table("letak") == [] and opened.table("kecamatan_dipilih") == []
        assert len(opened.table("wilayah")) == 33
    with store.Snapshot(mixed, name) as opened:
        assert opened.table("letak") == []


# --- what is counted and judged ---


@pytest.mark.parametrize(
    ("rows_there", "expected"),
    [
        ([], (0, "hijau", 0, 0)),
        ([("Cikole", "Selabatu", "Tinggi", "Ditangani", "Biasa")], (1, "tanpa_penilaian", 1, 0)),
        ([("Cikole", "Selabatu", "Tinggi", "Selesai", "Biasa")], (0, "hijau", 1, 0)),
        ([("Cikole", "", "Tinggi", "Ditangani", "Biasa")] * 3, (3, "tanpa_penilaian", 3, 0)),
    ],
    ids=["none there", "one", "one that is over", "more than the city may have"],
)
def test_a_bound_of_zero_judges_zero_and_what_the_city_may_have_judges_nothing(tmp_path, rows_there, expected):
    elsewhere = ("Baros", "Jayaraksa", "Tinggi", "Ditangani", "Biasa")
    row = number(tmp_path, incidents(elsewhere, *rows_there), "Cikole", "kejadian_tinggi_terbuka")
    assert said(row) == expected


@pytest.mark.parametrize("amount", [0, 3, 4, 8])
def test_a_count_below_the_bound_of_the_city_is_not_green_because_it_is_small(tmp_path, amount):
    there = [("Cikole", "Selabatu", "Rendah", "Selesai", "Biasa")] * amount
    sheets = incidents(("Baros", "Jayaraksa", "Rendah", "Selesai", "Biasa"), *there)
    row = number(tmp_path, sheets, "Cikole", "kejadian_14_hari")
    assert (row["nilai"], row["status"], row["sebab"]) == (amount, "tanpa_penilaian", "ambangnya untuk seluruh kota")


@pytest.mark.parametrize(
    ("without", "expected"), [(0, (0, "hijau")), (1, (100 / 6, "merah")), (6, (100, "merah"))], ids=str
)
def test_a_share_is_judged_as_in_the_city(tmp_path, without, expected):
    there = of("Cikole")
    there[:without] = [(kec, kel, level, "Tidak") for kec, kel, level, _ in there[:without]]
    row = number(tmp_path, potential(*there, *others("Cikole", fkdm="Tidak")), "Cikole", "kelurahan_tanpa_fkdm_persen")
    assert (row["nilai"], row["status"]) == (pytest.approx(expected[0]), expected[1])


@pytest.mark.parametrize(("people", "status"), [(3, "merah"), (4, "kuning"), (7, "kuning"), (8, "hijau")])
def test_what_declares_itself_a_share_is_judged_whatever_its_unit(tmp_path, people, status):
    """Of 400 voters: ten of a thousand are four, twenty are eight."""
    head = "tanggal | kecamatan | kelurahan | nama_kegiatan | bentuk | segmen | jumlah_peserta | anggaran | status"
    far = "1 Nov 2024 | Baros | Jayaraksa | Satu | Tatap muka | Umum | 900 | 1.000.000 | Terlaksana"
    near = f"1 Nov 2024 | Cikole | Selabatu | Dua | Tatap muka | Umum | {people} | 1.000.000 | Terlaksana"
    sheets = voters(("Cikole", "Selabatu", 2), ("Baros", "Jayaraksa", 20)) | {
        "kpu/sosialisasi": f"{head}\n{far}\n{near}"
    }
    row = number(tmp_path, sheets, "Cikole", "peserta_per_1000_pemilih")
    assert row["nilai"] == people / 0.4
    # Kelurahan of Cikole are missing in the list of voters, so it is not green.
    assert row["status"] == ("kuning" if status == "hijau" else status)


@pytest.mark.parametrize(
    ("held", "expected"),
    [("Baros | Jayaraksa", (0, "hijau", 0)), ("Cikole | Selabatu", (0, "kuning", 1)), (" | ", (0, "kuning", 1))],
    ids=["of elsewhere", "of here", "of nobody knows where"],
)
def test_no_number_is_green_while_a_row_that_could_lie_there_is_not_read(tmp_path, held, expected):
    head = "id_penanganan | sumber | tanggal_diketahui | tanggal_diterima | kecamatan | kelurahan | tahap |" \
           " jenis_pelanggaran | pokok_dugaan | status"  # fmt: skip
    more = "Kampanye | Administrasi | Lainnya | Tidak terbukti"
    sheets = {"bawaslu/penanganan": "\n".join([
        head,
        f"BWS-1 | Laporan | 1 Nov 2024 | 2 Nov 2024 | Cikole | Selabatu | {more}",
        f" | Laporan | 1 Nov 2024 | 2 Nov 2024 | {held} | {more}",
    ])}  # fmt: skip
    row = number(tmp_path, sheets, "Cikole", "kasus_aktif")
    assert (row["nilai"], row["status"], row["dikecualikan"]) == expected


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ([*of("Cikole"), *others("Cikole")], (0, "hijau")),
        ([*of("Cikole")[:5], *others("Cikole")], (0, "kuning")),
        (others("Cikole"), (None, "belum_dilaporkan")),
        # The tab itself is in doubt as long as kelurahan are missing, wherever they are.
        ([*of("Cikole"), *others("Cikole", "Baros")], (0, "kuning")),
    ],
    ids=["all kelurahan", "one is missing", "none is there", "some are missing elsewhere"],
)
def test_a_tab_that_needs_every_kelurahan_is_not_reported_where_it_has_none(tmp_path, there, expected):
    row = number(tmp_path, potential(*there), "Cikole", "kelurahan_potensi_tinggi")
    assert (row["nilai"], row["status"]) == expected


def test_a_tab_that_nobody_filled_is_not_reported_for_a_kecamatan_either(tmp_path):
    row = number(tmp_path, potential(*of("Cikole")), "Cikole", "kejadian_tinggi_terbuka")
    assert (row["nilai"], row["status"]) == (None, "belum_dilaporkan")


@pytest.mark.parametrize(("done", "expected"), [("29 Nov 2024", (0, "hijau")), ("2 Des 2024", (1, "tanpa_penilaian"))])
def test_a_kecamatan_waits_for_its_own_recapitulation_alone(tmp_path, done, expected):
    sheets = {
        "kpu/rekapitulasi": "tingkat | kecamatan | tanggal_rencana | tanggal_selesai\n"
        f"Kecamatan | Cikole | 30 Nov 2024 | {done}\nKota | Se-Kota | 5 Des 2024 | "
    }
    row = number(tmp_path, sheets, "Cikole", "rekap_terlambat", "2024-12-10")
    assert (row["nilai"], row["status"]) == expected


def test_what_a_number_was_is_that_of_the_kecamatan(tmp_path):
    near, far = (
        ("Cikole", "Selabatu", "Rendah", "Selesai", "Biasa"),
        ("Baros", "Jayaraksa", "Rendah", "Selesai", "Biasa"),
    )
    read(tmp_path, "2024-11-03", incidents(near, far, far, far))
    read(tmp_path, TODAY, incidents(near, far, far, far, far, near))
    with within(tmp_path / "potret", "Cikole", codes=["kejadian_14_hari"]) as opened:
        [row] = rows(opened, "bersama/pembanding", kode="kejadian_14_hari")
        [now] = rows(opened, "bersama/angka_pokok", kode="kejadian_14_hari")
    assert (row["dulu_nilai"], now["nilai"], row["gerak"]) == (1, 2, "memburuk")


def test_a_point_is_not_called_ready_where_some_of_its_numbers_have_no_place(tmp_path):
    read(tmp_path, TODAY, potential(*others()) | incidents(("Baros", "", "Rendah", "Selesai", "Biasa")))
    codes = ["kelurahan_tanpa_fkdm_persen", "kelurahan_potensi_tinggi"]
    with within(tmp_path / "potret", "Cikole", codes=codes) as opened:
        assert {row["status"] for row in rows(opened, "bersama/angka_pokok")} == {"hijau"}
        [point] = rows(opened, "bersama/status_agenda")
    assert (point["halaman"], point["status"]) == ("stabilitas", "tanpa_penilaian")


# --- both samples ---


@pytest.fixture(scope="module", params=["", "sesudah"], ids=["4 November", "10 Januari"])
def sample(request, tmp_path_factory):
    """The folder of a sample's snapshots."""
    folder = tmp_path_factory.mktemp("contoh") / "potret"
    state = HOME / "samples" / request.param
    sync.sync(Settings("folder", state, folder, None), against=declared.load(REFERENCE), bounded=False)
    return folder


@pytest.fixture(scope="module")
def parts(sample):
    """The numbers of the city, and of each kecamatan and of what lies in none (None)."""
    name = store.latest(sample)
    with store.Snapshot(sample, name, store.previous(sample, name), schema.today()) as opened:
        city = {row["kode"]: row for row in rows(opened, "bersama/angka_pokok")}
    found = {}
    for place in (*NAMES, None):
        with within(sample, place) as opened:
            found[place] = {row["kode"]: row for row in rows(opened, "bersama/angka_pokok")}
    return city, found


@pytest.mark.parametrize("code", ADDS_UP)
def test_all_kecamatan_with_what_lies_in_none_are_the_city(parts, code):
    city, found = parts
    values = [one[code]["nilai"] for one in found.values()]
    if city[code]["nilai"] is None:
        assert not any(values)
    else:
        assert sum(value or 0 for value in values) == city[code]["nilai"]


def test_every_row_of_the_city_lies_in_one_kecamatan_or_in_none(sample):
    counted = "select instansi, tab, count(*) as n from baris where kelas = 'terhitung' group by all"
    name = store.latest(sample)
    with store.Snapshot(sample, name, None, schema.today()) as opened:
        wanted = {(a, t): n for a, t, n in opened.select(counted).itertuples(index=False) if f"{a}__{t}" in TABS}
    seen = dict.fromkeys(wanted, 0)
    for place in (*NAMES, None):
        with within(sample, place) as opened:
            for agency, tab, n in opened.select(counted).itertuples(index=False):
                if (agency, tab) in seen:
                    seen[agency, tab] += n
    assert seen == wanted and sum(wanted.values()) > 200


def test_no_number_of_a_kecamatan_is_green_where_rows_of_it_may_be_missing(parts):
    _, found = parts
    assert not [
        (place, code)
        for place in NAMES
        for code, row in found[place].items()
        if row["status"] == "hijau" and row["dikecualikan"]
    ]


def test_what_is_narrowed_rests_on_nothing_without_a_place():
    typed = {tab.table for one in queries.known_contracts().values() for tab in one.tabs.values()}
    of_code = {one.declared.code: name for name, one in queries.load().items() if one.kind is indicator_sql}
    beneath = queries.beneath(queries.load(), [of_code[code] for code in CODES])
    assert {code: beneath[of_code[code]] & typed - TABS.keys() for code in CODES} == {code: set() for code in CODES}
    assert {"barang_kurang", "pencairan_kpu_persen", "kasus_asn", "sengketa_berjalan"} & CODES.keys() == set()


# --- what a page is given ---


@pytest.fixture(scope="module")
def numbers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("layar") / "potret"
    sync.sync(Settings("folder", HOME / "samples", folder, None), against=declared.load(REFERENCE), bounded=False)
    name = store.latest(folder)
    return answers.Numbers(folder, name, meeting.compared_with(folder, name))


def test_all_kecamatan_can_be_chosen_by_their_names(numbers):
    assert narrowed.names(numbers) == tuple(NAMES) and len(NAMES) == 7


@pytest.mark.parametrize("there", [[], ["Cikole"]], ids=["none", "one"])
def test_where_there_are_no_two_kecamatan_there_is_no_choice(numbers, monkeypatch, there):
    monkeypatch.setattr(answers, "ask", lambda *_: [{"kecamatan": name} for name in there])
    monkeypatch.setattr(narrowed, "_names", narrowed._names.__wrapped__)
    assert narrowed.names(numbers) == () and drawing.choice(narrowed.names(numbers), None, "/?") == ""


def test_numbers_of_the_kecamatan_come_first_and_those_of_the_city_say_so(numbers):
    own = [row for row in narrowed.ask(numbers, "Cikole", "bersama/angka_pokok") if row["halaman"] == "stabilitas"]
    assert [row["kode"] for row in own if row["seluruh_kota"]] == ["laporan_desk_terlambat_hari"]
    assert [row["kode"] for row in narrowed.city(own)] == ["laporan_desk_terlambat_hari"]
    assert {row["nilai"] for row in own if row["kode"] == "kejadian_tinggi_terbuka"} == {1}
    point = [row for row in narrowed.ask(numbers, "Cikole", "bersama/angka_pokok") if row["halaman"] == "netralitas"]
    assert narrowed.here(point) == point and narrowed.city(point) == []
    assert not narrowed.has_place(point, "netralitas") and narrowed.has_place(own, "stabilitas")
    assert [row["indikator"] for row in narrowed.told(own)][-1] == "Laporan Desk terlambat (seluruh kota)"


def test_what_has_to_be_decided_is_of_the_kecamatan_or_of_the_city_and_never_of_another(numbers):
    city = answers.ask(numbers, "bersama/perlu_diputuskan")
    found = narrowed.ask(numbers, "Baros", "bersama/perlu_diputuskan")
    [fkdm] = [row["uraian"] for row in city if "FKDM" in row["uraian"]]
    assert "Cikundul" in fkdm and not [row for row in found if "FKDM" in row["uraian"]]
    assert [row for row in found if "Subangjaya" in row["uraian"]] == []
    of_city = [row for row in found if row["seluruh_kota"]]
    assert all(f"{row['instansi']}__{row['tab']}" not in TABS for row in of_city) and of_city
    assert {row["ke"] for row in of_city if row["halaman"] == "logistik"} <= {
        row["ke"] for row in city if row["halaman"] == "logistik"
    }
    here = narrowed.ask(numbers, "Cikole", "bersama/perlu_diputuskan")
    [same] = [row for row in here if "KBP-014" in row["uraian"] and row["halaman"] == "stabilitas"]
    [known] = [row for row in city if "KBP-014" in row["uraian"] and row["halaman"] == "stabilitas"]
    assert same["ke"] == known["ke"] and not same["seluruh_kota"]


def test_a_question_of_a_page_is_of_the_kecamatan_where_all_beneath_it_has_a_place(numbers):
    assert {row["kecamatan"] for row in narrowed.ask(numbers, "Cikole", "stabilitas/peta")} == {"Cikole"}
    assert narrowed.reach(numbers, "Cikole", "stabilitas/peta") == ""
    for question in ("logistik/barang", "stabilitas/laporan_desk", "risiko/perkara", "ringkasan/janji"):
        assert narrowed.ask(numbers, "Cikole", question) == answers.ask(numbers, question), question
        assert narrowed.reach(numbers, "Cikole", question) == narrowed.CITY, question
    for question in ("bersama/rekonsiliasi", "bersama/sumber", "bersama/bingkai", "mutu_data/temuan", "bahan/bacaan"):
        assert narrowed.ask(numbers, "Cikole", question) == answers.ask(numbers, question), question


def test_every_page_question_is_asked_of_every_kecamatan_without_failing(numbers):
    pages = {"logistik", "risiko", "partisipasi", "netralitas", "stabilitas", "ringkasan", "angka"}
    asked = [name for name, one in queries.load().items() if one.folder in pages and not one.kind]
    for question in [*asked, "bersama/status_agenda", "bersama/pembanding", "bersama/angka_dua_saat"]:
        assert narrowed.ask(numbers, "Lembursitu", question) is not None, question


def test_a_choice_keeps_the_page_and_a_mark_on_what_is_chosen():
    drawn = str(drawing.choice(("Cikole", "Gunung Puyuh"), "Gunung Puyuh", "/angka?kode=kasus_aktif&"))
    assert 'href="/angka?kode=kasus_aktif&amp;kec=Gunung%20Puyuh" target="_self" aria-current="true"' in drawn
    assert 'href="/angka?kode=kasus_aktif&amp;kec=" target="_self">Seluruh kota' in drawn
    assert drawing.choice((), None, "/?") == ""


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ((0, 0), "Kecamatan Cikole</b>. Yang"),
        ((3, 0), "Kecamatan Cikole</b>. 3 baris se-Kota tidak ikut. Yang"),
        ((3, 1), "Kecamatan Cikole</b>. 3 baris se-Kota dan 1 baris tanpa tempat tidak ikut. Yang"),
    ],
)
def test_what_takes_no_part_is_told_above_the_page(left, expected):
    told = {"se_kota": left[0], "tanpa_tempat": left[1]}
    assert expected in drawing.head("Cikole", told)


def test_a_map_keeps_its_neighbours_without_what_is_known_of_them():
    place = {"kecamatan": "Cikole", "petak_baris": 1, "jumlah": 2, "label": "2"}
    here = place | {"kelurahan": "Selabatu", "petak_kolom": 1, "nama_petak": "Selabatu", "tingkat": 2}
    other = place | {"kelurahan": "Tipar", "kecamatan": "Citamiang", "petak_kolom": 2, "nama_petak": "Tipar",
                     "tingkat": tile_map.OUTSIDE, "jumlah": None, "label": None}  # fmt: skip
    drawn = str(tile_map.tile_map([here, other], {2: "tinggi", None: "belum"}, "Peta 1 kelurahan."))
    assert 'data-n="luar"' in drawn and drawn.count('class="jml"') == 1 and "belum" not in drawn


def test_a_number_without_judgement_is_shown_as_a_number(numbers):
    row = {"kode": "x", "indikator": "Kejadian", "nilai": 2, "satuan": "kejadian", "status": "tanpa_penilaian",
           "kalimat": "Dua.", "sebab": "ambangnya untuk seluruh kota", "terhitung": 2, "dikecualikan": 0,
           "dulu_tanggal": date(2024, 10, 21), "dulu_nilai": 1, "gerak": "memburuk"}  # fmt: skip
    drawn = str(indicators.numbers([row]))
    assert 'aria-label="Tanpa penilaian"' in drawn and "ambangnya untuk seluruh kota" in drawn
    assert indicator.split([row, row | {"status": "hijau"}], 1)[0] == [row], "green leaves first"
