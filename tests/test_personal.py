"""Numbers that point at a person are found however they are written, and nothing else is taken for one.

`personal_forms.txt` holds ways in which people write them, a line each with its kind, and what must not be hidden.
"""

import csv
import datetime as dt
import re
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given, settings, strategies as st

from monev.reading import personal
from monev.settings import CONTRACTS, HOME, REFERENCE, SAMPLES
from monev.words import words

#: Words as they stand around a number in a cell; none of them says what the number is.
AROUND = st.text("abcdefghijklmnoprstuw ,;:!?\n", max_size=40)
TWO = st.integers(0, 99).map("{:02}".format)


def number(length):
    return st.integers(0, 10**length - 1).map(lambda value: f"{value:0{length}}")


@st.composite
def niks(draw):
    """Built as a NIK or the number of a family card; regency 99 does not exist."""
    born = draw(st.dates(dt.date(1940, 1, 1), dt.date(2023, 12, 31)))
    day = born.day + draw(st.sampled_from((0, 40)))
    return (
        f"{draw(st.sampled_from((11, 32, 51, 73, 94)))}99{draw(TWO)}{day:02}{born:%m%y}{draw(st.integers(1, 9999)):04}"
    )


@st.composite
def nips(draw):
    """Built as a NIP, also that of somebody by contract."""
    born, since = draw(st.dates(dt.date(1955, 1, 1), dt.date(2005, 12, 31))), draw(st.integers(1980, 2030))
    month = draw(st.sampled_from(("01", "03", "12", "21")))
    return f"{born:%Y%m%d}{since}{month}{draw(st.sampled_from('12'))}{draw(number(3))}"


def grouped(digits, lengths, part):
    pieces, at = [], 0
    for length in lengths:
        pieces.append(digits[at : at + length])
        at += length
    return part.join([*pieces, digits[at:]]) if at < len(digits) else part.join(pieces)


PARTS = st.sampled_from((" ", ".", "-", "\u00a0", "\u2013", "\u2009"))
MOBILES = st.builds("08{}{}".format, st.sampled_from("123589"), st.integers(7, 10).flatmap(number))
MAILS = st.builds(
    "{}@{}.{}".format, st.from_regex(r"[a-z]{1,9}([._][a-z]{1,9})?[0-9]{0,3}", fullmatch=True),
    st.from_regex(r"[a-z]{2,9}", fullmatch=True), st.sampled_from(("com", "go.id", "example", "co.id")),
)  # fmt: skip
WRITTEN = {
    "nik": st.one_of(
        number(16),
        st.builds(grouped, niks(), st.sampled_from(((4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4), (2, 2, 2, 2, 2, 2, 4))), PARTS),
    ),
    "nip": st.one_of(
        number(18), st.builds(grouped, nips(), st.sampled_from(((8, 6, 1, 3), (8, 6, 4), (8, 10), (4, 2, 2, 4, 2, 1, 3))), PARTS)
    ),
    "telepon": st.one_of(
        MOBILES,
        st.builds(grouped, MOBILES, st.sampled_from(((4, 4), (4, 3), (3, 3))), st.sampled_from((" ", "-", ".", " - "))),
        st.builds("{}{}{}".format, st.sampled_from(("+62", "+62 ", "+62-", "(+62) ")), st.sampled_from("28"), number(9)),
        MOBILES.map(lambda digits: f"({digits[:4]}) {digits[4:]}"),
    ),
    "surel": st.one_of(MAILS, MAILS.map(lambda mail: mail.replace("@", " (at) ").replace(".example", ".com"))),
    "rekening": st.builds(
        "{}{}{}".format, st.sampled_from(("rekening ", "No. Rek: ", "norek ", "rek. BJB ", "BRI ", "rekening bank BCA a.n. panitia: ")),
        st.integers(9, 13).flatmap(number).map(lambda digits: digits.rjust(10, "1")), st.sampled_from("1234567")
    ),
}  # fmt: skip
PLANTED = st.sampled_from(list(WRITTEN)).flatmap(lambda kind: WRITTEN[kind].map(lambda text: (kind, text)))


