"""Dates out of order and figures out of the usual: counted as typed, asked about, and never green meanwhile."""

import datetime as dt

import pytest

from monev.reading import reader
from monev.reading.cells.places import Places
from monev.settings import REFERENCE
from monev.sheets import Tab
from monev.sync.declared import load_contracts

AGENCIES = load_contracts(REFERENCE)
PLACES = Places.load(REFERENCE)
TODAY = dt.date(2024, 11, 4)

EVENT = {"tanggal": "30 Okt 2024", "kecamatan": "Cikole", "kelurahan": "Selabatu", "nama_kegiatan": "Dialog",
         "bentuk": "tatap_muka", "segmen": "muda", "jumlah_peserta": "60", "status": "terlaksana"}  # fmt: skip
CASE = {"id_penanganan": "BWS-1", "sumber": "laporan", "tanggal_diketahui": "20 Okt 2024",
        "tanggal_diterima": "22 Okt 2024", "tanggal_registrasi": "24 Okt 2024", "kecamatan": "Cikole",
        "tahap": "kampanye", "jenis_pelanggaran": "administrasi", "pokok_dugaan": "apk", "status": "klarifikasi"}  # fmt: skip
INCIDENT = {"id_kejadian": "KBP-1", "tanggal_kejadian": "28 Okt 2024", "tanggal_lapor": "28 Okt 2024",
            "kecamatan": "Cikole", "tahap": "kampanye", "jenis_isu": "unjuk_rasa", "aktor": "ormas",
            "tingkat": "sedang", "tindak_lanjut": "mediasi", "penanggung_jawab": "polres", "status": "selesai",
            "tanggal_selesai": "30 Okt 2024", "klasifikasi": "biasa"}  # fmt: skip
VOTERS = {"kecamatan": "Cikole", "kelurahan": "Selabatu", "jumlah_tps": "17", "dpt_laki_laki": "4.012",
          "dpt_perempuan": "4.058"}  # fmt: skip
NPHD = {"penerima": "kpu", "nomor_nphd": "N1", "tanggal_nphd": "17 Jan 2024", "nilai_nphd": "25 M"}
PAID = {"penerima": "kpu", "tahap_pencairan": "tahap_1", "nomor_sp2d": "A1", "tanggal_sp2d": "5 Feb 2024",
        "nilai_sp2d": "10 M", "status": "cair"}  # fmt: skip
GRANT = {"tahap_pencairan": "tahap_1", "tanggal_masuk": "6 Feb 2024", "nilai_diterima": "10 M",
         "belanja_kumulatif": "4 M"}  # fmt: skip
GOODS = {"jenis_barang": "kotak_suara", "jenis_pemilihan": "keduanya", "satuan": "buah", "kebutuhan": "1.102",
         "jumlah_diterima": "1.102", "jumlah_rusak": "0", "tanggal_terima": "6 Okt 2024",
         "status_sortir": "selesai"}  # fmt: skip
ASN = {"kode_kasus": "ASN-01", "rumpun_jabatan": "pelaksana", "kode_bentuk": "D6", "tanggal_kejadian": "3 Okt 2024",
       "media": "langsung", "hasil": "terbukti", "tanggal_diteruskan": "11 Okt 2024",
       "tanggal_rekomendasi": "21 Okt 2024", "rekomendasi": "moral_terbuka"}  # fmt: skip
CITY_ASN = {"kode_kasus": "ASN-01", "tanggal_terima_rekomendasi": "23 Okt 2024", "pelaksana": "bkpsdm",
            "sanksi": "moral_terbuka", "tanggal_sanksi": "1 Nov 2024", "status": "selesai"}  # fmt: skip
SENT = {"kecamatan": "Cikole", "kelurahan": "Selabatu", "tahap_distribusi": "gudang_kpu_ke_ppk",
        "jumlah_tps_diterima": "17", "tanggal_rencana": "2 Nov 2024", "tanggal_realisasi": "2 Nov 2024",
        "kendala": "tidak_ada"}  # fmt: skip
