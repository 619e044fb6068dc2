"""Lines of every kind that officials put into a tab: each is what a careful human takes it for, or it is told."""

import pytest

from monev.contract import contracts
from monev.reading.layout import lay_out
from monev.settings import CONTRACTS
from monev.sheets import Tab

AGENCIES = contracts.load(CONTRACTS)

VOTERS = ["Kecamatan", "Kelurahan", "Jumlah TPS", "DPT Laki-laki", "DPT Perempuan", "Tanggal Data"]
EVENTS = [
    "ID Kejadian", "Tanggal Kejadian", "Tanggal Lapor", "Kecamatan", "Kelurahan", "Tahap", "Jenis Isu", "Aktor",
    "Tingkat", "Tindak Lanjut", "Penanggung Jawab", "Status", "Klasifikasi", "Tanggal Data",
]  # fmt: skip
PLEDGES = ["Perangkat Daerah", "Jumlah ASN", "Jumlah Tanda Tangan", "Tanggal Data"]
DAYS = ["Tanggal", "Kecamatan", "Kelurahan", "Nama Kegiatan", "Bentuk", "Segmen", "Status", "Tanggal Data"]
DELIVERIES = [
    "Kecamatan", "Kelurahan", "Tahap Distribusi", "Jumlah TPS Diterima", "Tanggal Rencana", "Kendala", "Tanggal Data",
]  # fmt: skip


def voters(kecamatan, kelurahan, tps, men, women, date="4/11/2024"):
    return [kecamatan, kelurahan, tps, men, women, date]


V1 = voters("Cikole", "Selabatu", 17, "4.012", "4.058")
V2 = voters("Cikole", "Cisarua", 15, "3.900", "3.950")
V3 = voters("Baros", "Baros", 9, "2.100", "2.222")


def event(number, **cells):
    row = dict(zip(EVENTS, [
        f"KBP-{number:03}", "30/10/2024", "30/10/2024", "Baros", "", "kampanye", "unjuk rasa", "ormas", "rendah",
        "Mediasi", "camat", "selesai", "biasa", "31/10/2024",
    ], strict=True)) | cells  # fmt: skip
    return list(row.values())


def pledge(office, people, signed, date="31/10/2024"):
    return [office, people, signed, date]


P = [
    pledge("Dinas Kesehatan", 420, 412),
    pledge("Satpol PP", 96, 90),
    pledge("Bappeda", 61, 61),
    pledge("BKPSDM", 70, 44),
]


def day(date, name, kelurahan="Selabatu"):
    return [date, "Cikole", kelurahan, name, "tatap muka", "pemula", "rencana", "4/11/2024"]


def laid(tab, *rows):
    agency, code = tab.split("/")
    layout = lay_out(Tab("Uji", [[cell if cell != "" else None for cell in row] for row in rows], None),
                     AGENCIES[agency].tabs[code])  # fmt: skip
    numbers = sorted([row.number for row in layout.rows] + [row.number for row in layout.layout_rows])
    assert numbers == list(range(1, len(rows) + 1))
    for note in layout.findings:
        assert note.why.endswith(".") and not note.write.endswith(".")
    return layout


def data(layout):
    return [row.number for row in layout.rows]


def told(layout, *weights):
    return [(note.row, note.weight) for note in layout.findings if not weights or note.weight in weights]


# --- below, between and above (4)


@pytest.mark.parametrize(
    "row",
    [
        ["KBP-017", "3/11/2024"], ["kbp-017", "", "", "Baros"], ["KBP-17", "", "", "", "", "", "", "", "", "Mediasi"],
        ["KBP-018", "belum tahu"],
    ],
)  # fmt: skip
def test_a_row_below_the_table_whose_key_looks_like_the_others_is_data(row):
    assert data(laid("kesbangpol/kejadian", EVENTS, event(1), event(2), event(3), [], row)) == [2, 3, 4, 6]


@pytest.mark.parametrize("row", [["17", "KBP-017"], ["", "", "", "Ketua", "Sekretaris"], ["Ketua", "Camat"]])
def test_a_code_that_was_numbered_ahead_or_a_signature_is_none(row):
    wide = ["No", *EVENTS] if row[0] == "17" else EVENTS
    lead = ["1"] if row[0] == "17" else []
    layout = laid("kesbangpol/kejadian", wide, [*lead, *event(1)], [*lead, *event(2)], [], row)
    assert data(layout) == [2, 3] and not told(layout, "tolak", "periksa")


