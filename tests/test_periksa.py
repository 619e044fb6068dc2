"""Checks that need more than one cell: each is silent at its border and speaks one step beyond it."""

import random

import pytest

from monev.contract import contracts
from monev.settings import CONTRACTS
from monev.snapshot import queries, schema, store
from monev.snapshot.table import Table
from monev.sync import cross_checks
from tests.city import PLACES, row_of, voters
from tests.given import given, rows
from tests.test_unlisted import CHECKS

GOODS = (
    "jenis_barang | jenis_pemilihan | satuan | kebutuhan | jumlah_diterima | jumlah_rusak | tanggal_terima |"
    " rencana_pengganti | status_sortir\n"
)
DELIVERY = (
    "kecamatan | kelurahan | tahap_distribusi | jumlah_tps_diterima | tanggal_rencana | tanggal_realisasi |"
    " c_pemberitahuan_dibagikan | kendala\n"
)
GRANT = "tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif\n"
RISK = "kecamatan | kelurahan | kode_indikator | jumlah_tps_rawan | tingkat | status_mitigasi | daftar_no_tps\n"
CASE = (
    "id_penanganan | sumber | tanggal_diketahui | tanggal_diterima | kecamatan | tahap | jenis_pelanggaran |"
    " pokok_dugaan | status | tanggal_putusan\n"
)
ASN = (
    "kode_kasus | rumpun_jabatan | kode_bentuk | tanggal_kejadian | media | hasil | tanggal_rekomendasi | rekomendasi\n"
)
CITY_ASN = "kode_kasus | pelaksana | sanksi | tanggal_sanksi | status\n"
PACT_DATED = "perangkat_daerah | jumlah_asn | jumlah_tanda_tangan | tanggal_data\n"
NPHD = "penerima | nomor_nphd | tanggal_nphd | nilai_nphd | nilai_addendum\n"
PAID = "penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status\n"
BACK = "penerima | sisa_hibah | nilai_kembali | tanggal_setor | nomor_bukti_setor\n"
TODAY = "2024-11-04"


@pytest.fixture(scope="module")
def border(tmp_path_factory):
    """Everything lies exactly where it still fits."""
    return given(
        tmp_path_factory.mktemp("batas"),
        TODAY,
        {
            # 600 voters for the one TPS of Selabatu; the sums stay those of the region.
            "kpu/pemilih_tps": voters(
                dpt_laki_laki={"Selabatu": 400, "Cikole": 101 * 271 - 129}, tps_kpps_lengkap={"Kebonjati": 1}
            ),
            "kpu/logistik_gudang": GOODS
            + "kotak_suara | keduanya | buah | 1102 | 5 | 5 | 2024-11-04 | 2024-11-08 | selesai\n"
            + "bilik_suara | keduanya | buah | 2204 | 2204 | 0 | 2024-10-01 | | selesai\n"
            + "tinta | keduanya | botol | 1102 | 600 | 0 | 2024-10-01 | 2024-11-08 | selesai\n"
            + "tinta | keduanya | botol | 1102 | 300 | 0 | 2024-10-02 | | selesai\n"
            + "surat_suara | pilgub | lembar | 266461 | 266461 | 0 | 2024-10-31 | | selesai\n"
            + "formulir | keduanya | lembar | 11 | 5 | 0 | 2024-10-01 | | selesai\n"
            + "formulir | keduanya | lembar | 11 | 6 | 0 | 2024-10-09 | | selesai",
            "kpu/distribusi": DELIVERY
            + "Cikole | Selabatu | ppk_ke_pps | 1 | 2024-11-04 | 2024-11-04 | 600 | tidak_ada",
            "kpu/hibah": GRANT + "tahap_1 | 2024-02-05 | 10 M | 4 M\ntahap_2 | 2024-11-04 | 15 M | 25 M",
            "bawaslu/hibah": GRANT + "tahap_1 | 2024-11-04 | 6,9 M | 6,9 M",
            "bawaslu/tps_rawan": RISK + "Cikole | Selabatu | 7.3 | 1 | sedang | belum | 1",
            "bawaslu/penanganan": CASE
            + "BWS-1 | temuan | 2024-10-01 | 2024-10-01 | Baros | kampanye | administrasi | apk | terbukti |"
            + " 2024-10-01\n"
            + "BWS-2 | laporan | 2024-10-03 | 2024-10-03 | Baros | kampanye | administrasi | apk | terbukti | \n"
            + "BWS-3 | laporan | 2024-10-03 | 2024-10-04 | Baros | kampanye | administrasi | apk | terbukti | ",
            "bawaslu/netralitas_asn": ASN
            + "ASN-01 | pelaksana | E4 | 2024-09-21 | langsung | terbukti | 2024-10-21 | moral_terbuka\n"
            + "ASN-02 | pelaksana | D6 | 2024-09-22 | langsung | terbukti | | \n"
            + "ASN-03 | pelaksana | D9 | 2024-09-21 | langsung | terbukti | | ",
            "kesbangpol/tindak_lanjut_asn": CITY_ASN + "asn-01 | bkpsdm | moral_terbuka | 2024-10-21 | selesai",
            "kesbangpol/pakta_integritas": PACT_DATED
            + "Dinas Kesehatan | 420 | 420 | 2024-11-04\nDinas Sosial | 40 | 40 | 2024-08-06\n"
            + "Dinas Perhubungan | 60 | 60 | 2024-11-04",
            "bpkpd/nphd": NPHD + "kpu | N1 | 2024-01-17 | 24 M | 1 M\npolres | N2 | 2024-02-05 | 4 M | ",
            "bpkpd/pencairan": PAID
            + "kpu | tahap_1 | A1 | 2024-02-05 | 10 M | cair\nkpu | tahap_2 | A2 | 2024-06-20 | 15 M | cair\n"
            + "polres | tahap_1 | A3 | 2024-02-05 | 4 M | cair\n"
            + "polres | tahap_2 | A4 | 2024-11-05 | 4 M | cair",
            "bpkpd/pengembalian": BACK + "kpu | 25 M | 25 M | 2024-11-04 | S1\npolres | 4 M | 0 | | ",
        },
    )