DESK = {"bulan": "2024-10", "tanggal_kirim": "29 Okt 2024"}
TABS = {
    "kpu/sosialisasi": EVENT, "bawaslu/penanganan": CASE, "kesbangpol/kejadian": INCIDENT, "kpu/pemilih_tps": VOTERS,
    "bpkpd/nphd": NPHD, "bpkpd/pencairan": PAID, "kpu/hibah": GRANT, "kpu/logistik_gudang": GOODS,
    "bawaslu/netralitas_asn": ASN, "kesbangpol/tindak_lanjut_asn": CITY_ASN, "kpu/distribusi": SENT,
    "sekretariat/laporan_desk": DESK,
}  # fmt: skip


def read(name: str, *rows: dict, today: dt.date | None = TODAY):
    """The tab of these rows (the usual one of its kind, each with changes), as read on `today`."""
    agency, _, code = name.partition("/")
    whole = [TABS.get(name, {}) | {"tanggal_data": "4 Nov 2024"} | row for row in rows]
    titles = list(dict.fromkeys(title for row in whole for title in row))
    grid = [titles, *([row.get(title) for title in titles] for row in whole)]
    return reader.read_tab(Tab(code, grid, None), AGENCIES[agency].tabs[code], PLACES, today)


def asked(tab) -> list[tuple[str, str]]:
    return [(note.kolom, note.alasan) for note in tab.findings if note.bobot == "periksa"]


@pytest.mark.parametrize("name", TABS)
def test_what_is_in_order_is_not_asked_about(name):
    tab = read(name, {})
    assert not [note for note in tab.findings if note.bobot in ("periksa", "tolak")] or name == "kpu/pemilih_tps"
    assert asked(tab) == [] or all(column == "kelurahan" for column, _ in asked(tab))  # 32 kelurahan have no row


#: Dates of what has happened, beside the date of the data in the same row.
DATED_TOO = [
    ("kpu/sosialisasi", "tanggal"),
    ("kpu/logistik_gudang", "tanggal_terima"),
    ("kpu/distribusi", "tanggal_realisasi"),
    ("kpu/hibah", "tanggal_masuk"),
    ("bpkpd/pencairan", "tanggal_sp2d"),
    ("bawaslu/penanganan", "tanggal_registrasi"),
    ("kesbangpol/kejadian", "tanggal_selesai"),
]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        *DATED_TOO,
        ("bpkpd/nphd", "tanggal_nphd"),
        ("bawaslu/netralitas_asn", "tanggal_rekomendasi"),
        ("kesbangpol/tindak_lanjut_asn", "tanggal_sanksi"),
        ("sekretariat/laporan_desk", "tanggal_kirim"),
        ("kpu/pemilih_tps", "tanggal_data"),
    ],
)
def test_what_has_happened_lies_on_the_reference_date_at_the_latest(name, column):
    assert not [told for told in asked(read(name, {column: "4 Nov 2024"})) if told[0] == column]
    tab = read(name, {column: "5 Nov 2024", "tanggal_data": "5 Nov 2024" if column == "tanggal_data" else "4 Nov 2024"})
    [told] = [told for told in asked(tab) if told[0] == column]
    assert told[1].endswith("5 Nov 2024 belum terjadi pada tanggal acuan.")
    [note] = [note for note in tab.findings if note.kolom == column]
    assert note.konfirmasi is None, "nobody can say that it is right"
    assert [row.kind for row in tab.rows] == ["terhitung"], "it is counted as typed"


def test_what_is_only_planned_may_lie_ahead():
    assert asked(read("kpu/sosialisasi", {"tanggal": "12 Nov 2024", "status": "rencana"})) == []
    assert asked(read("bpkpd/pencairan", {"tanggal_sp2d": "12 Nov 2024", "status": "proses"})) == []
    later = {"tanggal": "12 Nov 2024", "tanggal_data": "12 Nov 2024"}
    assert asked(read("kpu/sosialisasi", later, today=None)) == [], "without a day none is judged"


