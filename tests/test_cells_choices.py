"""Choices in the words of officials, by the contract's short forms; never one across a no, never one of two."""

import pytest

from monev.contract import contracts
from monev.reading import cells
from monev.settings import CONTRACTS
from tests.test_cells import PLACES, refusal, value_of

AGENCIES = contracts.load(CONTRACTS)


def column(where):
    agency, tab, name = where.split(".")
    return AGENCIES[agency].tabs[tab].columns[name]


STATUS, KENDALA, TAHAP = "kpu.sosialisasi.status", "kpu.distribusi.kendala", "bpkpd.pencairan.tahap_pencairan"
MITIGASI, CAIR, PENERIMA = "bawaslu.tps_rawan.status_mitigasi", "bpkpd.pencairan.status", "bpkpd.pencairan.penerima"
BENTUK, KODE, ASN = "kpu.sosialisasi.bentuk", "bawaslu.tps_rawan.kode_indikator", "bawaslu.netralitas_asn.kode_bentuk"
AKTOR, JENIS, PJ = "kesbangpol.kejadian.aktor", "bawaslu.penanganan.jenis_pelanggaran", "kesbangpol.kejadian.penanggung_jawab"  # fmt: skip
FKDM, KONDISI, PILIH = "kesbangpol.potensi_konflik.fkdm_aktif", "bpkpd.dukungan_sarpras.kondisi", "kpu.logistik_gudang.jenis_pemilihan"  # fmt: skip
DISTRIBUSI, JABATAN, MANFAAT = "kpu.distribusi.tahap_distribusi", "bawaslu.netralitas_asn.rumpun_jabatan", "bpkpd.dukungan_sarpras.penerima_manfaat"  # fmt: skip
PERKARA, TUGAS = "bawaslu.penanganan.status", "sekretariat.tindak_lanjut.status"

