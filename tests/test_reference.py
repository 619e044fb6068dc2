"""Reference data agree with the published figures, with each other and with the contracts."""

import datetime as dt
import math
import shutil
from collections import Counter
from pathlib import Path

import holidays
import pytest

from monev.contract import contracts as contract, days_off, reference
from monev.contract.reference import ReferenceDataError

HOME = Path(__file__).parent.parent
REFERENCE = HOME / "reference"
CONTRACTS = HOME / "contracts"

# Typed from the agreed list of indicators, in its order: bounds of green and yellow, None without a yellow.
AGREED = {
    "logistik": {
        "tps_terlayani_persen": (100, 0),
        "barang_kurang": (0, math.inf),
        "barang_siap_persen": (100, 80),
        "pencairan_kpu_persen": (100, 40),
        "pencairan_bawaslu_persen": (100, 40),
        "selisih_kpu_rp": (0, math.inf),
        "selisih_bawaslu_rp": (0, math.inf),
        "sarpras_siap_persen": (100, 85),
        "pencairan_pengamanan_persen": (100, 40),
        "sisa_hibah_belum_kembali_rp": (0, math.inf),
        "laporan_penggunaan_belum_masuk": (0, math.inf),
        "psu_belum_selesai": (0, math.inf),
    },
    "risiko": {
        "kasus_aktif": (0, math.inf),
        "kasus_lewat_tenggat": (0, None),
        "laporan_lewat_7_hari": (0, None),
        "mitigasi_tinggi_persen": (100, 80),
        "kelurahan_prioritas": (0, 3),
        "sengketa_berjalan": (0, math.inf),
    },
    "partisipasi": {
        "kelurahan_tanpa_kegiatan": (0, 3),
        "peserta_per_1000_pemilih": (20, 10),
        "segmen_tanpa_kegiatan": (0, 2),
        "c_pemberitahuan_persen": (98, 90),
        "kegiatan_tumpang_tindih": (0, math.inf),
        "partisipasi_persen": (80, 75),
        "suara_tidak_sah_persen": (3, 6),
        "rekap_terlambat": (0, 2),
    },
    "netralitas": {
        "kasus_asn": (0, 2),
        "rekomendasi_belum_dieksekusi": (0, math.inf),
        "rekomendasi_lewat_14_hari_kerja": (0, None),
        "kasus_tanpa_tindak_lanjut": (0, None),
        "pakta_integritas_persen": (99, 90),
    },
    "stabilitas": {
        "kejadian_14_hari": (3, 7),
        "kejadian_tinggi_terbuka": (0, 1),
        "kelurahan_potensi_tinggi": (0, 3),
        "kelurahan_tanpa_fkdm_persen": (0, 10),
        "laporan_desk_terlambat_hari": (0, 3),
    },
}
BIGGER_IS_BETTER = {
    "tps_terlayani_persen",
    "barang_siap_persen",
    "pencairan_kpu_persen",
    "pencairan_bawaslu_persen",
    "pencairan_pengamanan_persen",
    "sarpras_siap_persen",
    "mitigasi_tinggi_persen",
    "peserta_per_1000_pemilih",
    "c_pemberitahuan_persen",
    "partisipasi_persen",
    "pakta_integritas_persen",
}


@pytest.fixture(scope="module")
def tables():
    return {name: table.rows for name, table in reference.load(REFERENCE).tables.items()}


@pytest.fixture(scope="module")
def contracts():
    return contract.load(CONTRACTS)


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(REFERENCE, tmp_path / "reference"))


def edit(path, stands, instead):
    text = path.read_text(encoding="utf-8")
    assert stands in text
    path.write_text(text.replace(stands, instead, 1), encoding="utf-8")


def trouble(folder):
    with pytest.raises(ReferenceDataError) as caught:
        reference.load(folder)
    return str(caught.value)


