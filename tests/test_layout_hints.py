"""What a tab says of itself in passing: a title that is nearly known, a line of calm, a word such as sementara."""

import pytest

from monev.reading.layout import match_tab, may_be_ours, read_as, recognise
from monev.sheets import Tab
from tests.test_layout_habits import (
    AGENCIES,
    DAYS,
    EVENTS,
    PLEDGES,
    V1,
    V2,
    V3,
    VOTERS,
    P,
    data,
    day,
    event,
    laid,
    told,
)

SANCTIONS = [
    "Kode Kasus", "Tanggal Terima Rekomendasi", "Pelaksana", "Sanksi", "Tanggal Sanksi", "Status", "Tanggal Data",
]  # fmt: skip
GRANTS = ["Penerima", "Tahap Pencairan", "Nomor SP2D", "Tanggal SP2D", "Nilai SP2D (Rp)", "Status", "Tanggal Data"]


def sanction(number, date):
    return [f"ASN-{number:02}", "23/10/2024", "BKPSDM", "disiplin berat", date, "selesai", "4/11/2024"]


def grant(stage, amount):
    return ["KPU", stage, f"900/SP2D/{amount % 97}/2024", "5/2/2024", amount, "cair", "4/11/2024"]


# --- a title with a telling word of a column that is missing


def renamed(head, title, written):
    return [written if one == title else one for one in head]


@pytest.mark.parametrize(
    "written", ["Tgl/No. SK Sanksi", "SK Sanksi (nomor dan tanggal)", "No. & Tgl Sanksi dijatuhkan"]
)
@pytest.mark.parametrize("place", [4, 0])
def test_a_title_with_a_telling_word_is_proposed_for_the_missing_column(written, place):
    head = renamed(SANCTIONS, "Tanggal Sanksi", written)
    rows = [head, *(sanction(n, f"{n} November 2024 / 800.1.6.2/41{n}-BKPSDM") for n in (1, 2, 3))]
    if not place:
        rows = [[row[4], *row[:4], *row[5:]] for row in rows]
    layout = laid("kesbangpol/tindak_lanjut_asn", *rows)
    [note] = layout.findings
    assert note.column == "tanggal_sanksi" and note.weight in ("info", "periksa")[bool(place) :]
    assert "“Tanggal Sanksi”" in note.write
    assert "tanggal_sanksi" not in layout.columns and "biarkan" not in note.write


@pytest.mark.parametrize(
    ("title", "written", "name"),
    [
        ("Jumlah Peserta", "Peserta yg hadir (L+P)", "jumlah_peserta"), ("Segmen", "Kelompok sasaran", "segmen"),
        ("Nama Kegiatan", "Rincian kegiatan", "nama_kegiatan"),
    ],
)  # fmt: skip
def test_a_required_one_too(title, written, name):
    head = ["Jumlah Peserta", *DAYS]
    rows = [["lebih dari 40", *day("1/11/2024", "Sosialisasi")], ["banyak sekali", *day("2/11/2024", "Rapat")]]
    layout = laid("kpu/sosialisasi", renamed(head, title, written), *rows)
    assert [note.column for note in layout.findings] == [name] and "biarkan" not in layout.findings[0].write


@pytest.mark.parametrize(
    ("written", "cells"),
    [
        ("Tanggal Input Operator", ["4/11/2024", "4/11/2024"]),  # a word that every tab has
        ("Status Dokumen", ["arsip", "arsip"]), ("Nomor Berkas", ["77", "78"]), ("No", [1, 2]),
        ("Nama Petugas", ["Ani", "Budi"]), ("Sanksi Lama", ["ringan", "ringan"]),
    ],
)  # fmt: skip
def test_a_common_word_or_one_of_a_column_that_is_there_proposes_nothing_for_certain(written, cells):
    head = [one for one in SANCTIONS if one != "Tanggal Sanksi"]
    rows = [[one for one in sanction(n, None) if one is not None] for n in (1, 2)]
    layout = laid(
        "kesbangpol/tindak_lanjut_asn", [*head, written], *([*r, c] for r, c in zip(rows, cells, strict=True))
    )
    [note] = layout.findings
    assert note.weight == "info" and note.write.endswith(("biarkan saja", "tambahan", "dimaksud"))


@pytest.mark.parametrize("title", ["Belum Jumlah Peserta", "Sisa Peserta", "Target peserta"])
def test_a_word_that_turns_the_title_is_no_proposal(title):
    head = [*DAYS, title]
    layout = laid("kpu/sosialisasi", head, [*day("1/11/2024", "A"), "5 x 3"], [*day("2/11/2024", "B"), "6 x 3"])
    assert not [note for note in layout.findings if note.column == "jumlah_peserta"]


