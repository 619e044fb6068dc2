"""What the workbook of all tables holds: one sheet per question, and how each of its columns is written."""

from __future__ import annotations

from dataclasses import dataclass

from monev.words import project

#: A column: key in the rows, heading, and kind. Kinds: teks, bil (whole number), persen, rp, tgl, yt (yes or no), nilai
#: (in the unit that the row names), status (in words), lembaga (by its code), tempat (text that links to the sheet).
Column = tuple[str, str, str]


#: The one question whose answer changes while the snapshot does not; `Source.recorded` are its rows.
RECORDED = "tindak_lanjut/dicatat"


@dataclass(frozen=True)
class Subject:
    """One sheet: its title, what it holds in a sentence, the question that gives its rows, and its columns."""

    title: str
    holds: str
    question: str
    columns: tuple[Column, ...]


SUBJECTS = (
    Subject("Angka pokok",
            "Semua angka pokok dengan keadaan, sebabnya, pembanding, dan baris yang dipakai.",
            "bahan/angka", (
        ("nomor", "Agenda", "bil"), ("judul_pendek", "Pokok", "teks"), ("indikator", "Angka", "teks"),
        ("nilai", "Kini", "nilai"), ("satuan", "Satuan", "satuan"), ("status", "Keadaan", "status"),
        ("sebab", "Sebab", "teks"), ("landasan", "Landasan", "teks"),
        ("dulu_nilai", "Sebelumnya", "nilai"), ("dulu_tanggal", "Tanggal sebelumnya", "tgl"),
        ("gerak", "Gerak", "teks"), ("terhitung", "Baris terhitung", "bil"), ("dikecualikan", "Belum ikut", "bil"),
        ("kalimat", "Kalimat", "teks"))),
    Subject("Dasar angka",
            "Aturan dan ambang di balik tiap angka pokok, dan tab yang dipakainya.",
            "bahan/angka", (
        ("nomor", "Agenda", "bil"), ("indikator", "Angka", "teks"), ("dasar", "Dasar dan ambang", "teks"),
        ("sumber", "Tab yang dipakai", "teks"))),
    Subject("Perlu diputuskan",
            "Hal yang menunggu keputusan rapat, yang paling genting lebih dulu.",
            "bersama/perlu_diputuskan", (
        ("nomor", "Agenda", "bil"), ("judul_pendek", "Pokok", "teks"), ("status", "Keadaan", "status"),
        ("uraian", "Hal", "teks"), ("pemilik", "Penanggung jawab", "teks"), ("tenggat", "Tenggat", "teks"),
        ("tempat", "Tempat di lembar", "tempat"))),
    Subject("Perbedaan",
            "Angka dua lembaga tentang hal yang sama, yang cocok dan yang berbeda.",
            "bersama/rekonsiliasi", (
        ("nomor", "Agenda", "bil"), ("kunci", "Yang dibandingkan", "teks"), ("status", "Keadaan", "status"),
        ("kiri", "Satu pihak", "teks"), ("nilai_kiri", "Angkanya", "nilai"), ("kanan", "Pihak lain", "teks"),
        ("nilai_kanan", "Angkanya", "nilai"), ("selisih", "Selisih", "nilai"), ("satuan", "Satuan", "satuan"),
        ("berjalan", "Sedang berjalan", "yt"), ("petunjuk", "Hanya petunjuk", "yt"), ("kalimat", "Kalimat", "teks"))),
    Subject("Tindak lanjut",
            "Janji rapat dan keadaannya, yang lewat tenggat lebih dulu.",
            "tindak_lanjut/daftar", (
        ("id", "ID", "tempat"), ("tanggal_rapat", "Tanggal rapat", "tgl"), ("uraian", "Janji", "teks"),
        ("pemilik", "Penanggung jawab", "teks"), ("tenggat", "Tenggat", "tgl"),
        ("tenggat_awal", "Tenggat semula", "tgl"), ("tenggat_baru", "Minta diundur ke", "tgl"),
        ("keadaan_kata", "Keadaan", "teks"), ("lewat", "Lewat tenggat", "yt"), ("lewat_hari", "Lewat (hari)", "bil"),
        ("kabar", "Kabar", "teks"), ("indikator_nama", "Angka terkait", "teks"),
        ("nilai_saat_dicatat", "Saat dicatat", "teks"), ("kini_nilai", "Kini", "nilai"))),
    Subject("Keputusan",
            "Keputusan yang dicatat di layar dalam rapat ini, yang terbaru lebih dulu.",
            RECORDED, (
        ("id", "ID", "tempat"), ("tanggal_dicatat", "Dicatat", "tgl"), ("pokok", "Pokok", "teks"),
        ("uraian", "Keputusan", "teks"), ("pemilik", "Penanggung jawab", "teks"), ("tenggat", "Tenggat", "tgl"),
        ("kiriman", f"Ke {project.decisions_sheet()}", "teks"), ("keadaan_kata", "Keadaan", "teks"))),
    Subject("Tepat waktu",
            "Janji tiap lembaga yang terbuka, lewat tenggat, dan selesai, dan berapa yang tepat waktu.",
            "tindak_lanjut/lembaga", (
        ("pemilik", "Lembaga", "teks"), ("terbuka", "Terbuka", "bil"), ("lewat", "Termasuk lewat", "bil"),
        ("selesai", "Selesai", "bil"), ("tepat", "Tepat waktu", "bil"), ("terlambat", "Terlambat", "bil"),
        ("belum_tahu", "Belum dapat dipastikan", "bil"), ("tepat_persen", "Bagian tepat waktu", "persen"))),
    Subject("Perubahan",
            "Sel dan baris lembar yang berubah sejak rapat sebelumnya; baris terbatas tidak ikut.",
            "bahan/perubahan", (
        ("nama", "Lembaga", "teks"), ("judul_tab", "Tab", "teks"), ("sebutan", "Baris tentang", "teks"),
        ("tempat", "Tempat", "tempat"), ("judul_kolom", "Kolom", "teks"), ("ragam", "Apa yang terjadi", "teks"),
        ("dulu_tertulis", "Dulu tertulis", "teks"), ("tertulis", "Kini tertulis", "teks"),
        ("angka_lama", "Angka lama diubah", "yt"))),
    Subject("Barang",
            "Kebutuhan, yang siap, dan yang kurang dari tiap jenis barang.",
            "bahan/barang", (
        ("nama", "Barang", "teks"), ("satuan_barang", "Satuan", "teks"), ("kebutuhan", "Kebutuhan", "bil"),
        ("siap", "Siap", "bil"), ("rusak", "Rusak", "bil"), ("kurang", "Kurang", "bil"),
        ("siap_persen", "Siap", "persen"), ("tanggal_terima", "Diterima", "tgl"),
        ("janji", "Pengganti dijanjikan", "tgl"), ("keadaan", "Keadaan", "teks"), ("baris", "Baris lembar", "bil"))),
    Subject("Hibah per tahap",
            "Hibah KPU dan Bawaslu menurut BPKPD dan menurut penerimanya.",
            "bahan/hibah_tahap", (
        ("nama", "Penerima", "teks"), ("nama_tahap", "Tahap", "teks"), ("cair_rp", "Cair menurut BPKPD", "rp"),
        ("diterima_rp", "Diterima menurut penerima", "rp"), ("selisih_rp", "Selisih", "rp"),
        ("persen_naskah", "Dari naskah", "persen"), ("aturan_persen", "Aturan", "persen"),
        ("cair_belum_terbaca", "BPKPD belum terhitung (baris)", "bil"),
        ("diterima_belum_terbaca", "Penerima belum terhitung (baris)", "bil"))),
    Subject("Baris hibah",
            "Naskah, SP2D, dan penerimaan yang menjadi dasar hibah, satu baris lembar satu baris.",
            "bahan/hibah_baris", (
        ("nama", "Penerima", "teks"), ("pihak", "Dicatat", "teks"), ("judul_tab", "Tab", "teks"),
        ("baris", "Baris", "bil"), ("nama_tahap", "Tahap", "teks"), ("nomor", "Nomor", "teks"),
        ("tanggal", "Tanggal", "tgl"), ("nilai_rp", "Nilai", "rp"), ("addendum_rp", "Addendum", "rp"),
        ("dihitung", "Dihitung", "yt"), ("keterangan", "Keterangan", "teks"))),
    Subject("Peta risiko",
            "Risiko tiap kelurahan, yang risikonya paling banyak lebih dulu.",
            "bahan/peta_risiko", (
        ("kelurahan", "Kelurahan", "teks"), ("kecamatan", "Kecamatan", "teks"), ("skor", "Risiko", "bil"),
        ("didahulukan", "Didahulukan", "yt"), ("potensi_konflik", "Potensi konflik", "teks"),
        ("kejadian_tinggi", "Kejadian tinggi", "teks"), ("tps_rawan", "TPS rawan", "teks"),
        ("logistik", "Logistik", "teks"), ("alasan", "Sebab", "teks"))),
    Subject("Kasus pelanggaran",
            "Kasus yang masih ditangani Bawaslu, tenggat terdekat lebih dulu.",
            "risiko/kasus", (
        ("id_penanganan", "ID", "tempat"), ("pokok", "Pokok", "teks"), ("tempat_kejadian", "Kelurahan", "teks"),
        ("status_kasus", "Tahap", "teks"), ("tanggal_registrasi", "Registrasi", "tgl"),
        ("tenggat", "Tenggat", "tgl"), ("sisa_hari", "Sisa (hari)", "bil"), ("sisa", "Keterangan", "teks"))),
    Subject("Jangkauan kelurahan",
            "Kegiatan di tiap kelurahan dalam jendela penilaian, dan rencana berikutnya.",
            "partisipasi/peta", (
        ("kelurahan", "Kelurahan", "teks"), ("kecamatan", "Kecamatan", "teks"), ("jumlah", "Kegiatan", "bil"),
        ("terakhir", "Terakhir", "tgl"), ("rencana", "Rencana", "tgl"), ("keterangan", "Keterangan", "teks"))),
    Subject("Kegiatan per segmen",
            "Kegiatan dan peserta menurut segmen pemilih, yang paling jarang lebih dulu.",
            "partisipasi/segmen", (
        ("label", "Segmen", "teks"), ("nilai", "Kegiatan", "bil"), ("peserta", "Peserta", "bil"),
        ("terakhir", "Terakhir", "tgl"), ("rencana", "Rencana", "tgl"), ("rincian", "Keterangan", "teks"))),
    Subject("Kegiatan per lembaga",
            "Kegiatan dan peserta tiap lembaga.",
            "partisipasi/per_lembaga", (
        ("nama", "Lembaga", "teks"), ("terlaksana", "Terlaksana", "bil"), ("peserta", "Peserta", "bil"),
        ("rencana", "Direncanakan", "bil"), ("rencana_lewat", "Rencana lewat tanggal", "bil"),
        ("batal", "Batal", "bil"), ("tanggal_data", "Keadaan data per", "tgl"), ("tab", "Tab", "tempat"))),
    Subject("Kegiatan bersamaan",
            "Kegiatan dua lembaga pada hari dan kelurahan yang sama.",
            "partisipasi/tumpang_tindih", (
        ("tanggal", "Tanggal", "tgl"), ("kelurahan", "Kelurahan", "teks"), ("pemilik_a", "Lembaga", "teks"),
        ("nama_a", "Kegiatan", "teks"), ("pemilik_b", "Lembaga lain", "teks"), ("nama_b", "Kegiatannya", "teks"),
        ("waktu", "Waktu", "teks"))),
    Subject("Kasus ASN",
            "Sampai langkah mana tiap kasus netralitas ASN.",
            "bahan/alur_asn", (
        ("kode", "Kasus", "teks"), ("keterangan", "Tentang", "teks"), ("dicatat", "Bawaslu mencatat", "teks"),
        ("diteruskan", "Bawaslu meneruskan", "teks"), ("direkomendasikan", "BKN merekomendasikan", "teks"),
        ("dilaksanakan", "PPK (pembina kepegawaian) melaksanakan", "teks"), ("batas", "Batas", "tgl"),
        ("sisa_hari_kerja", "Sisa (hari kerja)", "bil"))),
    Subject("Pakta integritas",
            "Perangkat daerah yang ASN-nya belum semua menandatangani.",
            "netralitas/pakta", (
        ("perangkat_daerah", "Perangkat daerah", "teks"), ("jumlah_asn", "ASN", "bil"),
        ("jumlah_tanda_tangan", "Menandatangani", "bil"), ("belum", "Belum", "bil"), ("persen", "Bagian", "persen"),
        ("tempat", "Tempat di lembar", "tempat"))),
    Subject("Kejadian terbuka",
            "Kejadian sedang dan tinggi yang belum selesai; yang terbatas hanya jumlahnya.",
            "stabilitas/kejadian_terbuka", (
        ("id_kejadian", "ID", "tempat"), ("tingkat", "Tingkat", "teks"), ("uraian", "Isu", "teks"),
        ("tempat_kejadian", "Tempat", "teks"), ("tanggal_kejadian", "Tanggal", "tgl"),
        ("umur_hari", "Umur (hari)", "bil"), ("keadaan", "Keadaan", "teks"),
        ("tindak_lanjut", "Tindak lanjut", "teks"), ("penangan", "Penangan", "teks"))),
    Subject("Laporan Desk",
            "Laporan Desk Pilkada tiap bulan ke provinsi.",
            "stabilitas/laporan_desk", (
        ("bulan_kata", "Bulan", "teks"), ("batas", "Batas", "tgl"), ("tanggal_kirim", "Terkirim", "tgl"),
        ("terlambat_hari", "Terlambat (hari)", "bil"), ("keterangan", "Keterangan", "teks"))),
    Subject("Kemutakhiran",
            "Seberapa baru data tiap lembaga, dan berapa barisnya yang terhitung.",
            "ringkasan/instansi", (
        ("nama", "Lembaga", "teks"), ("tanggal_data", "Keadaan data per", "tgl"),
        ("umur_hari", "Umur (hari)", "bil"), ("baris", "Baris", "bil"), ("terhitung", "Terhitung", "bil"),
        ("ditahan", "Belum terhitung", "bil"), ("temuan", "Temuan", "bil"), ("tolak", "Menahan angka", "bil"),
        ("tab_ada", "Tab ada", "bil"), ("tab", "Tab diminta", "bil"))),
    Subject("Temuan",
            "Sel yang perlu dibenahi: apa yang tertulis, mengapa, dan apa gantinya.",
            "mutu_data/temuan", (
        ("instansi", "Lembaga", "lembaga"), ("judul_tab", "Tab", "teks"), ("sel", "Sel", "tempat"),
        ("baris", "Baris", "bil"), ("judul_kolom", "Kolom", "teks"), ("tertulis", "Tertulis", "teks"),
        ("alasan", "Sebab", "teks"), ("saran", "Tulis sebagai gantinya", "teks"), ("bobot", "Bobot", "bobot"),
        ("akibat", "Akibat", "teks"), ("pernyataan", "Bila memang benar", "teks"))),
    Subject("Sumber",
            "Tab tiap lembaga, dan bagaimana setiap barisnya diperhitungkan.",
            "mutu_data/cakupan_tab", (
        ("nama", "Lembaga", "teks"), ("judul", "Tab", "tempat"), ("tanggal_data", "Keadaan data per", "tgl"),
        ("terlihat", "Baris terlihat", "bil"), ("terhitung", "Terhitung", "bil"), ("ditahan", "Belum terhitung", "bil"),
        ("tata_letak", "Judul, jumlah, kosong", "bil"), ("nihil", "Dinyatakan nihil", "yt"))),
    Subject("Bacaan",
            "Teks tiap pokok agenda untuk dibacakan atau dikirim sebagai pesan.",
            "bahan/bacaan", (
        ("nomor", "Agenda", "bil"), ("judul", "Pokok", "teks"), ("status", "Keadaan", "status"),
        ("bacaan", "Bacaan", "teks"))),
)  # fmt: skip
