"""Files that are to stop a reading: an agency's sheet in more than eighty shapes that no official would ever type.

`KINDS` has what puts each of them into a folder of sheets, by name. All are made here, none is kept.
"""

import os
import socket
import warnings
import zipfile
from functools import partial

GRANT = "tahap_pencairan,tanggal_masuk,nilai_diterima,belanja_kumulatif,tanggal_data,keterangan\n"
ROW = "tahap_1,5 Feb 2024,10.000.000.000,4.000.000.000,4 November 2024,{}\n"
HEAD = GRANT.strip().split(",")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"
MB = 1_000_000

#: Name -> what puts it into a folder for an agency; and those that take seconds, which only the long tests read.
KINDS, LONG = {}, set()
#: Those whose file is harmless, and what stands in it is not: they are to be read as a sheet of kpu, which has such a tab.
READING = set()


def kind(function=None, *, long=False, read=False):
    if function is None:
        return partial(kind, long=long, read=read)
    KINDS[function.__name__] = function
    for chosen, among in ((long, LONG), (read, READING)):
        if chosen:
            among.add(function.__name__)
    return function


# --- workbooks, written sign by sign ---


def book(folder, agency, rows="", tabs=("hibah",), shared="", styles=None, after="", parts=(), bare=None):
    """A workbook with these cells in its first sheet; `rows`, `shared` and `styles` may come in pieces."""
    sheets = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(tabs, 1))
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_DOC}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(tabs) + 1)
    )
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in range(1, len(tabs) + 1)
    )
    form = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    said = {
        "[Content_Types].xml": f'<Types xmlns="{_PACK}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{form}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{form}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{form}.styles+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACK}/relationships"><Relationship Id="r1" Type="{_DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACK}/relationships">{relations}<Relationship Id="s1" Type="{_DOC}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s2" Type="{_DOC}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": styles or f'<styleSheet xmlns="{_MAIN}">{xfs()}</styleSheet>',
        "xl/sharedStrings.xml": (f'<sst xmlns="{_MAIN}">', *pieces(shared), "</sst>"),
        "xl/worksheets/sheet1.xml": bare
        or (f'<worksheet xmlns="{_MAIN}"><sheetData>', *pieces(rows), f"</sheetData>{after}</worksheet>"),
    }
    with zipfile.ZipFile(folder / f"{agency}.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in (said | dict(parts)).items():
            with archive.open(name, "w", force_zip64=True) as target:
                for piece in pieces(content):
                    target.write(piece.encode() if isinstance(piece, str) else piece)
        for n in range(2, len(tabs) + 1):
            if f"xl/worksheets/sheet{n}.xml" not in dict(parts):
                archive.writestr(f"xl/worksheets/sheet{n}.xml", f'<worksheet xmlns="{_MAIN}"><sheetData/></worksheet>')
    return folder / f"{agency}.xlsx"


def pieces(content):
    return (content,) if isinstance(content, str | bytes) else content


def xfs(count=1, formats="", ids=None):
    cells = "".join(f'<xf numFmtId="{164 + n if ids else 0}" applyNumberFormat="1"/>' for n in range(count))
    return f'{formats}<fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>{cells}</cellXfs><cellStyles><cellStyle name="Normal" xfId="0"/></cellStyles>'


def formatted(*codes):
    made = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(codes))
    return f'<styleSheet xmlns="{_MAIN}">{xfs(len(codes), f"<numFmts>{made}</numFmts>", ids=True)}</styleSheet>'


def text(value, ref=""):
    return f'<c{f" r={chr(34)}{ref}{chr(34)}" if ref else ""} t="inlineStr"><is><t>{value}</t></is></c>'


def table(rows, cells):
    """The header of a tab, and `rows` rows whose cells `cells` gives by number."""
    yield "<row>" + "".join(map(text, HEAD)) + "</row>"
    for number in range(rows):
        yield "<row>" + "".join(cells(number)) + "</row>"