def test_a_single_code_with_nothing_beside_it_is_told_and_several_were_numbered_ahead():
    head = (EVENTS, event(1), event(2))
    assert told(laid("kesbangpol/kejadian", *head, [], ["KBP-017"])) == [(5, "periksa")]
    assert told(laid("kesbangpol/kejadian", *head, ["KBP-003"], ["KBP-004"])) == []


@pytest.mark.parametrize("row", [["KBP-000", "", "20/9/2024", "Baros"], ["KBP-000", "20/9/2024"], event(0)])
def test_a_row_of_data_above_the_header_is_data(row):
    layout = laid("kesbangpol/kejadian", ["LAPORAN"], row, EVENTS, event(1), event(2))
    assert data(layout) == [2, 4, 5] and told(layout) == [(2, "periksa")]


def test_a_key_with_a_figure_below_the_table_is_data_too():
    assert data(laid("kpu/pemilih_tps", VOTERS, V1, V2, [], ["", "Gunungparang", 12])) == [2, 3, 5]
    assert data(laid("kesbangpol/pakta_integritas", PLEDGES, *P, ["Dinas Sosial", 33])) == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "line",
    [
        ["Catatan: TPS 5 di Kelurahan Baros belum termasuk"],
        ["", "Data Kelurahan Cikondang menyusul"],
        ["*) angka DPT direvisi tanggal 3 November"],
        ["NB:", "Dua kejadian lain dilaporkan lewat telepon dan belum dicatat"],
        ["Pada hari Minggu terjadi lagi unjuk rasa di depan kantor"],
    ],
)  # fmt: skip
def test_a_remark_below_the_table_is_told_once_and_is_no_data(line):
    layout = laid("kpu/pemilih_tps", VOTERS, V1, V2, V3, [], line, ["Catatan: data akan diubah lagi pekan depan"])
    assert data(layout) == [2, 3, 4] and told(layout) == [(6, "periksa")]


@pytest.mark.parametrize(
    "lines",
    [
        [["Sukabumi, 4 November 2024", "", "", "Mengetahui,"], ["Ketua", "", "", "Sekretaris"], ["(tanda tangan)"]],
        [["Mengetahui,", "", "Menyetujui,", "", "Yang membuat,"], ["Kepala Badan", "", "Ketua", "", "Operator"],
         ["(................)", "", "(................)", "", "(................)"], ["NIP. .....", "", "NIP. ....."]],
        [["Kepala Bidang Politik Dalam Negeri,"], ["Pembina Tingkat I"]],
        [["Sumber: Berita acara rekapitulasi DPT"], ["Dicetak pada 4/11/2024"]],
        [["Keterangan: L = laki-laki, P = perempuan"], ["* wajib diisi"]],
        [["Demikian laporan ini dibuat untuk dipergunakan sebagaimana mestinya."]],
        [["Sukabumi, ....... 2024"], ["a.n. Ketua"], ["Plt. Sekretaris,", "", "Kasubbag Data,"]],
    ],
)  # fmt: skip
def test_signatures_sources_and_legends_give_no_finding(lines):
    for tab, head, rows in (
        ("kpu/pemilih_tps", VOTERS, [V1, V2, V3]), ("kesbangpol/kejadian", EVENTS, [event(1), event(2), event(3)]),
        ("kesbangpol/pakta_integritas", PLEDGES, P),
    ):  # fmt: skip
        layout = laid(tab, head, *rows, [], *lines)
        assert (data(layout), told(layout)) == (list(range(2, 2 + len(rows))), []), tab


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("REKAPITULASI PEMILIH DAN TPS", []), ("Keadaan sampai dengan 4 November 2024", []),
        ("Laporan kegiatan sosialisasi pemilih per kelurahan", []), ("Diisi oleh petugas setiap hari Senin.", []),
        ("Daftar TPS yang belum menerima barang", []),
        ("Catatan: Kelurahan Baros belum mengirim data", [(1, "periksa")]),
        ("Angka pemilih di tab ini ternyata masih data lama", [(1, "periksa")]),
    ],
)  # fmt: skip
def test_a_remark_above_the_header_is_told_and_a_title_is_not(line, expected):
    assert told(laid("kpu/pemilih_tps", [line], VOTERS, V1, V2)) == expected


# --- totals (5)

SUMS = [41, "10.012", "10.230"]