def test_a_date_of_the_data_yet_to_come_makes_no_agency_younger():
    tab = read(
        "kesbangpol/kejadian", {"tanggal_data": "3/11/2025"}, {"id_kejadian": "KBP-2", "tanggal_data": "1/11/2024"}
    )
    assert tab.as_of == dt.date(2024, 11, 1)
    assert [column for column, _ in asked(tab)] == ["tanggal_data"]
    assert read("kesbangpol/kejadian", {"tanggal_data": "3/11/2025"}).as_of is None


@pytest.mark.parametrize(
    ("name", "column", "early", "other"),
    [
        ("kesbangpol/kejadian", "tanggal_selesai", "27 Okt 2024", "Tanggal Kejadian 28 Okt 2024"),
        ("kesbangpol/kejadian", "tanggal_lapor", "27 Okt 2024", "Tanggal Kejadian 28 Okt 2024"),
        ("bawaslu/penanganan", "tanggal_registrasi", "21 Okt 2024", "Tanggal Diterima 22 Okt 2024"),
        ("bawaslu/penanganan", "tanggal_diterima", "19 Okt 2024", "Tanggal Diketahui 20 Okt 2024"),
        ("bawaslu/penanganan", "tanggal_putusan", "23 Okt 2024", "Tanggal Registrasi 24 Okt 2024"),
        ("bawaslu/netralitas_asn", "tanggal_rekomendasi", "10 Okt 2024", "Tanggal Diteruskan 11 Okt 2024"),
        ("bawaslu/netralitas_asn", "tanggal_diteruskan", "2 Okt 2024", "Tanggal Kejadian 3 Okt 2024"),
        ("kesbangpol/tindak_lanjut_asn", "tanggal_sanksi", "22 Okt 2024", "Tanggal Terima Rekomendasi 23 Okt 2024"),
    ],
)
def test_nothing_lies_before_what_it_follows(name, column, early, other):
    [(told, why)] = asked(read(name, {column: early}))
    assert told == column and why.endswith(f"lebih awal daripada {other}.")
    date = other.split(" ", 2)[2] if other.count(" ") == 4 else " ".join(other.split()[-3:])
    assert asked(read(name, {column: date})) == [], "on the same day it may"


@pytest.mark.parametrize(("name", "column"), DATED_TOO)
def test_what_had_happened_lies_on_the_date_of_its_data_at_the_latest(name, column):
    data = "2 Nov 2024"
    assert asked(read(name, {column: "2 Nov 2024", "tanggal_data": data})) == []
    [(told, why)] = asked(read(name, {column: "3 Nov 2024", "tanggal_data": data}))
    title = AGENCIES[name.partition("/")[0]].tabs[name.partition("/")[2]].columns[column].title
    assert told == "tanggal_data" and why == f"Tanggal Data 2 Nov 2024 lebih awal daripada {title} di baris ini."


def test_a_verdict_without_a_date_of_registration_still_follows_the_day_it_came_in():
    case = {"tanggal_registrasi": None, "tanggal_putusan": "21 Okt 2024"}
    [why] = [why for column, why in asked(read("bawaslu/penanganan", case)) if column == "tanggal_putusan"]
    assert why.endswith("lebih awal daripada Tanggal Diterima 22 Okt 2024.")
    same_day = asked(read("bawaslu/penanganan", case | {"tanggal_putusan": "22 Okt 2024"}))
    assert "tanggal_putusan" not in [column for column, _ in same_day]


def test_one_wrong_date_is_told_once_though_others_do_not_fit_to_it():
    assert len(asked(read("kesbangpol/kejadian", {"tanggal_kejadian": "28 Okt 2025"}))) == 1
    [(column, why)] = asked(read("kesbangpol/kejadian", {"tanggal_data": "25 Nov 2023"}))
    assert column == "tanggal_data"
    assert "lebih awal daripada Tanggal Kejadian, Tanggal Lapor, dan Tanggal Selesai di baris ini" in why


