"""Which cells the value of an indicator rests on, written from indicators.md and not from the program."""

from __future__ import annotations

from tests.habits import clean

EVENTS = ("kpu/sosialisasi", "bawaslu/pencegahan", "kesbangpol/pendidikan_politik")


def _events(columns: str) -> dict[str, str]:
    return dict.fromkeys(EVENTS, columns)


_GOODS = {
    "kpu/logistik_gudang": "jenis_barang jenis_pemilihan kebutuhan jumlah_diterima jumlah_rusak jumlah_pengganti tanggal_terima",
    "kpu/pemilih_tps": "kelurahan jumlah_tps dpt_laki_laki dpt_perempuan",
}
_PAID = "penerima tahap_pencairan nilai_sp2d status tanggal_sp2d"
_GRANT = "tahap_pencairan tanggal_masuk nilai_diterima"
_ADVICE = {
    "bawaslu/netralitas_asn": "kode_kasus tanggal_rekomendasi rekomendasi",
    "kesbangpol/tindak_lanjut_asn": "kode_kasus status",
}
#: Dates in which no formula is interested, but which can say that a row is not to be believed.
DATES = ("tanggal_data", "tanggal_sp2d", "tanggal_realisasi", "tanggal_selesai", "tanggal_nphd")
USES = {
    "tps_terlayani_persen": {
        "kpu/pemilih_tps": "kelurahan jumlah_tps",
        "kpu/distribusi": "kelurahan tahap_distribusi jumlah_tps_diterima tanggal_realisasi",
    },
    "barang_kurang": _GOODS,
    "barang_siap_persen": _GOODS,
    "pencairan_kpu_persen": {"bpkpd/nphd": "penerima nilai_nphd nilai_addendum", "bpkpd/pencairan": _PAID},
    "pencairan_bawaslu_persen": {"bpkpd/nphd": "penerima nilai_nphd nilai_addendum", "bpkpd/pencairan": _PAID},
    "selisih_kpu_rp": {"bpkpd/pencairan": _PAID, "kpu/hibah": _GRANT},
    "selisih_bawaslu_rp": {"bpkpd/pencairan": _PAID, "bawaslu/hibah": _GRANT},
    "sarpras_siap_persen": {
        "bpkpd/dukungan_sarpras": "jenis_dukungan penerima_manfaat kecamatan jumlah_dibutuhkan jumlah_tersedia kondisi"
    },
    "kasus_aktif": {"bawaslu/penanganan": "id_penanganan status"},
    "kasus_lewat_tenggat": {"bawaslu/penanganan": "id_penanganan status"},
    "laporan_lewat_7_hari": {"bawaslu/penanganan": "id_penanganan sumber tanggal_diketahui tanggal_diterima"},
    "mitigasi_tinggi_persen": {"bawaslu/tps_rawan": "kelurahan kode_indikator tingkat status_mitigasi"},
    "kelurahan_prioritas": {
        "bawaslu/tps_rawan": "kelurahan tingkat",
        "kesbangpol/potensi_konflik": "kelurahan tingkat_potensi",
        "kpu/pemilih_tps": "kelurahan jumlah_tps",
        "kpu/distribusi": "kelurahan tahap_distribusi jumlah_tps_diterima",
        "kesbangpol/kejadian": "tingkat status",
    },
    "kelurahan_tanpa_kegiatan": _events("tanggal kelurahan status"),
    "peserta_per_1000_pemilih": _events("tanggal jumlah_peserta status")
    | {"kpu/pemilih_tps": "kelurahan dpt_laki_laki dpt_perempuan"},
    "segmen_tanpa_kegiatan": _events("segmen status"),
    "c_pemberitahuan_persen": {
        "kpu/pemilih_tps": "kelurahan dpt_laki_laki dpt_perempuan",
        "kpu/distribusi": "kelurahan tahap_distribusi c_pemberitahuan_dibagikan",
    },
    "kegiatan_tumpang_tindih": _events("tanggal kelurahan status"),
    "kasus_asn": {"bawaslu/netralitas_asn": "kode_kasus hasil"},
    "rekomendasi_belum_dieksekusi": _ADVICE,
    "rekomendasi_lewat_14_hari_kerja": _ADVICE,
    "kasus_tanpa_tindak_lanjut": _ADVICE | {"kesbangpol/tindak_lanjut_asn": "kode_kasus"},
    "pakta_integritas_persen": {"kesbangpol/pakta_integritas": "perangkat_daerah jumlah_asn jumlah_tanda_tangan"},
    "kejadian_14_hari": {"kesbangpol/kejadian": "id_kejadian tanggal_kejadian"},
    "kejadian_tinggi_terbuka": {"kesbangpol/kejadian": "id_kejadian tingkat status tanggal_selesai"},
    "kelurahan_potensi_tinggi": {"kesbangpol/potensi_konflik": "kelurahan tingkat_potensi"},
    "kelurahan_tanpa_fkdm_persen": {"kesbangpol/potensi_konflik": "kelurahan fkdm_aktif"},
    "laporan_desk_terlambat_hari": {"sekretariat/laporan_desk": "bulan tanggal_kirim"},
}
#: A cell of these counts only in rows whose other cell says so, as the clean city has them: (column, wanted values).
ONLY = {
    ("barang_kurang", "kebutuhan"): ("jenis_barang", {"segel kertas", "alat coblos", "sampul", "formulir", "c pemberitahuan", "alat bantu tunanetra", "tanda pengenal", "alat tulis"}),
    ("pencairan_kpu_persen", None): ("penerima", {"kpu"}),
    ("selisih_kpu_rp", None): ("penerima", {"kpu"}),
    ("pencairan_bawaslu_persen", None): ("penerima", {"bawaslu"}),
    ("selisih_bawaslu_rp", None): ("penerima", {"bawaslu"}),
    ("laporan_lewat_7_hari", "tanggal_diketahui"): ("sumber", {"laporan"}),
    ("laporan_lewat_7_hari", "tanggal_diterima"): ("sumber", {"laporan"}),
    ("mitigasi_tinggi_persen", "status_mitigasi"): ("tingkat", {"tinggi"}),
    ("kejadian_tinggi_terbuka", "tanggal_selesai"): ("tingkat", {"tinggi"}),
    ("kejadian_tinggi_terbuka", "status"): ("tingkat", {"tinggi"}),
    ("kelurahan_prioritas", "status"): ("tingkat", {"tinggi"}),
    ("peserta_per_1000_pemilih", "jumlah_peserta"): ("status", {"terlaksana"}),
    ("peserta_per_1000_pemilih", "tanggal"): ("status", {"terlaksana"}),
    ("kelurahan_tanpa_kegiatan", "tanggal"): ("status", {"terlaksana"}),
    ("kelurahan_tanpa_kegiatan", "kelurahan"): ("status", {"terlaksana"}),
    ("kegiatan_tumpang_tindih", "tanggal"): ("status", {"terlaksana", "rencana"}),
    ("segmen_tanpa_kegiatan", "segmen"): ("status", {"terlaksana"}),
    ("laporan_desk_terlambat_hari", "tanggal_kirim"): ("bulan", {"2024-10"}),
}  # fmt: skip
ONLY |= {("barang_siap_persen", "kebutuhan"): ONLY["barang_kurang", "kebutuhan"]}