@pytest.mark.parametrize(
    "word",
    ["JML", "Jml.", "J u m l a h", "Grand Total", "Total Kecamatan", "Jumlah Total", "Keseluruhan", "Total Keseluruhan",
     "Rata-rata", "Rerata", "Persentase", "Persentase (%)", "%", "Rekap", "GRAND  TOTAL :", "Jumlah seluruhnya", "rata2"],
)  # fmt: skip
def test_a_total_is_known_by_its_word_in_the_first_cell_and_in_the_key(word):
    for row in ([word, "", *SUMS], ["", word, *SUMS], ["Cikole", word, *SUMS], [word, word, *SUMS]):
        layout = laid("kpu/pemilih_tps", VOTERS, V1, V2, V3, row)
        assert data(layout) == [2, 3, 4] and not told(layout, "tolak", "periksa"), row


@pytest.mark.parametrize(
    "word", ["Total OPD", "Jml OPD", "TOTAL SKPD", "Seluruh OPD", "Semua perangkat daerah", "Se-Kota"]
)
def test_a_total_among_offices_is_no_office(word):
    assert data(laid("kesbangpol/pakta_integritas", PLEDGES, *P, [word, 647, 607, "31/10/2024"])) == [2, 3, 4, 5]


@pytest.mark.parametrize("name", ["Kota Sukabumi", "Pemerintah Kota Sukabumi", "PEMKOT SUKABUMI"])
def test_the_citys_name_among_offices_is_a_total_and_asked_about_where_its_figures_are_not(name):
    right = laid("kesbangpol/pakta_integritas", PLEDGES, *P, [name, 647, 607, "31/10/2024"])
    assert data(right) == [2, 3, 4, 5] and told(right) == [(6, "info")]
    wrong = laid("kesbangpol/pakta_integritas", PLEDGES, *P, [name, 650, 607, "31/10/2024"])
    assert data(wrong) == [2, 3, 4, 5] and told(wrong) == [(6, "periksa")]


@pytest.mark.parametrize("name", ["Semua-1", "Seluruh-2", "Kota 12", "SEMUA 003", "Seluruh OPD"])
def test_a_number_somebody_gave_names_no_city(name):
    layout = laid("kesbangpol/kejadian", EVENTS, event(1), event(2, **{"ID Kejadian": name}), event(3))
    assert data(layout) == [2, 3, 4]


@pytest.mark.parametrize(
    "name", ["Semua-1", "Seluruh Warga Bersatu", "Semua Kita", "Tingkat Kota: rapat", "Sekolah Tinggi"]
)
def test_a_name_that_begins_with_all_is_a_name(name):
    layout = laid("kesbangpol/pakta_integritas", PLEDGES, *P, pledge(name, 40, 39))
    assert data(layout) == [2, 3, 4, 5, 6] and not told(layout, "tolak")


def test_all_rows_that_name_the_city_are_told_in_one_finding():
    rows = [pledge("Seluruh OPD", 650, 607), pledge("Kota Sukabumi", 650, 607)]
    layout = laid("kesbangpol/pakta_integritas", PLEDGES, *P, *rows)
    [one] = [one for one in layout.findings if one.weight == "periksa"]
    assert one.row == 6 and one.why.startswith("2 baris dibaca sebagai baris jumlah") and one.why.endswith("6, 7.")


@pytest.mark.parametrize(
    ("rows", "sums"),
    [
        ([V1, V2, V3, ["", "", *SUMS, "4/11/2024"]], {5}),
        ([V1, V2, V3, ["Kota Sukabumi", "", *SUMS]], {5}),
        ([["", "", *SUMS], V1, V2, V3], {2}),
        ([["Kecamatan Cikole", "", 32, "7.912", "8.008"], V1, V2, V3], {2}),
        ([["Cikole", "", 32, "7.912", "8.008", "4/11/2024"], V1, V2, ["Baros", "", 9, "2.100", "2.222"], V3], {2}),
        ([V1, V2, ["", "Kecamatan Cikole", 32, "7.912", "8.008", "4/11/2024"], V3], {4}),
        ([V1, V2, ["Cikole", "", 32, "7.912", "8.008"], V3, ["", "Kota", *SUMS]], {4, 6}),
    ],
)  # fmt: skip
def test_a_total_without_a_word_is_known_by_its_sum(rows, sums):
    layout = laid("kpu/pemilih_tps", VOTERS, *rows)
    assert {row.number for row in layout.layout_rows if row.reason == "jumlah"} == sums
    assert [weight for _, weight in told(layout, "info")] == ["info"]


