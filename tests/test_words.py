"""How numbers, rupiah, dates and counts are written, at the borders where a word could claim too much."""

import datetime as dt

import pytest

from monev.words import words
from monev.words.words import MISSING

ELECTION = dt.date(2024, 11, 27)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1102, 0, "1.102"),
        (259961, 0, "259.961"),
        (25 * 10**9, 0, "25.000.000.000"),
        (-45, 0, "-45"),
        (-1102, 0, "-1.102"),
        (92.35, 1, "92,4"),
        (92.45, 1, "92,5"),
        (2.5, 0, "3"),
        (-0.04, 1, "0,0"),
        (14, 1, "14,0"),
        (0.25, 2, "0,25"),
        (1102.5, 1, "1.102,5"),
        (None, 0, MISSING),
        (None, 1, MISSING),
    ],
)
def test_numbers(value, digits, text):
    assert words.number(value, digits) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (100, "100%"),
        (100.0, "100%"),
        (99.999, "99,9%"),
        (99.96, "99,9%"),
        (99.95, "99,9%"),
        (99.94, "99,9%"),
        (99.8, "99,8%"),
        (61.5, "61,5%"),
        (61.54, "61,5%"),
        (61.45, "61,5%"),
        (99.85, "99,9%"),
        (50, "50,0%"),
        (0.05, "0,1%"),
        (0.049, "0,1%"),
        (0.000001, "0,1%"),
        (0, "0%"),
        (0.0, "0%"),
        (None, MISSING),
        (109.7, "109,7%"),
    ],
)
def test_a_share_is_never_rounded_up_to_all_or_down_to_none(share, text):
    assert words.percent(share) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "Rp0"),
        (1, "Rp1"),
        (999_999, "Rp999.999"),
        (1_000_000, "Rp1,0 juta"),
        (1_250_000, "Rp1,25 juta"),
        (99_000_000, "Rp99,0 juta"),
        (100_000_000, "Rp0,1 miliar"),
        (200_000_000, "Rp0,2 miliar"),
        (2_760_000_000, "Rp2,76 miliar"),
        (14_800_000_000, "Rp14,8 miliar"),
        (25_000_000_000, "Rp25,0 miliar"),
        (999_900_000_000, "Rp999,9 miliar"),
        (1_000_000_000_000, "Rp1,0 triliun"),
        (1_500_000_000_000, "Rp1,5 triliun"),
        (-200_000_000, "-Rp0,2 miliar"),
        (-5, "-Rp5"),
        (None, MISSING),
    ],
)
def test_rupiah_in_the_scale_in_which_budgets_are_spoken_of(value, text):
    assert words.rupiah(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (25_000_000_000, "Rp25.000.000.000"),
        (0, "Rp0"),
        (-1500, "-Rp1.500"),
        (None, MISSING),
    ],
)
def test_rupiah_to_the_last_one(value, text):
    assert words.rupiah_full(value) == text


def test_dates_are_indonesian_in_every_length():
    assert words.date_short(ELECTION) == "27 Nov"
    assert words.date_medium(ELECTION) == "27 Nov 2024"
    assert words.date_spoken(ELECTION) == "27 November"
    assert words.date_long(ELECTION) == "Rabu, 27 November 2024"
    assert words.date_long(dt.date(2024, 8, 4)) == "Minggu, 4 Agustus 2024"
    assert words.date_spoken(dt.date(2024, 2, 9)) == "9 Februari"


def test_every_month_has_a_name_of_its_own():
    months = [dt.date(2024, month, 1) for month in range(1, 13)]
    assert len({words.date_short(day) for day in months}) == len({words.date_spoken(day) for day in months}) == 12


def test_a_time_of_day_has_a_point_and_its_zone():
    assert words.time_of_day(dt.datetime(2024, 11, 4, 9, 12)) == "09.12 WIB"
    assert words.time_of_day(dt.datetime(2024, 11, 4, 0, 0)) == "00.00 WIB"
    assert words.time_of_day(dt.time(9, 5)) == "09.05 WIB"
    assert words.time_of_day(dt.datetime(2024, 11, 4, 9, 5), zone=False) == "09.05"
    assert words.moment(dt.datetime(2024, 11, 4, 19, 5)) == "4 Nov 2024, 19.05 WIB"


@pytest.mark.parametrize(
    "form",
    [
        words.date_short,
        words.date_medium,
        words.date_spoken,
        words.date_long,
        words.time_of_day,
        words.moment,
        words.spelled,
    ],
)
def test_what_is_not_known_is_said_to_be_unknown(form):
    assert form(None) == MISSING == "belum diketahui"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "nol"),
        (1, "satu"),
        (5, "lima"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "12"),
        (1102, "1.102"),
        (-1, "-1"),
    ],
)
def test_small_counts_are_spoken(count, text):
    assert words.spelled(count) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
        (["a", "b", "c", "d"], "a, b, c, dan d"),
    ],
)
def test_a_list_is_spoken(items, text):
    assert words.listing(items) == text


@pytest.mark.parametrize(("text", "raised"), [("", ""), ("tulis 15", "Tulis 15"), ("KPU", "KPU"), ("éa", "Éa")])
def test_only_the_first_letter_is_raised(text, raised):
    assert words.capital(text) == raised


@pytest.mark.parametrize(
    ("amount", "unit", "parts"),
    [
        (61.5, "persen", ("61,5%", "")),
        (14.8e9, "rp", ("Rp14,8", "miliar")),
        (0, "rp", ("Rp0", "")),
        (5, "jenis", ("5", "jenis")),
        (5.0, "jenis", ("5", "jenis")),
        (14.26, "peserta", ("14,3", "peserta")),
        (1, "pasang", ("1", "pasang")),
        (None, "rp", (MISSING, "")),
        (0.0, "hari", ("0", "hari")),
    ],
)
def test_a_value_is_its_number_and_the_word_behind_it(amount, unit, parts):
    assert words.value(amount, unit) == parts
    assert words.value_text(amount, unit) == " ".join(part for part in parts if part)


def test_every_status_has_one_word_and_green_says_ready_where_things_must_be_in_place():
    assert len({words.status_word(status) for status in words.STATUSES}) == len(words.STATUSES)
    assert words.status_word("hijau", "logistik") == words.status_word("hijau", "partisipasi") == "Siap"
    assert words.status_word("hijau", "risiko") == words.status_word("hijau") == "Aman"
    assert words.status_word("merah", "logistik") == "Kritis"
    with pytest.raises(KeyError):
        words.status_word("ungu")


def test_every_weight_of_a_finding_has_its_word():
    assert {words.weight_word(weight) for weight in ("tolak", "periksa", "info")} == {
        "Belum dihitung",
        "Mohon diperiksa",
        "Untuk diketahui",
    }


def test_an_agency_is_called_as_officials_call_it():
    assert [words.agency(code) for code in ("kpu", "bpkpd", "polres")] == ["KPU", "BPKPD", "polres"]
