"""Titles of columns and tabs in people's own words: read where they mean one thing only, told where they do not."""

import pytest

from monev.contract import contracts
from monev.reading.layout import lay_out, match_tab, may_be_ours, recognise
from monev.settings import CONTRACTS
from monev.sheets import Tab
from tests.test_layout_habits import EVENTS, PLEDGES, V1, V2, V3, VOTERS, P, data, event, laid, told

AGENCIES = contracts.load(CONTRACTS)


def column_of(tab, title):
    agency, code = tab.split("/")
    form = AGENCIES[agency].tabs[code]
    wanted = [column.title for column in form.columns.values()]
    layout = lay_out(Tab("Uji", [[title, *wanted[3:]]], None), form)
    return next((name for name, index in layout.columns.items() if index == 0), None)


# --- one title (19)


@pytest.mark.parametrize(
    ("tab", "written", "name"),
    [
        ("kpu/pemilih_tps", "Jml TPS", "jumlah_tps"), ("kpu/pemilih_tps", "Jml. TPS", "jumlah_tps"),
        ("kpu/pemilih_tps", "JMLH TPS", "jumlah_tps"), ("kpu/pemilih_tps", "Jum. TPS", "jumlah_tps"),
        ("kpu/pemilih_tps", "TPS", "jumlah_tps"), ("kpu/pemilih_tps", "1. Jumlah TPS", "jumlah_tps"),
        ("kpu/pemilih_tps", "(3) Jumlah TPS", "jumlah_tps"), ("kpu/pemilih_tps", "Jumlah TPS *", "jumlah_tps"),
        ("kpu/pemilih_tps", "Jumlah TPS*)", "jumlah_tps"), ("kpu/pemilih_tps", "Jumlah TPS (wajib)", "jumlah_tps"),
        ("kpu/pemilih_tps", "Jumlah TPS 1)", "jumlah_tps"), ("kpu/pemilih_tps", "Jumlah\nTPS\n(3)", "jumlah_tps"),
        ("kpu/pemilih_tps", "Nama Kelurahan", "kelurahan"), ("kpu/pemilih_tps", "Kel.", "kelurahan"),
        ("kpu/pemilih_tps", "Kelurahan/Desa", "kelurahan"), ("kpu/pemilih_tps", "KEC", "kecamatan"),
        ("kpu/pemilih_tps", "A. Kecamatan :", "kecamatan"), ("kpu/pemilih_tps", "Nama Kec.", "kecamatan"),
    ],
)  # fmt: skip
def test_a_title_in_short_is_read(tab, written, name):
    assert column_of(tab, written) == name


@pytest.mark.parametrize(
    ("tab", "place", "written"),
    [
        ("kpu/pemilih_tps", 3, "DPT (L)"), ("kpu/pemilih_tps", 3, "DPT L"), ("kpu/pemilih_tps", 4, "DPT Pr."),
        ("kpu/pemilih_tps", 3, "DPT laki2"), ("kpu/pemilih_tps", 4, "Jml DPT P"), ("kpu/pemilih_tps", 9, "Tgl. Data"),
        ("kpu/pemilih_tps", 9, "TGL DATA"), ("kpu/pemilih_tps", 10, "Ket."), ("kpu/sosialisasi", 7, "Anggaran Rp"),
        ("kpu/sosialisasi", 7, "Anggaran (dalam rupiah)"), ("kpu/sosialisasi", 6, "Jml. Peserta (org)"),
        ("kpu/sosialisasi", 6, "Jumlah Peserta orang"), ("kpu/sosialisasi", 3, "Nama Kegiatan **"),
        ("bpkpd/pencairan", 2, "No. SP2D"), ("bpkpd/pencairan", 2, "NMR SP2D"), ("bpkpd/pencairan", 3, "Tgl SP2D"),
        ("kesbangpol/pakta_integritas", 0, "OPD"), ("kesbangpol/pakta_integritas", 0, "Nama SKPD"),
        ("kesbangpol/pakta_integritas", 0, "Organisasi Perangkat Daerah (OPD)"),
        ("kesbangpol/pakta_integritas", 2, "Jml Tanda Tangan"), ("bawaslu/tps_rawan", 4, "Daftar Nomor TPS"),
    ],
)  # fmt: skip
def test_a_title_in_other_signs_keeps_its_column(tab, place, written):
    agency, code = tab.split("/")
    form = AGENCIES[agency].tabs[code]
    titles = [column.title for column in form.columns.values()]
    layout = lay_out(Tab("Uji", [[*titles[:place], written, *titles[place + 1 :]]], None), form)
    assert layout.columns[list(form.columns)[place]] == place and not layout.findings


