"""Words that only help to fill in a sheet: hints behind titles, dates behind tabs, a row of instructions."""

import pytest

from monev.reading.layout import lay_out, match_tab, recognise
from monev.sheets import Tab
from tests.test_layout_habits import AGENCIES, EVENTS, V1, V2, VOTERS, data, event, laid, told


def placed(tab, name, written):
    """The finished layout of a header in which one column is titled so."""
    agency, code = tab.split("/")
    form = AGENCIES[agency].tabs[code]
    head = [written if one == name else column.title for one, column in form.columns.items()]
    layout = lay_out(Tab("Uji", [head], None), form)
    return layout, list(form.columns).index(name)


@pytest.mark.parametrize(
    ("tab", "name", "written"),
    [
        ("kesbangpol/potensi_konflik", "fkdm_aktif", "FKDM Aktif (Y/T)"),
        ("kesbangpol/potensi_konflik", "fkdm_aktif", "FKDM Aktif (Ya/Tidak)"),
        ("kesbangpol/potensi_konflik", "fkdm_aktif", "FKDM Aktif: ya / tidak"),
        ("bpkpd/dukungan_sarpras", "kondisi", "Kondisi (Siap/Perlu Perbaikan/Belum Ada)"),
        ("bpkpd/dukungan_sarpras", "kondisi", "Kondisi [pilih: siap, belum ada]"),
        ("bpkpd/dukungan_sarpras", "tanggal_data", "Tanggal Data (hh/bb/tttt)"),
        ("kpu/sosialisasi", "tanggal", "Tanggal (dd-mm-yyyy)"), ("kpu/sosialisasi", "tanggal", "Tanggal / hh-bb-tttt"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta (diisi angka)"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jml. Peserta (yang mengisi daftar)"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta (L/P)"),
        ("kpu/sosialisasi", "anggaran", "Anggaran (Rp) - isi angka penuh"),
        ("kpu/sosialisasi", "kelurahan", "Kelurahan (wajib)"), ("kpu/sosialisasi", "status", "Status: pilih salah satu"),
        ("kpu/sosialisasi", "status", "Status (tidak wajib)"), ("kpu/sosialisasi", "kecamatan", "Kecamatan (lokasi)"),
        ("kpu/distribusi", "tanggal_rencana", "Tanggal Rencana (rencana tiba)"),
        ("kpu/hibah", "belanja_kumulatif", "Realisasi Belanja s.d. November 2024"),
        ("kpu/hibah", "belanja_kumulatif", "Realisasi Belanja (s/d 25 Nov)"),
        ("kesbangpol/pakta_integritas", "jumlah_tanda_tangan", "Sudah TTD"),
        ("kesbangpol/pakta_integritas", "jumlah_tanda_tangan", "Sudah Tanda Tangan"),
        ("kesbangpol/pakta_integritas", "jumlah_asn", "ASN"),
        ("sekretariat/tindak_lanjut", "penanggung_jawab", "PIC"),
        ("sekretariat/tindak_lanjut", "tenggat", "Batas Waktu"), ("sekretariat/tindak_lanjut", "kabar", "Progress"),
    ],
)  # fmt: skip
def test_a_hint_behind_a_title_is_dropped(tab, name, written):
    layout, place = placed(tab, name, written)
    assert layout.columns[name] == place
    assert not [note for note in layout.findings if "tambahkan" in note.write or note.weight == "tolak"]


@pytest.mark.parametrize(
    ("tab", "name", "written"),
    [
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta (target)"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta (rata-rata)"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta (s.d. November 2024)"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta (P)"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta (isi target)"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta / undangan"),
        ("kpu/sosialisasi", "jumlah_peserta", "Jumlah Peserta (2019)"),
        ("kpu/sosialisasi", "tanggal", "Tanggal (batal)"), ("kpu/sosialisasi", "tanggal", "Tanggal (rencana)"),
        ("kpu/logistik_gudang", "jumlah_diterima", "Jumlah Diterima (rusak)"),
        ("kpu/logistik_gudang", "jumlah_diterima", "Diterima / Rusak"),
        ("kpu/logistik_gudang", "jumlah_diterima", "Jumlah Diterima (Kebutuhan)"),
        ("kpu/logistik_gudang", "jumlah_diterima", "Jumlah Diterima (%)"),
        ("kpu/sosialisasi", "anggaran", "Anggaran (diisi dalam juta)"),
        ("bpkpd/dukungan_sarpras", "kondisi", "Kondisi (sebelum)"),
    ],
)  # fmt: skip
def test_a_bracket_that_turns_the_meaning_is_no_hint_and_is_told(tab, name, written):
    layout, _ = placed(tab, name, written)
    assert name not in layout.columns and layout.findings


def test_a_title_with_a_hint_gives_way_to_the_one_without():
    layout = laid("kpu/pemilih_tps", [*VOTERS, "Jumlah TPS (di gedung)"], [*V1, 3], [*V2, 4])
    assert layout.columns["jumlah_tps"] == 2 and not layout.unread