READ = {
    (MITIGASI, "belum"): ["blm", "Belum ada", "Belum", "BELUM DIMULAI", "belum dilaksanakan", "1. Belum"],
    (MITIGASI, "proses"): ["dalam proses", "Dlm proses", "on progress", "On-Progress", "sedang diproses", "proses;"],
    (MITIGASI, "selesai"): ["done", "Sudah selesai", "sdh", "selesai 100%", "Selesai 100 %", "100% selesai"],
    (TUGAS, "berjalan"): ["on progress", "dalam proses", "sedang berjalan", "Berjalan lancar"],
    (STATUS, "terlaksana"): ["sudah terlaksana", "sdh dilaksanakan", "done", "Terlaksana*", "Terlaksana dengan baik",
                             "Terlaksana dgn baik & lancar", "terlaksana (lancar)", "Sukses", "Terlaksana, sukses",
                             "selesai tanpa kendala", "sudah dilaksanakan dengan tertib dan lancar", "100% terlaksana",
                             "Terlaksana 100 %", "terlaksana (dengan baik)"],
    (KENDALA, "tidak_ada"): ["Nihil", "tidak ada kendala", "Tdk ada", "N I H I L", "nihil, aman", "tidak ada hambatan",
                             "Lancar", "aman", "Aman dan lancar", "aman & lancar", "tidak ada masalah", "nihil kendala", "LANCAR."],
    (KENDALA, "cuaca"): ["Cuaca buruk", "hujan"],
    (TAHAP, "tahap_1"): ["Tahap I", "I", "1", 1, 1.0, "Tahap I (40%)", "Tahap 1 (40 persen)", "Tahap I 40%", "Thp. 1",
                         "Tahap I sebesar 40%", "TAHAP-1", "tahap pertama", "I (40%)", "Tahap 1 / I"],
    (TAHAP, "tahap_2"): ["Tahap II (60%)", "II", "2", "Tahap kedua"],
    (CAIR, "cair"): ["sudah cair", "Cair 100 %", "telah cair", "cair (100%)", "CAIR;"],
    (PENERIMA, "kpu"): ["KPU Kota Sukabumi", "Komisi Pemilihan Umum", "KPU (Komisi Pemilihan Umum)", "1. KPU", "KPU Kota",
                        "Komisi Pemilihan Umum (KPU) Kota Sukabumi"],
    (PENERIMA, "bawaslu"): ["Bawaslu Kota Sukabumi", "Badan Pengawas Pemilu", "Badan Pengawas Pemilihan Umum"],
    (PENERIMA, "polres"): ["Polres Sukabumi Kota", "Polres Kota Sukabumi"],
    (PENERIMA, "kodim"): ["Kodim 0607", "Kodim 0607/Kota Sukabumi"],
    (PJ, "satpol_pp"): ["Satpol-PP", "Pol PP", "satpolpp", "Satpol PP Kota Sukabumi"],
    (PJ, "kesbangpol"): ["Bakesbangpol", "Badan Kesatuan Bangsa dan Politik"],
    (BENTUK, "tatap_muka"): ["1. Tatap muka", "a) tatap muka", "(1) Tatap Muka", "- Tatap muka", "1.Tatap muka"],
    (BENTUK, "media_sosial"): ["medsos", "Sosmed", "media sosial (medsos)", "Medsos (IG & FB)", "IG/FB", "Medsos: IG, FB",
                               "Media sosial (instagram, tiktok dan WA)"],
    (DISTRIBUSI, "pps_ke_tps"): ["PPS ke TPS (tahap akhir)"],
    (KONDISI, "siap"): ["Siap 100%", "100 % siap", "siap (100%)", "100 persen siap", "siap dengan baik"],
    (PJ, "camat"): ["Camat Warudoyong", "Camat Kec. Warudoyong", "camat Gn. Puyuh", "Camat (Cikole)", "Pak Camat Baros"],
    (JABATAN, "camat_lurah"): ["Camat Baros", "Lurah Selabatu"],
    (MANFAAT, "ppk"): ["PPK Cikole", "PPK Kec. Cikole"],
    (MANFAAT, "pps"): ["PPS Selabatu"],
    (KODE, "7.3"): ["7.3", 7.3, "7,3", "Rawan bencana", "7.3 Rawan bencana", "7.3 - Rawan bencana", "Rawan bencana (7.3)"],
    (KODE, "1.1"): ["1.1", 1.1],
    (ASN, "D6"): ["d6", "1. D6", "D 6", "d-6"],
    (PILIH, "keduanya"): ["Pilgub dan Pilwalkot", "pilgub & pilwalkot", "Pilgub / Pilwalkot"],
    (PERKARA, "tidak_terbukti"): ["tdk terbukti", "Tidak Terbukti."],
    (AKTOR, ("ormas", "masyarakat")): ["ormas, masyarakat", "ormas dan warga", "Ormas & Masyarakat", "Ormas/Masyarakat",
                                       "1. Ormas\n2. Masyarakat", "- Ormas\n- Masyarakat", "ormas, dan masyarakat"],
    (JENIS, ("administrasi", "kode_etik")): ["pelanggaran administrasi, kode etik", "Administratip; kode etik", "administrasi serta etik"],
    (FKDM, True): ["aktif", "Aktip", "sdh aktip", "sdh aktif", "Ya, aktif", "ya (aktif)"],
    (FKDM, False): ["tidak aktif", "tidak aktip", "Tdk Aktip", "non aktip", "nonaktip", "belum aktif", "tdk aktif", "nonaktif", "Tidak (belum aktif)"],
}  # fmt: skip


@pytest.mark.parametrize(("where", "typed", "code"), [(w, t, c) for (w, c), texts in READ.items() for t in texts])
def test_what_people_write_for_a_choice_is_that_choice(where, typed, code):
    assert value_of(typed, column(where)) == code


def test_every_label_is_read_as_its_choice():
    for name, code, label in contracts.labels(CONTRACTS):
        with_list = next(
            (one for agency in AGENCIES.values() for tab in agency.tabs.values() for one in tab.columns.values()
             if one.list == name), None,
        )  # fmt: skip
        if with_list is not None:
            assert cells.read(label, with_list, PLACES).value in (code, (code,)), (name, label)


