"""After the day of the vote what is over is no longer judged, asked for or waited for, and the rest goes on."""

import csv
import datetime as dt
import functools
import re
import shutil

import pytest

from monev import settings
from monev.meeting import meeting
from monev.run import backup
from monev.settings import ENGINE_QUERIES, QUERIES, REFERENCE, SAMPLES, Settings
from monev.snapshot import store
from monev.sync import declared, sync
from tests.given import given, indicator, rows

#: What is judged up to the day of the vote; everything else goes on after it.
OVER = {
    "tps_terlayani_persen", "barang_kurang", "barang_siap_persen", "sarpras_siap_persen", "mitigasi_tinggi_persen",
    "kelurahan_tanpa_kegiatan", "peserta_per_1000_pemilih", "segmen_tanpa_kegiatan", "c_pemberitahuan_persen",
    "kegiatan_tumpang_tindih", "pakta_integritas_persen",
}  # fmt: skip
VOTE = dt.date(2024, 11, 27)
#: H-1, H, H+1, and the meeting of January.
WALK = ("2024-11-26", "2024-11-27", "2024-11-28", "2025-01-10")
#: What no sentence says once the vote is over.
PAST = re.compile(
    r"H--|H-\d|sebelum (?:hari H|masa tenang|kampanye)|batasnya (?:H|2[46] Nov)|batas 2[46] Nov|masih kurang"
    r"|belum terjangkau|belum dijangkau|Perluas|Percepat barang|Sepakati siapa|Pastikan kegiatan|Tuntaskan"
    r"|belum ada (?:janji|rencana)|Tanggal pengganti|Tanggal baru|belum siap|mitigasi belum|menunggu isi|Dinilai mulai"
)
#: What only begins after the vote, and is waited for.
AHEAD = re.compile(
    r"PSU|Sengketa|Partisipasi (?:belum|mulai)|Rekap|Suara tidak sah|pengusulan|Pengembalian|[Bb]elum lapor|Sisa belum kembali"
)
#: The questions whose answers are sentences on the screen or in a hand-out, beside the numbers.
SAID = (
    "bersama/status_agenda", "bersama/perlu_diputuskan", "bersama/rekonsiliasi", "bahan/bacaan", "bahan/pesan",
    "bahan/barang", "bahan/peta_risiko", "logistik/barang", "risiko/peta", "risiko/prioritas", "partisipasi/peta",
    "partisipasi/segmen", "stabilitas/laporan_desk", "stabilitas/peta", "ringkasan/kalimat",
)  # fmt: skip


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """The samples of 4 November with what Bawaslu found at risk, in a folder of their own, and what they are read
    against."""
    folder = tmp_path_factory.mktemp("kota")
    shutil.copytree(SAMPLES, folder / "lembar", ignore=shutil.ignore_patterns("2024-*", "sesudah", "sumber.toml"))
    with (folder / "lembar" / "bawaslu" / "tps_rawan.csv").open("a", encoding="utf-8") as prone:
        prone.write("Cibeureum,Babakan,7.3,3,,tinggi,tenda,proses,16 November 2024,,\n")
    return folder, declared.load(REFERENCE)


def read(city, date):
    folder, against = city
    place = Settings("folder", folder / "lembar", folder / "potret", dt.date.fromisoformat(date))
    return sync.sync(place, against=against, bounded=False)[-1].snapshot


@pytest.fixture(scope="module")
def walked(city):
    """Day -> a function that asks the state of that day."""
    opened = {}
    for day in WALK:
        opened[day] = store.Snapshot(city[0] / "potret", read(city, day))
    yield {day: (lambda question, one=one: one.ask(question).to_dict("records")) for day, one in opened.items()}
    for one in opened.values():
        one.close()


def numbers(ask):
    return {row["kode"]: row for row in ask("bersama/angka_pokok")}


# --- numbers ---


def test_each_number_says_itself_whether_it_ends_with_the_vote():
    blocks = {path.stem: path.read_text("utf-8").partition("*/")[0] for path in QUERIES.glob("*/indikator/*.sql")}
    assert {code for code, block in blocks.items() if re.search(r'^sampai = "H"$', block, re.MULTILINE)} == OVER
    assert not [
        code for code, block in blocks.items() if re.search(r"^sampai", block, re.MULTILINE) and code not in OVER
    ]