def test_a_row_filled_like_any_other_is_dropped_only_where_two_columns_prove_it():
    layout = laid("kesbangpol/pakta_integritas", PLEDGES, *P, pledge("Gugus Tugas", 647, 607))
    assert data(layout) == [2, 3, 4, 5] and told(layout) == [(6, "info")]
    rows = [
        pledge("Dinas A", 60, 60),
        pledge("Dinas B", 40, 40),
        pledge("Dinas C", 30, 30),
        pledge("Dinas D", 130, 130),
    ]
    alike = laid("kesbangpol/pakta_integritas", PLEDGES, *rows)
    assert data(alike) == [2, 3, 4, 5] and told(alike) == [(5, "periksa")]


@pytest.mark.parametrize(
    "rows",
    [
        [pledge("A", 4, 2), pledge("B", 3, 1), pledge("C", 2, 1), pledge("D", 9, 4)],
        [pledge("A", 40, 20), pledge("B", 30, 10), pledge("C", 70, 30)],
        [pledge("A", 0, 0), pledge("B", 0, 0), pledge("C", 0, 0), pledge("D", 0, 0)],
        [pledge("Jumlahan", 10, 5), pledge("Totalindo", 12, 6)],
        [pledge("Kecamatan Baros", 20, 18), pledge("Kecamatan Cikole", 25, 25), pledge("Kelurahan Baros", 9, 9)],
    ],
)
def test_offices_that_merely_happen_to_be_alike_stay(rows):
    layout = laid("kesbangpol/pakta_integritas", PLEDGES, *rows)
    assert len(layout.rows) == len(rows) and not told(layout)


# --- nothing to list (9)


@pytest.mark.parametrize(
    ("row", "dated"),
    [
        (["NIHIL", *[""] * 12, "31/10/2024"], True), (["", "NIHIL", *[""] * 11, "31/10/2024"], True),
        (["Tidak ada kejadian", *[""] * 12, "31/10/2024"], True),
        (["", "", "", "nihil, situasi kondusif", *[""] * 9, "31/10/2024"], True),
        (["-", "-", "-", "Nihil", *["-"] * 9, "31/10/2024"], True),
        (["NIHIL", "NIHIL", "NIHIL", *[""] * 10, "31/10/2024"], True),
        (["", "", "", "", "", "", "", "", "", "Tidak terdapat kejadian menonjol", "", "", "", "31/10/2024"], True),
        (["Situasi aman, tidak ada kejadian"], False), (["", "", "NIHIL"], False), (["Kejadian: nihil"], False),
    ],
)  # fmt: skip
def test_nihil_in_peoples_words_is_heard_where_it_is_alone(row, dated):
    layout = laid("kesbangpol/kejadian", EVENTS, row)
    if dated:
        assert data(layout) == [2] and not told(layout)
        assert layout.rows[0].cells["id_kejadian"].casefold().startswith("nihil")
    else:
        assert data(layout) == [] and told(layout) == [(2, "tolak")]


@pytest.mark.parametrize(
    "line", ["Belum ada kejadian", "Tidak ada, kecuali unjuk rasa 3 November", "belum ada laporan"]
)
def test_what_leaves_it_open_is_told(line):
    for row in ([line], [line, *[""] * 12, "31/10/2024"]):
        layout = laid("kesbangpol/kejadian", EVENTS, row)
        assert data(layout) == [] and told(layout, "tolak") == [(2, "tolak")]


def test_nihil_beside_other_rows_is_told_but_that_of_a_section_is_not():
    assert told(laid("kesbangpol/kejadian", EVENTS, event(1), event(2), ["", "", "NIHIL"])) == [(4, "periksa")]
    layout = laid("kesbangpol/kejadian", EVENTS, ["A. Unjuk rasa"], ["Nihil"], ["B. Lainnya"], event(1), event(2))
    assert data(layout) == [5, 6] and not told(layout)
    below = ["", "Tidak ada kejadian", *[""] * 11, "31/10/2024"]
    assert told(laid("kesbangpol/kejadian", EVENTS, event(1), below)) == [(3, "periksa")]