@pytest.fixture(scope="module")
def beyond(tmp_path_factory):
    """The same, one step too far everywhere."""
    return given(
        tmp_path_factory.mktemp("lewat"),
        TODAY,
        {
            "kpu/pemilih_tps": voters(
                dpt_laki_laki={"Selabatu": 401, "Cikole": 101 * 271 - 129},
                jumlah_tps={"Cisarua": 2},
                tps_kpps_lengkap={"Kebonjati": 2},
            ),
            "kpu/logistik_gudang": GOODS
            + "kotak_suara | keduanya | buah | 1104 | 5 | 6 | 2024-11-05 | 2024-11-08 | selesai\n"
            + "bilik_suara | keduanya | buah | 2208 | 2207 | 0 | 2024-10-01 | | selesai\n"
            + "tinta | keduanya | lembar | 1104 | 300 | 0 | 2024-10-02 | | selesai\n"
            + "tinta | keduanya | botol | 1104 | 600 | 0 | 2024-10-01 | | selesai\n"
            + "surat_suara | keduanya | lembar | 266461 | 266461 | 0 | 2024-10-31 | | selesai\n"
            + "segel_plastik | keduanya | buah | 3312 | 3312 | 1 | 2024-10-01 | | selesai\n"
            + "sampul | keduanya | lembar | 10 | 9 | 0 | 2024-10-01 | segera | selesai\n"
            + "formulir | keduanya | lembar | 10 | 5 | 0 | 2024-10-01 | | selesai\n"
            + "formulir | keduanya | lembar | 10 | 5 | 0 | 2024-10-09 | | selesai",
            "kpu/distribusi": DELIVERY
            + "Cikole | Selabatu | ppk_ke_pps | 2 | 2024-11-04 | 2024-11-05 | 602 | tidak_ada",
            "kpu/hibah": GRANT + "tahap_1 | 2024-02-05 | 10 M | 4 M\n" + "tahap_2 | 2024-11-05 | 15 M | 25.000.000.001",
            "bawaslu/hibah": GRANT
            + "tahap_1 | 2024-02-05 | 3 M | 6.900.000.001\ntahap_2 | 2024-11-05 | 3,9 M | 6.900.000.000",
            "bawaslu/tps_rawan": RISK + "Cikole | Selabatu | 7.3 | 2 | sedang | belum | 5; 5",
            "bawaslu/penanganan": CASE
            + "BWS-1 | temuan | 2024-10-01 | 2024-10-02 | Baros | kampanye | administrasi | apk | terbukti | \n"
            + "BWS-2 | laporan | 2024-10-03 | 2024-10-03 | Baros | kampanye | administrasi | apk | terbukti | \n"
            + "BWS-3 | laporan | 2024-10-03 | 2024-10-03 | Baros | kampanye | administrasi | apk | terbukti | ",
            "bawaslu/netralitas_asn": ASN
            + "ASN-01 | pelaksana | D6 | 2024-09-21 | langsung | terbukti | 2024-10-21 | moral_terbuka\n"
            + "ASN-02 | pelaksana | E4 | 2024-09-22 | langsung | terbukti | | ",
            "kesbangpol/tindak_lanjut_asn": CITY_ASN
            + "asn-01 | bkpsdm | moral_terbuka | 2024-10-20 | selesai\nASN-09 | bkpsdm | belum | | belum",
            "kesbangpol/pakta_integritas": PACT_DATED
            + "Dinas Kesehatan | 420 | 421 | 2024-11-04\nDinas Sosial | 40 | 40 | 2024-08-05\n"
            + "Dinas Perhubungan | 60 | 60 | 2024-11-04",
            "bpkpd/nphd": NPHD + "kpu | N1 | 2024-01-17 | 24 M | 1 M\npolres | N2 | 2024-02-06 | 4 M | ",
            "bpkpd/pencairan": PAID
            + "kpu | tahap_1 | A1 | 2024-02-05 | 10 M | cair\n"
            + "kpu | tahap_2 | A2 | 2024-06-20 | 15.000.000.001 | cair\n"
            + "polres | tahap_1 | A2 | 2024-02-05 | 5 M | cair",
            "bpkpd/pengembalian": BACK
            + "kpu | 24 M | 24.000.000.001 | 2024-11-04 | S1\npolres | 5.000.000.001 | 0 | | ",
        },
    )