def full(number, note="", date="5 Feb 2024"):
    return [text(one) for one in ("tahap_1", date, "10.000.000.000", str(number), "4 November 2024", note)]


@kind
def attribute_repeated(folder, agency):
    book(folder, agency, ('<row r="1"><c ', 'r="A1" ' * 60_000, "x</row>"))


@kind
def attribute_repeated_and_closed(folder, agency):
    book(folder, agency, ('<row r="1"><c ', 'r="A1" ' * 60_000, "></c ></row>"))


@kind
def attribute_of_a_row_repeated(folder, agency):
    book(folder, agency, ("<row ", 'r="1" ' * 60_000, ">"))


@kind
def blanks_before_an_end_that_never_comes(folder, agency):
    book(folder, agency, ('<c r="A1">' + " " * 2_000 for _ in range(20_000)))


@kind
def place_of_a_million_letters(folder, agency):
    book(folder, agency, ("<row>", '<c r="' + "A" * MB + '"/>', "</row>"))


@kind(long=True)
def no_sign_that_closes(folder, agency):
    book(folder, agency, ("<c ", *(" " * MB for _ in range(300))))


@kind(long=True)
def attribute_of_90_mb(folder, agency):
    book(folder, agency, ('<row a="', *("x" * MB for _ in range(90)), '"/>'))


@kind
def one_cell_in_the_last_column(folder, agency):
    book(folder, agency, (*table(1, full), f'<row r="3">{text("x", "XFD3")}</row>'))


@kind(long=True)
def cells_in_the_last_column(folder, agency):
    book(folder, agency, (f'<row r="{n}">{text("x", f"XFD{n}")}</row>' for n in range(1, 150_000)))


@kind(long=True)
def a_wide_grid_that_is_full(folder, agency):
    row = "<row>" + "<c><v>1</v></c>" * 900 + "</row>"
    book(folder, agency, (row for _ in range(8_000)))


@kind(long=True)
def a_million_full_rows(folder, agency):
    book(folder, agency, ("<row><c><v>1</v></c></row>" * 1_000 for _ in range(1_000)))


@kind
def size_that_claims_everything(folder, agency):
    bare = f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{"".join(table(1, full))}</sheetData></worksheet>'
    book(folder, agency, bare=bare)


@kind
def size_of_billions(folder, agency):
    bare = f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:ZZZZZZZ99999999999"/><sheetData>{"".join(table(1, full))}</sheetData></worksheet>'
    book(folder, agency, bare=bare)


@kind(long=True)
def shared_text_of_100_mb(folder, agency):
    book(
        folder,
        agency,
        '<row><c t="s"><v>0</v></c></row>',
        shared=("<si><t>", *("x" * MB for _ in range(100)), "</t></si>"),
    )


@kind(long=True)
def shared_texts_of_490_mb(folder, agency):
    shared = ("<si><t>" + "x" * (MB - 20) + "</t></si>" for _ in range(490))
    book(folder, agency, '<row><c t="s"><v>0</v></c></row>', shared=shared)


@kind(long=True)
def millions_of_shared_texts(folder, agency):
    book(folder, agency, '<row><c t="s"><v>0</v></c></row>', shared=("<si><t>a</t></si>" * 10_000 for _ in range(500)))


@kind(long=True)
def shared_text_in_a_million_runs(folder, agency):
    shared = ("<si>", *("<r><t>a</t></r>" * 10_000 for _ in range(150)), "</si>")
    book(folder, agency, '<row><c t="s"><v>0</v></c></row>', shared=shared)


@kind
def shared_text_that_is_not_there(folder, agency):
    book(folder, agency, '<row><c t="s"><v>999999999999</v></c><c t="s"><v>-1</v></c></row>')


@kind(long=True)
def one_long_shared_text_in_every_cell(folder, agency):
    book(
        folder,
        agency,
        table(20_000, lambda _: ['<c t="s"><v>0</v></c>'] * 6),
        shared=f"<si><t>{'08 1' * 8_000}</t></si>",
    )


