"""The contracts hold every agreed tab and column, and each mistake in them is told in one line."""

import shutil
from pathlib import Path

import pytest

from monev.contract import contract_check, contracts as contract
from monev.contract.contracts import Condition, ContractError
from monev.reading import cells
from monev.reading.cells.places import Places

CONTRACTS = Path(__file__).parent.parent / "contracts"
REFERENCE = Path(__file__).parent.parent / "reference"

EVENT = (
    "tanggal! tgl; kecamatan! kec*; kelurahan! kel*; nama_kegiatan! teks; bentuk! pilihan; segmen! pilihan; "
    "jumlah_peserta: status is terlaksana bil; anggaran? rp; status! pilihan"
)
EVENT_KEY = "tanggal nama_kegiatan kelurahan"
GRANT = "tahap_pencairan! pilihan; tanggal_masuk! tgl; nilai_diterima! rp; belanja_kumulatif! rp"
PLACE = "kecamatan! kec; kelurahan! kel; "

# Typed from the agreed list of tabs, apart from the contracts: key, then name, need, type; * may be se-Kota.
AGREED = {
    "kpu.pemilih_tps": (
        "kelurahan",
        PLACE + "jumlah_tps! bil; dpt_laki_laki! bil; dpt_perempuan! bil; dptb? bil; pemilih_disabilitas? bil; "
        "pemilih_pemula? bil; tps_kpps_lengkap? bil",
    ),
    "kpu.logistik_gudang": (
        "jenis_barang jenis_pemilihan tanggal_terima",
        "jenis_barang! pilihan; jenis_pemilihan! pilihan; satuan! pilihan; kebutuhan! bil; "
        "jumlah_diterima! bil; jumlah_rusak! bil; jumlah_pengganti? bil; "
        "tanggal_terima: jumlah_diterima > 0 tgl; rencana_pengganti: jumlah_rusak > 0 tgl; "
        "status_sortir! pilihan",
    ),
    "kpu.distribusi": (
        "kelurahan tahap_distribusi",
        PLACE + "tahap_distribusi! pilihan; jumlah_tps_diterima! bil; jumlah_tps_tidak_lengkap? bil; "
        "tanggal_rencana! tgl; tanggal_realisasi: jumlah_tps_diterima > 0 tgl; "
        "c_pemberitahuan_dibagikan? bil; kendala! pilihan",
    ),
    "kpu.sosialisasi": (EVENT_KEY, EVENT),
    "kpu.hibah": ("tahap_pencairan tanggal_masuk", GRANT),
    "kpu.partisipasi": (
        "kelurahan",
        PLACE
        + "pemilih_dpt! bil; pemilih_dptb? bil; pemilih_dpk? bil; pengguna_laki_laki! bil; pengguna_perempuan! bil; "
        "suara_sah! bil; suara_tidak_sah! bil",
    ),
    "kpu.rekapitulasi": (
        "tingkat kecamatan",
        "tingkat! pilihan; kecamatan! kec*; tanggal_rencana! tgl; tanggal_selesai? tgl; kendala? teks",
    ),
    "kpu.psu": (
        "kelurahan nomor_tps",
        PLACE + "nomor_tps! bil; jenis! pilihan; alasan! teks; tanggal_rencana! tgl; tanggal_selesai? tgl; "
        "sumber_dana! pilihan",
    ),
    "bawaslu.tps_rawan": (
        "kelurahan kode_indikator",
        PLACE + "kode_indikator! pilihan; jumlah_tps_rawan! bil; daftar_no_tps? teks; tingkat! pilihan; "
        "rencana_mitigasi: tingkat is tinggi teks; status_mitigasi! pilihan",
    ),
    "bawaslu.penanganan": (
        "id_penanganan",
        "id_penanganan! teks; nomor_register? teks; sumber! pilihan; tanggal_diketahui! tgl; "
        "tanggal_diterima! tgl; tanggal_registrasi: status is diregistrasi, klarifikasi, gakkumdu tgl; "
        "kecamatan! kec*; kelurahan? kel; tahap! pilihan; jenis_pelanggaran! majemuk; "
        "pokok_dugaan! pilihan; status! pilihan; tanggal_putusan? tgl",
    ),
    "bawaslu.netralitas_asn": (
        "kode_kasus",
        "kode_kasus! teks; id_penanganan? teks; rumpun_jabatan! pilihan; kode_bentuk! pilihan; "
        "tanggal_kejadian! tgl; media! pilihan; hasil! pilihan; tanggal_diteruskan? tgl; "
        "tanggal_rekomendasi? tgl; rekomendasi? pilihan",
    ),
    "bawaslu.pencegahan": (EVENT_KEY, EVENT),
    "bawaslu.hibah": ("tahap_pencairan tanggal_masuk", GRANT),
    "bawaslu.sengketa": (
        "nomor_perkara",
        "nomor_perkara! teks; lembaga! pilihan; tanggal_daftar! tgl; tahap! pilihan; "
        "tanggal_putusan: tahap is putusan tgl",
    ),
    "kesbangpol.kejadian": (
        "id_kejadian",
        "id_kejadian! teks; tanggal_kejadian! tgl; tanggal_lapor! tgl; kecamatan! kec; kelurahan? kel; "
        "tahap! pilihan; jenis_isu! pilihan; aktor! majemuk; tingkat! pilihan; perkiraan_massa? bil; "
        "tindak_lanjut! teks; penanggung_jawab! pilihan; status! pilihan; "
        "tanggal_selesai: status is selesai tgl; klasifikasi! pilihan",
    ),
    "kesbangpol.potensi_konflik": (
        "kelurahan",
        PLACE + "tingkat_potensi! pilihan; faktor? majemuk; kampanye_terdekat? tgl; fkdm_aktif! yt; "
        "personel_linmas! bil; rencana_pencegahan: tingkat_potensi is tinggi teks",
    ),
    "kesbangpol.pendidikan_politik": (EVENT_KEY, EVENT),
    "kesbangpol.tindak_lanjut_asn": (
        "kode_kasus",
        "kode_kasus! teks; tanggal_terima_rekomendasi? tgl; pelaksana! pilihan; sanksi! pilihan; "
        "tanggal_sanksi? tgl; status! pilihan",
    ),
    "kesbangpol.pakta_integritas": (
        "perangkat_daerah",
        "perangkat_daerah! teks; jumlah_asn! bil; jumlah_tanda_tangan! bil",
    ),
    "bpkpd.nphd": (
        "penerima nomor_nphd",
        "penerima! pilihan; nomor_nphd! teks; tanggal_nphd! tgl; nilai_usulan? rp; nilai_nphd! rp; nilai_addendum? rp; "
        "pola_pencairan? pilihan",
    ),
    "bpkpd.pencairan": (
        "penerima tahap_pencairan nomor_sp2d",
        "penerima! pilihan; tahap_pencairan! pilihan; nomor_sp2d: status is cair teks; "
        "tanggal_sp2d: status is cair tgl; nilai_sp2d! rp; status! pilihan; "
        "alasan_tertunda: status is tertunda teks; tanggal_rencana_cair? tgl",
    ),
    "bpkpd.dukungan_sarpras": (
        "jenis_dukungan penerima_manfaat kecamatan",
        "jenis_dukungan! pilihan; penerima_manfaat! pilihan; kecamatan! kec*; jumlah_dibutuhkan! bil; "
        "jumlah_tersedia! bil; kondisi! pilihan; perangkat_daerah! teks; "
        "target_siap: kondisi is not siap tgl",
    ),
    "bpkpd.pendanaan_bersama": (
        "uraian",
        "uraian! teks; ditanggung! pilihan; nilai_provinsi? rp; nilai_kota? rp",
    ),
    "bpkpd.pengembalian": (
        "penerima",
        "penerima! pilihan; sisa_hibah! rp; nilai_kembali! rp; tanggal_setor: nilai_kembali > 0 tgl; "
        "nomor_bukti_setor: nilai_kembali > 0 teks; tanggal_laporan_penggunaan? tgl",
    ),
    "sekretariat.tindak_lanjut": (
        "id",
        "id! teks; tanggal_rapat! tgl; agenda! pilihan; uraian! teks; penanggung_jawab! majemuk; "
        "tenggat! tgl; status! pilihan; tenggat_baru? tgl; kabar? teks; indikator? teks; "
        "nilai_saat_dicatat? teks; potret? teks",
    ),
    "sekretariat.laporan_desk": ("bulan", "bulan! bulan; tanggal_kirim? tgl"),
    "sekretariat.peristiwa": ("tanggal peristiwa", "tanggal! tgl; peristiwa! teks; agenda? pilihan"),
}
COMMON = ["tanggal_data! tgl", "keterangan? teks", "sumber_dokumen? teks"]