def test_two_titles_with_hints_over_other_contents_are_both_unread():
    head = [*VOTERS[:2], "Jumlah TPS (gedung)", *VOTERS[3:], "Jumlah TPS (tenda)"]
    layout = laid("kpu/pemilih_tps", head, [*V1, 3], [*V2, 4])
    assert layout.unread == ("jumlah_tps",) and told(layout, "tolak")


# --- titles of tabs


@pytest.mark.parametrize(
    ("agency", "title", "code"),
    [
        ("bawaslu", "Pencegahan (per 25 Nov)", "pencegahan"), ("bawaslu", "Hibah (s.d. Oktober 2024)", "hibah"),
        ("kesbangpol", "Kejadian (update 24/11)", "kejadian"), ("kpu", "Distribusi - 25 Nov 2024", "distribusi"),
        ("kpu", "Distribusi per 25 November 2024", "distribusi"), ("kpu", "Hibah_sd_Okt_2024", "hibah"),
        ("kpu", "2. Sosialisasi (25/11/2024)", "sosialisasi"), ("kpu", "Hibah [posisi tgl 25.11.24]", "hibah"),
        ("kpu", "Hibah (Rabu)", None), ("kpu", "Hibah November", None), ("kpu", "Sosialisasi Okt", None),
        ("kpu", "Distribusi 1-15 Nov", None), ("kpu", "Rekap Hibah (per 25 Nov)", None), ("kpu", "Hibah (tahap 2)", None),
    ],
)  # fmt: skip
def test_a_date_behind_the_title_of_a_tab_decorates_it(agency, title, code):
    assert match_tab(title, {one: tab.title for one, tab in AGENCIES[agency].tabs.items()}) == code


def test_of_two_dates_neither_is_read_and_both_are_told():
    tabs = [Tab(f"Pemilih TPS (per {day} Nov)", [VOTERS, row], None) for day, row in ((18, V1), (25, V2))]
    found = recognise(tabs, AGENCIES["kpu"].tabs)
    assert "pemilih_tps" not in found.tabs
    [note] = [one for one in found.findings if one.tab == "pemilih_tps"]
    assert note.weight == "tolak" and "18 Nov" in note.why and "25 Nov" in note.why


# --- a row of instructions


@pytest.mark.parametrize(
    "row",
    [
        ["diisi PPK", "diisi PPS", "diisi angka", "diisi angka", "diisi angka", "hari/tgl/bln"],
        ["wajib", "wajib", "wajib", "opsional", "opsional", "wajib"],
        ["teks", "teks", "angka", "angka", "angka", "tanggal"],
        ["contoh: Cikole", "contoh: Selabatu", "contoh: 17", "", "", "dd/mm/yyyy"],
        ["pilih salah satu", "pilih salah satu", "angka saja", "isi sesuai DPT", "isi sesuai DPT", "hh/bb/tttt"],
    ],
)
def test_a_row_of_instructions_under_the_header_is_no_data_and_no_finding(row):
    for lines in ([row], [["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], row]):
        layout = laid("kpu/pemilih_tps", VOTERS, *lines, V1, V2)
        assert len(data(layout)) == 2 and not layout.findings


@pytest.mark.parametrize(
    "row",
    [
        ["Cikole", "Selabatu", "17", "diisi PPS", "diisi PPS", "4/11/2024"],
        ["Cikole", "Selabatu", "diisi", "diisi", "diisi", "wajib"],
        ["wajib", "wajib", 17, "opsional", "opsional", "wajib"],
    ],
)
def test_a_row_with_real_values_stays_data(row):
    assert data(laid("kpu/pemilih_tps", VOTERS, row, V2)) == [2, 3]


def test_instructions_further_down_are_left_to_the_reader():
    row = ["wajib", "wajib", "wajib", "opsional", "opsional", "wajib"]
    assert data(laid("kpu/pemilih_tps", VOTERS, V1, V2, V1, row, V2)) == [2, 3, 4, 5, 6]


# --- nihil until a day


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("Nihil s.d. tgl 25", True), ("NIHIL (per 25 November 2024)", True), ("Tidak ada kejadian sampai dengan 25 Nov", True),
        ("nihil sd. 25/11/2024", True), ("Nihil, kecuali tgl 25", False), ("Tidak ada kejadian, hanya 2 laporan", False),
        ("Tidak ada selain 3 kasus", False), ("Tidak ada korban, per 5 kejadian", False),
    ],
)  # fmt: skip
def test_nihil_until_a_day_is_heard(words, heard):
    row = [words, *[""] * (len(EVENTS) - 2), "25/11/2024"]
    layout = laid("kesbangpol/kejadian", EVENTS, row)
    assert (data(layout) == [2]) == heard and bool(told(layout, "tolak")) != heard


def test_it_is_told_beside_rows_of_data_and_does_not_count_as_one():
    line = ["Nihil s.d. tgl 25", *[""] * (len(EVENTS) - 2), "25/11/2024"]
    layout = laid("kesbangpol/kejadian", EVENTS, event(1), event(2), line)
    assert data(layout) == [2, 3] and told(layout) == [(4, "periksa")]
