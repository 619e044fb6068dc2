"""A city whose every column holds what nobody should type: markup, formulas, addresses, numbers of persons.

Each tab is typed three times over: its rows of the samples as they are; each of them with one of TEXTS in all columns
of text; and as many rows in which every column holds each text once, all of them beginning with another: cells of one cause
are told in one finding that quotes the first. Numbers of persons lie in all columns as well, and in titles of tabs, above and
below the table. All of them are invented: region 99, appointed in 2039, numbers of nines.
"""

import csv

from monev import sheets
from monev.contract import contracts
from monev.settings import CONTRACTS, SAMPLES

#: Where every address here leads; no request may go there, and no link.
HOST = "bocor.example"
#: What a script of these would set.
RAN = "bocor"

TEXTS = [
    f"<script>window.{RAN}=1</script>",
    f'<img src=x onerror="window.{RAN}=1">',
    f"\"'><svg onload=window.{RAN}=1>",
    f'<a href="https://{HOST}/a">klik di sini</a>',
    f"[klik di sini](https://{HOST}/b) ![gambar](https://{HOST}/c.png)",
    f"https://{HOST}/d?x=1&y=2",
    f"www.{HOST}",
    f"javascript:window.{RAN}=1",
    f"data:text/html,<script>window.{RAN}=1</script>",
    "**tebal** __tebal__ _miring_ *miring* ~~coret~~ `kode`",
    r"$\frac{1}{2}$ $$x^2$$ \(y\)",
    ":smile: :material/delete: :red[merah] :blue-background[biru]",
    "# Judul",
    "- butir\n> kutip\n\n| a | b |\n|---|---|",
    f'=HYPERLINK("https://{HOST}/e";"klik")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    "'=1+1",
    "awal \u202eterbalik\u202c akhir \u2066dalam\u2069",
    "bel \x07 jangkar \x1b[31mmerah",
    "bukan tanda \ufffe \uffff",
    "panjang sekali " * 2000,
    "tanpaspasi" * 200,
    "read_csv('/etc/passwd')",
    "'; drop table sel; --",
    "$$ || getenv('HOME') || $$",
    "/etc/passwd",
    "../../../../etc/passwd",
    r"C:\Windows\win.ini \\server\berbagi",
    "file:///etc/passwd",
    "{{7*7}} ${7*7} %s {0} %{x} %{customdata}",
    "</style><style>*{display:none}</style>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "ni\u200bh\u200bil 👩\u200d👩\u200d👧 z̷̢̛a̸l̵g̷o̶",
]
#: Kind -> how it was typed. Those without digits beside them would be read as a place, a date, a choice.
PERSONAL = {
    "nik": ["3299990101909999", "NIK 3299 9901 0190 9999 atas nama warga"],
    "nip": ["199901012039121999", "NIP. 19990101 203912 1 999"],
    "telepon": ["089999999999", "hubungi +62 899-9999-9999 segera", "https://wa.me/6289999999999", "0899/9999/9999"],
    "surel": ["orang.pertama@contoh.example"],
    "rekening": ["rekening bank BJB 9999999999991"],
    "npwp": ["99.912.399.9-912.399"],
    "kartu": ["No. BPJS 0009991299912"],
}
NUMBERS = [text for texts in PERSONAL.values() for text in texts]
#: What must be found nowhere, however it is parted.
BARE = (
    "3299990101909999", "199901012039121999", "89999999999", "orang.pertama@", "9999999999991", "999123999912399",
    "0009991299912",
)  # fmt: skip


def found(text):
    """Which of the invented numbers stand in a text, in whatever way they are parted."""
    joined = "".join(sign for sign in str(text) if sign not in " .-/\u00a0\u200b()")
    return [bare for bare in BARE if bare.replace(".", "") in joined]