@settings(max_examples=600, deadline=None)
@given(AROUND, PLANTED, AROUND)
def test_a_number_of_a_person_is_found_within_any_words(before, planted, after):
    kind, text = planted
    # So many rupiah in an account are a sum, not its number.
    assume(kind != "rekening" or not re.match(r"\D{0,3}\brupiah\b", f" {after}", re.IGNORECASE))
    assert personal.kind(f"{before} {text} {after}") is not None


@settings(max_examples=300, deadline=None)
@given(PLANTED)
def test_a_number_that_stands_alone_is_known_by_its_kind(planted):
    kind, text = planted
    # An account whose number begins as that of a phone is found all the same.
    assert personal.kind(text) in ({kind, "telepon"} if kind == "rekening" else {kind})


@pytest.mark.parametrize(
    "base", [0xFF10, 0x0660, 0x06F0, 0x0966], ids=["full width", "Arabic", "Persian", "Devanagari"]
)
def test_digits_of_any_script_and_signs_that_draw_nothing_hide_no_number(base):
    digits = "3299990101909999"
    assert personal.kind("".join(chr(base + int(digit)) for digit in digits)) == "nik"
    assert personal.kind("\u200b".join(digits)) == "nik" and personal.kind("\u202e" + digits) == "nik"


@pytest.mark.parametrize(
    "value, kind",
    [
        (3299990101909999, "nik"),
        (3299990101909999.0, "nik"),
        (1.99901012039121e17, "nip"),
        ("3,29999E+15", "nik"),
        ("1.99901E+17", "nip"),
        ("NIK 32999901", "nik"),
        ("NIP. 130 999 999 8", "nip"),
        ("HP 89999999999", "telepon"),
        ("Telp. (0266) 999999", "telepon"),
        ("hub. 0266-999999", "telepon"),
        ("62 899 9999 9999", "telepon"),
        ("nama (at) contoh (titik) com", "surel"),
        ("nama @ contoh.go.id", "surel"),
        ("BRI 0123-01-999999-50-9", "rekening"),
        ("0899\n9999\n9999", "telepon"),
    ],
)
def test_ways_in_which_such_numbers_come_out_of_spreadsheets_are_known(value, kind):
    assert personal.kind(value) == kind


SIGN = re.compile(r"\\(?:u([0-9a-f]{4})|n)")


def forms():
    """Each line of personal_forms.txt: its kind, or None, and the text as it would be typed."""
    for line in (Path(__file__).parent / "personal_forms.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, text = line.split(" | ", 1)
            yield None if kind == "-" else kind, SIGN.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else "\n", text)


def test_every_listed_form_is_known_by_its_kind_and_nothing_else_is():
    told = [(kind, text) for kind, text in forms()]
    assert len(told) == len(set(told))
    assert sum(kind is not None for kind, _ in told) > 300 and sum(kind is None for kind, _ in told) > 150
    assert {kind for kind, _ in told} == {None, *personal.KINDS}
    assert [(kind, personal.kind(text), text) for kind, text in told if personal.kind(text) != kind] == []


def test_listed_forms_are_known_within_a_sentence_as_well():
    """Commas and semicolons part a number from what stands beside it, in a decision as in a cell."""
    for kind, text in forms():
        if kind and not text.startswith(("'", "*")):
            assert personal.kind(f"Diminta, {text}, segera") is not None, text
            assert personal.kind(f"rapat di aula;\n{text};\nhadir semua") is not None, text


#: Of such digits none is a year, a month or the next number of a list.
HIGH = st.text("3456789", min_size=10, max_size=12)
BETWEEN = st.sampled_from((" ", ".", "-", "/", "|", "·", ":", " - ", " / ", " | ", "\u2013", "\u2022"))
AHEAD = st.sampled_from(("", "Ani ", "CP ", "hubungi ", "WA: ", "(", "ketua panitia: ", "1) ", "nomor ", "di "))
BEHIND = st.sampled_from(("", " (WA)", ", terima kasih", ")", " hadir", "\n", "; lainnya menyusul", "."))