@pytest.mark.parametrize(
    "cells", [["baru 3 minggu, 1/11/2024", "1/11/2024 siang"], ["pagi 2/11/2024", "malam 3/11/2024"]]
)
def test_what_could_be_a_missing_column_is_not_merely_left_alone(cells):
    head = [*(one for one in SANCTIONS if one != "Tanggal Sanksi"), "Kapan"]
    rows = [[*(one for one in sanction(n, None) if one), cell] for n, cell in zip((1, 2), cells, strict=True)]
    [note] = laid("kesbangpol/tindak_lanjut_asn", head, *rows).findings
    assert note.weight == "info" and "“Tanggal Sanksi”" in note.write


def test_what_nothing_missing_could_be_is_left_alone():
    [note] = laid("kesbangpol/tindak_lanjut_asn", [*SANCTIONS, "Nilai Ujian"], [*sanction(1, "1/11/2024"), 7]).findings
    assert note.write == "biarkan saja bila memang tambahan"


# --- one value alone right below the table


@pytest.mark.parametrize(
    ("column", "value"),
    [("Kelurahan", "Situmekar"), ("Bentuk", "tatap muka"), ("Tanggal", "5/11/2024"), ("Kelurahan", "Selabatu"),
     ("Status", "rencana"), ("Kecamatan", "Baros")],
)  # fmt: skip
def test_a_row_that_was_begun_below_the_table_is_told(column, value):
    line = [value if one == column else "" for one in DAYS]
    layout = laid("kpu/sosialisasi", DAYS, day("1/11/2024", "A"), day("2/11/2024", "B"), line)
    assert data(layout) == [2, 3] and told(layout) == [(4, "periksa")]
    assert column in layout.findings[0].why and value not in layout.findings[0].why


@pytest.mark.parametrize(
    "line",
    [
        ["", "", "", "Ketua KPU"], ["", "", "Sukabumi, 4 November 2024"], ["JUMLAH"], ["", "", "", "", "", "", "", "4/11/2024"],
        ["", "", "", "Rapat"], ["", "", "Total"], ["B. Kegiatan lain"], ["", "", "Nihil"], ["", "", "Se-Kota"],
        ["", "", "3"], ["", "", "lihat lampiran dua ya"],
    ],
)  # fmt: skip
def test_a_signature_a_total_a_section_or_a_note_is_no_such_row(line):
    rows = [DAYS, day("1/11/2024", "A"), day("2/11/2024", "B"), line]
    assert not [note for note in laid("kpu/sosialisasi", *rows).findings if "hanya berisi" in note.why]


def test_a_list_that_was_filled_in_ahead_or_stands_apart_is_none():
    rows = [DAYS, day("1/11/2024", "A"), day("2/11/2024", "B")]
    ahead = [["", "", name] for name in ("Baros", "Cikondang", "Limusnunggal", "Tipar")]
    assert told(laid("kpu/sosialisasi", *rows, *ahead)) == []
    assert told(laid("kpu/sosialisasi", *rows, [], ["", "", "Situmekar"])) == []
    assert told(laid("kpu/pemilih_tps", VOTERS, V1, V2, ["", "Baros"], ["", "Tipar"])) == []
    assert told(laid("kpu/sosialisasi", *rows, *ahead[:2])) == [(4, "periksa")]


# --- what is only provisional


@pytest.mark.parametrize(
    "line",
    [
        "DATA SEMENTARA - KEADAAN 31 OKTOBER 2024", "Angka sementara", "(sementara)", "DRAFT", "Draf 2 per 4 November",
        "data belum final", "Belum fix, menunggu rapat pleno", "CONTOH PENGISIAN", "Rekapitulasi Sementara Pemilih",
        "Contoh pengisian tabel", "masih bersifat sementara", "data tentatif",
    ],
)  # fmt: skip
def test_a_tab_that_calls_itself_provisional_is_asked_about_once(line):
    layout = laid("kpu/pemilih_tps", [line], VOTERS, V1, V2, V3)
    assert data(layout) == [3, 4, 5] and told(layout) == [(1, "periksa")]
    assert "hapus tulisan itu" in layout.findings[0].write and layout.findings[0].written is None
    assert not [note for note in laid("kpu/pemilih_tps", [line], VOTERS).findings if "sementara" in note.why]


@pytest.mark.parametrize(
    "where", [[["", "", "", "(angka sementara)"], VOTERS], [VOTERS, ["", "", "unit", "orang", "orang"]]]
)
def test_it_may_stand_over_a_column_and_a_row_of_units_is_none(where):
    assert len(told(laid("kpu/pemilih_tps", *where, V1, V2), "periksa")) == ("sementara" in str(where))