# Choices of the columns, as agreed; columns of one name may differ by tab.
AGREED_CHOICES = {
    "kpu.logistik_gudang.jenis_barang": "kotak_suara bilik_suara surat_suara tinta "
    "segel_plastik segel_kertas "
    "alat_coblos sampul formulir c_pemberitahuan alat_bantu_tunanetra tanda_pengenal alat_tulis",
    "kpu.logistik_gudang.jenis_pemilihan": "pilgub pilwalkot keduanya",
    "kpu.logistik_gudang.satuan": "buah botol lembar set keping",
    "kpu.logistik_gudang.status_sortir": "belum proses selesai tidak_perlu",
    "kpu.distribusi.tahap_distribusi": "gudang_kpu_ke_ppk ppk_ke_pps pps_ke_tps",
    "kpu.distribusi.kendala": "tidak_ada cuaca akses_jalan kendaraan barang_kurang keamanan lainnya",
    "kpu.sosialisasi.bentuk": "tatap_muka goes_to_school media_sosial media_massa alat_peraga simulasi lomba "
    "patroli penertiban_apk posko_aduan lainnya",
    "kpu.sosialisasi.segmen": "keluarga pemula muda perempuan disabilitas marginal komunitas "
    "keagamaan warganet "
    "asn umum",
    "kpu.sosialisasi.status": "rencana terlaksana batal",
    "kpu.hibah.tahap_pencairan": "tahap_1 tahap_2 tambahan",
    "kpu.rekapitulasi.tingkat": "kecamatan kota",
    "kpu.psu.jenis": "psu pssu penghitungan_ulang",
    "kpu.psu.sumber_dana": "hibah_berjalan addendum apbd_lain",
    "bawaslu.sengketa.lembaga": "mk bawaslu ptun",
    "bawaslu.sengketa.tahap": "terdaftar sidang putusan dicabut",
    "bawaslu.tps_rawan.kode_indikator": "1.1 1.2 1.3 1.4 1.5 1.7 2.1 2.2 2.3 3.1 4.1 5.1 5.2 6.1 6.2 6.3 "
    "7.1 7.2 7.3 7.4 7.5 7.6 7.7 8.1 8.2",
    "bawaslu.tps_rawan.tingkat": "rendah sedang tinggi",
    "bawaslu.tps_rawan.status_mitigasi": "belum proses selesai",
    "bawaslu.penanganan.sumber": "laporan temuan informasi_awal",
    "bawaslu.penanganan.tahap": "perencanaan_anggaran pemutakhiran_pemilih pencalonan kampanye masa_tenang "
    "pemungutan_penghitungan rekapitulasi penetapan",
    "bawaslu.penanganan.jenis_pelanggaran": "administrasi pidana kode_etik hukum_lainnya",
    "bawaslu.penanganan.pokok_dugaan": "politik_uang kampanye_luar_jadwal tempat_ibadah_pendidikan apk "
    "netralitas_asn netralitas_penyelenggara fasilitas_negara sara_hoaks lainnya",
    "bawaslu.penanganan.status": "kajian_awal diregistrasi klarifikasi gakkumdu diteruskan terbukti "
    "tidak_terbukti tidak_diregistrasi dicabut",
    "bawaslu.netralitas_asn.rumpun_jabatan": "jpt_pratama administrator pengawas fungsional pelaksana "
    "camat_lurah guru_nakes pppk_nonasn",
    "bawaslu.netralitas_asn.kode_bentuk": "E1 E2 E3 E4 E5 E6 E7 D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12",
    "bawaslu.netralitas_asn.media": "langsung media_sosial",
    "bawaslu.netralitas_asn.hasil": "terbukti tidak_terbukti dicabut proses",
    "bawaslu.netralitas_asn.rekomendasi": "moral_tertutup moral_terbuka disiplin_sedang disiplin_berat ptdh "
    "tidak_terbukti",
    "kesbangpol.kejadian.tahap": "perencanaan_anggaran pemutakhiran_pemilih pencalonan kampanye masa_tenang "
    "pemungutan_penghitungan rekapitulasi penetapan",
    "kesbangpol.kejadian.jenis_isu": "gesekan_pendukung perusakan_apk unjuk_rasa hoaks_ujaran_kebencian "
    "isu_sara konflik_internal_parpol konflik_ormas bencana_alam lainnya",
    "kesbangpol.kejadian.aktor": "parpol ormas tim_paslon masyarakat pelajar tidak_diketahui",
    "kesbangpol.kejadian.tingkat": "rendah sedang tinggi",
    "kesbangpol.kejadian.penanggung_jawab": "kesbangpol camat polres kodim bawaslu kpu satpol_pp fkdm tim_terpadu",
    "kesbangpol.kejadian.status": "terpantau ditangani selesai eskalasi",
    "kesbangpol.kejadian.klasifikasi": "biasa terbatas",
    "kesbangpol.potensi_konflik.tingkat_potensi": "rendah sedang tinggi",
    "kesbangpol.potensi_konflik.faktor": "persaingan_pendukung riwayat_konflik ormas sengketa_apk bencana "
    "ekonomi lainnya",
    "kesbangpol.tindak_lanjut_asn.pelaksana": "bkpsdm inspektorat tim_disiplin",
    "kesbangpol.tindak_lanjut_asn.sanksi": "belum moral_tertutup moral_terbuka disiplin_sedang "
    "disiplin_berat ptdh tidak_terbukti",
    "kesbangpol.tindak_lanjut_asn.status": "belum proses selesai",
    "bpkpd.nphd.penerima": "kpu bawaslu polres kodim",
    "bpkpd.nphd.pola_pencairan": "tahap sekaligus",
    "bpkpd.pencairan.penerima": "kpu bawaslu polres kodim",
    "bpkpd.pencairan.tahap_pencairan": "tahap_1 tahap_2 tambahan",
    "bpkpd.pencairan.status": "proses cair tertunda",
    "bpkpd.pendanaan_bersama.ditanggung": "provinsi kota keduanya",
    "bpkpd.pengembalian.penerima": "kpu bawaslu polres kodim",
    "bpkpd.dukungan_sarpras.jenis_dukungan": "personel_sekretariat ruang_sekretariat gudang "
    "kendaraan_distribusi genset_listrik internet linmas kesehatan lainnya",
    "bpkpd.dukungan_sarpras.penerima_manfaat": "kpu ppk pps bawaslu panwascam",
    "bpkpd.dukungan_sarpras.kondisi": "siap perlu_perbaikan belum_ada",
    "sekretariat.tindak_lanjut.agenda": "logistik risiko partisipasi netralitas stabilitas",
    "sekretariat.tindak_lanjut.penanggung_jawab": "kpu bawaslu kesbangpol bpkpd sekretariat polres kodim satpol_pp bkpsdm "
    "inspektorat ppk_instansi bagian_umum tim_terpadu camat lainnya",
    "sekretariat.tindak_lanjut.status": "belum berjalan terkendala selesai ditarik",
    "sekretariat.peristiwa.agenda": "logistik risiko partisipasi netralitas stabilitas",
}