@pytest.mark.parametrize("code", sorted(OVER))
def test_a_number_is_judged_up_to_the_vote_and_stands_with_its_last_value_after_it(walked, code):
    before, on, after, later = (numbers(walked[day])[code] for day in WALK)
    assert "selesai_dinilai" not in (before["status"], on["status"])
    assert after["status"] == later["status"] == "selesai_dinilai"
    assert on["nilai"] is not None and on["nilai"] == after["nilai"] == later["nilai"]
    assert after["kalimat"].endswith("; selesai dinilai 27 November.") and after["sebab"] is None
    assert before["dasar"].endswith(". Dinilai sampai 27 November."), "known before it is over"
    assert later["kalimat"].endswith("; selesai dinilai 27 November 2024."), "the year is another one by then"


def test_what_is_not_over_is_judged_as_before(walked):
    for day in WALK[2:]:
        assert {code for code, row in numbers(walked[day]).items() if row["status"] == "selesai_dinilai"} == OVER


def test_no_sentence_of_what_is_over_asks_for_anything(walked):
    for day in WALK[2:]:
        sentences = [row["kalimat"] for row in walked[day]("bersama/angka_pokok") if row["kode"] in OVER]
        for question in SAID:
            for row in walked[day](question):
                sentences += [value for value in row.values() if isinstance(value, str)]
        sentences = [part for one in sentences for part in re.split(r"(?<=\.) ", one) if not AHEAD.search(part)]
        assert len(sentences) > 100 and not [one for one in sentences if PAST.search(one)], day


def test_before_the_vote_the_same_questions_do_ask(walked):
    said = " ".join(row["uraian"] for row in walked["2024-11-26"]("bersama/perlu_diputuskan"))
    assert PAST.search(said)
    assert walked["2024-11-26"]("partisipasi/peta")[0]["sampai"] is None


def test_nothing_is_to_be_decided_about_what_is_over(walked):
    for day in WALK[2:]:
        tabs = [row["tempat"] or "" for row in walked[day]("bersama/perlu_diputuskan")]
        assert not [one for one in tabs if re.match("Distribusi|Logistik Gudang|Dukungan|TPS Rawan|Sosialisasi", one)]


def test_on_the_day_before_and_on_the_day_nothing_is_put_off_beyond_it(walked):
    for day in WALK[:2]:
        due = [row["tenggat"] for row in walked[day]("bersama/perlu_diputuskan") if row["halaman"] == "partisipasi"]
        assert due and not [one for one in due if re.search(r"(?:28|29|30) Nov|Des", one or "")]
    told = {row["uraian"]: row["tenggat"] for row in walked["2024-11-27"]("bersama/perlu_diputuskan")}
    late = [due for said, due in told.items() if re.match("Tuntaskan|Percepat barang", said)]
    assert late and all(re.fullmatch(r"batas 2[46] Nov, lewat [13] hari", due) for due in late), "not as if ahead"


def test_only_comparisons_that_still_matter_are_drawn(walked):
    kept = [{row["kode"] for row in walked[day]("bersama/rekonsiliasi")} for day in WALK]
    assert kept[0] == kept[1] and kept[0] >= {"R1", "R6", "R7", "R9", "R10", "R11"}
    for one in kept[2:]:
        assert not one & {"R6", "R9", "R10", "R11"} and one >= {"R1", "R2", "R3", "R4", "R5", "R7", "R13"}


def test_risks_of_the_day_itself_give_no_point_after_it(walked):
    marks = [next(row for row in walked[day]("risiko/prioritas") if row["kelurahan"] == "Babakan") for day in WALK]
    assert [row["skor"] for row in marks] == [2, 3, 1, 1] or [row["skor"] for row in marks] == [3, 3, 1, 1]
    assert {sign["nama"] for sign in marks[1]["tanda"]} == {
        "Potensi konflik", "Kejadian tinggi", "TPS rawan", "Logistik",
    }  # fmt: skip
    for row in marks[2:]:
        assert {sign["nama"] for sign in row["tanda"]} == {"Potensi konflik", "Kejadian tinggi"}
        assert row["keterangan"] == "Potensi konflik sedang."
    [told] = [row for row in walked["2025-01-10"]("bahan/peta_risiko") if row["kelurahan"] == "Babakan"]
    assert (told["tps_rawan"], told["logistik"]) == ("selesai dinilai", "selesai dinilai")