def test_tidak_ada_in_a_column_where_it_is_a_choice_is_no_nihil():
    row = ["Cikole", "Selabatu", "PPS ke TPS", 0, "25/11/2024", "tidak ada", "4/11/2024"]
    layout = laid("kpu/distribusi", DELIVERIES, row)
    assert data(layout) == [2] and layout.rows[0].cells["kelurahan"] == "Selabatu"
    assert data(laid("kpu/distribusi", DELIVERIES, row, ["", "", "", "", "", "tidak ada", "4/11/2024"]))[0] == 2


# --- false alarms (14)


@pytest.mark.parametrize(
    "row",
    [
        ["a", "b", "c", "d", "e", "f"], ["I", "II", "III", "IV", "V", "VI"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["1)", "2)", "3)", "4)", "5)", "6)"], ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"], ["A.", "B.", "C.", "D.", "E.", "F."],
        ["Kol. 1", "Kol. 2", "Kol. 3", "Kol. 4", "Kol. 5", "Kol. 6"], ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"],
        ["1.", "2.", "3.", "4.", "5=3+4", "6."], ["[1]", "[2]", "[3]", "[4]", "[5]", "[6]"],
    ],
)  # fmt: skip
def test_numbering_in_any_system_is_no_data(row):
    layout = laid("kpu/pemilih_tps", VOTERS, row, V1, V2)
    assert data(layout) == [3, 4] and not told(layout)


@pytest.mark.parametrize(
    "line",
    [
        ["A.", "TPS reguler"], ["I", "Wilayah Utara"], ["B. TPS khusus"], ["", "C.", "Lokasi khusus"], ["II.", "", "", "TPS pindahan"],
        ["1.", "Kelompok pertama"], ["TPS REGULER"], ["a)", "Dalam kota"],
    ],
)  # fmt: skip
def test_sections_in_one_or_two_cells_are_no_data(line):
    layout = laid("kpu/pemilih_tps", VOTERS, line, V1, line, V2)
    assert data(layout) == [3, 5] and not told(layout)


def test_what_only_looks_like_a_section_is_data():
    assert data(laid("kpu/pemilih_tps", ["No", *VOTERS], [1, *V1], [2, "", "Cisarua"], [3, *V3])) == [2, 3, 4]
    assert data(laid("kesbangpol/pakta_integritas", PLEDGES, P[0], ["B", 40], P[1])) == [2, 3, 4]


def test_rows_numbered_ahead_are_no_data():
    head = ["No", *EVENTS]
    rows = [[n, *event(n)] for n in range(1, 4)]
    ahead = [[4, "KBP-004"], [5], ["6."], [7, "KBP-007"], [8, *[""] * 13, "31/10/2024"]]
    layout = laid("kesbangpol/kejadian", head, *rows, *ahead)
    assert data(layout) == [2, 3, 4] and not told(layout, "tolak", "periksa")


def test_places_filled_in_ahead_are_no_data_unless_every_kelurahan_has_its_row():
    row = ["Cikole", "Selabatu", "PPS ke TPS", 0, "25/11/2024", "tidak ada", "4/11/2024"]
    other = ["Cikole", "Cisarua", "PPS ke TPS", 3, "25/11/2024", "tidak ada", "4/11/2024"]
    layout = laid("kpu/distribusi", DELIVERIES, row, other, ["Cikole", "Cisarua"], ["Cikole", "Selabatu"])
    assert data(layout) == [2, 3] and not told(layout)
    assert data(laid("kpu/pemilih_tps", VOTERS, V1, ["Cikole", "Cisarua"], V3)) == [2, 3, 4]


@pytest.mark.parametrize(
    "recap",
    [
        [["Rekap per kecamatan"], ["Kecamatan", "Jumlah"], ["Cikole", 32], ["Baros", 9]],
        [["Kecamatan", "TPS", "Pemilih"], ["Cikole", 32, "15.920"], ["Baros", 9, "4.322"]],
        [["", "Kecamatan", "Jumlah TPS"], ["", "Cikole", 32], ["", "Baros", 9]],
        [["RINGKASAN"], ["Kecamatan", "Kelurahan", "TPS"], ["Cikole", 2, 32], ["Baros", 1, 9]],
    ],
)  # fmt: skip
def test_a_little_recap_below_the_table_is_no_data(recap):
    layout = laid("kpu/pemilih_tps", VOTERS, V1, V2, V3, [], *recap)
    assert data(layout) == [2, 3, 4] and not told(layout)


def test_a_little_recap_beside_the_table_is_no_data_and_no_column():
    layout = laid(
        "kpu/pemilih_tps", [*VOTERS, "", "Kecamatan", "Rekap TPS"], [*V1, "", "Cikole", 32], [*V2, "", "Baros", 9],
        [*V3, "", "Jumlah", 41], [*[""] * 7, "Lainnya", 3], [*[""] * 7, "Total", 44],
    )  # fmt: skip
    assert data(layout) == [2, 3, 4]
    apart = laid(
        "kpu/pemilih_tps", VOTERS, [*V1, "", "Rekap", ""], [*V2, "", "Cikole", 32], [*V3, "", "Baros", 9],
        [*[""] * 7, "Lainnya", 3],
    )  # fmt: skip
    assert data(apart) == [2, 3, 4] and not told(apart)


# --- filled from above (18)


@pytest.mark.parametrize(
    "lines",
    [
        [["KECAMATAN CIKOLE"], ["Kec. Baros"]], [["I.", "Kecamatan Cikole"], ["II.", "Kecamatan Baros"]],
        [["A. Kecamatan Cikole"], ["B. Kecamatan Baros"]], [["", "Kecamatan: Cikole"], ["", "Kecamatan: Baros"]],
        [["Cikole"], ["Baros"]],
    ],
)  # fmt: skip
def test_a_kecamatan_in_a_row_of_its_own_fills_the_rows_below_it(lines):
    layout = laid("kpu/pemilih_tps", VOTERS, lines[0], ["", *V1[1:]], ["", *V2[1:]], lines[1], ["", *V3[1:]])
    assert [row.cells["kecamatan"].casefold() for row in layout.rows] == ["cikole", "cikole", "baros"]
    assert all(row.filled_down == ("kecamatan",) for row in layout.rows) and not told(layout)
    if "ecamatan" in "".join(lines[0]):
        gone = laid("kpu/pemilih_tps", VOTERS[1:], [lines[0][-1]], V1[1:], V2[1:], [lines[1][-1]], V3[1:])
        assert [row.cells["kecamatan"].casefold() for row in gone.rows] == ["cikole", "cikole", "baros"]
        assert gone.derived == ("kecamatan",) and "kecamatan" not in gone.missing and not told(gone)


def test_what_a_row_says_itself_stands_above_its_section():
    layout = laid("kpu/pemilih_tps", VOTERS, ["Kecamatan Cikole"], V3, ["", *V1[1:]])
    assert [row.cells["kecamatan"] for row in layout.rows] == ["Baros", "Baros"]


def test_a_date_of_the_data_that_was_merged_fills_down():
    rows = [V1, [*V2[:5], ""], [*V3[:5], ""]]
    layout = laid("kpu/pemilih_tps", VOTERS, *rows)
    assert [row.cells["tanggal_data"] for row in layout.rows] == ["4/11/2024"] * 3
    assert [row.filled_down for row in layout.rows] == [(), ("tanggal_data",), ("tanggal_data",)]
    assert told(layout) == [(3, "info")]


@pytest.mark.parametrize(
    "rows",
    [
        [[*V1[:5], ""], V2, V3],  # not the first of its block
        [V1, [*V2[:5], ""], V3],  # one that was forgotten
        [V1, ["Cikole", "Cisarua", 15, "", "", ""], ["Baros", "Baros", "", "", "", ""]],  # rows not filled yet
    ],
)
def test_a_date_that_was_forgotten_stays_blank(rows):
    assert not any("tanggal_data" in row.filled_down for row in laid("kpu/pemilih_tps", VOTERS, *rows).rows)


def test_the_date_of_activities_that_was_merged_fills_down_and_no_other_date_does():
    layout = laid("kpu/sosialisasi", DAYS, day("4/9/2024", "A"), day("", "B"), day("", "C"), day("5/9/2024", "D"), [],
                  day("", "E"))  # fmt: skip
    assert [row.cells["tanggal"] for row in layout.rows] == ["4/9/2024", "4/9/2024", "4/9/2024", "5/9/2024", None]
    assert told(layout) == [(3, "info")]
    single = laid(
        "kpu/sosialisasi", DAYS, day("4/9/2024", "A"), day("", "B"), day("5/9/2024", "C"), day("6/9/2024", "D")
    )
    assert single.rows[1].filled_down == ("tanggal",) and told(single) == [(3, "periksa")]
    head = [*EVENTS, "Tanggal Selesai"]
    events = laid("kesbangpol/kejadian", head, [*event(1), "31/10/2024"], event(2), event(3), event(4))
    assert not any(row.filled_down for row in events.rows)