@pytest.fixture(scope="module")
def contracts():
    return contract.load(CONTRACTS)


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(CONTRACTS, tmp_path / "contracts"))


def tabs_of(contracts):
    return {f"{one.agency}.{code}": tab for one in contracts.values() for code, tab in one.tabs.items()}


def columns_of(contracts):
    return {
        f"{code}.{name}": column for code, tab in tabs_of(contracts).items() for name, column in tab.columns.items()
    }


def written(column):
    """A column in the short form of the agreed list."""
    star = "*" if column.citywide else ""
    if column.required_if:
        when = column.required_if
        values = ", ".join(str(value) for value in when.values)
        return f"{column.name}: {when.column} {when.op} {values} {column.type}{star}"
    return f"{column.name}{'!' if column.required else '?'} {column.type}{star}"


def test_agencies_come_in_meeting_order(contracts):
    assert list(contracts) == ["kpu", "bawaslu", "kesbangpol", "bpkpd", "sekretariat"]
    assert [one.name for one in contracts.values()] == [
        "KPU",
        "Bawaslu",
        "Kesbangpol",
        "BPKPD",
        "Sekretariat",
    ]


def test_the_contracts_have_the_agreed_tabs_and_no_other(contracts):
    assert list(tabs_of(contracts)) == list(AGREED)