@kind(long=True)
def cell_of_100_mb(folder, agency):
    book(folder, agency, ("<row><c t='inlineStr'><is><t>", *("x" * MB for _ in range(100)), "</t></is></c></row>"))


@kind
def whole_sheet_merged(folder, agency):
    after = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    book(folder, agency, table(1, full), after=after)


@kind
def merged_a_hundred_thousand_times(folder, agency):
    after = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 100_000 + "</mergeCells>"
    book(folder, agency, table(1, full), after=after)


@kind(long=True)
def a_million_styles(folder, agency):
    book(folder, agency, table(1, full), styles=f'<styleSheet xmlns="{_MAIN}">{xfs(MB)}</styleSheet>')


@kind
def a_hundred_thousand_formats(folder, agency):
    book(folder, agency, table(1, full), styles=formatted(*(f"0.{n}%" for n in range(100_000))))


@kind(long=True)
def format_of_a_million_signs(folder, agency):
    styles = formatted("&quot;" * 500_001 + "%" + "\\" * 500_000)
    book(folder, agency, table(30_000, lambda n: [f'<c s="0"><v>{n}.5</v></c>'] * 3), styles=styles)


@kind
def format_of_brackets(folder, agency):
    styles = formatted("[" * 100_000, "[h" * 100_000, "[$-" * 100_000, "\\" * 100_001)
    book(folder, agency, table(1, lambda n: [f'<c s="{n}"><v>4.5</v></c>' for n in range(4)]), styles=styles)


def entities(declared, used):
    rows = f"<row><c t='inlineStr'><is><t>{used}</t></is></c></row>"
    return f'<?xml version="1.0"?><!DOCTYPE w [{declared}]><worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


@kind
def entities_that_laugh_a_billion_times(folder, agency):
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    book(folder, agency, bare=entities(f'<!ENTITY a0 "ha">{laughs}', "&a12;"))


@kind
def entity_used_a_hundred_thousand_times(folder, agency):
    book(folder, agency, bare=entities(f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 100_000))