def test_the_city_has_its_published_figures(tables):
    [daerah] = tables["daerah"]
    assert (daerah["nama"], daerah["provinsi"]) == ("Kota Sukabumi", "Jawa Barat")
    assert daerah["tanggal_pemungutan"] == dt.date(2024, 11, 27)
    assert (daerah["tps_acuan"], daerah["dpt_acuan"]) == (551, 259_961)
    assert (daerah["target_partisipasi_persen"], daerah["partisipasi_sebelumnya_persen"]) == (80, 76.4)


def test_wilayah_is_seven_kecamatan_and_33_kelurahan(tables):
    assert len({row["kecamatan"] for row in tables["wilayah"]}) == 7
    assert len({row["kelurahan"] for row in tables["wilayah"]}) == 33


def test_tps_per_kecamatan_are_those_published_and_sum_to_551(tables):
    found = {row["kecamatan"]: row["tps_acuan"] for row in tables["tps_kecamatan"]}
    assert found == {
        "Cikole": 106,
        "Warudoyong": 95,
        "Citamiang": 79,
        "Gunung Puyuh": 79,
        "Cibeureum": 71,
        "Lembursitu": 61,
        "Baros": 60,
    }
    assert sum(found.values()) == 551


def test_indicators_and_bounds_are_those_agreed_in_their_order(tables):
    found = {}
    for row in tables["ambang"]:
        found.setdefault(row["halaman"], {})[row["kode"]] = (row["hijau"], row["kuning"])
    assert found == AGREED
    assert [list(page) for page in found.values()] == [list(page) for page in AGREED.values()]
    assert list(found) == list(AGREED)


def test_the_better_direction_of_each_indicator(tables):
    assert {row["kode"] for row in tables["ambang"] if row["arah"] == "naik"} == BIGGER_IS_BETTER


def test_an_indicator_is_short_on_screen_and_says_its_rule(tables):
    labels = [row["indikator"] for row in tables["ambang"]]
    assert max(map(len, labels)) <= 22 and len(set(labels)) == len(labels)
    for row in tables["ambang"]:
        if row["basis"] == "P":
            assert "usulan, menunggu persetujuan Sekda" in row["dasar"] or "bukan pasal" in row["dasar"]
        else:
            assert "Pasal" in row["dasar"] or "Permendagri" in row["dasar"] or "Praktik Desk" in row["dasar"]


def test_a_bound_may_name_a_number_of_the_city(folder):
    edit(folder / "daerah.toml", "target_partisipasi_persen     = 80.0", "target_partisipasi_persen     = 77.5")
    [row] = [row for row in reference.load(folder).tables["ambang"].rows if row["kode"] == "partisipasi_persen"]
    assert (row["hijau"], row["kuning"]) == (77.5, 72.5) and "77,5 persen" in row["dasar"]
    edit(folder / "daerah.toml", "target_partisipasi_persen     = 77.5", "")
    with pytest.raises(ReferenceDataError, match=r'partisipasi_persen\.sql, kunci "hijau"'):
        reference.load(folder)


def test_the_numbers_of_the_rules(tables):
    assert {row["kode"]: row["nilai"] for row in tables["aturan"]} == {
        "hari_kasus": 5,
        "hari_data_tertinggal": 90,
        "hari_tiba_tertinggal": 150,
        "asn_mudah_dikenali": 100,
        "hari_laporan": 7,
        "hari_kerja_rekomendasi": 14,
        "hari_selisih_hibah": 7,
        "hari_kegiatan": 30,
        "hari_kejadian": 14,
        "pemilih_per_tps": 600,
        "surat_suara_cadangan_persen": 2.5,
        "surat_suara_ulang": 2000,
        "skor_prioritas": 2,
        "hari_dekat_kejadian": 3,
        "hari_usul_segera": 2,
        "hari_usul": 4,
        "umur_hijau": 3,
        "umur_kuning": 7,
        "umur_hijau_dekat": 1,
        "umur_kuning_dekat": 3,
        "hari_dekat": 7,
        "laporan_desk_tanggal": 29,
        "mulai_dinilai_h": 3,
        "batas_barang_h": 1,
        "tahap1_persen": 40,
        "bulan_batas_hibah": 5,
        "hari_hibah_sekaligus": 14,
        "bulan_pengembalian_hibah": 3,
        "disabilitas_paling_sedikit": 5,
    }