def sample(agency, tab):
    """Of the sample's tab the rows from its header on, and what each column of the header is in the contract, or None."""
    states = (SAMPLES, SAMPLES / "sesudah")  # some tabs are there only after the vote
    found = next(
        one
        for state in states
        for one in sheets.read_folder(state, agency).tabs
        if plain(one.title) == plain(tab.title)
    )
    known = {plain(name): column for column in tab.columns.values() for name in (column.title, column.name)}
    at = next(number for number, row in enumerate(found.rows) if sum(plain(str(cell)) in known for cell in row) > 2)
    return found.rows[at:], [known.get(plain(str(cell))) for cell in found.rows[at]]


def rows(agency, tab, begins):
    """The cells of one tab, hostile throughout, below the header that its samples have; its first column begins with the
    text at this place."""
    (head, *below), columns = sample(agency, tab)
    good = [row + [""] * (len(columns) - len(row)) for row in below if len(row) > len(columns) / 2]
    good = good or [[column.example if column else "" for column in columns]]
    keys = [
        place for place, column in enumerate(columns) if column and column.name in tab.key and column.type == "teks"
    ]
    made = [["Laporan, hubungi 089999999999"], [], [*head, "Catatan 089999999999"]]
    made += below if keys else []
    # Where a row has its place in the city, each place is given once; else every text comes in every column of text.
    for number, text in enumerate([*TEXTS, *NUMBERS] if keys else [*TEXTS, *NUMBERS][: len(good)]):
        row = good[number % len(good)]
        made.append(
            [text if column and column.type == "teks" else cell for column, cell in zip(columns, row, strict=True)]
        )
    every = [*TEXTS, *NUMBERS]
    for number in range(len(every)):
        texts = [every[(begins + place + number) % len(every)] for place in range(len(columns) + 1)]
        made.append([f"Semua-{number}" if place in keys else text for place, text in enumerate(texts)])
    # A number alone in its column, beside what is good in the others.
    for place in range(len(columns)):
        row = list(good[place % len(good)])
        for key in keys:
            row[key] = f"Satu-{place}"
        row[place] = NUMBERS[place % len(NUMBERS)]
        made.append(row)
    return [*made, [], ["", "Sukabumi, 4 November 2024"], ["", "NIP. 19990101 203912 1 999"]]


def plain(text):
    return "".join(text.lower().replace("_", " ").split()).split("(")[0]


def city():
    """Agency -> title of its tab -> rows, with one tab more whose title itself holds a number."""
    made, begins = {}, 0
    for agency, one in contracts.load(CONTRACTS).items():
        made[agency] = {}
        for tab in one.tabs.values():
            made[agency][tab.title] = rows(agency, tab, begins)
            begins += len(tab.columns)
        made[agency]["Kontak 089999999999"] = [["nama", "nomor"], ["warga", "3299990101909999"]]
        made[agency]["Judul <b>tebal</b> =1+1"] = [[text] for text in TEXTS]
    return made


def once():
    """The samples with each of TEXTS in one cell, where a column is of no text; in the form of `city`."""
    made, left = {}, iter(TEXTS)
    for agency, one in contracts.load(CONTRACTS).items():
        made[agency] = {}
        for tab in one.tabs.values():
            (head, *below), columns = sample(agency, tab)
            made[agency][tab.title] = [head, *below]
            # One of each type, or cells of one reason would be told by one of them; none whose content is not shown.
            free = {
                column.type: place
                for place, column in reversed(list(enumerate(columns)))
                if column and column.type != "teks" and column.name not in tab.key and not column.private
            }
            if below:
                below[0].extend([""] * (len(columns) - len(below[0])))
                for place in free.values():
                    below[0][place] = next(left, below[0][place])
    assert next(left, None) is None, "a text has no column"
    return made


def write(folder, tabs_of=city):
    """Such a city as a folder of CSV files; the folder."""
    for agency, tabs in tabs_of().items():
        for title, lines in tabs.items():
            path = folder / agency / f"{title.replace('/', ' ')}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(lines)
    (folder / "sumber.toml").write_text("tanggal_acuan = 2024-11-04\nsimulasi = true\n", "utf-8")
    return folder