def test_the_reach_that_stands_is_that_of_the_days_up_to_the_vote(tmp_path):
    held = """
        tanggal | kecamatan | kelurahan | nama_kegiatan | bentuk | segmen | jumlah_peserta | anggaran | status
        28 Oktober 2024 | Cikole | Selabatu | Sosialisasi | tatap_muka | umum | 100 | | terlaksana
        27 Oktober 2024 | Cikole | Kebonjati | Sosialisasi | tatap_muka | muda | 200 | | terlaksana
        28 November 2024 | Cikole | Cikole | Evaluasi | tatap_muka | pemula | 400 | | terlaksana
    """
    voters = "kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan\nCikole | Selabatu | 2 | 500 | 500"
    with given(tmp_path, "2025-01-10", {"kpu/sosialisasi": held, "kpu/pemilih_tps": voters}) as snapshot:
        assert indicator(snapshot, "kelurahan_tanpa_kegiatan")["nilai"] == 32, "27 October is 31 days before the vote"
        assert indicator(snapshot, "segmen_tanpa_kegiatan")["nilai"] == 9
        assert indicator(snapshot, "peserta_per_1000_pemilih")["nilai"] == 300
        reached = {row["kelurahan"]: (row["jumlah"], row["sampai"]) for row in rows(snapshot, "partisipasi/peta")}
        [kpu] = rows(snapshot, "partisipasi/per_lembaga", instansi="kpu")
    assert [reached[name][0] for name in ("Selabatu", "Kebonjati", "Cikole")] == [1, 0, 0]
    assert reached["Selabatu"][1] == VOTE and (kpu["terlaksana"], kpu["peserta"]) == (2, 300)


def test_a_city_that_begins_after_the_vote_is_not_asked_for_what_is_over(tmp_path):
    case = "id_penanganan | sumber | status\nBWS-2025-001 | Temuan | kajian_awal"
    with given(tmp_path, "2025-01-10", {"bawaslu/penanganan": case}) as snapshot:
        found = {row["kode"]: row for row in rows(snapshot, "bersama/angka_pokok")}
        assert not rows(snapshot, "bersama/rekonsiliasi", kode="R10") and not rows(
            snapshot, "logistik/perlu_diputuskan"
        )
    for code in OVER:
        assert (found[code]["status"], found[code]["nilai"]) != ("hijau", 0) and found[code]["status"] in (
            "belum_dilaporkan", "selesai_dinilai",
        )  # fmt: skip
        if found[code]["status"] == "belum_dilaporkan":
            assert found[code]["kalimat"].endswith("belum dapat dihitung; dinilai sampai 27 November 2024.")
    assert "menunggu isi" in found["pencairan_kpu_persen"]["kalimat"], "what goes on is waited for"


# --- days ---


#: A day, the date of an agency's data, and how fresh they are.
AGED = [
    ("2024-11-19", "17 November 2024", "hijau"),  # H-8: two days are fresh
    ("2024-11-20", "18 November 2024", "kuning"),  # H-7: no longer
    ("2024-11-27", "25 November 2024", "kuning"),
    ("2024-11-27", "23 November 2024", "merah"),
    ("2024-11-28", "26 November 2024", "hijau"),  # H+1: as calm as before
    ("2024-11-28", "24 November 2024", "kuning"),
    ("2025-01-02", "30 Desember 2024", "hijau"),
    ("2025-01-02", "26 Desember 2024", "kuning"),
    ("2025-01-02", "25 Desember 2024", "merah"),
]