@pytest.mark.parametrize(
    "written",
    [
        "Jumlah TPS Rusak",
        "Jumlah TPS 2019",
        "TPS Tidak Lengkap",
        "Persentase TPS",
        "Target TPS",
        "Jumlah RT",
        "Selisih TPS",
    ],
)
def test_a_title_with_another_word_is_another_column(written):
    layout = laid("kpu/pemilih_tps", [*VOTERS, written], [*V1, 3], [*V2, 4])
    assert layout.columns["jumlah_tps"] == 2 and 6 not in layout.columns.values()


@pytest.mark.parametrize(
    "written", ["Jumlah TPS (%)", "Jumlah TPS (persen)", "Jumlah TPS (ribuan)", "Jml TPS (x1.000)"]
)
def test_a_column_in_percent_or_thousands_is_not_read(written):
    layout = laid("kpu/pemilih_tps", [*VOTERS[:2], written, *VOTERS[3:]], V1, V2)
    assert layout.unread == ("jumlah_tps",) and told(layout, "tolak")


# --- headers over two and three rows (19)


@pytest.mark.parametrize(
    "head",
    [
        [["Kecamatan", "Kelurahan", "Jumlah TPS", "DPT", "", "Tanggal Data"], ["", "", "", "L", "P", ""]],
        [["Kec.", "Kel.", "Jml TPS", "DPT", "", "Tgl Data"], ["", "", "", "Laki-laki", "Perempuan", ""]],
        [["REKAP DPT"], ["Kecamatan", "Kelurahan", "Jumlah TPS", "DPT", "", "Tanggal"], ["", "", "", "LK", "PR", "Data"]],
        [["Wilayah", "", "Data Pemilih", "", "", ""], ["Kecamatan", "Kelurahan", "Jumlah TPS", "DPT", "", "Tanggal Data"],
         ["", "", "", "L", "P", ""]],
        [["Kecamatan", "Kelurahan", "Jumlah", "Jumlah DPT", "", "Tanggal"], ["", "", "TPS", "L", "P", "Data"],
         ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]],
        [["DATA PEMILIH", "", "", "", "", "Tanggal Data"], ["Kecamatan", "Kelurahan", "Jumlah TPS", "DPT", "", ""],
         ["", "", "", "L", "P", ""]],
    ],
)  # fmt: skip
def test_a_header_over_several_rows_is_put_together(head):
    layout = laid("kpu/pemilih_tps", *head, V1, V2)
    assert [layout.columns.get(name) for name in ("kecamatan", "kelurahan", "jumlah_tps", "dpt_laki_laki", "dpt_perempuan",
                                                 "tanggal_data")] == [0, 1, 2, 3, 4, 5]  # fmt: skip
    assert data(layout) == [len(head) + 1, len(head) + 2] and not told(layout)


def test_two_columns_under_one_title_by_year_are_told():
    head = [
        ["Kecamatan", "Kelurahan", "2020", "2024", "DPT", "", "Tanggal Data"],
        ["", "", "Jumlah TPS", "Jumlah TPS", "L", "P", ""],
    ]
    layout = laid("kpu/pemilih_tps", *head, [*V1[:2], 15, *V1[2:]], [*V2[:2], 14, *V2[2:]])
    assert "jumlah_tps" not in layout.columns and told(layout, "tolak")


# --- two meanings (19)