def test_dates_of_the_calendar_follow_voting_day(tables):
    found = {row["kode"]: (row["mulai"], row["selesai"]) for row in tables["tahapan"]}
    november = {
        "masa_tenang": (24, 26),
        "pemungutan_penghitungan": (27, 27),
        "survei_tps_rawan": (10, 15),
        "pindah_memilih_khusus": (20, 20),
        "c_pemberitahuan_sampai": (24, 24),
        "c_pemberitahuan_rekap": (26, 26),
        "barang_di_kpps": (26, 26),
    }
    for code, days in november.items():
        assert found[code] == tuple(dt.date(2024, 11, day) for day in days)
    assert found["kampanye"] == (dt.date(2024, 9, 25), dt.date(2024, 11, 23))
    assert found["rekapitulasi"] == (dt.date(2024, 11, 27), dt.date(2024, 12, 16))
    assert found["penetapan_calon"] == (dt.date(2024, 9, 22), dt.date(2024, 9, 22))
    assert found["pindah_memilih"] == (dt.date(2024, 10, 28), dt.date(2024, 10, 28))


def test_dates_that_are_not_counted_from_voting_day_are_those_of_the_schedule_and_of_this_city(tables):
    found = {row["kode"]: (row["mulai"], row["selesai"]) for row in tables["tahapan"]}
    assert found["perencanaan_anggaran"] == (None, dt.date(2024, 1, 26))
    assert found["pemutakhiran_pemilih"] == (dt.date(2024, 5, 31), dt.date(2024, 9, 23))
    assert found["pencalonan"] == (dt.date(2024, 8, 24), dt.date(2024, 9, 22))
    assert found["dukungan_perseorangan"] == (dt.date(2024, 5, 5), dt.date(2024, 8, 19))
    after = {"hasil": (2024, 12, 4), "batas_mk": (2024, 12, 6), "penetapan": (2025, 1, 9), "pelantikan": (2025, 2, 20)}
    for code, day in after.items():
        assert found[code] == (dt.date(*day), dt.date(*day))
    assert found["pengusulan"] == (None, None)  # not known: nobody published it
    said = {row["kode"]: row["dasar"] for row in tables["tahapan"]}
    assert said["hasil"] == "SK KPU 842/2024" and said["pengusulan"] == "Tanggal belum dicatat"


def test_the_dates_ahead_that_the_first_page_shows(tables):
    assert [(row["nama"], row["mulai"].day) for row in tables["tahapan"] if row["tampil"]] == [
        ("Masa tenang", 24),
        ("Pendataan TPS rawan", 10),
        ("Barang di KPPS", 26),
        ("Pemungutan suara", 27),
    ]


def test_another_voting_day_moves_what_is_counted_from_it(folder):
    edit(folder / "daerah.toml", "2024-11-27", "2029-11-28")
    found = {row["kode"]: row["mulai"] for row in reference.load(folder).tables["tahapan"].rows}
    assert found["masa_tenang"] == dt.date(2029, 11, 25)
    assert found["survei_tps_rawan"] == dt.date(2029, 11, 11)