@pytest.mark.parametrize("code", AGREED)
def test_a_tab_has_the_agreed_key_and_columns(contracts, code):
    tab = tabs_of(contracts)[code]
    key, columns = AGREED[code]
    common = list(COMMON)
    if code == "kpu.distribusi":
        common[1] = "keterangan: kendala is not tidak_ada teks"
    assert " ".join(tab.key) == key
    assert [written(column) for column in tab.columns.values()] == columns.split("; ") + common
    assert tab.table == code.replace(".", "__")


def test_choice_columns_have_the_agreed_choices(contracts):
    columns = columns_of(contracts)
    followers = ("bawaslu.pencegahan", "bawaslu.hibah", "kesbangpol.pendidikan_politik")
    found = {
        code: " ".join(column.options)
        for code, column in columns.items()
        if column.options and not code.startswith(followers)
    }
    assert found == AGREED_CHOICES


@pytest.mark.parametrize(
    ("follower", "followed"),
    [
        ("bawaslu.pencegahan", "kpu.sosialisasi"),
        ("kesbangpol.pendidikan_politik", "kpu.sosialisasi"),
        ("bawaslu.hibah", "kpu.hibah"),
    ],
)
def test_a_tab_like_another_has_its_columns_and_key(contracts, follower, followed):
    tabs = tabs_of(contracts)
    assert tabs[follower].columns == tabs[followed].columns
    assert tabs[follower].key == tabs[followed].key


def test_only_the_three_tabs_of_33_rows_want_every_kelurahan(contracts):
    wanting = [code for code, tab in tabs_of(contracts).items() if tab.all_kelurahan]
    assert wanting == ["kpu.pemilih_tps", "kpu.partisipasi", "kesbangpol.potensi_konflik"]


def test_only_what_is_filled_in_after_the_vote_cost_sharing_and_events_need_not_be_there(contracts):
    optional = [code for code, tab in tabs_of(contracts).items() if tab.optional]
    after = ["kpu.partisipasi", "kpu.rekapitulasi", "kpu.psu", "bawaslu.sengketa"]
    assert optional == [*after, "bpkpd.pendanaan_bersama", "bpkpd.pengembalian", "sekretariat.peristiwa"]


def test_kecamatan_is_filled_down_where_a_row_is_first_of_all_a_kelurahan_and_the_date_of_activities(contracts):
    filled = {code: tab.fill_down for code, tab in tabs_of(contracts).items() if tab.fill_down}
    places = {code: ("kecamatan",) for code, (key, _) in AGREED.items() if key.startswith("kelurahan")}
    activities = {code: ("tanggal",) for code, (key, _) in AGREED.items() if key.startswith("tanggal nama")}
    assert len(activities) == 3 and filled == places | activities


def test_only_the_number_of_disabled_voters_is_never_quoted(contracts):
    assert [code for code, column in columns_of(contracts).items() if column.private] == [
        "kpu.pemilih_tps.pemilih_disabilitas"
    ]


def test_only_a_changed_grant_may_be_negative(contracts):
    assert [code for code, column in columns_of(contracts).items() if column.negative] == ["bpkpd.nphd.nilai_addendum"]


def test_every_type_has_its_sql_type(contracts):
    sql = {column.type: column.sql for column in columns_of(contracts).values()}
    assert sql == {
        "bil": "BIGINT",
        "rp": "BIGINT",
        "tgl": "DATE",
        "yt": "BOOLEAN",
        "majemuk": "VARCHAR[]",
        "pilihan": "VARCHAR",
        "teks": "VARCHAR",
        "kec": "VARCHAR",
        "kel": "VARCHAR",
        "bulan": "VARCHAR",
    }


def test_every_example_can_be_typed_as_it_stands(contracts):
    places = Places.load(REFERENCE)
    for code, column in columns_of(contracts).items():
        assert cells.read(column.example, column, places).state == "dibaca", code


def test_every_meaning_is_one_sentence(contracts):
    for code, column in columns_of(contracts).items():
        assert column.meaning[0].isupper() and column.meaning.endswith("."), code
        assert ". " not in column.meaning, code


def test_labels_cover_every_list_once_and_every_list_is_used(contracts):
    labels = contract.labels(CONTRACTS)
    used = {column.list: column.options for column in columns_of(contracts).values() if column.list}
    assert len({(name, code) for name, code, _ in labels}) == len(labels)
    assert {name: tuple(code for other, code, _ in labels if other == name) for name, _, _ in labels} == used
    assert ("kode_indikator", "7.3", "Rawan bencana") in labels