@pytest.mark.parametrize(
    ("name", "changes", "column"),
    [
        ("kpu/sosialisasi", {"jumlah_peserta": "5.300"}, "jumlah_peserta"),
        ("kpu/pemilih_tps", {"dpt_laki_laki": "469"}, "dpt_laki_laki"),
        ("kpu/pemilih_tps", {"dpt_perempuan": "405"}, "dpt_perempuan"),
        ("kpu/pemilih_tps", {"jumlah_tps": "170"}, "jumlah_tps"),
        ("bpkpd/nphd", {"nilai_nphd": "25"}, "nilai_nphd"),
        ("bpkpd/pencairan", {"nilai_sp2d": "10.000"}, "nilai_sp2d"),
        ("kpu/hibah", {"nilai_diterima": "10.000"}, "nilai_diterima"),
        ("kpu/logistik_gudang", {"jumlah_diterima": "11.020"}, "jumlah_diterima"),
        ("kesbangpol/kejadian", {"perkiraan_massa": "75.000"}, "perkiraan_massa"),
        ("kpu/sosialisasi", {"anggaran": "7.500"}, "anggaran"),
    ],
)
def test_a_figure_out_of_the_usual_is_asked_about_once(name, changes, column):
    [(told, _)] = [told for told in asked(read(name, changes)) if told[0] != "kelurahan"]
    assert told == column


def test_zero_is_usual_where_there_may_be_none():
    assert asked(read("kpu/sosialisasi", {"anggaran": "0", "jumlah_peserta": "0"})) == []
    assert asked(read("kpu/hibah", {"belanja_kumulatif": "0"})) == []


def test_no_column_is_held_against_other_rows():
    """One office really has ninety times as many people as another."""
    offices = [
        {"perangkat_daerah": f"Dinas {n}", "jumlah_asn": str(n), "jumlah_tanda_tangan": str(n)} for n in (20, 1800)
    ]
    assert asked(read("kesbangpol/pakta_integritas", *offices)) == []


def test_a_single_stored_date_that_makes_sense_turned_is_asked_about():
    [(column, why)] = asked(read("kpu/sosialisasi", {"tanggal": dt.date(2024, 2, 11)}))  # 2 November, month first
    assert column == "tanggal" and "tertukar" in why
    assert asked(read("kpu/sosialisasi", {"tanggal": dt.date(2024, 7, 3)})) == [], "7 March is as old as 3 July"
    assert asked(read("kpu/sosialisasi", {"tanggal": "11 Feb 2024"})) == [], "nobody turns a month's name"


TURNED = [dt.date(2024, 5, 10), dt.date(2024, 8, 10), dt.date(2024, 2, 11)]  # 5 and 8 October, 2 November


def events(*dates) -> list[dict]:
    return [{"tanggal": date, "nama_kegiatan": f"Dialog {n}"} for n, date in enumerate(dates)]


def test_a_column_that_the_spreadsheet_turned_waits_and_is_told_with_one_voice():
    tab = read("kpu/sosialisasi", *events(*TURNED, "25/10/2024"))
    assert [row.kind for row in tab.rows] == ["ditahan"] * 3 + ["terhitung"]
    assert len({(note.kolom, note.alasan) for note in tab.findings}) == 1
    assert "tertukar oleh setelan lokal" in tab.findings[0].alasan
    without_text = read("kpu/sosialisasi", *events(*TURNED))
    assert [row.kind for row in without_text.rows] == ["ditahan"] * 3, "most make sense turned only"


def test_a_google_sheet_gives_stored_dates_as_serial_numbers():
    serials = [(date - dt.date(1899, 12, 30)).days for date in TURNED]
    assert [row.kind for row in read("kpu/sosialisasi", *events(*serials)).rows] == ["ditahan"] * 3