def test_needs_per_tps_and_expected_goods(tables):
    goods = {row["kode"]: row for row in tables["jenis_barang"]}
    assert [code for code, row in goods.items() if row["wajib_ada"]] == [
        "kotak_suara",
        "bilik_suara",
        "surat_suara",
        "tinta",
        "segel_plastik",
    ]
    both = {code: row["per_tps_keduanya"] for code, row in goods.items() if row["per_tps_keduanya"]}
    assert both == {"kotak_suara": 2, "bilik_suara": 4, "tinta": 2, "segel_plastik": 6}
    assert {code: row["per_tps_satu"] for code, row in goods.items() if row["per_tps_satu"]} == {
        "kotak_suara": 1,
        "segel_plastik": 3,
    }


def test_the_share_of_ballots_has_one_value(tables):
    spare = next(row["nilai"] for row in tables["aturan"] if row["kode"] == "surat_suara_cadangan_persen")
    shares = {row["kode"]: row["per_dpt_persen"] for row in tables["jenis_barang"] if row["per_dpt_persen"]}
    assert shares == {"surat_suara": 100 + spare}


@pytest.mark.parametrize(
    ("table", "column", "choices"),
    [
        ("jenis_barang", None, "jenis_barang"),
        ("indikator_tps_rawan", "indikator", "kode_indikator"),
        ("bentuk_pelanggaran", "uraian", "kode_bentuk"),
    ],
)
def test_a_list_has_the_codes_and_words_of_the_contracts(tables, table, column, choices):
    labels = {code: label for name, code, label in contract.labels(CONTRACTS) if name == choices}
    assert {row["kode"]: row[column] if column else labels[row["kode"]] for row in tables[table]} == labels


def test_the_stages_are_those_of_the_contracts(tables):
    labels = {code: label for name, code, label in contract.labels(CONTRACTS) if name == "tahap_pilkada"}
    assert {row["kode"]: row["nama"] for row in tables["tahapan"] if row["jenis"] == "tahapan"} == labels


def test_sanctions_of_the_seven_ethics_and_twelve_discipline_breaches(tables):
    sanctions = {row["kode"]: row["sanksi"] for row in tables["bentuk_pelanggaran"]}
    assert Counter(row["jenis"] for row in tables["bentuk_pelanggaran"]) == {"etik": 7, "disiplin": 12}
    assert {code for code, sanction in sanctions.items() if sanction == "moral"} == {f"E{n}" for n in range(1, 8)}
    assert {code for code, sanction in sanctions.items() if sanction == "disiplin_sedang"} == {"D3", "D9"}
    assert {code for code, sanction in sanctions.items() if sanction == "ptdh"} == {"D5"}


def test_what_an_indicator_uses_exists_in_the_contracts(tables, contracts):
    for row in tables["cakupan"]:
        tab = contracts[row["instansi"]].tabs[row["tab"]]
        assert set(row["kolom"]) <= set(tab.columns), row
        assert not set(row["kolom"]) & {"anggaran", "keterangan", "sumber_dokumen"}, row


def test_events_and_the_priority_score_add_up_over_tabs(tables):
    adding = Counter(row["kode"] for row in tables["cakupan"] if row["gabung"])
    assert adding == {
        "kelurahan_prioritas": 5,
        "kelurahan_tanpa_kegiatan": 3,
        "peserta_per_1000_pemilih": 3,
        "segmen_tanpa_kegiatan": 3,
        "kegiatan_tumpang_tindih": 3,
    }


def test_only_follow_ups_and_desk_reports_count_when_their_tab_is_empty(tables):
    assert {(row["kode"], row["tab"]) for row in tables["cakupan"] if row["boleh_kosong"]} == {
        ("rekomendasi_belum_dieksekusi", "tindak_lanjut_asn"),
        ("rekomendasi_lewat_14_hari_kerja", "tindak_lanjut_asn"),
        ("kasus_tanpa_tindak_lanjut", "tindak_lanjut_asn"),
        ("laporan_desk_terlambat_hari", "laporan_desk"),
    }


def test_a_point_of_the_agenda_is_called_on_the_pages_as_in_the_sheet(tables):
    called = contract.called(CONTRACTS, "agenda")
    assert [(row["halaman"], row["judul"]) for row in tables["agenda"]] == [
        (page, one[0]) for page, one in called.items()
    ]