@pytest.fixture(scope="module")
def unread(tmp_path_factory):
    """What stands beside a cell or a row that was not read: its own finding is enough."""
    return given(
        tmp_path_factory.mktemp("rusak"),
        TODAY,
        {
            "kpu/pemilih_tps": voters(jumlah_tps={"Cikole": "101 (seratus)"}, dpt_perempuan={"Baros": "57 ribuan"}),
            "kpu/hibah": GRANT + "tahap_1 | 2024-02-05 | 10 M | 4 M\ntahap_2 | 2024-06-20 | idem | 12 M",
            "bawaslu/netralitas_asn": ASN
            + "ASN-01 | pelaksana | D6 | 2024-10-01 | langsung | terbukti | | \n"
            + " | pelaksana | D6 | 2024-10-01 | langsung | proses | | ",
            "kesbangpol/tindak_lanjut_asn": CITY_ASN + "ASN-02 | bkpsdm | belum | | belum",
            "bpkpd/nphd": NPHD + "kpu | N1 | 2024-01-17 | 24 M | tunggu\nkpu | N2 | 2024-01-17 | 1 M | ",
            "bpkpd/pencairan": PAID + "kpu | tahap_1 | A1 | 2024-02-05 | 2 M | cair",
        },
    )


#: What each check says beyond its border: agency, tab, row, column, and words of its sentence.
SAID = {
    "jumlah_acuan": [
        ("kpu", "pemilih_tps", None, "jumlah_tps", "552, sedangkan acuan Kota Sukabumi 551."),
        ("kpu", "pemilih_tps", None, "dpt_laki_laki", "259.962, sedangkan acuan Kota Sukabumi 259.961."),
    ],
    "pemilih_per_tps": [("kpu", "pemilih_tps", row_of("Selabatu"), "jumlah_tps", "601 pemilih untuk 1 TPS")],
    "kpps_lengkap": [("kpu", "pemilih_tps", row_of("Kebonjati"), "tps_kpps_lengkap", "tertulis 2, padahal TPS-nya 1")],
    "barang_rusak": [("kpu", "logistik_gudang", 2, "jumlah_rusak", "rusak 6 lebih banyak daripada jumlah diterima 5")],
    "surat_suara_keduanya": [("kpu", "logistik_gudang", 6, "jenis_pemilihan", "266.461 lembar")],
    "rencana_pengganti": [
        ("kpu", "logistik_gudang", 3, "rencana_pengganti", "Bilik suara kurang 1 dari kebutuhan 2.208"),
        ("kpu", "logistik_gudang", 4, "rencana_pengganti", "Tinta kurang 204 dari kebutuhan 1.104"),
    ],
    "tps_diterima": [("kpu", "distribusi", 2, "jumlah_tps_diterima", "tiba di 2 TPS, padahal Selabatu punya 1 TPS")],
    "c_pemberitahuan": [("kpu", "distribusi", 2, "c_pemberitahuan_dibagikan", "602, padahal DPT Selabatu 601 pemilih")],
    "tps_rawan": [
        (
            "bawaslu",
            "tps_rawan",
            2,
            "jumlah_tps_rawan",
            "indikator 7.3 tertulis 2, padahal KPU mencatat 1 TPS",
        )
    ],
    "bentuk_asn": [
        (
            "bawaslu",
            "netralitas_asn",
            2,
            "kode_bentuk",
            "D6 adalah pelanggaran disiplin, padahal kejadiannya 21 Sep, sebelum",
        ),
        (
            "bawaslu",
            "netralitas_asn",
            3,
            "kode_bentuk",
            "E4 adalah pelanggaran etik, padahal kejadiannya 22 Sep, pada atau",
        ),
    ],
    "belanja_hibah": [
        ("kpu", "hibah", 3, "belanja_kumulatif", "lebih besar daripada seluruh dana diterima Rp25,0 miliar"),
        (
            "bawaslu",
            "hibah",
            2,
            "belanja_kumulatif",
            "lebih besar daripada seluruh dana diterima Rp6,9 miliar",
        ),
    ],
    "sp2d_melebihi_nphd": [
        ("bpkpd", "pencairan", 3, "nilai_sp2d", "SP2D cair untuk KPU"),
        ("bpkpd", "nphd", 3, "nilai_nphd", "SP2D cair untuk Polres berjumlah Rp5,0 miliar"),
    ],
    "pengembalian_melebihi_sisa": [("bpkpd", "pengembalian", 2, "nilai_kembali", "lebih besar daripada sisa hibah")],
    "sisa_melebihi_cair": [("bpkpd", "pengembalian", 3, "sisa_hibah", "lebih besar daripada SP2D cair untuk Polres")],
    "sp2d_sebelum_nphd": [
        ("bpkpd", "pencairan", 4, "tanggal_sp2d", "5 Feb 2024 lebih awal daripada NPHD-nya, 6 Feb 2024")
    ],
    "satuan_barang": [("kpu", "logistik_gudang", 4, "satuan", "Tinta ditulis dalam lembar, lazimnya botol")],
    "nomor_sp2d_kembar": [("bpkpd", "pencairan", 4, "nomor_sp2d", "juga dipakai baris 3")],
    "belanja_turun": [("bawaslu", "hibah", 3, "belanja_kumulatif", "lebih kecil daripada penerimaan sebelumnya")],
    "daftar_tps_rawan": [("bawaslu", "tps_rawan", 2, "daftar_no_tps", "1 nomor TPS yang berbeda, padahal")],
    "kiriman_kembar": [("kpu", "logistik_gudang", 10, "jumlah_diterima", "sama dengan baris 9")],
    "peristiwa_kembar": [("bawaslu", "penanganan", 4, "id_penanganan", "sama dengan baris 3")],
    "baris_tertinggal": [
        ("kesbangpol", "pakta_integritas", 3, "tanggal_data", "5 Agu 2024, berbulan-bulan lebih lama")
    ],
    "tanggal_sanksi": [
        (
            "kesbangpol",
            "tindak_lanjut_asn",
            2,
            "tanggal_sanksi",
            "20 Okt lebih awal daripada tanggal rekomendasi 21 Okt",
        )
    ],
    "kasus_asn_tanpa_bawaslu": [("kesbangpol", "tindak_lanjut_asn", 3, "kode_kasus", "Kasus ASN-09")],
    "tanda_tangan": [
        (
            "kesbangpol",
            "pakta_integritas",
            2,
            "jumlah_tanda_tangan",
            "421 lebih banyak daripada jumlah ASN 420",
        )
    ],
}