def test_a_title_that_could_be_two_columns_names_both_and_is_not_read():
    head = [title if title != "Tanggal Kejadian" else "Tanggal" for title in EVENTS if title != "Tanggal Lapor"]
    rows = [[cell for at, cell in enumerate(event(n)) if at != 2] for n in (1, 2)]
    layout = laid("kesbangpol/kejadian", head, *rows)
    [note] = [note for note in layout.findings if note.cell == "B1"]
    assert "“Tanggal Kejadian”" in note.why and "“Tanggal Lapor”" in note.why and note.weight == "tolak"
    assert "tanggal_kejadian" not in layout.columns and "tanggal_lapor" not in layout.columns


@pytest.mark.parametrize(("second", "cells"), [("Jml TPS", [18, 15]), ("TPS", [17, 16]), ("Jumlah TPS *", [1, 2])])
def test_two_titles_for_one_column_with_other_contents_are_both_unread(second, cells):
    layout = laid("kpu/pemilih_tps", [*VOTERS, second], [*V1, cells[0]], [*V2, cells[1]])
    assert layout.unread == ("jumlah_tps",)
    [note] = [note for note in layout.findings if note.weight == "tolak"]
    assert f"“{second}”" in note.why and "“Jumlah TPS”" in note.why


# --- renamed columns (10)


@pytest.mark.parametrize(
    ("tab", "head", "rows", "place", "written", "column"),
    [
        ("kpu/pemilih_tps", VOTERS, [V1, V2, V3], 5, "Posisi", "tanggal_data"),
        ("kesbangpol/pakta_integritas", PLEDGES, P, 3, "Kondisi per", "tanggal_data"),
        ("kesbangpol/kejadian", EVENTS, [event(1), event(2)], 8, "Gradasi", "tingkat"),
        ("kesbangpol/kejadian", EVENTS, [event(1), event(2)], 0, "Register", "id_kejadian"),
        ("kesbangpol/kejadian", EVENTS, [event(1), event(2)], 12, "Kerahasiaan", "klasifikasi"),
    ],
)  # fmt: skip
def test_a_required_column_under_an_unknown_title_is_proposed_by_its_content(tab, head, rows, place, written, column):
    layout = laid(tab, [*head[:place], written, *head[place + 1 :]], *rows)
    [note] = [note for note in layout.findings if note.weight == "tolak"]
    assert (note.column, note.written) == (column, written) and not any(
        "biarkan" in one.write for one in layout.findings
    )


@pytest.mark.parametrize(
    ("written", "cells", "says"),
    [("Rampung", ["31/10/2024", "1/11/2024"], "Tanggal Selesai"), ("Perkiraan", [75, 120], "Perkiraan Massa"),
     ("Kerumunan", [75, 120], "Perkiraan Massa")],
)  # fmt: skip
def test_an_optional_column_under_an_unknown_title_is_proposed_too(written, cells, says):
    layout = laid("kesbangpol/kejadian", [*EVENTS, written], [*event(1), cells[0]], [*event(2), cells[1]])
    [note] = layout.findings
    assert says in note.why + note.write and "biarkan" not in note.write


@pytest.mark.parametrize(
    ("written", "cells"), [("No", [1, 2]), ("Nama Petugas", ["Bidang A", "Bidang B"]), ("Warna", ["", ""])]
)
def test_a_running_number_or_other_content_is_merely_additional(written, cells):
    layout = laid("kesbangpol/kejadian", [*EVENTS, written], [*event(1), cells[0]], [*event(2), cells[1]])
    assert [note.weight for note in layout.findings] == ["info"]


def test_many_additional_columns_are_one_finding():
    extra = [f"Lain {letter}" for letter in "pqrstuvw"]
    layout = laid("kesbangpol/pakta_integritas", [*PLEDGES, *extra], *([*row, *"pqrstuvw"] for row in P))
    assert len(layout.findings) == 1


@pytest.mark.parametrize(
    "written", ["Persentase Tanda Tangan", "Belum Tanda Tangan", "Sisa Tanda Tangan", "Target Tanda Tangan"]
)
def test_a_title_that_turns_the_meaning_is_not_proposed(written):
    layout = laid("kesbangpol/pakta_integritas", [*PLEDGES[:2], written, PLEDGES[3]], *P)
    assert not any("ganti judul ini" in note.write and "Jumlah Tanda Tangan" in note.write for note in layout.findings)