@pytest.fixture(scope="module")
def aged(tmp_path_factory):
    """A function that gives the status of the data by their date as of a day, each in the sheet of another agency."""

    @functools.cache
    def on(date):
        typed = [data for day, data, _ in AGED if day == date]
        sheets = {
            "kpu/hibah": "tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif | tanggal_data\n"
            "tahap_1 | 5 Feb 2024 | 10.000.000.000 | 4.000.000.000 | {}",
            "bawaslu/penanganan": "id_penanganan | sumber | status | tanggal_data\nBWS-1 | Temuan | kajian_awal | {}",
            "bpkpd/nphd": "penerima | nomor_nphd | tanggal_nphd | nilai_nphd | tanggal_data\n"
            "kpu | N1 | 17 Jan 2024 | 1 M | {}",
        }
        sheets = {tab: text.format(data) for (tab, text), data in zip(sheets.items(), typed, strict=False)}
        with given(tmp_path_factory.mktemp("umur"), date, sheets) as snapshot:
            found = {row["instansi"]: row["status"] for row in rows(snapshot, "ringkasan/instansi")}
        return {data: found[tab.partition("/")[0]] for tab, data in zip(sheets, typed, strict=True)}

    return on


@pytest.mark.parametrize("date, typed, status", AGED)
def test_data_may_be_as_old_after_the_vote_as_long_before_it(aged, date, typed, status):
    assert aged(date)[typed] == status


@pytest.fixture(scope="module")
def calendar(tmp_path_factory):
    """A copy of reference/ in which the pair was proposed on 14 January."""
    folder = shutil.copytree(REFERENCE, tmp_path_factory.mktemp("kalender") / "reference")
    for name, code, cells in (
        ("tahapan", "pengusulan", {"mulai": "2025-01-14", "selesai": "2025-01-14"}),
        ("aturan", "bulan_pengembalian_hibah",
         {"nilai": "3", "satuan": "bulan", "arti": "Sisa hibah kembali", "dasar": "Permendagri"}),
    ):  # fmt: skip
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        if not [row for row in found if row["kode"] == code]:
            found.append(dict.fromkeys(found[0], "") | {"kode": code})
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, found[0])
            writer.writeheader()
            writer.writerows(row | cells if row["kode"] == code else row for row in found)
    return folder


@pytest.mark.parametrize(
    "date, left, following",
    [
        ("2024-11-27", 0, ("Pemungutan suara", "2024-11-27")),
        ("2024-11-28", -1, ("Penetapan hasil pemilihan", "2024-12-04")),
        ("2024-12-04", -7, ("Penetapan hasil pemilihan", "2024-12-04")),
        ("2024-12-05", -8, ("Batas permohonan ke Mahkamah Konstitusi", "2024-12-06")),
        ("2025-01-09", -43, ("Penetapan", "2025-01-09")),
        ("2025-01-10", -44, ("Pengusulan pasangan calon terpilih", "2025-01-14")),
        ("2025-01-15", -49, ("Pelantikan", "2025-02-20")),
        ("2025-02-21", -86, ("Batas pengembalian hibah", "2025-04-14")),
        ("2025-04-15", -139, None),
    ],
)
def test_the_count_runs_on_after_the_vote_and_names_the_date_that_follows(tmp_path, calendar, date, left, following):
    case = {"bawaslu/penanganan": "id_penanganan | sumber | status\nBWS-1 | Temuan | kajian_awal"}
    with given(tmp_path, date, case, calendar) as snapshot:
        [frame] = rows(snapshot, "bersama/bingkai")
        listed = [(row["nama"], f"{row['tanggal']:%Y-%m-%d}") for row in rows(snapshot, "ringkasan/tenggat")]
    assert frame["sisa_hari"] == left and listed[:1] == ([following] if following else [])
    assert (frame["berikut_nama"] or None) == (following and following[0])


@pytest.mark.parametrize("date, said", [("2024-12-31", "27 Jun|27 Juni"), ("2025-01-01", "27 Jun 2024|27 Juni 2024")])
def test_a_date_of_another_year_is_said_with_its_year(tmp_path, date, said):
    with given(
        tmp_path, date, {"bawaslu/penanganan": "id_penanganan | sumber | status\nBWS-1 | Temuan | dicabut"}
    ) as one:
        [row] = one.select("select tgl(date '2024-06-27') || '|' || tgl_lisan(date '2024-06-27') as t").to_dict(
            "records"
        )
    assert row["t"] == said