def said(snapshot, check) -> list[dict]:
    return snapshot.rows(f"periksa/{check}")


#: Tried at their borders beside the numbers that they keep from green.
IN_SESUDAH = {
    "pengguna_hak_pilih", "suara_dan_pengguna", "dpt_partisipasi", "selesai_sebelum_pemungutan", "nomor_tps_psu",
    "tingkat_rekapitulasi",
}  # fmt: skip


def test_every_check_of_the_folder_is_tried_here_or_after_the_vote():
    tried = {f"periksa/{name}" for name in {*SAID, *IN_SESUDAH, *CHECKS}}
    assert {name for name in queries.load() if name.startswith("periksa/")} == tried


@pytest.mark.parametrize("check", SAID)
def test_a_check_finds_nothing_where_none_of_its_tabs_was_sent_and_so_need_not_be_asked(beyond, check):
    tabs = cross_checks.sources(contracts.load(CONTRACTS))[f"periksa/{check}"]
    content = {name: Table(types, beyond.table(name)) for name, types in schema.today().items()}
    for agency, tab in tabs:
        content[f"{agency}__{tab}"].rows.clear()
        for name in ("baris", "sel"):
            content[name].rows[:] = [
                row for row in content[name].rows if (row["instansi"], row["tab"]) != (agency, tab)
            ]
    for row in content["tab"].rows:
        if (row["instansi"], row["tab"]) in tabs:
            row |= {"dilaporkan": False, "terlihat": 0, "terhitung": 0, "ditahan": 0, "tanggal_data": None}
    with store.Snapshot(None, "000001-2024-11-04-00000000", unwritten=content) as snapshot:
        assert tabs and said(snapshot, check) == []