def of_cell(agency: str, tab: str, column: str | None, row: int | None = None) -> set[str]:
    """The indicators that rest on a cell; of any row of the column without `row`, of the whole tab without `column`.

    `row` counts the rows of data of the clean tab from 1.
    """
    found = set()
    for code, tabs in USES.items():
        used = tabs.get(f"{agency}/{tab}", "").split()
        if not used or (column and column != "tanggal_data" and column not in used):
            continue
        if column and row and not _counts(code, agency, tab, column, row):
            continue
        found.add(code)
    return found


def of_row(agency: str, tab: str, cells: dict) -> set[str]:
    """The indicators that may rest on a row with these cells; of another recipient's row of money they do not."""
    found = set()
    for code in of_cell(agency, tab, None):
        other, wanted = ONLY.get((code, None), (None, None))
        if other is None or not cells.get(other) or clean.plain(cells[other]) in wanted:
            found.add(code)
    return found


def _counts(code: str, agency: str, tab: str, column: str, row: int) -> bool:
    names, cells = clean.columns(agency, tab), clean.typed(agency, tab)
    for key in ((code, column), (code, None)):
        other, wanted = ONLY.get(key, (None, None))
        if other in names and row < len(cells) and clean.plain(cells[row][names.index(other)]) not in wanted:
            return False
    return True