@kind
def entity_from_another_file(folder, agency):
    book(folder, agency, bare=entities('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"))


@kind(long=True)
def elements_in_each_other(folder, agency):
    book(folder, agency, ("<row>" * 10_000 for _ in range(100)))


@kind
def workbooks_in_a_workbook(folder, agency):
    inner = book(folder, agency, table(1, full)).read_bytes()
    for _ in range(4):
        inner = book(
            folder, agency, table(1, full), parts={"xl/embeddings/a.xlsx": inner, "xl/media/b.png": inner * 3}.items()
        ).read_bytes()


@kind(long=True)
def pictures_of_two_gigabytes(folder, agency):
    zeros = bytes(4 * MB)
    book(folder, agency, table(1, full), parts=[("xl/media/a.png", (zeros for _ in range(500)))])


@kind
def size_that_lies(folder, agency):
    path = book(folder, agency, table(1, full), parts=[("xl/worksheets/sheet1.xml", (b" " * MB for _ in range(50)))])
    content = bytearray(path.read_bytes())
    at = -1
    while (at := content.find(b"PK\1\2", at + 1)) >= 0:
        content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(content)


@kind(long=True)
def parts_without_number(folder, agency):
    path = book(folder, agency, table(1, full))
    with zipfile.ZipFile(path, "a") as archive:
        for n in range(20_000):
            archive.writestr(f"xl/a/{n}.xml", "")


@kind
def names_that_climb_out(folder, agency):
    book(folder, agency, table(1, full), parts=[("../../../etc/x.xml", "x"), ("/etc/passwd", "x"), ("xl/\n.xml", "x")])


@kind
def part_twice(folder, agency):
    path = book(folder, agency, table(1, full))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


@kind
def locked_parts(folder, agency):
    path = book(folder, agency, table(1, full))
    content = bytearray(path.read_bytes())
    at = -1
    while (at := content.find(b"PK\1\2", at + 1)) >= 0:
        content[at + 8] |= 1
    path.write_bytes(content)


@kind
def cut_in_the_middle(folder, agency):
    path = book(folder, agency, table(100, full))
    path.write_bytes(path.read_bytes()[:1500])


@kind
def no_zip_but_its_end(folder, agency):
    (folder / f"{agency}.xlsx").write_bytes(b"PK\5\6" + b"\xff" * 18)


@kind(long=True)
def formula_shared_by_all(folder, agency):
    long = "+".join(f"A{n}" for n in range(1, 1_500))
    first = f'<row r="1"><c r="A1"><f t="shared" ref="A1:F60000" si="0">{long}</f></c></row>'
    book(
        folder,
        agency,
        (first, *(f'<row r="{n}"><c r="A{n}"><f t="shared" si="0"/></c></row>' for n in range(2, 60_000))),
    )


@kind
def formula_of_brackets(folder, agency):
    book(
        folder,
        agency,
        (f"<row><c><f>{'(' * 50_000}</f></c><c><f>{chr(34) * 50_001}</f></c><c><f>{'{' * 50_000}</f></c></row>",),
    )


@kind
def formulas_without_result(folder, agency):
    book(folder, agency, table(3_000, lambda n: [f"<c><f>SUM(A{n}:XFD{n})</f></c>"] * 6))


@kind
def days_out_of_range(folder, agency):
    days = ("1e300", "-1", "2958466", "99999999999", "0.5", "nan", "-1e308")
    cells = "".join(f'<c s="0"><v>{day}</v></c>' for day in days)
    isos = "".join(
        f'<c t="d"><v>{day}</v></c>' for day in ("99999-99-99", "0000-00-00", "2024-11-04T99:99", "x" * 9999)
    )
    book(folder, agency, (*table(1, full), f"<row>{cells}</row>", f"<row>{isos}</row>"), styles=formatted("dd/mm/yyyy"))


@kind
def numbers_that_are_none(folder, agency):
    numbers = ("1e999", "-1e999", "nan", "9" * 400, "9" * 5_000, "1e308", "9223372036854775808", "0x10", "1_000", "٣")
    book(
        folder,
        agency,
        table(
            len(numbers),
            lambda n: [text("tahap_1"), text("5 Feb 2024"), *([f"<c><v>{numbers[n]}</v></c>"] * 2), text("4 Nov 2024")],
        ),
    )


@kind
def numbers_too_large_for_any_column(folder, agency):
    book(
        folder,
        agency,
        table(
            2,
            lambda n: [
                text("tahap_1"),
                text("5 Feb 2024"),
                f"<c><v>{'9' * (19 + n)}</v></c>",
                text("9" * 300),
                text("4 Nov 2024"),
            ],
        ),
    )


@kind
def halves_of_signs(folder, agency):
    book(folder, agency, table(3, lambda n: full(n, "_xD800_ _x0000_ _xDFFF_ _xFFFF_ &#x10FFFF;")))


@kind
def halves_of_signs_everywhere(folder, agency):
    book(folder, agency, table(3, lambda n: [text(f"_xD800_{n}")] * 6), tabs=("hibah", "_xD800_", "a" * 300))


@kind
def tabs_without_number(folder, agency):
    book(folder, agency, table(1, full), tabs=["hibah", *(f"t{n}" for n in range(3_000))])


@kind
def tabs_all_of_one_name(folder, agency):
    book(folder, agency, table(1, full), tabs=["hibah"] * 150)


@kind
def titles_of_tabs_that_are_long(folder, agency):
    book(folder, agency, table(1, full), tabs=["hibah", *("hibah " * 9_000 + str(n) for n in range(60))])


@kind(long=True)
def rows_that_are_blank(folder, agency):
    book(folder, agency, ("<row/>" * 10_000 for _ in range(700)))


@kind(long=True)
def cells_that_are_blank(folder, agency):
    book(folder, agency, ("<row>" + "<c/>" * 10_000 + "</row>" for _ in range(700)))


@kind
def one_row_number_for_all(folder, agency):
    book(folder, agency, ('<row r="1">' + text("x", "A1") + "</row>" for _ in range(20_000)))


@kind
def places_that_are_none(folder, agency):
    refs = ("ZZZZZZZ1", "A0", "A99999999999", "1A", "", "A1:B2", "$A$1", "ÅÅ1", "A-1")
    book(folder, agency, "".join(f"<row>{text('x', ref)}</row>" for ref in refs))


@kind
def sheets_that_are_not_there(folder, agency):
    path = book(
        folder,
        agency,
        table(1, full),
        tabs=("a", "b"),
        parts=[
            (
                "xl/workbook.xml",
                f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets><sheet name="a" sheetId="1" r:id="r9"/></sheets></workbook>',
            )
        ],
    )
    assert path.exists()


@kind
def book_that_is_its_own_sheet(folder, agency):
    relations = f'<Relationships xmlns="{_PACK}/relationships"><Relationship Id="r1" Type="{_DOC}/worksheet" Target="workbook.xml"/></Relationships>'
    book(folder, agency, parts=[("xl/_rels/workbook.xml.rels", relations)])


@kind
def letters_declared_wrong(folder, agency):
    book(folder, agency, bare='<?xml version="1.0" encoding="utf-7"?><worksheet/>')


@kind
def letters_of_sixteen_bits(folder, agency):
    bare = f'<?xml version="1.0" encoding="utf-16"?><worksheet xmlns="{_MAIN}"><sheetData>{"".join(table(1, full))}</sheetData></worksheet>'
    book(folder, agency, bare=bare.encode("utf-16"))


# --- what costs time only after a file was opened ---


def notes(signs, rows=600, length=30_000):
    length = min(length, 24 * MB // rows // len(signs.encode()) * len(signs))

    def fill(folder, agency):
        folder.joinpath(agency).mkdir()
        with (folder / agency / "hibah.csv").open("w", encoding="utf-8") as file:
            file.write(GRANT)
            file.writelines(ROW.format((signs * length)[:length]) for _ in range(rows))

    return fill


for name, signs in {
    "digits": "1", "digits_apart": "1 ", "phones": "08 12", "mails": "a@", "dots": "a.", "at_written_out": " (at) a", "brackets": "(", "blanks": " \u00a0",
    "dashes": "-", "slashes": "1/", "days": "4 Nov ", "months": "november ", "places": "Kec. ", "rupiah": "Rp1.000 ", "numbers_in_words": "seribu dua ratus ",
    "semicolons": "a; ", "marks": "\u0301", "emoji": "👩‍👩‍👧", "no_width": "\u200b", "nik": "nik ", "rekening": "rek 1",
}.items():  # fmt: skip
    KINDS[f"long_notes_of_{name}"] = notes(signs)
    READING.add(f"long_notes_of_{name}")


def cells_in_every_column(signs):
    def fill(folder, agency):
        folder.joinpath(agency).mkdir()
        with (folder / agency / "hibah.csv").open("w", encoding="utf-8") as file:
            file.write(GRANT)
            file.writelines(",".join([(signs * 20_000)[:20_000]] * 6) + "\n" for _ in range(100))

    return fill


for name, signs in {
    "digits": "1",
    "days": "4 Nov ",
    "dots": "1.000.",
    "brackets": "(",
    "words": "dua puluh ",
    "slashes": "4/11/",
}.items():
    KINDS[f"long_cells_of_{name}"] = cells_in_every_column(signs)
    READING.add(f"long_cells_of_{name}")


def lines(folder, agency, content, tab="hibah"):
    folder.joinpath(agency).mkdir(exist_ok=True)
    with (folder / agency / f"{tab}.csv").open("wb") as file:
        for piece in pieces(content):
            file.write(piece.encode() if isinstance(piece, str) else piece)


@kind(read=True)
def headers_all_the_way_down(folder, agency):
    lines(folder, agency, (GRANT for _ in range(30_000)))


@kind(read=True)
def totals_all_the_way_down(folder, agency):
    lines(folder, agency, (GRANT, *(f"Jumlah,,{n},{n},,\n" for n in range(30_000))))


@kind(read=True)
def nothing_but_mistakes(folder, agency):
    lines(folder, agency, (GRANT, *(f"x{n},kapan{n},berapa{n},q{n},w{n},z\n" for n in range(40_000))))


@kind(read=True)
def one_key_for_all(folder, agency):
    lines(folder, agency, (GRANT, *(ROW.format(n) for n in range(40_000))))


@kind(read=True)
def remarks_all_the_way_down(folder, agency):
    lines(folder, agency, (GRANT, *(f"catatan nomor {n} panjang sekali tentang sesuatu,,,,,\n" for n in range(40_000))))


@kind(read=True)
def a_header_of_a_thousand_columns(folder, agency):
    head = ",".join(f"{HEAD[n % 6]} {n}" for n in range(250)) + "\n"
    lines(folder, agency, (head, *(",".join([str(n)] * 250) + "\n" for n in range(900))))


@kind(read=True)
def two_hundred_tabs_alike(folder, agency):
    for n in range(190):
        lines(folder, agency, (GRANT, *(ROW.format(n) for _ in range(150))), f"hibah {n}")


# --- CSV ---


@kind
def a_million_columns(folder, agency):
    lines(folder, agency, "a," * MB)


@kind
def a_million_columns_without_content(folder, agency):
    lines(folder, agency, (GRANT, "," * MB, "x\n"))


@kind(long=True)
def a_line_of_200_mb(folder, agency):
    lines(folder, agency, ("a," * 500_000 for _ in range(200)))


@kind(long=True)
def a_line_of_20_mb(folder, agency):
    lines(folder, agency, ("a," * 500_000 for _ in range(20)))


@kind(long=True)
def quotes_without_end(folder, agency):
    lines(folder, agency, ('"' * MB for _ in range(20)))


@kind
def a_quote_left_open(folder, agency):
    lines(folder, agency, (GRANT, '"', *("a,b\n" * 100_000 for _ in range(10))))


@kind
def a_quote_in_every_cell(folder, agency):
    lines(folder, agency, ('a"b"",""c"' * 300_000,))


@kind
def bytes_that_are_zero(folder, agency):
    lines(folder, agency, (GRANT, b"\0" * MB))


@kind
def sixteen_bits_without_mark(folder, agency):
    lines(folder, agency, (GRANT + ROW).encode("utf-16-le"))


@kind
def thirty_two_bits(folder, agency):
    lines(folder, agency, (GRANT + ROW).encode("utf-32"))


@kind(long=True)
def lines_without_content(folder, agency):
    lines(folder, agency, ("\n" * MB for _ in range(20)))


@kind(long=True)
def commas_without_content(folder, agency):
    lines(folder, agency, (",,,,,,,,,\n" * 100_000 for _ in range(20)))


@kind(long=True)
def rows_without_number(folder, agency):
    lines(folder, agency, (GRANT, *("1\n" * MB for _ in range(8))))


@kind(long=True)
def wide_signs(folder, agency):
    lines(folder, agency, (GRANT, *("👩,👩\n" * 100_000 for _ in range(20))))


@kind
def signs_that_are_none(folder, agency):
    lines(folder, agency, (GRANT, *(bytes(range(1, 256)) for _ in range(2_000))))


@kind
def files_without_number(folder, agency):
    for n in range(3_000):
        lines(folder, agency, GRANT, f"t{n}")


# --- what is no file ---


@kind
def sparse_file_of_ten_gigabytes(folder, agency):
    lines(folder, agency, GRANT)
    os.truncate(folder / agency / "hibah.csv", 10_000 * MB)


@kind
def sparse_workbook_of_ten_gigabytes(folder, agency):
    os.truncate(book(folder, agency, table(1, full)), 10_000 * MB)


@kind
def sparse_file_below_the_bound(folder, agency):
    lines(folder, agency, GRANT)
    os.truncate(folder / agency / "hibah.csv", 20 * MB)


@kind
def pipe_as_csv(folder, agency):
    folder.joinpath(agency).mkdir()
    os.mkfifo(folder / agency / "hibah.csv")


@kind
def pipe_as_workbook(folder, agency):
    os.mkfifo(folder / f"{agency}.xlsx")


@kind
def socket_as_workbook(folder, agency):
    here, name = os.open(folder, os.O_RDONLY), f"{agency}.xlsx"
    with socket.socket(socket.AF_UNIX) as one:  # by way of its folder: an address holds 108 signs
        one.bind(f"/proc/self/fd/{here}/{name}")
    os.close(here)


def linked(target, whole=False):
    def fill(folder, agency):
        if whole:
            (folder / f"{agency}.xlsx").symlink_to(target)
            return
        folder.joinpath(agency).mkdir()
        (folder / agency / "hibah.csv").symlink_to(target)

    return fill


for name, target in {
    "endless_zeros": "/dev/zero", "chance": "/dev/urandom", "nothing": "/dev/null", "the_terminal": "/dev/tty", "its_own_input": "/dev/stdin",
    "its_own_memory": "/proc/self/mem", "the_system": "/proc/kmsg", "the_host": "/etc/hostname", "nowhere": "tidak-ada", "itself": "hibah.csv",
}.items():  # fmt: skip
    KINDS[f"link_to_{name}"] = linked(target)
KINDS["workbook_linked_to_endless_zeros"] = linked("/dev/zero", whole=True)
KINDS["workbook_linked_to_the_host"] = linked("/etc/hostname", whole=True)


@kind
def link_to_a_sheet_outside(folder, agency):
    outside = folder.parent / f"luar-{agency}.csv"
    outside.write_text(GRANT + ROW.format("rahasia"), "utf-8")
    folder.joinpath(agency).mkdir()
    (folder / agency / "hibah.csv").symlink_to(outside)


@kind
def folder_linked_outside(folder, agency):
    outside = folder.parent / f"luar-{agency}"
    outside.mkdir()
    (outside / "hibah.csv").write_text(GRANT + ROW.format("rahasia"), "utf-8")
    (folder / agency).symlink_to(outside)


@kind
def folder_linked_to_processes(folder, agency):
    (folder / agency).symlink_to("/proc")


@kind
def folder_linked_to_itself(folder, agency):
    (folder / agency).symlink_to(agency)


@kind
def folder_linked_to_its_parent(folder, agency):
    (folder / agency).symlink_to(".")


@kind
def folder_called_like_a_workbook(folder, agency):
    (folder / f"{agency}.xlsx").mkdir()


@kind
def folder_called_like_a_tab(folder, agency):
    (folder / agency / "hibah.csv").mkdir(parents=True)


@kind
def names_with_line_breaks(folder, agency):
    lines(folder, agency, b"\0", "hi\nbah\r\u2028")


@kind
def names_with_line_breaks_that_can_be_read(folder, agency):
    lines(folder, agency, GRANT + ROW, "hi\nbah\r\u2028\u202e“”<b>")


@kind
def names_of_255_signs(folder, agency):
    lines(folder, agency, GRANT + ROW, "h" * 251)


@kind
def names_that_are_no_text(folder, agency):
    lines(folder, agency, GRANT + ROW, "hibah\udcff\udc80")


@kind
def names_that_are_no_text_of_what_cannot_be_read(folder, agency):
    lines(folder, agency, b"\0", "hibah\udcff\udc80")


@kind
def device_of_endless_zeros(folder, agency):
    folder.joinpath(agency).mkdir()
    try:
        os.mknod(folder / agency / "hibah.csv", 0o20644, os.makedev(1, 5))
    except PermissionError:  # not everybody may make one; a pipe is as little of a file
        os.mkfifo(folder / agency / "hibah.csv")