@pytest.mark.parametrize("check", SAID)
def test_a_check_is_silent_at_its_border(border, check):
    assert said(border, check) == []


@pytest.mark.parametrize("check", SAID)
def test_a_check_speaks_beyond_its_border(beyond, check):
    def order(row):
        return (row["instansi"], row["tab"], row["baris"] or 0, row["kolom"], row["alasan"])

    found = sorted(said(beyond, check), key=order)
    places = [(row["instansi"], row["tab"], row["baris"], row["kolom"]) for row in found]
    assert sorted(places, key=str) == sorted([where[:4] for where in SAID[check]], key=str)
    for *_, words in SAID[check]:
        assert any(words in row["alasan"] for row in found), [row["alasan"] for row in found]
    for row in found:
        assert row["alasan"].endswith(".") and not row["alasan"].endswith("..")
        assert row["saran"].startswith(("tulis ", "periksa ", "hapus ")) and not row["saran"].endswith(".")


@pytest.mark.parametrize("check", ["jumlah_acuan", "belanja_hibah", "sp2d_melebihi_nphd", "kasus_asn_tanpa_bawaslu"])
def test_an_unread_cell_or_a_held_out_row_is_not_told_twice(unread, check):
    assert said(unread, check) == []


def test_a_kelurahan_without_a_row_is_not_told_again_as_a_wrong_sum(tmp_path):
    snapshot = given(
        tmp_path,
        TODAY,
        {
            "kpu/pemilih_tps": voters().split("\n")[0] + "\nBaros | Baros | 13 | 3000 | 3000",
        },
    )
    assert said(snapshot, "jumlah_acuan") == []


def test_a_follow_up_is_not_called_unknown_while_bawaslu_has_reported_nothing(tmp_path):
    follow_up = {"kesbangpol/tindak_lanjut_asn": CITY_ASN + "ASN-09 | bkpsdm | belum | | belum"}
    assert said(given(tmp_path, TODAY, follow_up), "kasus_asn_tanpa_bawaslu") == []
    nothing = given(tmp_path, TODAY, follow_up | {"bawaslu/netralitas_asn": ASN + "nihil"})
    assert [row["baris"] for row in said(nothing, "kasus_asn_tanpa_bawaslu")] == [2]