@pytest.mark.parametrize(
    "line",
    [
        "DATA PEMILIH FINAL", "Masa sementara", "Penjabat Sementara Wali Kota", "Rumah tahanan sementara", "DPT Pilkada 2024",
        "Data sementara sudah final", "Tempat penyimpanan sementara", "Draft SK KPU Nomor 5", "Lihat contoh pengisian di tab lain",
        "Contoh pengisian ada di tab Petunjuk", "Daftar Pemilih Tetap", "Pejabat pelaksana sementara",
    ],
)  # fmt: skip
def test_a_word_that_only_looks_so_is_none(line):
    assert told(laid("kpu/pemilih_tps", [line], VOTERS, V1, V2), "periksa", "tolak") == []


def test_a_remark_that_says_so_is_told_once():
    assert told(laid("kpu/pemilih_tps", ["Catatan: data ini belum final karena TPS 5 menyusul"], VOTERS, V1, V2)) == [
        (1, "periksa")
    ]


# --- totals by a count of places, and what is left


@pytest.mark.parametrize(
    "line",
    [
        ["7 Kecamatan", "33 Kelurahan", 41], ["", "33 kelurahan", 41], ["7 Kec.", "", 41], ["2 kecamatan", "3 Kel", 44],
        ["Sisa", "", 3], ["", "Selisih", 3], ["Kekurangan", "", 3], ["", "Kekurangan", "3"],
    ],
)  # fmt: skip
def test_a_count_of_places_or_a_rest_is_a_total(line):
    layout = laid("kpu/pemilih_tps", VOTERS, V1, V2, V3, line)
    assert data(layout) == [2, 3, 4] and told(layout) == []
    assert [row.reason for row in layout.layout_rows if row.number == 5] == ["jumlah"]
    between = laid("kpu/pemilih_tps", VOTERS, V1, V2, line, V3)
    assert data(between) == [2, 3, 5] and told(between) == []


@pytest.mark.parametrize(
    "key", ["Sisa", "Sisa belum cair", "Sisa blm cair", "Selisih", "Belum cair", "Sudah cair", "Sisa dana", "Sisa yang belum dicairkan"]
)  # fmt: skip
def test_what_is_left_of_a_grant_is_no_grant(key):
    rows = [GRANTS, grant("tahap 1", 10_000), grant("tahap 2", 15_000)]
    layout = laid("bpkpd/pencairan", *rows, [key, "", "", "", 5_000])
    assert data(layout) == [2, 3] and told(layout) == []


@pytest.mark.parametrize("line", [["5 OPD", 647, 607], ["4 Dinas", 647, 607], ["4 perangkat daerah", 647, 607]])
def test_a_count_of_offices_is_their_sum_or_is_told(line):
    layout = laid("kesbangpol/pakta_integritas", PLEDGES, *P, line)
    assert data(layout) == [2, 3, 4, 5] and not told(layout, "periksa", "tolak")
    other = laid("kesbangpol/pakta_integritas", PLEDGES, *P, [line[0], 640, 600, "4/11/2024"])
    assert data(other) == [2, 3, 4, 5] and told(other) == [(6, "periksa")]


@pytest.mark.parametrize(
    ("tab", "head", "row", "line"),
    [
        ("kpu/pemilih_tps", VOTERS, V1, ["Cikole", "Sisabakti", 4, "1.000", "1.000", "4/11/2024"]),
        ("kpu/sosialisasi", DAYS, day("1/11/2024", "A"), day("2/11/2024", "3 kegiatan")),
        ("kpu/sosialisasi", DAYS, day("1/11/2024", "A"), day("2/11/2024", "Sisa")),
        ("kesbangpol/pakta_integritas", PLEDGES, P[0], ["Dinas Sisa Hasil", 12, 3, "4/11/2024"]),
        ("bpkpd/pencairan", GRANTS, grant("tahap 1", 10_000), ["KPU", "belum cair", "", "", 5_000, "belum", "4/11/2024"]),
    ],
)  # fmt: skip
def test_a_row_of_its_own_with_such_a_word_is_counted(tab, head, row, line):
    assert data(laid(tab, head, row, line)) == [2, 3]


# --- a tab without rows that tells how things stand


@pytest.mark.parametrize(
    "line",
    [
        ["Alhamdulillah s.d. hari ini situasi kota aman, kondusif", *[""] * 12, "4/11/2024"], ["Situasi aman terkendali"],
        ["", "", "", "", "", "", "", "", "", "Aman dan kondusif"], ["laporan menyusul minggu depan karena petugas sakit"],
        ["Kondusif", *[""] * 12, "4/11/2024"],
    ],
)  # fmt: skip
def test_a_line_of_prose_in_an_empty_tab_is_no_report_and_asks_for_nihil(line):
    layout = laid("kesbangpol/kejadian", EVENTS, line)
    [note] = layout.findings
    assert data(layout) == [] and (note.row, note.weight) == (2, "tolak")
    assert "nihil" in note.write and "Tanggal Data".lower() in note.write and "hapus" not in note.write