ACROSS = {
    STATUS: ["belum terlaksana", "blm terlaksana", "tidak terlaksana", "kurang terlaksana", "terlaksana sebagian",
             "hampir terlaksana", "akan terlaksana", "Belumterlaksana", "bleum terlaksana", "terlaksana?",
             "rencana/terlaksana", "terlaksana, batal", "Terlaksana (batal)", "gagal terlaksana",
             "belum terlaksana dengan baik", "terlaksana kurang baik", "terlaksana tidak lancar", "Rencana (lancar)",
             "terlaksana, belum lancar", "belum lancar", "terlaksana (sebagian)", "terlaksana 80%", "terlaksana lancar?",
             "batal dengan baik", "Terlaksana dengan baik, peserta 50", "tidak sukses"],
    CAIR: ["Cair 40%", "belum cair", "cair sebagian", "cair, menunggu SP2D", "non cair", "proses cair"],
    TAHAP: ["Tahap III", "3", 3, "Tahap I dan II", "Tahap 1/2", "I, II", "Tahap 12"],
    MITIGASI: ["Selesai 80%", "proses 100%", "belum selesai", "blm selesai", "selesai, belum dilaporkan",
               "proses - selesai", "selesai & proses", "Proses → selesai", "proses\nselesai", "kurang selesai"],
    PENERIMA: ["KPU Kota Bandung", "KPU Kab. Sukabumi", "Polres Sukabumi", "KPU/Bawaslu", "bukan KPU", "Kodim 0622"],
    KODE: ["1.7.3", "1. 7.3", "7.3; 7.2", "7.3 Rawan konflik", "tidak rawan bencana"],
    KENDALA: ["tidak ada kendala berarti, hujan", "hujan, jalan rusak", "tidak ada cuaca", "tidak lancar",
              "kurang lancar", "tidak aman", "lancar, hujan", "lancar tapi hujan", "kurang aman", "lancar di 3 kelurahan"],
    MANFAAT: ["PPK Cisaat", "PPS Cikole Jaya"],
    PERKARA: ["takterbukti", "tdak terbukti", "terbukti/tidak terbukti", "belum diregistrasi"],
    KONDISI: ["belum siap", "tidak siap", "siap sebagian", "kurang siap", "siap, perlu perbaikan",
              "siap 90%", "belum siap 100%", "belum 100%", "100%", "Siap, 2 unit masih di bengkel", "tidak siap dengan baik"],
    DISTRIBUSI: ["PPS ke TPS (tahap awal)", "tahap akhir", "PPK ke PPS (tahap akhir)"],
    BENTUK: ["tatap muka & medsos", "tatap muka, dialog", "bukan tatap muka", "tatap muka + snack",
             "Medsos (IG & baliho)", "Medsos (rapat)", "Tatap muka (IG)", "medsos (dialog)"],
    AKTOR: ["bukan ormas", "ormas atau masyarakat", "ormas, polisi", "ormas dll"],
    PILIH: ["bukan pilgub"],
}  # fmt: skip


@pytest.mark.parametrize(("where", "typed"), [(w, t) for w, texts in ACROSS.items() for t in texts])
def test_neither_read_nor_proposed_is_a_choice_across_a_no_or_one_of_two(where, typed):
    got = refusal(typed, column(where))
    named = f"{got.write} ".casefold().replace("_", " ")
    others = {"lainnya", "tidak ada"}  # these words also say something else
    for code, label in ((code, label) for _, code, label in contracts.labels(CONTRACTS)):
        if code in column(where).options and code not in others and label.casefold() not in ("klarifikasi",):
            assert f" {label.casefold()} " not in f" {named}", got


@pytest.mark.parametrize(
    ("where", "typed", "why"),
    [
        (STATUS, "rencana/terlaksana", "lebih dari satu pilihan"),
        (MITIGASI, "proses\nselesai", "lebih dari satu pilihan"),
        (KENDALA, "hujan, jalan rusak", "lebih dari satu pilihan"),
        (CAIR, "cair, menunggu SP2D", "tulisan lain"),
        (BENTUK, "tatap muka, dialog", "tulisan lain"),
        (AKTOR, "ormas atau masyarakat", "atau"),
        (STATUS, "belum terlaksana", "tidak ada di daftar"),
    ],
)
def test_it_is_told_what_is_there(where, typed, why):
    assert why in refusal(typed, column(where)).why


@pytest.mark.parametrize(
    ("where", "typed", "write"),
    [
        (STATUS, "terlaksna", "terlaksana"),
        (MITIGASI, "slesai", "selesai"),
        (BENTUK, "tatp muka", "tatap muka"),
        (PERKARA, "tidak di registrasi", "tidak diregistrasi"),
        (AKTOR, "Ormsa; masyarakat", "ormas; masyarakat"),
    ],
)
def test_a_slip_is_proposed(where, typed, write):
    assert refusal(typed, column(where)).write == write