@st.composite
def parted(draw):
    """A number whose groups are parted by chance, each gap by a sign of its own; its kind, and the text."""
    digits, serial = draw(HIGH), f"{draw(st.integers(1, 1899)):04}"
    tax, low = (
        "".join(draw(st.lists(st.sampled_from("3456789"), min_size=15, max_size=15))),
        draw(st.sampled_from("123589")),
    )
    born = draw(niks())[:12]
    kind, whole, lengths = draw(
        st.sampled_from((
            ("telepon", f"08{low}{digits[:9]}", (4, 4, 4)), ("telepon", f"08{low}{digits[:8]}", (4, 3, 4)),
            ("telepon", f"08{low}{digits[:8]}", (3, 4, 4)), ("telepon", f"08{low}{digits[:9]}", (4, 2, 2, 2, 2)),
            ("telepon", f"08{low}{digits[:9]}", (4, 8)), ("telepon", f"+628{low}{digits[:9]}", (3, 3, 4, 4)),
            ("nik", born + serial, (4, 4, 4, 4)), ("nik", born + serial, (6, 6, 4)), ("nik", born + serial, (2, 2, 2, 6, 4)),
            ("nip", draw(nips()), (8, 6, 1, 3)), ("nip", draw(nips()), (4, 2, 2, 4, 2, 1, 3)),
            ("npwp", tax, (2, 3, 3, 1, 3, 3)),
        ))
    )  # fmt: skip
    at, text = 0, ""
    for length in lengths:
        text += (draw(BETWEEN) if text else "") + whole[at : at + length + whole.startswith("+") * (not text)]
        at += length + whole.startswith("+") * (at == 0)
    return kind, text


@settings(max_examples=300, deadline=None)
@given(AHEAD, parted(), BEHIND)
def test_a_number_is_found_whatever_parts_its_groups(ahead, written, behind):
    kind, text = written
    # A group that reads as a year behind a slash is that of a letter: 0812/0123/2024.
    assume(not re.search(r"[/\\] ?(?:19|20)\d\d(?!\d)", text) or kind == "nip")
    # By blanks alone it may be a list, and its end an amount.
    assume(kind != "npwp" or re.search(r"[^\d ]", text))
    assume(kind != "npwp" or not re.search(r"\d([. ])\d{3}\1\d{3}$", text))
    assert personal.kind(f"{ahead}{text}{behind}") is not None


@settings(max_examples=150, deadline=None)
@given(
    AHEAD,
    st.lists(st.text("0123456789", min_size=2, max_size=2), min_size=4, max_size=5),
    BETWEEN,
    st.sampled_from("123589"),
)
def test_a_mobile_number_in_pairs_is_found_by_any_one_sign(ahead, pairs, part, low):
    pairs = ["08", f"{low}{pairs[0][0]}", *pairs]
    # In their order and no higher they are polling places.
    assume(pairs != sorted(set(pairs)) or int(pairs[-1]) >= 60)
    assert personal.kind(f"{ahead if ahead[-2:] != ') ' else ''}{part.join(pairs)}") == "telepon"


DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31))
TIMES = st.times().flatmap(lambda time: st.sampled_from((f"{time:%H.%M}", f"{time:%H:%M}", f"{time:%H.%M} WIB")))
DATES = DAYS.flatmap(
    lambda day: st.sampled_from([f"{day:{form}}" for form in ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d")])
)
AMOUNTS = st.integers(0, 10**13).flatmap(
    lambda amount: st.sampled_from(
        (words.rupiah_full(amount), f"Rp {amount}", f"{amount:,}".replace(",", "."), f"Rp{amount:,}")
    )
)
LETTERS = st.builds(
    "{:0{}}/{:0{}}/{}/{}".format, st.integers(0, 9999), st.integers(1, 5), st.integers(0, 99999), st.integers(1, 6),
    st.sampled_from(("SP2D", "NPHD", "BKPSDM", "SPM-LS", "X", "Kesbangpol")), st.integers(2019, 2027),
)  # fmt: skip
LISTS = st.sets(st.integers(1, 45), min_size=1, max_size=12).flatmap(
    lambda places: st.sampled_from(
        [part.join(f"{one:0{width}}" for one in sorted(places)) for part in (" ", ", ", "/", "-") for width in (2, 3)]
    )
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(DATES, TIMES, AMOUNTS, LETTERS, LISTS.map("TPS {}".format)), min_size=1, max_size=3),
    st.sampled_from((" ", ", ", "; ", " - ", " s.d. ", " / ", " | ", "\n", " untuk ", " WIB, ", " dan ")),
    st.sampled_from(("", "cair ", "rapat ", "No. ", "surat ", "WA grup ", "kontak KPU ", "per ")),
)
def test_what_stands_in_an_ordinary_cell_is_never_hidden(pieces, part, ahead):
    text = ahead + part.join(pieces)
    assert personal.kind(text) is None


#: What stands in cells of these sheets and points at nobody.
INNOCENT = [
    "KBP-014", "BWS-2024-010", "ASN-01", "TL-2024-11-04-k7q4m2", "000012-2024-11-04-12345678", "259.961", "260794",
    "900/SP2D/LS/2024/0123", "32.72/04.0/000123/LS/5.02.0.00.0.00.01.0000/M/10/2024", "240191301001234",
    "001/Reg/LP/PW/Kota/13.05/X/2024", "07/TM/PL/13.05/X/2024", "900/12/NPHD/2023", "27/PR.07-NK/3272/2023",
    "Rp25.000.000.000", "Rp 1.500.000,-", "10000000000", "6.900.000.000", "25 000 000 000", "0,2 miliar", "1,5 T",
    "1.234.567.890.123.456", "0,3333333333333333", "081234", "3; 7; 12", "01 02 08 12 15 20 21 22", "08.30-10.30 04-11-2024",
    "pukul 08.15 - 09.45, 12 November 2024", "08-11-2024", "2024-11-04 2024-11-05", "1999 2004 2009 2014 2019 2024",
    "kode rekening 5.1.02.05.01.0001", "sudah masuk rekening: Rp10.000.000.000", "rekening kas daerah 6.900.000.000",
    "rekening hibah 10000000000", "rekening koran 04-11-2024 sampai 05-11-2024", "150 KK di 12 RT, 3 RW", "rapat @ Jl.Merdeka",
    "Pasal 134 UU 10/2016", "Perbawaslu 8/2020 jo. 9/2024", "1.102 kotak, 2.204 bilik, 3.306 segel", "32.72.01.1001",
    "WA grup 04-11-2024", "kontak dengan 12 PPS", 0, 551, 259961, 25_000_000_000, 81_234_567_890, 0.1 + 0.2, 1e15 / 3, True,
    dt.date(2024, 11, 4), None, "", float("inf"), float("nan"), -5,
]  # fmt: skip


@pytest.mark.parametrize("value", INNOCENT, ids=str)
def test_dates_money_and_numbers_of_letters_point_at_nobody(value):
    assert personal.kind(value) is None


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 10**14),
    st.dates(dt.date(2022, 1, 1), dt.date(2027, 12, 31)),
    st.dates(dt.date(2022, 1, 1), dt.date(2027, 12, 31)),
)
def test_no_sum_and_no_date_points_at_anybody_however_it_is_written(amount, one, other):
    for text in (
        words.rupiah(amount),
        words.rupiah_full(amount),
        f"Rp {amount:,}".replace(",", "."),
        f"{amount:,}".replace(",", " "),
    ):
        assert personal.kind(text) is None and personal.kind(f"cair {text} pada {one:%d-%m-%Y}") is None
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        assert personal.kind(f"{one:{form}} {other:{form}}") is None
    assert personal.kind(amount) is None


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(("SP2D/LS/2024", "NPHD/2023", "LS/5.02.0.00.0.00.01.0000/M")),
)
def test_no_number_of_a_letter_points_at_anybody(one, other, middle):
    assert personal.kind(f"{one:06}/{middle}/{other:04}") is None