# --- titles of tabs (20)

KPU = {code: tab.title for code, tab in AGENCIES["kpu"].tabs.items()}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("1. Pemilih TPS", "pemilih_tps"), ("01_Distribusi", "distribusi"), ("Pemilih-TPS", "pemilih_tps"),
        ("Pemilih & TPS", "pemilih_tps"), ("Pemilih dan TPS", "pemilih_tps"), ("Hibah 2024", "hibah"),
        ("Data Pemilih TPS", "pemilih_tps"), ("Distribusi (rev 2)", "distribusi"), ("Distribusi final", "distribusi"),
        ("HIBAH_FINAL", "hibah"), ("2) Logistik Gudang", "logistik_gudang"), ("Sosialisasi Oktober 2024", "sosialisasi"),
        ("A. Sosialisasi", "sosialisasi"), ("Tabel Distribusi", "distribusi"), ("Hibah (2024) rev", "hibah"),
        ("II. Hibah TA 2024", "hibah"), ("Logistik.Gudang", "logistik_gudang"),
    ],
)  # fmt: skip
def test_a_tab_is_known_whatever_stands_around_its_title(title, code):
    assert match_tab(title, KPU) == code


@pytest.mark.parametrize(
    "title",
    [
        "Hibah Barang",
        "Rekap Distribusi",
        "Distribusi Kembali",
        "TPS",
        "Sosialisasi Bawaslu",
        "Bukan Hibah",
        "2024",
        "Data",
    ],
)
def test_a_tab_with_another_word_is_another_tab(title):
    assert match_tab(title, KPU) is None


GRANT = [["Tahap Pencairan", "Tanggal Masuk", "Nilai Diterima (Rp)", "Belanja Kumulatif (Rp)", "Tanggal Data"],
         ["tahap_1", "5/2/2024", "10.000.000.000", "9.000.000.000", "4/11/2024"]]  # fmt: skip
MONTH = [VOTERS, V1, V2]


def recognised(agency, **tabs):
    forms = AGENCIES[agency].tabs
    ours = [Tab(title.replace("__", " "), [list(row) for row in rows], None) for title, rows in tabs.items()]
    result = recognise(ours, forms)
    own = [note for note in result.findings if "tidak ditemukan." not in note.why]  # tabs that are not given
    return {code: [tab.title for tab in found] for code, found in result.tabs.items()}, own


def test_of_two_years_neither_is_read_and_both_are_told():
    found, [note] = recognised("kpu", **{"Hibah 2023": [], "Hibah 2024": []})
    assert "hibah" not in found and (note.tab, note.weight) == ("hibah", "tolak")
    assert "“Hibah 2023”" in note.why and "“Hibah 2024”" in note.why


def test_the_exact_title_stands_before_one_that_means_it():
    other = [GRANT[0], ["tahap_2", "5/6/2024", "1.000", "2.000", "4/11/2024"]]
    found, [note] = recognised("kpu", **{"Hibah 2023": other, "Hibah": GRANT})
    assert found["hibah"] == ["Hibah"] and (note.tab, note.written, note.weight) == ("hibah", "Hibah 2023", "periksa")


@pytest.mark.parametrize("title", ["Salinan dari Hibah", "Copy of Hibah", "Hibah (2)", "Hibah - Copy"])
def test_the_only_copy_of_a_tab_that_is_gone_is_read_and_told(title):
    found, [note] = recognised("kpu", **{title: GRANT})
    assert found["hibah"] == [title] and (note.tab, note.weight) == ("hibah", "info")
    assert may_be_ours(title, AGENCIES["kpu"].tabs)
    two, [told_] = recognised("kpu", **{title: GRANT, "Salinan dari Salinan dari Hibah": GRANT})
    assert "hibah" not in two and told_.weight == "tolak"
    beside, [told_] = recognised("kpu", **{title: GRANT, "Hibah": GRANT})
    assert beside["hibah"] == ["Hibah"] and told_.weight == "info"
    changed = [GRANT[0], [*GRANT[1][:3], "9.500.000.000", "11/11/2024"]]
    newer, [told_] = recognised("kpu", **{title: changed, "Hibah": GRANT})
    assert newer["hibah"] == ["Hibah"] and (told_.tab, told_.weight) == ("hibah", "periksa")