def test_no_question_writes_a_year_behind_a_date_that_may_have_one():
    """Where the year is always said, it is tgl_tahun and tgl_lisan_tahun that say it."""
    twice = re.compile(r"\btgl(?:_lisan)?\([\w.() ]+\)\s*(?:\|\|\s*' '\s*\|\||,)\s*year\(")
    found = [path for folder in (ENGINE_QUERIES, QUERIES) for path in folder.rglob("*.sql")]
    assert twice.search("format('{} {}', tgl(batas), year(batas))") and twice.search("tgl(a.b) || ' ' || year(a.b)")
    assert not [str(path) for path in found if twice.search(path.read_text("utf-8"))]


@pytest.mark.parametrize("date, due", [("2025-02-20", "2025-01-29"), ("2025-03-05", "2025-01-29")])
def test_no_report_of_the_desk_falls_due_after_the_inauguration(tmp_path, date, due):
    sent = "bulan | tanggal_kirim\n2025-01 | 29 Januari 2025"
    with given(tmp_path, date, {"sekretariat/laporan_desk": sent}) as snapshot:
        [last] = rows(snapshot, "lembar/laporan_desk", terakhir=True)
        assert indicator(snapshot, "laporan_desk_terlambat_hari")["status"] == "hijau"
    assert f"{last['batas']:%Y-%m-%d}" == due


def test_two_things_that_lie_close_together_are_counted_from_the_vote_once_one_is_after_it(tmp_path):
    sheets = {
        "kesbangpol/kejadian": """
            id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap | jenis_isu | aktor | tingkat | tindak_lanjut | penanggung_jawab | status | klasifikasi
            KBP-001 | 25 November 2024 | 25 November 2024 | Cikole | Selabatu | masa_tenang | lainnya | masyarakat | sedang | dialog | polres | ditangani | biasa
            KBP-002 | 26 November 2024 | 26 November 2024 | Baros | Baros | masa_tenang | lainnya | masyarakat | sedang | dialog | polres | ditangani | biasa
        """,
        "bawaslu/penanganan": """
            id_penanganan | sumber | tanggal_diketahui | kecamatan | kelurahan | status
            BWS-1 | Temuan | 27 November 2024 | Cikole | Selabatu | kajian_awal
            BWS-2 | Temuan | 28 November 2024 | Baros | Baros | kajian_awal
        """,
    }  # fmt: skip
    with given(tmp_path, "2024-11-29", sheets) as snapshot:
        found = {row["kunci"]: row for row in rows(snapshot, "bersama/rekonsiliasi", kode="R12")}
    on, across = found["KBP-001 dan BWS-1"], found["KBP-002 dan BWS-2"]
    assert (on["kiri"], on["nilai_kiri"], on["nilai_kanan"]) == ("Kesbangpol: KBP-001, sebelum pemungutan", 2, 0)
    assert (across["kiri"], across["nilai_kiri"]) == ("Kesbangpol: KBP-002, dihitung dari pemungutan", -1)
    assert across["nilai_kanan"] == 1 and abs(across["selisih"]) == 2


# --- meetings, and the third state of the samples ---


def test_a_meeting_frozen_before_the_vote_says_after_it_what_it_said(city, tmp_path):
    folder, against = shutil.copytree(city[0] / "lembar", tmp_path / "lembar"), city[1]
    place = Settings("folder", folder, tmp_path / "potret", dt.date(2024, 11, 26))
    name = sync.sync(place, against=against, bounded=False)[-1].snapshot
    frozen = meeting.pin(place.snapshots, name, dt.datetime(2024, 11, 26, 9))

    def told():
        with store.Snapshot(place.snapshots, frozen.snapshot, frozen.before) as snapshot:
            assert snapshot.ask("bersama/angka_lain").empty
            return [snapshot.ask(question).to_dict("records") for question in ("bersama/angka_pokok", *SAID)]

    before = told()
    later = Settings("folder", folder, place.snapshots, dt.date(2025, 1, 10))
    sync.sync(later, against=against, bounded=False)
    assert str(told()) == str(before) and "selesai_dinilai" not in {row["status"] for row in before[0]}