@pytest.mark.parametrize(
    "dates",
    [
        [dt.date(2024, 10, 5), dt.date(2024, 10, 8), dt.date(2024, 11, 2)],  # as they should be
        [dt.date(2024, 5, 10), dt.date(2024, 10, 28), "25/10/2024"],  # 28 October was read day first
        ["5/10/2024", "8/10/2024", "25/10/2024"],  # all text
        [dt.date(2024, 10, 10), dt.date(2024, 11, 11 - 8), "25/10/2024"],
    ],
)
def test_stored_dates_that_may_be_right_are_read(dates):
    assert {row.kind for row in read("kpu/sosialisasi", *events(*dates)).rows} == {"terhitung"}


def test_dates_in_figures_wait_where_others_of_the_column_are_month_first():
    tab = read("kpu/sosialisasi", *events("10/25/2024", "10/28/2024", "11/2/2024", "3/11/2024", "11/11/2024"))
    assert [row.kind for row in tab.rows] == ["ditahan"] * 4 + ["terhitung"]
    assert [row.values["tanggal"] for row in tab.rows][2:4] == [None, None]
    mixed = read("kpu/sosialisasi", *events("10/25/2024", "25/10/2024", "2/11/2024"))
    assert mixed.rows[2].values["tanggal"] == dt.date(2024, 11, 2), "others are day first: the one is a slip"


def test_english_commas_are_read_where_every_figure_of_the_column_has_them():
    rows = [{"kelurahan": kel, "dpt_laki_laki": men, "dpt_perempuan": women} for kel, men, women in (
        ("Selabatu", "4,012", "4,058"), ("Gunungparang", "3,500", "3,611"))]  # fmt: skip
    tab = read("kpu/pemilih_tps", *rows)
    assert [row.values["dpt_laki_laki"] for row in tab.rows] == [4012, 3500]
    assert [column for column, why in asked(tab) if "koma" in why] == ["dpt_laki_laki", "dpt_perempuan"]


def test_whole_numbers_wait_beside_those_that_lost_their_zeros():
    rows = [{"kelurahan": kel, "dpt_laki_laki": men} for kel, men in (("Selabatu", 4.012), ("Gunungparang", 4))]
    tab = read("kpu/pemilih_tps", *rows)
    assert [row.values["dpt_laki_laki"] for row in tab.rows] == [None, None]


@pytest.mark.parametrize(
    "note",
    ["seharusnya 1.012, nanti diperbaiki", "akan direvisi", "ralat menyusul", "salah input, mohon baris ini diabaikan", "baris ini batal, salah input", "Abaikan", "data ini dobel", "jangan dihitung",
     "hanya contoh", "entri ganda"],
)  # fmt: skip
def test_a_row_that_its_own_note_takes_back_is_asked_about(note):
    [(column, why)] = asked(read("bpkpd/pencairan", {"keterangan": note}))
    assert column == "keterangan" and "masih dihitung" in why
    [found] = read("bpkpd/pencairan", {"keterangan": note}).findings
    assert found.beside == ("*",), "whatever uses the row is in doubt"


@pytest.mark.parametrize(
    "note",
    ["menunggu data dari provinsi", "salah satu TPS banjir", "data sudah benar",
     "dua kali kunjungan", "contoh surat suara dibagikan"],
)  # fmt: skip
def test_a_note_about_something_else_takes_nothing_back(note):
    assert asked(read("bpkpd/pencairan", {"keterangan": note})) == []


def test_a_grant_beyond_what_was_asked_for_is_asked_about():
    assert asked(read("bpkpd/nphd", {"nilai_usulan": "25 M"})) == []
    [(column, why)] = asked(read("bpkpd/nphd", {"nilai_usulan": "2,5 M"}))
    assert column == "nilai_nphd" and "Nilai Usulan" in why