def test_a_check_becomes_a_finding_with_cell_and_what_was_typed_and_stays_counted(beyond):
    [damaged] = rows(beyond, "mutu_data/temuan", tab="logistik_gudang", kolom="jumlah_rusak")
    assert (damaged["sel"], damaged["tertulis"], damaged["bobot"]) == ("F2", "6", "periksa")
    assert damaged["akibat"] == "Sementara ini tetap dihitung seperti tertulis, dan angkanya belum dapat hijau."
    forms = rows(beyond, "mutu_data/temuan", tab="netralitas_asn", kolom="kode_bentuk")
    assert {row["bobot"] for row in forms} == {"info"}


#: Two rows of each of these tabs, and the column in which they are alike.
ALIKE = [
    ("kpu/hibah", GRANT, ["tahap_1 | 2024-02-05 | 10 M | 4 M", "tahap_1 | 2024-02-19 | 10 M | 4 M"], "nilai_diterima"),
    ("bpkpd/pencairan", PAID,
     ["kpu | tahap_1 | A1 | 2024-02-05 | 10 M | cair", "kpu | tahap_1 | A2 | 2024-02-05 | 10 M | cair"], "nilai_sp2d"),
    ("kpu/logistik_gudang", GOODS,
     [f"sampul | keduanya | lembar | 10 | 4 | 0 | {day} | | selesai" for day in ("2024-10-01", "2024-10-08")],
     "jumlah_diterima"),
]  # fmt: skip


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """What is said of the tabs of ALIKE as they are, and with another figure in each second row."""
    as_they_are = {tab: head + "\n".join(lines) for tab, head, lines, _ in ALIKE}
    otherwise = {
        tab: head + "\n".join([one, other.replace("10 M |", "9 M |").replace("| 4 |", "| 3 |")])
        for tab, head, (one, other), _ in ALIKE
    }
    return [
        said(given(tmp_path_factory.mktemp("kembar"), TODAY, sheets), "kiriman_kembar")
        for sheets in (as_they_are, otherwise)
    ]


@pytest.mark.parametrize(("tab", "column"), [(tab, column) for tab, *_, column in ALIKE])
def test_what_arrived_twice_may_have_been_pasted_twice(twice, tab, column):
    alike, other = ([row for row in told if f"{row['instansi']}/{row['tab']}" == tab] for told in twice)
    assert [(row["baris"], row["kolom"]) for row in alike] == [(3, column)]
    assert other == []


@pytest.mark.parametrize(("typed", "named"), [(47, True), (4710, True), (741, True), (571, False), (13, False)])
def test_the_row_that_explains_a_wrong_sum_is_named(tmp_path, typed, named):
    """471 men of Selabatu are meant; what is no slip of one figure names nobody."""
    sheet = voters(dpt_laki_laki={"Selabatu": typed, "Cikole": 101 * 271 - 200})
    [told] = said(given(tmp_path, TODAY, {"kpu/pemilih_tps": sheet}), "jumlah_acuan")
    assert told["baris"] == (row_of("Selabatu") if named else None)
    assert ("bila Selabatu 471, bukan" in told["alasan"]) == named


def test_last_elections_row_left_in_is_told_with_its_goods(tmp_path):
    goods = GOODS + "\n".join(
        f"{item} | keduanya | buah | 10 | 10 | 0 | {day} | | selesai"
        for item, day in (("sampul", "2024-10-01"), ("formulir", "2024-10-03"), ("tinta", "2024-02-05"))
    )
    [told] = said(given(tmp_path, TODAY, {"kpu/logistik_gudang": goods}), "baris_tertinggal")
    assert (told["baris"], told["kolom"]) == (4, "tanggal_terima")


#: Each for three TPS of a kelurahan of its own.
LISTED = [("3; 7; 12", False), ("3,7,12", False), ("3 & 7 & 12", False), ("3; 7", True), ("3; 7; 7", True), ("1-3", False),
          ("3; 7; 12 dan lainnya", False), ("semua", False)]  # fmt: skip


@pytest.fixture(scope="module")
def lists(tmp_path_factory):
    lines = [
        f"{kec} | {kel} | 7.3 | 3 | sedang | belum | {typed}"
        for (kec, kel), (typed, _) in zip(PLACES, LISTED, strict=False)
    ]
    return given(tmp_path_factory.mktemp("daftar"), TODAY, {"bawaslu/tps_rawan": RISK + "\n".join(lines)})


