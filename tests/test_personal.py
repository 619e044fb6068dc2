"""Numbers that point at a person are found however they are written, and nothing else is taken for one."""

import csv
import datetime as dt
import re
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from monev import personal, words
from monev.settings import CONTRACTS, REFERENCE, SAMPLES

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
    # Sixteen digits that begin as a phone number are found all the same.
    assert personal.kind(text) == kind


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


def test_nothing_in_the_samples_the_contracts_and_the_reference_points_at_anybody():
    files = [*SAMPLES.rglob("*.csv"), *REFERENCE.rglob("*.csv"), *CONTRACTS.glob("*.toml")]
    cells = [cell for path in files for row in csv.reader(path.open(encoding="utf-8-sig")) for cell in row]
    assert len(cells) > 5000
    assert [cell for cell in cells if personal.kind(cell)] == []


def test_a_phone_number_that_lost_its_zero_is_one_where_no_rupiah_can_stand():
    for value in (89_999_999_999, "89999999999", 6289999999999):
        assert (
            personal.doubtful(value) and personal.kind(value) is None and personal.kind(value, money=False) == "telepon"
        )
    assert not personal.doubtful(259961) and not personal.doubtful("8.999.999.999")


@pytest.mark.parametrize("kind", personal.KINDS)
def test_a_mark_is_known_again_and_points_at_nobody(kind):
    assert personal.marked(personal.mark(kind)) == kind == personal.marked(f"{personal.mark(kind)} 12")
    assert personal.kind(personal.mark(kind)) is None
    assert personal.marked(personal.KINDS[kind]) is None and personal.marked(7) is None


def test_a_title_in_a_sentence_of_ours_is_held_back_and_the_sentence_stays():
    said = "Berkas “kpu/Kejadian 089999999999.csv” kosong. Bagikan ke akun@contoh.example."
    assert personal.quoted(said) == "Berkas “(disembunyikan: nomor telepon)” kosong. Bagikan ke akun@contoh.example."


@pytest.mark.parametrize("piece", ["1 ", "1", "a@", "NIK ", "08 ", "0899", "rek ", "1-", "a.", "@ a", "(", "+62 "])
def test_fifty_thousand_signs_are_read_without_getting_stuck(piece):
    began = time.process_time()
    personal.kind((piece * 50_000)[:50_000])
    assert time.process_time() - began < 20, "it would take hours if it went wrong, not seconds"