@pytest.mark.parametrize(
    "typed", ["ya/tidak", "kurang aktif", "kurang aktip", "aktip/tidak aktip", "aktif, belum rutin", "setengah aktif"]
)
def test_what_is_neither_yes_nor_no_is_asked(typed):
    assert refusal(typed, column(FKDM)).write == "ya atau tidak"


@pytest.mark.parametrize(
    ("where", "typed"),
    [(STATUS, "belum"), (STATUS, "blm"), (CAIR, "blm"), (CAIR, "menyusul"), (BENTUK, "on progress"), (BENTUK, "-")],
)
def test_a_word_for_not_yet_that_is_no_choice_is_told_apart_from_a_blank(where, typed):
    got = cells.read(typed, column(where), PLACES)
    assert (got.state, got.said) == ("kosong", typed)
    assert cells.read(None, column(where), PLACES).said == ""


@pytest.mark.parametrize(
    ("where", "typed", "code"),
    [
        *((PILIH, typed, "pilgub") for typed in (
            "Pemilihan Gubernur dan Wakil Gubernur Jawa Barat", "Pemilihan Gubernur dan Wakil Gubernur", "Gubernur", "PGWG", "Pilgub Jabar")),
        *((PILIH, typed, "pilwalkot") for typed in (
            "Pemilihan Wali Kota dan Wakil Wali Kota Sukabumi", "Pemilihan Walikota dan Wakil Walikota Sukabumi", "PWWK", "Pilwali", "Walikota",
            "Pemilihan Wali Kota dan Wakil Wali Kota", "Pilwalkot Kota Sukabumi", "Pilwalkot Sukabumi", "Walikota Sukabumi")),
        *((PERKARA, typed, "diteruskan") for typed in (
            "Diteruskan ke BKN", "diteruskan kepada Polres", "sudah diteruskan ke Polres Sukabumi Kota", "Diteruskan (ke BKN)", "Diteruskan ke instansi berwenang")),
        *((PERKARA, typed, "diregistrasi") for typed in ("Diregistrasi (No. 001/Reg)", "diregistrasi, nomor 12/Reg/XI/2024", "Sudah diregistrasi No. 3")),
        *((TUGAS, typed, "berjalan") for typed in ("Berjalan 80%", "proses 50%", "dalam proses (75 %)", "sedang berjalan, baru 80 persen", "80% berjalan", "proses 99,5%")),
        (MITIGASI, "dalam proses (75 %)", "proses"),
    ],
)  # fmt: skip
def test_a_choice_with_its_full_name_or_a_harmless_tail_is_read(where, typed, code):
    assert value_of(typed, column(where)) == code


def test_short_forms_of_a_breach_stand_beside_others():
    assert value_of("Pidana & Adm.", column(JENIS)) == ("pidana", "administrasi")
    assert value_of("Pid.; Admin.", column(JENIS)) == ("pidana", "administrasi")


@pytest.mark.parametrize(
    ("where", "typed"),
    [
        (TUGAS, "Berjalan 100%"), (TUGAS, "proses 0%"), (TUGAS, "Belum 80%"), (TUGAS, "Selesai 80%"), (TUGAS, "tidak berjalan 80%"),
        (TUGAS, "Berjalan 80% terkendala"), (TUGAS, "berjalan 80"), (TUGAS, "0% berjalan"), (MITIGASI, "proses 100 %"),
        (PERKARA, "Diteruskan ke Gakkumdu"), (PERKARA, "belum diteruskan ke BKN"), (PERKARA, "akan diteruskan ke BKN"),
        (PERKARA, "tidak diteruskan ke Polres"), (PERKARA, "Diteruskan ke BKN, dicabut"), (PERKARA, "Diteruskan ke minggu depan"),
        (PERKARA, "belum diregistrasi (No. 001/Reg)"), (PERKARA, "Diregistrasi (no)"), (PERKARA, "diregistrasi (batal)"),
        (PILIH, "Pemilihan Gubernur dan Wali Kota Bandung"), (PILIH, "Pemilihan Wali Kota dan Wakil Wali Kota Bandung"),
        (PILIH, "bukan Walikota Sukabumi"), (PILIH, "Pemilihan Bupati Sukabumi"), (PENERIMA, "Polres Sukabumi"), (JENIS, "KE"), (JENIS, "bukan adm."),
    ],
)  # fmt: skip
def test_a_tail_that_may_change_the_choice_is_asked(where, typed):
    assert refusal(typed, column(where))