def texts_of(value):
    """Every text and number of a document of TOML, at any depth."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_of(one)
    else:
        yield value


def test_nothing_in_the_samples_the_contracts_and_the_reference_points_at_anybody():
    files = [*SAMPLES.rglob("*.csv"), *REFERENCE.rglob("*.csv"), *CONTRACTS.glob("*.toml")]
    files += (HOME / "tests" / "kota_lain").rglob("*.csv")
    rows = [row for path in files for row in csv.reader(path.open(encoding="utf-8-sig"))]
    cells = [cell for row in rows for cell in row]
    assert len(cells) > 5000 and any("2024-10-21" in path.parts for path in files)
    assert [cell for cell in cells if personal.kind(cell) or personal.kind(cell, money=False)] == []
    # What stands beside each other in a row or below each other in a cell is not one number either.
    assert [row for row in rows if personal.kind("\n".join(row)) or personal.kind(" | ".join(row))] == []
    declared = [*CONTRACTS.glob("*.toml"), *REFERENCE.glob("*.toml"), *SAMPLES.rglob("*.toml")]
    values = [value for path in declared for value in texts_of(tomllib.loads(path.read_text("utf-8")))]
    assert [value for value in values if personal.kind(value)] == []


def test_nothing_that_officials_type_by_habit_points_at_anybody():
    """The corpus of tests/habits, with the lines around a cell's own text."""
    lines = [
        line for path in (HOME / "tests" / "habits").rglob("*.txt") for line in path.read_text("utf-8").splitlines()
    ]
    lines += [
        line for path in (HOME / "tests" / "habits").rglob("*.csv") for line in path.read_text("utf-8").splitlines()
    ]
    assert len(lines) > 1000
    assert [line for line in lines if personal.kind(line)] == []


def test_a_phone_number_that_lost_its_zero_is_one_where_no_rupiah_can_stand():
    for value in (89_999_999_999, "89999999999", 6289999999999):
        assert (
            personal.doubtful(value) and personal.kind(value) is None and personal.kind(value, money=False) == "telepon"
        )
    for value in (
        "899-9999-9999",
        "899 9999 9999",
        "62 899 9999 999",
        "8,9999999999E+10",
        89999999999.0,
        "８９９９９９９９９９９",
    ):
        assert personal.doubtful(value) and personal.kind(value, money=False) == "telepon"
    for value in (259961, "8.999.999.999", "812.345.678", "812 345 678", "0", "", None, 8.5):
        assert not personal.doubtful(value) and personal.kind(value, money=False) is None


def test_no_listed_form_gets_into_a_decision_or_the_title_of_a_meeting():
    for kind, text in forms():
        if kind:
            with pytest.raises(ValueError, match="memuat yang menyerupai"):
                personal.refuse(f"Rapat {text}", "Judul rapat")


@pytest.mark.parametrize("kind", personal.KINDS)
def test_a_mark_is_known_again_and_points_at_nobody(kind):
    assert personal.marked(personal.mark(kind)) == kind == personal.marked(f"{personal.mark(kind)} 12")
    assert personal.kind(personal.mark(kind)) is None
    assert personal.marked(personal.KINDS[kind]) is None and personal.marked(7) is None


def test_a_title_in_a_sentence_of_ours_is_held_back_and_the_sentence_stays():
    said = "Berkas “kpu/Kejadian 089999999999.csv” kosong. Bagikan ke akun@contoh.example."
    assert personal.quoted(said) == "Berkas “(disembunyikan: nomor telepon)” kosong. Bagikan ke akun@contoh.example."


LONG = [
    "1 ", "1", "a@", "NIK ", "08 ", "0899", "rek ", "1-", "a.", "@ a", "(", "+62 ", "1/", "08/", "0|", "12:", "O0", "l",
    "nol ", "nol delapan ", "satu,", "lapan 1", "%2B", "kontak ", "kontak 1 ", "wa 8", "628", "6281 ", "1.000.", "0,1", "a/", "a/1/2024/",
    "-6.921,", "sp2d 0", "1 BCA ", "1234567890 BCA ", "99.999.999.9-", "8,12E+1", "\u200b1", "\u0661 ", "2024-11-04 ", "1_", "bank", "no. ",
]  # fmt: skip


@pytest.mark.panjang
@pytest.mark.parametrize("piece", LONG)
def test_fifty_thousand_signs_are_read_without_getting_stuck(piece):
    began = time.process_time()
    personal.kind(f"9999999 {(piece * 50_000)[:50_000]}x")
    assert time.process_time() - began < 2, "it takes a third of a second; it would take hours if it went wrong"


@pytest.mark.parametrize("piece", ["1 ", "08/", "1 BCA ", "nol delapan ", "kontak 1 ", "a/1/2024/"])
def test_a_text_twice_as_long_takes_about_twice_as_long(piece):
    def seconds(count):
        text = f"9999999 {piece * count}"
        return min(_timed(text) for _ in range(3))

    assert seconds(4_000) < 4 * seconds(2_000) + 0.05


def _timed(text):
    began = time.process_time()
    personal.kind(text)
    return time.process_time() - began