@pytest.fixture
def environment(monkeypatch, tmp_path):
    for name in ("SUMBER", "FOLDER", "RUJUKAN", "POTRET", "TANGGAL", "SINKRON"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_RAHASIA", str(tmp_path / "secrets.toml"))
    return lambda name, value: monkeypatch.setenv(f"MONEV_{name}", value)


@pytest.mark.parametrize("folder, snapshots", [
    ("samples/sesudah", "contoh-sesudah"), ("samples/sesudah/2024-12-20", "contoh-sesudah-2024-12-20"),
    ("samples/2024-10-21", "contoh-2024-10-21"), (None, "contoh"),
])  # fmt: skip
def test_each_state_of_the_samples_has_snapshots_of_its_own(environment, folder, snapshots):
    if folder:
        environment("FOLDER", folder)
    found = settings.load()
    assert found.snapshots == settings.HOME / "potret" / snapshots
    assert found.folder in (settings.HOME / (folder or "samples"), found.snapshots / "lembar")


def test_sheets_of_a_city_keep_their_place_and_a_place_that_is_said_is_taken(environment, tmp_path):
    environment("FOLDER", str(tmp_path))
    assert settings.load().snapshots == settings.HOME / "potret"
    environment("FOLDER", "samples/sesudah")
    environment("POTRET", str(tmp_path / "lain"))
    assert settings.load().snapshots == tmp_path / "lain"


@pytest.fixture(scope="module")
def january(tmp_path_factory):
    """The folder of the snapshots of samples/sesudah."""
    potret = tmp_path_factory.mktemp("sesudah") / "potret"
    sync.sync(Settings("folder", SAMPLES / "sesudah", potret, None), against=declared.load(REFERENCE), bounded=False)
    return potret


def test_the_state_after_the_vote_is_simulated_and_has_its_meeting_before(january):
    [met] = meeting.meetings(january)
    assert met.date == dt.date(2024, 12, 20)
    with store.Snapshot(january, store.latest(january), met.snapshot) as snapshot:
        [frame] = rows(snapshot, "bersama/bingkai")
        assert frame["simulasi"] and (frame["tanggal_acuan"], frame["sisa_hari"]) == (dt.date(2025, 1, 10), -44)
        promised = rows(snapshot, "ringkasan/janji")
        assert len(promised) >= 5 and any(row["lewat"] for row in promised)
        agencies = {row["status"] for row in rows(snapshot, "ringkasan/instansi")}
        assert agencies == {"hijau", "kuning", "merah"}, "a few are kept late"
        assert 5 <= sum(row["bobot"] in ("tolak", "periksa") for row in rows(snapshot, "mutu_data/temuan")) <= 20
        assert {row["status"] for row in rows(snapshot, "bersama/status_agenda")} == {"merah", "kuning"}
        assert rows(snapshot, "ringkasan/perubahan")
        found = {row["kode"]: row["status"] for row in rows(snapshot, "bersama/angka_pokok")}
    assert {code for code, status in found.items() if status == "selesai_dinilai"} == OVER


def test_no_sentence_of_the_samples_after_the_vote_asks_for_what_is_over(january):
    with store.Snapshot(january, store.latest(january)) as snapshot:
        said = [value for question in SAID for row in rows(snapshot, question) for value in row.values()]
    assert not [one for one in said if isinstance(one, str) and PAST.search(one)]


def test_a_backup_leaves_out_every_state_of_the_samples(january, tmp_path):
    folder = shutil.copytree(january, tmp_path / "potret")
    shutil.copytree(january, folder / "contoh-sesudah")
    backup.write(folder, tmp_path / "cadangan.tar.gz")
    backup.restore(tmp_path / "cadangan.tar.gz", tmp_path / "baru", dt.datetime(2025, 1, 10, 9))
    assert not [path for path in (tmp_path / "baru").rglob("*") if "contoh-sesudah" in path.parts]