@pytest.mark.parametrize(
    ("condition", "row", "expected"),
    [
        (Condition("jumlah", ">", (0,)), {"jumlah": 1}, True),
        (Condition("jumlah", ">", (0,)), {"jumlah": 0}, False),
        (Condition("jumlah", ">", (0,)), {"jumlah": None}, None),
        (Condition("jumlah", ">", (0,)), {}, None),
        (Condition("status", "is", ("cair", "proses")), {"status": "proses"}, True),
        (Condition("status", "is", ("cair", "proses")), {"status": "tertunda"}, False),
        (Condition("status", "is", ("cair",)), {"status": None}, None),
        (Condition("kondisi", "is not", ("siap",)), {"kondisi": "belum_ada"}, True),
        (Condition("kondisi", "is not", ("siap",)), {"kondisi": "siap"}, False),
        (Condition("kondisi", "is not", ("siap",)), {"kondisi": None}, None),
        (Condition("jenis", "is", ("pidana",)), {"jenis": ("administrasi", "pidana")}, True),
        (Condition("jenis", "is not", ("pidana",)), {"jenis": ("administrasi", "pidana")}, False),
    ],
)
def test_a_condition_holds_fails_or_is_unknown(condition, row, expected):
    assert condition.holds(row) is expected


# Each mistake: file, what stands there, what is put instead, and the line that tells it.
MISTAKES = {
    "unknown type": (
        "kpu",
        'type = "bil", required = true, example = "17"',
        'type = "angka", required = true, example = "17"',
        'contracts/kpu.toml, tab "pemilih_tps", kolom "jumlah_tps", kunci "type": jenis "angka" '
        "tidak dikenal; "
        "pilih salah satu dari bil, rp, des, tgl, yt, majemuk, pilihan, teks, kec, kel, bulan.",
    ),
    "unknown list": (
        "kpu",
        'options = "satuan"',
        'options = "ukuran"',
        'contracts/kpu.toml, tab "logistik_gudang", kolom "satuan", kunci "options": '
        'daftar pilihan "ukuran" tidak ada di bersama.toml.',
    ),
    "choice without a list": (
        "kpu",
        'type = "pilihan", options = "satuan"',
        'type = "pilihan"',
        'contracts/kpu.toml, tab "logistik_gudang", kolom "satuan", kunci "options": '
        'jenis "pilihan" memerlukan daftar pilihan.',
    ),
    "list without a choice": (
        "kpu",
        'type = "pilihan", options = "satuan"',
        'type = "teks", options = "satuan"',
        'contracts/kpu.toml, tab "logistik_gudang", kolom "satuan", kunci "options": '
        'jenis "teks" tidak memakai daftar pilihan.',
    ),
    "key that is no column": (
        "bpkpd",
        '"penerima", "nomor_nphd"',
        '"penerima", "nomor"',
        'contracts/bpkpd.toml, tab "nphd", kunci "key": kolom "nomor" tidak ada di tab ini.',
    ),
    "fill_down that is no column": (
        "bawaslu",
        'fill_down = ["kecamatan"]',
        'fill_down = ["kec"]',
        'contracts/bawaslu.toml, tab "tps_rawan", kunci "fill_down": kolom "kec" tidak ada di tab ini.',
    ),
    "unknown column key": (
        "bpkpd",
        'options = "kondisi", required',
        'options = "kondisi", wajib = true, required',
        'contracts/bpkpd.toml, tab "dukungan_sarpras", kolom "kondisi", kunci "wajib": kunci tidak dikenal; '
        "yang dikenal: title, type, example, meaning, options, required_if, juga, past_if, past, required, citywide, "
        "negative, private, grows, not_before, usual, usual_per, lonjakan.",
    ),
    "unknown tab key": (
        "bpkpd",
        'title   = "NPHD"',
        'judul = "NPHD"\ntitle   = "NPHD"',
        'contracts/bpkpd.toml, tab "nphd", kunci "judul": kunci tidak dikenal; '
        "yang dikenal: title, meaning, key, columns, fill_down, all_kelurahan, optional, shown_if, tabs.",
    ),
    "unknown file key": (
        "bpkpd",
        'name  = "BPKPD"',
        'name  = "BPKPD"\nnama = "BPKPD"',
        'contracts/bpkpd.toml, kunci "nama": kunci tidak dikenal; yang dikenal: name, order, tabs, alias, decisions, gathered.',
    ),
    "duplicate column title": (
        "bpkpd",
        'title = "Kondisi"',
        'title = "Jumlah_tersedia (unit)"',
        'contracts/bpkpd.toml, tab "dukungan_sarpras", kolom "kondisi", kunci "title": '
        'judul "Jumlah_tersedia (unit)" sama dengan judul "jumlah_tersedia".',
    ),
    "duplicate tab title": (
        "bpkpd",
        'title   = "Pencairan"',
        'title   = "nphd"',
        'contracts/bpkpd.toml, tab "pencairan", kunci "title": judul "nphd" sama dengan judul "nphd".',
    ),
    "unreadable condition": (
        "bpkpd",
        'required_if = "status is tertunda"',
        'required_if = "status = tertunda"',
        'contracts/bpkpd.toml, tab "pencairan", kolom "alasan_tertunda", kunci "required_if": '
        'syarat "status = tertunda" tidak terbaca; contoh: status is selesai.',
    ),
    "condition on no column": (
        "bpkpd",
        'required_if = "status is tertunda"',
        'required_if = "keadaan is tertunda"',
        'contracts/bpkpd.toml, tab "pencairan", kolom "alasan_tertunda", kunci "required_if": '
        'kolom "keadaan" tidak ada di tab ini.',
    ),
    "condition on no choice": (
        "bpkpd",
        'required_if = "status is tertunda"',
        'required_if = "status is ditunda"',
        'contracts/bpkpd.toml, tab "pencairan", kolom "alasan_tertunda", kunci "required_if": '
        '"ditunda" bukan pilihan kolom "status".',
    ),
    "comparison with no number": (
        "kpu",
        'required_if = "jumlah_rusak > 0"',
        'required_if = "status_sortir > 0"',
        'contracts/kpu.toml, tab "logistik_gudang", kolom "rencana_pengganti", kunci "required_if": '
        'kolom "status_sortir" bukan kolom bilangan.',
    ),
    "required twice": (
        "kpu",
        'required_if = "jumlah_rusak > 0"',
        'required = true, required_if = "jumlah_rusak > 0"',
        'contracts/kpu.toml, tab "logistik_gudang", kolom "rencana_pengganti", kunci "required_if": '
        "tidak boleh bersama required = true.",
    ),
    "missing example": (
        "kesbangpol",
        'example = "KBP-001", ',
        "",
        'contracts/kesbangpol.toml, tab "kejadian", kolom "id_kejadian", kunci "example": belum diisi.',
    ),
    "blank meaning": (
        "kesbangpol",
        'meaning = "Tanggal kejadian."',
        'meaning = " "',
        'contracts/kesbangpol.toml, tab "kejadian", kolom "tanggal_kejadian", kunci "meaning": harus diisi teks.',
    ),
    "wrong kind of value": (
        "sekretariat",
        'type = "bulan", required = true',
        'type = "bulan", required = "ya"',
        'contracts/sekretariat.toml, tab "laporan_desk", kolom "bulan", kunci "required": harus diisi true atau false.',
    ),
    "list of numbers": (
        "sekretariat",
        'key     = ["bulan"]',
        "key     = [1]",
        'contracts/sekretariat.toml, tab "laporan_desk", kunci "key": harus diisi daftar teks.',
    ),
    "missing tab meaning": (
        "sekretariat",
        'meaning = "Laporan bulanan Desk Pilkada kepada provinsi; satu baris untuk setiap bulan."\n',
        "",
        'contracts/sekretariat.toml, tab "laporan_desk", kunci "meaning": belum diisi.',
    ),
    "se-Kota in a number": (
        "bpkpd",
        'type = "bil", required = true, example = "3"',
        'type = "bil", citywide = true, required = true, example = "3"',
        'contracts/bpkpd.toml, tab "dukungan_sarpras", kolom "jumlah_tersedia", kunci "citywide": '
        "hanya untuk jenis kec dan kel.",
    ),
    "negative date": (
        "bpkpd",
        'title = "Tanggal NPHD", type = "tgl"',
        'title = "Tanggal NPHD", negative = true, type = "tgl"',
        'contracts/bpkpd.toml, tab "nphd", kolom "tanggal_nphd", kunci "negative": hanya untuk jenis bil dan rp dan des.',
    ),
    "like no tab": (
        "bawaslu",
        '"kpu.hibah"',
        '"kpu.dana"',
        'contracts/bawaslu.toml, tab "hibah", kunci "like": tab "kpu.dana" tidak ada.',
    ),
    "like a tab that is like another": (
        "bawaslu",
        '"kpu.hibah"',
        '"bawaslu.pencegahan"',
        'contracts/bawaslu.toml, tab "hibah", kunci "like": tab "bawaslu.pencegahan" sendiri mengikuti tab lain.',
    ),
    "like with columns": (
        "bawaslu",
        'like    = "kpu.hibah"',
        'like    = "kpu.hibah"\nkey = ["tanggal_masuk"]',
        'contracts/bawaslu.toml, tab "hibah", kunci "key": kunci tidak dikenal; yang dikenal: like, title, meaning.',
    ),
    "all kelurahan of another key": (
        "bawaslu",
        'fill_down = ["kecamatan"]',
        'fill_down = ["kecamatan"]\nall_kelurahan = true',
        'contracts/bawaslu.toml, tab "tps_rawan", kunci "all_kelurahan": hanya untuk tab dengan key = ["kelurahan"].',
    ),
    "order taken": (
        "kpu",
        "order = 1",
        "order = 4",
        'contracts/kpu.toml, kunci "order": urutan 4 sudah dipakai instansi "bpkpd".',
    ),
    "broken TOML": (
        "bpkpd",
        'name  = "BPKPD"',
        "name  = BPKPD",
        'contracts/bpkpd.toml, baris 3: bukan TOML yang sah; tulis nama = "isi" dengan tanda kutip lurus, satu baris satu kunci; di dalam { } antarkunci koma.',
    ),
    "label of another choice": (
        "bersama",
        'botol  = "Botol"',
        'botol  = "Buah"',
        'contracts/bersama.toml, kunci "options.satuan": judul "Buah" sama dengan judul "buah".',
    ),
    "blank label": (
        "bersama",
        'botol  = "Botol"',
        'botol  = ""',
        'contracts/bersama.toml, kunci "options.satuan.botol": label harus diisi teks.',
    ),
    "common column of unknown type": (
        "bersama",
        "sumber_dokumen = { example",
        'sumber_dokumen = { type = "hari", example',
        'contracts/bersama.toml, kolom "sumber_dokumen", kunci "type": jenis "hari" tidak dikenal; '
        "pilih salah satu dari bil, rp, des, tgl, yt, majemuk, pilihan, teks, kec, kel, bulan.",
    ),
    "short form of two choices": (
        "bersama",
        'belum   = { label = "Belum", alias = [',
        'belum   = { label = "Belum", alias = ["tuntas", ',
        'contracts/bersama.toml, kunci "options.status_pelaksanaan.selesai": bentuk pendek "tuntas" sama dengan '
        'pilihan "belum".',
    ),
    "choice without its label": (
        "bersama",
        'belum   = { label = "Belum", alias',
        "belum   = { alias",
        'contracts/bersama.toml, kunci "label": belum diisi.',
    ),
    "two columns of one other title": (
        "kpu",
        'juga = ["Jumlah DPTb", ',
        'juga = ["DPT Perempuan", ',
        'contracts/kpu.toml, tab "pemilih_tps", kolom "dptb", kunci "title": judul "DPT Perempuan" sama dengan judul '
        '"dpt_perempuan".',
    ),
    "bounds that are none": (
        "kpu",
        'usual = "1..150"',
        'usual = "1-150"',
        'contracts/kpu.toml, tab "pemilih_tps", kolom "jumlah_tps", kunci "usual": batas "1-150" tidak terbaca; '
        "contoh: 0..3000.",
    ),
    "bounds the wrong way round": (
        "kpu",
        'usual = "1..150"',
        'usual = "150..1"',
        'contracts/kpu.toml, tab "pemilih_tps", kolom "jumlah_tps", kunci "usual": batas "150..1" tidak terbaca; '
        "contoh: 0..3000.",
    ),
    "bounds times nothing": (
        "kpu",
        'usual_per = "40..330 jumlah_tps"',
        'usual_per = "40..330"',
        'contracts/kpu.toml, tab "pemilih_tps", kolom "dpt_laki_laki", kunci "usual_per": batas "40..330" tidak '
        "terbaca; contoh: 60..400 jumlah_pos.",
    ),
    "bounds times a column that is not there": (
        "kpu",
        'usual_per = "40..330 jumlah_tps"',
        'usual_per = "40..330 tps"',
        'contracts/kpu.toml, tab "pemilih_tps", kolom "dpt_laki_laki", kunci "usual_per": kolom "tps" tidak ada di tab '
        "ini atau bukan jenis bil dan rp.",
    ),
    **{
        f"leap of {typed}": (
            "kpu",
            "lonjakan = 1.5",
            f"lonjakan = {typed}",
            f'contracts/kpu.toml, tab "pemilih_tps", kolom "jumlah_tps", kunci "lonjakan": {why}.',
        )
        for typed, why in (
            ("1", "harus bilangan di atas 1; contoh: 1.5"),
            ("1.0", "harus bilangan di atas 1; contoh: 1.5"),
            ("-2", "harus bilangan di atas 1; contoh: 1.5"),
            ("inf", "harus bilangan di atas 1; contoh: 1.5"),
            ("nan", "harus bilangan di atas 1; contoh: 1.5"),
            ('"2"', "harus diisi bilangan"),
            ("true", "harus diisi bilangan"),
            ("2, negative = true", "tidak untuk kolom yang boleh di bawah nol (negative)"),
        )
    },
    "leap of what is no figure": (
        "kpu",
        'type = "pilihan", options = "satuan"',
        'type = "pilihan", lonjakan = 2, options = "satuan"',
        'contracts/kpu.toml, tab "logistik_gudang", kolom "satuan", kunci "lonjakan": hanya untuk jenis bil dan rp dan '
        "des.",
    ),
    "leap of a key": (
        "kpu",
        'juga = ["TPS", "No TPS"], type = "bil"',
        'juga = ["TPS", "No TPS"], lonjakan = 2, type = "bil"',
        'contracts/kpu.toml, tab "psu", kolom "nomor_tps", kunci "lonjakan": tidak untuk kolom kunci: baris dikenali '
        "darinya.",
    ),
    "not before what is no date": (
        "bawaslu",
        'not_before = ["tanggal_diketahui"]',
        'not_before = ["status"]',
        'contracts/bawaslu.toml, tab "penanganan", kolom "tanggal_diterima", kunci "not_before": kolom "status" tidak '
        "ada di tab ini atau bukan jenis tgl.",
    ),
    "what has happened is no date": (
        "kpu",
        'usual = "1..150"',
        "past = true",
        'contracts/kpu.toml, tab "pemilih_tps", kolom "jumlah_tps", kunci "past": hanya untuk jenis tgl.',
    ),
    "condition of what has happened": (
        "kpu",
        'past_if = "status is terlaksana"',
        'past_if = "status is selesai"',
        'contracts/kpu.toml, tab "sosialisasi", kolom "tanggal", kunci "past_if": "selesai" bukan pilihan kolom '
        '"status".',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_one_line_with_its_place(folder, mistake):
    name, stands, instead, line = MISTAKES[mistake]
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert stands in text
    path.write_text(text.replace(stands, instead, 1), encoding="utf-8")
    with pytest.raises(ContractError) as caught:
        contract.load(folder)
    assert str(caught.value) == line


def test_without_the_shared_file_there_are_the_common_columns_and_no_list_but_ours(folder):
    (folder / "bersama.toml").unlink()
    with pytest.raises(ContractError, match=r'kolom "jenis_barang", .*: daftar pilihan "jenis_barang" tidak ada'):
        contract.load(folder)
    for path in folder.glob("*.toml"):
        if path.stem != "sekretariat":
            path.unlink()
    (folder / "sekretariat.toml").write_text('name = "Satu"\norder = 1\ndecisions = true\n', "utf-8")
    [one] = contract.load(folder).values()
    kept = contract.keeper({"sekretariat": one})
    assert kept is one.tabs["tindak_lanjut"] and list(kept.columns)[-3:] == [
        "tanggal_data",
        "keterangan",
        "sumber_dokumen",
    ]
    assert (
        kept.columns["agenda"].example == "Sarana, prasarana, dan logistik"
        and kept.columns["status"].options[0] == "belum"
    )


def test_one_agency_at_most_keeps_decisions_and_none_need(folder):
    text = (folder / "bpkpd.toml").read_text("utf-8")
    (folder / "bpkpd.toml").write_text(text.replace("[tabs", "decisions = true\n[tabs", 1), "utf-8")
    with pytest.raises(
        ContractError,
        match=r'^contracts/sekretariat.toml, kunci "decisions": keputusan rapat sudah disimpan instansi "bpkpd"',
    ):
        contract.load(folder)
    (folder / "bpkpd.toml").write_text(text, "utf-8")
    kept = (folder / "sekretariat.toml").read_text("utf-8")
    without = kept[: kept.index("decisions")] + kept[kept.index("[tabs.laporan_desk]") :]
    (folder / "sekretariat.toml").write_text(without, "utf-8")
    assert contract.keeper(contract.load(folder)) is None


def test_a_folder_without_an_agency_says_so(folder):
    for path in folder.glob("*.toml"):
        if path.stem != "bersama":
            path.unlink()
    with pytest.raises(ContractError, match=r"^contracts: belum ada kontrak satu instansi pun\.$"):
        contract.load(folder)


def test_another_agency_is_one_more_file(folder):
    (folder / "polres.toml").write_text(
        'name = "Polres"\norder = 6\n[tabs.hibah]\nlike = "kpu.hibah"\ntitle = "Hibah"\nmeaning = "Dana hibah."\n',
        encoding="utf-8",
    )
    contracts = contract.load(folder)
    assert list(contracts)[-1] == "polres"
    assert contracts["polres"].tabs["hibah"].table == "polres__hibah"


# --- what every topic has, and what one says itself ---


@pytest.mark.parametrize(
    ("dated", "year", "own", "common"),
    [(None, 2026, "2026-10", "4 November 2026"), (2026, 2026, "2026-10", "4 November 2026"),
     (2026, 2027, "2027-10", "4 November 2027"), (2024, 2024, "2026-10", "4 November 2024"),
     (2025, 2025, "2026-10", "4 November 2025")],
)  # fmt: skip
def test_examples_of_every_topic_are_of_its_year_and_its_own_stay_unless_it_dates_them(dated, year, own, common):
    month = {"title": "Bulan", "type": "bulan", "example": "2026-10", "meaning": "Bulan."}
    tab = {"title": "Layanan", "meaning": "Layanan.", "key": ["bulan"], "columns": {"bulan": month}}
    files = {"dinas": {"name": "Dinas", "order": 1, "decisions": True, "tabs": {"layanan": tab}}}
    shared = {"example_year": dated} if dated else {}
    read = contract.read_as_typed("contracts", files, shared, contract.City("", year, {}))["dinas"].tabs
    columns = read["layanan"].columns
    assert (columns["bulan"].example, columns["tanggal_data"].example) == (own, common)
    assert str(year) in read["tindak_lanjut"].columns["tenggat"].example


def test_mistakes_of_several_keys_of_one_file_are_told_at_once(tmp_path):
    tab = '[tabs.x]\ntitle = "X"\nmeaning = "X."\nkey = ["b"]\n[tabs.x.columns]\na = { title = "A", type = "teks", example = "a", meaning = "A." }\n'
    (tmp_path / "satu.toml").write_text(
        f'name = "Dinas Satu"\norder = 1\ndecisions = true\n{tab}'.replace('"b"', '"a"')
    )
    (tmp_path / "dua.toml").write_text(f'name = "Dinas Satu"\norder = 1\ndecisions = true\nalis = ["S"]\n{tab}')
    told = contract_check.mistakes(tmp_path, None)
    assert [one.replace(f"{tmp_path.name}/", "") for one in told] == [
        'dua.toml, kunci "alis": kunci tidak dikenal; yang dikenal: name, order, alias, decisions, gathered, tabs.',
        'satu.toml, kunci "order": urutan 1 sudah dipakai instansi "dua".',
        'satu.toml, kunci "decisions": keputusan rapat sudah disimpan instansi "dua".',
        'satu.toml, kunci "name": "Dinas Satu" juga nama instansi "dua".',
        'dua.toml, tab "x", kunci "key": kolom "b" tidak ada di tab ini.',
    ]