@pytest.mark.parametrize(("place", "typed", "told"), [(nth, *case) for nth, case in enumerate(LISTED)])
def test_a_list_of_tps_is_counted_where_it_is_nothing_but_a_list(lists, place, typed, told):
    assert (2 + place in {row["baris"] for row in said(lists, "daftar_tps_rawan")}) == told


def test_two_large_offices_are_hardly_ever_alike_in_both_figures(tmp_path):
    def offices(number: int) -> dict[str, str]:
        lines = [f"{name} | {number} | {number - 2} | 2024-11-04" for name in ("Dinas Kesehatan", "Dinkes")]
        return {"kesbangpol/pakta_integritas": PACT_DATED + "\n".join(lines)}

    assert [row["baris"] for row in said(given(tmp_path, TODAY, offices(100)), "kiriman_kembar")] == [3]
    assert said(given(tmp_path / "b", TODAY, offices(99)), "kiriman_kembar") == []


def test_no_list_names_a_tps_that_is_not_there(tmp_path):
    sheets = {
        "kpu/pemilih_tps": voters(jumlah_tps={"Selabatu": 19}),
        "bawaslu/tps_rawan": RISK + "Cikole | Selabatu | 7.3 | 2 | sedang | belum | 7; 19",
    }
    assert said(given(tmp_path, TODAY, sheets), "daftar_tps_rawan") == []
    sheets["bawaslu/tps_rawan"] = sheets["bawaslu/tps_rawan"].replace("19", "20")
    [told] = said(given(tmp_path / "b", TODAY, sheets), "daftar_tps_rawan")
    assert "TPS nomor 20, padahal KPU mencatat 19 TPS di Selabatu" in told["alasan"]


def test_an_event_under_another_name_may_be_the_same_event(tmp_path):
    head = "tanggal | kecamatan | kelurahan | nama_kegiatan | bentuk | segmen | jumlah_peserta | anggaran | status\n"
    line = "2024-11-01 | Cikole | Selabatu | {} | tatap_muka | muda | {} | 7.200.000 | terlaksana\n"

    def twice(other: int):
        return {"kpu/sosialisasi": head + line.format("Diskusi", 205) + line.format("Diskusi (Selabatu)", other)}

    assert [row["baris"] for row in said(given(tmp_path, TODAY, twice(205)), "peristiwa_kembar")] == [3]
    assert said(given(tmp_path / "b", TODAY, twice(204)), "peristiwa_kembar") == []


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
@pytest.mark.parametrize("seed", range(4))
def test_cells_that_could_not_be_read_leave_no_check_without_a_reason(beyond, share, seed):
    """A finding without words once stopped the sync of all agencies: a case whose date could not be read."""
    chance = random.Random(seed)  # noqa: S311
    keys = {
        tab.table: {"baris", *tab.key} for agency in contracts.load(CONTRACTS).values() for tab in agency.tabs.values()
    }
    content = {name: Table(types, beyond.table(name)) for name, types in schema.today().items()}
    for name, kept in keys.items():
        rows_ = [
            {column: cell if column in kept or chance.random() > share else None for column, cell in row.items()}
            for row in content[name].rows
        ]
        content[name] = Table(content[name].types, rows_)
    with store.Snapshot(None, "000001-2024-11-04-00000000", unwritten=content) as snapshot:
        found = [row for check in SAID for row in said(snapshot, check)]
    assert all(row["alasan"] and row["saran"] for row in found), [row for row in found if not row["alasan"]]


@pytest.mark.parametrize("typed", ["", "entah", "31 Februari 2024"])
def test_a_case_whose_date_could_not_be_read_is_not_judged_by_it(tmp_path, typed):
    """Its finding had no words, and that stopped the sync of all agencies."""
    snapshot = given(
        tmp_path, TODAY, {"bawaslu/netralitas_asn": ASN + f"ASN-01 | pelaksana | E4 | {typed} | langsung | proses | |"}
    )
    assert said(snapshot, "bentuk_asn") == [] and len(snapshot.select("from bawaslu__netralitas_asn")) == 1