def test_in_a_tab_of_every_kelurahan_it_asks_to_fill_the_table():
    [note] = laid("kpu/pemilih_tps", VOTERS, ["Data masih dihitung oleh petugas lapangan"]).findings
    assert note.weight == "tolak" and note.write == "isi tabelnya"


@pytest.mark.parametrize(
    "line", [["Ketua"], ["Sukabumi, 4 November 2024"], ["Mengetahui", "", "Kepala Badan"], ["KBP-001"], ["1."], []]
)
def test_a_signature_or_a_number_in_an_empty_tab_asks_nothing_of_the_kind(line):
    assert not [note for note in laid("kesbangpol/kejadian", EVENTS, line).findings if "belum berisi" in note.why]


def test_beside_rows_of_data_it_is_a_remark_as_before():
    line = ["Alhamdulillah situasi kota aman dan kondusif sampai hari ini"]
    [note] = laid("kesbangpol/kejadian", EVENTS, event(1), event(2), [], line).findings
    assert note.weight == "periksa" and "keterangan" in note.why


# --- tabs with signs around their titles


TITLES = {agency: {code: tab.title for code, tab in one.tabs.items()} for agency, one in AGENCIES.items()}


@pytest.mark.parametrize(
    ("agency", "title", "code"),
    [
        ("kpu", "✅ Pemilih TPS FIX (rev 2)", "pemilih_tps"), ("kpu", "★ Distribusi", "distribusi"), ("kpu", "[OK] Hibah", "hibah"),
        ("kesbangpol", "🔴 Kejadian", "kejadian"), ("kpu", "Hibah ⚠️", "hibah"), ("kpu", "1️⃣ Hibah", "hibah"),
        ("kpu", "🇮🇩 Distribusi 🇮🇩", "distribusi"), ("kpu", "== Hibah ==", "hibah"), ("kpu", "👍🏽 Hibah 2024", "hibah"),
        ("kpu", "(OK) 2. Hibah", "hibah"),
    ],
)  # fmt: skip
def test_a_sign_around_the_title_of_a_tab_only_decorates_it(agency, title, code):
    assert match_tab(title, TITLES[agency]) == code and may_be_ours(title, AGENCIES[agency].tabs)


@pytest.mark.parametrize(
    "title", ["❌ Hibah", "🚫 Hibah", "[LAMA] Hibah", "[BATAL] Hibah", "Hibah ?", "Hibah +", "✅", "✅ Hibah Lain"]
)
def test_a_sign_or_word_that_means_something_stays(title):
    assert match_tab(title, TITLES["kpu"]) is None


def test_the_tab_without_a_sign_stands_before_the_one_with_it():
    tabs = [Tab("✅ Hibah", [["x"]], None), Tab("Hibah", [["y"]], None)]
    assert read_as(tabs, AGENCIES["kpu"].tabs) == {"hibah": (tabs[1],)}


# --- which tabs were left out


def test_tabs_that_leave_rows_out_are_named_and_those_that_do_not_are_not():
    tabs = [
        Tab("Kejadian", [EVENTS, event(1)], None), Tab("Susulan", [EVENTS, event(2)], None),
        Tab("Arsip", [EVENTS, event(1)], None), Tab("Jadwal", [["Hari", "Regu"], ["Senin", "A"]], None),
    ]  # fmt: skip
    found = recognise(tabs, AGENCIES["kesbangpol"].tabs)
    assert found.alike == (tabs[1],) and found.tabs == read_as(tabs, AGENCIES["kesbangpol"].tabs)


@pytest.mark.parametrize(
    "head",
    [
        [["Kec.", "Kel.", "Jml TPS", "DPT", "", "Tgl Data"], ["", "", "", "L", "P", ""]],
        [["KECAMATAN", "KELURAHAN", "JUMLAH TPS", "DPT LAKI2", "DPT PR", "TANGGAL DATA"]],
        [["1. Kecamatan", "2. Kelurahan", "3. TPS", "4. Pemilih L", "5. Pemilih P", "6. Per Tanggal"]],
    ],
)  # fmt: skip
def test_a_header_in_other_words_is_still_seen_in_a_tab_of_another_title(head):
    tab = Tab("Posisi", [*head, V1, V2], None)
    assert recognise([tab], AGENCIES["kpu"].tabs).alike == (tab,)