# --- tabs that no contract names (4)


def events(*numbers):
    return [EVENTS, *map(event, numbers)]


def test_every_tab_like_one_of_the_contract_is_told_in_one_finding():
    found, [note] = recognised(
        "kesbangpol",
        Kejadian=events(1, 2),
        Kejadian__November=events(3, 4),
        Kejadian__Oktober=events(5),
        Lain=[["x"]] and events(6),
    )
    assert found["kejadian"] == ["Kejadian"] and (note.tab, note.weight) == ("kejadian", "periksa")
    assert all(f"“{title}”" in note.why for title in ("Kejadian November", "Kejadian Oktober", "Lain"))
    assert "satu di bawah yang lain" in note.write


def test_monthly_tabs_without_the_tab_itself_are_the_missing_tab():
    found, [note] = recognised("kesbangpol", Kejadian__Oktober=events(1, 2), Kejadian__November=events(3))
    assert "kejadian" not in found and (note.tab, note.weight) == ("kejadian", "tolak")
    assert 'tabs = "Kejadian*"' in note.write


def test_one_tab_for_every_kecamatan_is_proposed_to_be_put_together():
    tabs = {"Cikole": MONTH, "Baros": [VOTERS, V3]}
    found, [note] = recognised("kpu", **tabs)
    assert "pemilih_tps" not in found and note.tab == "pemilih_tps" and "“Cikole”" in note.why and "“Baros”" in note.why


def test_states_one_after_the_other_are_not_put_under_one_another():
    later = [[*row[:5], "11/11/2024"] for row in (V1, V2)]
    _, [note] = recognised("kpu", **{"Pemilih TPS": MONTH, "Posisi Nov": [VOTERS, *later]})
    assert note.weight == "periksa" and "terbaru" in note.write and "satu di bawah" not in note.write
    assert note.write.startswith("bila hanya salinan, hapus tab “Posisi Nov”; bila bukan, ") and note.unread


@pytest.mark.parametrize(
    ("title", "rows", "weight"),
    [
        ("Arsip", MONTH, "info"), ("Kosong", [VOTERS], "info"), ("Contoh Pengisian", [VOTERS, V3], "info"),
        ("Susulan", [VOTERS, V3], "periksa"), ("Rekap", [["Kecamatan", "Jumlah TPS", "DPT Laki-laki"], ["Cikole", 32, 7]], "info"),
        ("Catatan", [["Tanggal", "Isi"], ["4/11/2024", "x"]], "info"),
    ],
)  # fmt: skip
def test_what_leaves_nothing_out_is_only_noted(title, rows, weight):
    _, [note] = recognised("kpu", **{"Pemilih TPS": MONTH, title: rows})
    assert note.weight == weight


def test_tabs_that_the_contract_reads_together_are_one_and_copies_are_not_among_them():
    form = AGENCIES["kesbangpol"].tabs["kejadian"]
    forms = AGENCIES["kesbangpol"].tabs | {"kejadian": contracts.TabContract(**{**vars(form), "together": "Kejadian*"})}
    ours = [Tab(title, rows, None) for title, rows in (
        ("Kejadian", events(1)), ("KEJADIAN Okt", events(2)), ("Kejadian (2)", events(1)), ("Rekap", [["x"]]))]  # fmt: skip
    result = recognise(ours, forms)
    assert [tab.title for tab in result.tabs["kejadian"]] == ["Kejadian", "KEJADIAN Okt"]
    assert not any(note.tab == "kejadian" for note in result.findings) and may_be_ours("kejadian nov", forms)


def test_a_tab_whose_file_cannot_be_read_is_told_as_that_and_not_as_missing():
    result = recognise([], AGENCIES["kpu"].tabs, [("hibah", "Berkas “kpu/hibah.csv” bukan teks CSV.")])
    [note] = [note for note in result.findings if note.tab == "hibah"]
    assert note.weight == "tolak" and "kpu/hibah.csv" in note.why