def test_the_course_of_the_meeting_is_the_one_agreed(tables):
    assert [(row["ke"], row["halaman"], row["menit"], row["pembicara"]) for row in tables["acara"]] == [
        (1, "ringkasan", 5, ["sekretariat"]),
        (2, "logistik", 15, ["kpu"]),
        (3, "risiko", 15, ["bawaslu"]),
        (4, "partisipasi", 10, ["kpu"]),
        (5, "netralitas", 10, ["bawaslu"]),
        (6, "stabilitas", 10, ["kesbangpol"]),
        (7, "tindak_lanjut", 10, ["sekretariat"]),
    ]


def test_a_point_is_moved_by_moving_its_line_and_may_be_left_out(folder):
    (folder / "acara.csv").write_text(
        "halaman,menit,pembicara\nmutu_data,1,bpkpd\nstabilitas,240,kesbangpol; bawaslu\nperubahan,2,sekretariat\n"
    )
    assert reference.load(folder).tables["acara"].rows == [
        {"ke": 1, "halaman": "mutu_data", "menit": 1, "pembicara": ["bpkpd"]},
        {"ke": 2, "halaman": "stabilitas", "menit": 240, "pembicara": ["kesbangpol", "bawaslu"]},
        {"ke": 3, "halaman": "perubahan", "menit": 2, "pembicara": ["sekretariat"]},
    ]


def test_days_off_hold_national_holidays_and_cuti_bersama(tables):
    days = {row["tanggal"]: row["nama"] for row in tables["hari_libur"]}
    shared_leave = [(2, 9), (3, 12), (4, 8), (4, 9), (4, 12), (4, 15), (5, 10), (5, 24), (6, 18), (12, 26)]
    found = [day for day, name in days.items() if day.year == 2024 and name.startswith("Cuti Bersama")]
    assert found == [dt.date(2024, month, day) for month, day in shared_leave]
    assert dt.date(2024, 11, 27) in days and dt.date(2024, 12, 25) in days
    assert {day.year for day in days} == set(range(2022, 2028))


def test_days_off_are_those_that_the_package_gives_by_its_own_name():
    years = range(2020, 2031)
    known = holidays.country_holidays("ID", years=years, categories=("public", "government"), language="id")
    assert days_off.read(years) == [{"tanggal": day, "nama": known[day]} for day in sorted(known)]


def test_days_off_cover_the_years_asked_for():
    rows = reference.load(REFERENCE, range(2029, 2030)).tables["hari_libur"].rows
    assert {row["tanggal"].year for row in rows} == {2029}


def test_every_cell_has_the_type_that_its_table_declares():
    kinds = {
        "VARCHAR": str,
        "BIGINT": int,
        "DOUBLE": float,
        "DATE": dt.date,
        "BOOLEAN": bool,
        "VARCHAR[]": list,
    }
    for name, table in reference.load(REFERENCE).tables.items():
        for row in table.rows:
            assert list(row) == list(table.types), name
            for column, value in row.items():
                assert value is None or type(value) is kinds[table.types[column]], (name, column, value)