def test_a_kecamatan_and_a_kelurahan_in_each_others_cell_are_told_as_that():
    tab = read("kpu/sosialisasi", {"kecamatan": "Tipar", "kelurahan": "Citamiang"})
    assert [(note.kolom, note.saran) for note in tab.findings] == [
        ("kecamatan", "tulis Citamiang"), ("kelurahan", "tulis Tipar"),
    ]  # fmt: skip
    assert all("tertukar" in note.alasan for note in tab.findings)
    assert tab.rows[0].held is not None and tab.rows[0].values["kelurahan"] is None
    other = read("kpu/sosialisasi", {"kecamatan": "Tipar", "kelurahan": "Selabatu"})
    assert [note.kolom for note in other.findings] == ["kecamatan"]


def test_kelurahan_whose_rows_wait_for_their_place_are_not_told_as_missing_too():
    tab = read("kpu/pemilih_tps", *({"kelurahan": f"{name} xx"} for name in PLACES.kelurahan))
    assert not [note for note in tab.findings if "belum ada barisnya" in note.alasan]
    assert len(tab.missing) == 33, "but no number is complete without them"
    one = read("kpu/pemilih_tps", *({"kelurahan": name} for name in PLACES.kelurahan[:-1]))
    assert [note.alasan for note in one.findings if "belum ada barisnya" in note.alasan]


@pytest.mark.parametrize(
    ("name", "status", "column", "note"),
    [
        ("kpu/sosialisasi", {"status": "terlaksana"}, "keterangan", "batal krn hujan, dijadwal ulang"),
        ("kpu/sosialisasi", {"status": "terlaksana"}, "keterangan", "Ditunda minggu depan"),
        ("bpkpd/pencairan", {"status": "cair"}, "keterangan", "blm cair menurut bank"),
        ("kesbangpol/kejadian", {"status": "selesai"}, "keterangan", "belum selesai"),
    ],
)
def test_a_note_that_denies_what_its_row_calls_done_is_asked_about(name, status, column, note):
    tab = read(name, status | {column: note})
    [found] = [one for one in tab.findings if one.bobot == "periksa"]
    assert found.kolom == column and found.beside == ("status",) and "sebaliknya" in found.alasan


@pytest.mark.parametrize("note", ["sempat ditunda karena hujan", "peserta belum semua hadir", "dokumentasi belum ada"])
def test_a_note_of_what_was_before_or_of_something_else_denies_nothing(note):
    assert asked(read("kpu/sosialisasi", {"keterangan": note})) == []


def test_a_note_denies_nothing_where_nothing_is_called_done():
    later = {"status": "rencana", "tanggal": "12 Nov 2024", "keterangan": "ditunda dari 4 November"}
    assert asked(read("kpu/sosialisasi", later)) == []


def with_total(*figures: int, total: object, word: str = "JUMLAH", more: list | None = None):
    names = ["Dinas Sosial", "Dinas Kesehatan", "Inspektorat"]
    rows = [[name, n, 50, "4 Nov 2024"] for name, n in zip(names, figures, strict=False)]
    grid = [
        ["perangkat_daerah", "jumlah_asn", "jumlah_tanda_tangan", "tanggal_data"],
        *rows,
        [word, total],
        *(more or []),
    ]
    tab = AGENCIES["kesbangpol"].tabs["pakta_integritas"]
    return reader.read_tab(Tab("pakta_integritas", grid, None), tab, PLACES, TODAY)


@pytest.mark.parametrize(("total", "told"), [(600, False), ("600", False), (610, True), (None, False), ("-", False)])
def test_a_total_that_is_no_sum_of_its_rows_is_asked_about(total, told):
    found = [why for column, why in asked(with_total(100, 200, 300, total=total)) if column == "jumlah_asn"]
    assert bool(found) == told
    if told:
        assert found == ["Baris jumlah menyebut Jumlah ASN 610, padahal 3 baris di atasnya berjumlah 600."]


@pytest.mark.panjang
def test_nothing_is_said_of_totals_of_parts_or_where_a_row_waits():
    assert asked(with_total(100, 200, total=310, more=[["Total", 320]])) == []
    assert [column for column, _ in asked(with_total(100, "dua ratusan", 300, total=610))] == []
