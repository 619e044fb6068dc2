"""Columns that are written in another manner throughout, and columns whose stored fractions make others doubtful."""

import math

import pytest
from hypothesis import given, strategies as st

from monev.reading.cells.number_style import manner_of, suspect
from tests.test_cells import BIL, PLACES, RP, TEKS


def as_read(values, column=BIL):
    manner = manner_of(values, column)
    return manner and [manner.read(value, column, PLACES).value for value in values]


@pytest.mark.parametrize(
    ("values", "column", "numbers"),
    [
        (["1,102", "10,794", "640"], BIL, [1102, 10794, 640]),
        (["1,102 unit", "1,234,567", "nihil", None, 5], BIL, [1102, 1234567, 0, None, 5]),
        (["1,102.00", "2,000.00"], BIL, [1102, 2000]),
        (["Rp 1,500,000", "Rp 2,000,000"], RP, [1_500_000, 2_000_000]),
        (["19.0", "18.0"], BIL, [19, 18]),
        (["19.0", "18.0", 17, None, "-"], BIL, [19, 18, 17, None, None]),
        (["0.0", "1102.0"], BIL, [0, 1102]),
    ],
)
def test_a_column_that_agrees_on_one_manner_is_read_in_it(values, column, numbers):
    assert as_read(values, column) == numbers
    told = manner_of(values, column)
    assert told.why.endswith(".") and told.write and not told.write.endswith(".")


@pytest.mark.parametrize(
    "values",
    [
        ["1,102"],
        ["19.0"],
        ["1,102", "1.102", "2,000"],
        ["1,102", "2,000", "12,5"],
        ["1,102", "2,000", "12.500"],
        ["1,102", "2,000", 1.3],
        ["1,102", "2,000", "19.0"],
        ["19.0", "18.0", "17"],
        ["19.0", "18.5"],
        ["19.00", "18.00"],
        ["0,123", "0,456"],
        ["3,7,12", "1,102", "2,000"],
        ["1.102", "2.000"],
        [1102, 2000],
        [],
        ["4.11.2024", "1,102", "2,000"],
        [math.nan, math.inf, "1,102", "2,000"],
    ],
)
def test_one_cell_that_says_otherwise_keeps_the_column_from_another_manner(values):
    assert manner_of(values, BIL) is None


def test_only_columns_of_figures_have_a_manner():
    assert manner_of(["1,102", "2,000"], TEKS) is None and suspect([1.3], TEKS) is None


def test_lost_thousands_make_small_stored_numbers_wait():
    found = suspect([1.3, 3.9, 640, 12000, "640"], BIL)
    assert [found.holds(value) for value in (640, 1, 999.0, 0, 1000, "640", 1.3, True, None)] == [
        True, True, True, False, False, False, False, False, False,
    ]  # fmt: skip
    assert "ribuan" in found.reading.why and found.reading.state == "ditolak"
    assert suspect([1.102, 5], BIL).thousands and suspect([5, "1.3", 1983.4, 1 / 3 + 33], BIL) is None


def test_stored_percents_make_zero_and_one_wait():
    found = suspect([0.95, 1, 0, 5], BIL)
    assert [found.holds(value) for value in (0, 1, 1.0, 5, 640)] == [True, True, True, False, False]
    assert "persen" in found.reading.why
    assert suspect([1, 2, 3], BIL) is None


ANY = st.none() | st.floats() | st.integers() | st.booleans() | st.text(alphabet="0123456789., RpM-") | st.text()


@given(st.lists(ANY, max_size=6))
def test_nothing_raises(values):
    for column in (BIL, RP):
        if manner := manner_of(values, column):
            for value in values:
                manner.read(value, column, PLACES)
        if found := suspect(values, column):
            assert [found.holds(value) for value in values]