# Each mistake: file, what stands there, what is put instead, and the line that tells it.
MISTAKES = {
    "decimal comma": (
        "aturan.csv",
        "surat_suara_cadangan_persen,2.5",
        'surat_suara_cadangan_persen,"2,5"',
        'reference/aturan.csv, baris 9, kolom "nilai": "2,5" bukan angka; pecahan ditulis dengan titik.',
    ),
    "too few cells": (
        "tps_kecamatan.csv",
        "Cikole,106",
        "Cikole",
        "reference/tps_kecamatan.csv, baris 3: ada 1 kolom, harus 2.",
    ),
    "wrong sum of TPS": (
        "tps_kecamatan.csv",
        "Cikole,106",
        "Cikole,107",
        "reference/tps_kecamatan.csv: jumlah tps_acuan 552, menurut daerah.tps_acuan 551.",
    ),
    "unknown kecamatan": (
        "tps_kecamatan.csv",
        "Cikole,106",
        "Cikola,106",
        "reference/tps_kecamatan.csv: kecamatan Cikole belum ada.",
    ),
    "fractional TPS": (
        "tps_kecamatan.csv",
        "Cikole,106",
        "Cikole,106.0",
        'reference/tps_kecamatan.csv, baris 3, kolom "tps_acuan": "106.0" bukan bilangan bulat.',
    ),
    "header": (
        "tps_kecamatan.csv",
        "kecamatan,tps_acuan",
        "kecamatan,tps",
        "reference/tps_kecamatan.csv, baris 1: kepala harus kecamatan,tps_acuan.",
    ),
    "code twice": (
        "aturan.csv",
        "hari_laporan,7",
        "hari_kasus,7",
        "reference/aturan.csv, baris 3: hari_kasus sudah ada di baris 2.",
    ),
    "blank rule": (
        "tahapan.csv",
        "H-1,H-1,ya,Pasal 78 ayat (2) UU 1/2015 jo. UU 6/2020",
        "H-1,H-1,ya,",
        'reference/tahapan.csv, baris 15, kolom "dasar": belum diisi.',
    ),
    "no date": (
        "tahapan.csv",
        "2024-09-25",
        "25 September",
        'reference/tahapan.csv, baris 5, kolom "mulai": "25 September" bukan tanggal; '
        "tulis seperti 2024-11-24 atau H-3.",
    ),
    "ends before it begins": (
        "tahapan.csv",
        "H-17,H-12",
        "H-17,H-18",
        "reference/tahapan.csv: survei_tps_rawan selesai sebelum mulai.",
    ),
    "neither yes nor no": (
        "jenis_barang.csv",
        "kotak_suara,2,1,,ya",
        "kotak_suara,2,1,,y",
        'reference/jenis_barang.csv, baris 2, kolom "wajib_ada": "y" bukan ya atau tidak.',
    ),
    "page without a title": (
        "agenda.csv",
        "2,risiko,",
        "2,resiko,",
        "reference/agenda.csv: halaman resiko belum punya indikator di queries/resiko/indikator/.",
    ),
    "point twice": (
        "acara.csv",
        "risiko,15",
        "logistik,15",
        "reference/acara.csv, baris 4: logistik sudah ada di baris 3.",
    ),
    "unknown point": (
        "acara.csv",
        "risiko,15",
        "resiko,15",
        'reference/acara.csv, baris 4, kolom "halaman": "resiko" bukan salah satu dari logistik, risiko, partisipasi, '
        "netralitas, stabilitas, ringkasan, tindak_lanjut, perubahan, mutu_data.",
    ),
    "unknown speaker": (
        "acara.csv",
        "risiko,15,bawaslu",
        "risiko,15,bawaslu;panwas",
        'reference/acara.csv, baris 4, kolom "pembicara": "panwas" bukan salah satu dari kpu, bawaslu, kesbangpol, '
        "bpkpd, sekretariat.",
    ),
    "no speaker": (
        "acara.csv",
        "risiko,15,bawaslu",
        "risiko,15,;",
        'reference/acara.csv, baris 4, kolom "pembicara": belum diisi.',
    ),
    "no minutes": (
        "acara.csv",
        "risiko,15",
        "risiko,0",
        'reference/acara.csv, baris 4, kolom "menit": 0 di luar 1 sampai 240.',
    ),
    "too many minutes": (
        "acara.csv",
        "risiko,15",
        "risiko,241",
        'reference/acara.csv, baris 4, kolom "menit": 241 di luar 1 sampai 240.',
    ),
    "minutes in words": (
        "acara.csv",
        "risiko,15",
        "risiko,15 menit",
        'reference/acara.csv, baris 4, kolom "menit": "15 menit" bukan bilangan bulat.',
    ),
    "open quote": (
        "aturan.csv",
        "hari_kasus,5,hari,",
        'hari_kasus,5,"hari" kalender,',
        "reference/aturan.csv, baris 2: bukan CSV yang sah.",
    ),
    "number of kelurahan": (
        "daerah.toml",
        "jumlah_kelurahan = 33",
        "jumlah_kelurahan = 34",
        "reference/wilayah.csv: jumlah kelurahan 33, menurut daerah.toml 34.",
    ),
    "text for a number": (
        "daerah.toml",
        "tps_acuan   = 551",
        'tps_acuan   = "551"',
        'reference/tps_kecamatan.csv, kolom "tps_acuan": jumlah menyebut daerah.tps_acuan, yang bukan bilangan.',
    ),
    "unknown key": (
        "daerah.toml",
        "provinsi ",
        "propinsi ",
        'reference/daerah.toml, kunci "provinsi": belum diisi.',
    ),
    "missing key": (
        "daerah.toml",
        'provinsi         = "Jawa Barat"\n',
        "",
        'reference/daerah.toml, kunci "provinsi": belum diisi.',
    ),
    "unknown time zone": (
        "daerah.toml",
        "Asia/Jakarta",
        "Asia/Sukabumi",
        'reference/daerah.toml, kunci "zona_waktu": "Asia/Sukabumi" tidak dikenal; pilih '
        "Asia/Jakarta, Asia/Pontianak, Asia/Makassar atau Asia/Jayapura.",
    ),
    "time zone of another country": (
        "daerah.toml",
        "Asia/Jakarta",
        "Asia/Singapore",
        'reference/daerah.toml, kunci "zona_waktu": "Asia/Singapore" tidak dikenal; pilih '
        "Asia/Jakarta, Asia/Pontianak, Asia/Makassar atau Asia/Jayapura.",
    ),
    "time zone and its name apart": (
        "daerah.toml",
        '"WIB"',
        '"WITA"',
        'reference/daerah.toml, kunci "singkatan_zona": "WITA"; untuk Asia/Jakarta tulis WIB.',
    ),
    "broken TOML": (
        "daerah.toml",
        '"Jawa Barat"',
        "Jawa Barat",
        'reference/daerah.toml, baris 5: bukan TOML yang sah; tulis nama = "isi" dengan tanda kutip lurus, satu baris satu kunci; di dalam { } antarkunci koma.',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_one_line_with_its_place(folder, mistake):
    name, stands, instead, line = MISTAKES[mistake]
    edit(folder / name, stands, instead)
    assert trouble(folder) == line


def test_a_missing_file_is_named(folder):
    (folder / "agenda.csv").unlink()
    assert trouble(folder) == "reference/agenda.csv: berkas tidak ada."


def test_a_file_without_rows_is_named(folder):
    path = folder / "tps_kecamatan.csv"
    path.write_text("kecamatan,tps_acuan\n", encoding="utf-8")
    assert trouble(folder) == "reference/tps_kecamatan.csv: belum ada isinya."


def test_a_file_in_another_encoding_is_named(folder):
    path = folder / "tps_kecamatan.csv"
    path.write_bytes(path.read_bytes().replace(b"Baros", b"Bar\xf6s"))
    assert trouble(folder) == "reference/tps_kecamatan.csv: bukan teks UTF-8."


def test_a_kelurahan_name_may_stand_once(folder):
    edit(folder / "wilayah.csv", "32.72.02.1002,Selabatu", "32.72.02.1002,Karamat")
    assert trouble(folder) == "reference/wilayah.csv: kelurahan Karamat tertulis 2 kali."


def test_a_file_saved_by_a_spreadsheet_program_reads_the_same(folder):
    for path in folder.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert reference.load(folder) == reference.load(REFERENCE)
