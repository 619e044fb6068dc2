"""The code of a finding: the same while it is open, wherever its row goes, and when it comes back; of one finding only."""

import datetime as dt

import pytest

from monev.sync import finding_codes
from tests.test_history import NOW, TABS as THERE, at, columns_but, continued, found

LATER = NOW + dt.timedelta(hours=1)


def codes(rows, open_=True):
    return {row["sel"]: row["kode"] for row in rows if (row["selesai"] is None) == open_}


def after(before, seen, number, now=LATER):
    return continued(before, seen, number=number, now=now)


def test_a_code_is_ten_signs_that_nobody_mistakes():
    [code] = codes(continued([], [found()])).values()
    assert len(code) == finding_codes.SIGNS and set(code) <= set(finding_codes.ALPHABET)


def test_the_same_state_of_the_sheets_gives_the_same_codes():
    assert codes(continued([], [at(7), at(8)])) == codes(continued([], [at(8), at(7)]))


def test_it_stays_while_the_finding_is_open_and_its_row_or_words_change():
    first = continued([], [at(7)])
    for seen in (at(7), at(9), at(7, alasan="Kunci baris ini juga dipakai baris 4."), at(7, tertulis="±15")):
        assert list(codes(after(first, [seen], 3)).values()) == list(codes(first).values()), seen


@pytest.mark.parametrize(
    "back", [at(7), at(9), at(7, tertulis="selusin"), at(7, alasan="Ini rentang, bukan angka pasti.")]
)
def test_what_comes_back_has_the_code_that_it_had(back):
    first = continued([], [at(7)])
    gone = after(first, [], 3)
    again = after(gone, [back], 4, LATER + dt.timedelta(hours=1))
    assert list(codes(again).values()) == list(codes(first).values())
    assert codes(again, open_=False) == codes(first), "the mended one is still told, under the same code"


def test_something_else_that_is_wrong_later_has_a_code_of_its_own():
    first = continued([], [at(7)])
    gone = after(first, [], 3)
    other = after(
        gone, [found(kolom="jumlah_kpps_dilantik", sel="G9", baris=9, alasan="Sel ini kosong.", tertulis=None)], 4
    )
    assert not set(codes(other).values()) & set(codes(first).values())


def test_two_that_come_back_of_one_get_the_code_once():
    first = continued([], [at(7)])
    gone = after(first, [], 3)
    both = codes(after(gone, [at(7), at(8)], 4))
    assert len(set(both.values())) == 2 and both["E7"] == codes(first)["E7"]


def test_it_may_go_and_come_any_number_of_times():
    rows, first = continued([], [at(7)]), None
    for turn in range(3, 9):
        first = first or codes(rows)["E7"]
        rows = after(rows, [] if turn % 2 else [at(7)], turn, NOW + dt.timedelta(hours=turn))
        assert codes(rows, open_=turn % 2 == 0).get("E7") == first


def test_findings_of_a_snapshot_that_knew_no_codes_get_some_and_keep_them():
    old = [{name: value for name, value in row.items() if name != "kode"} for row in continued([], [at(7), at(8)])]
    first = after(old, [at(7), at(8)], 3)
    assert len(set(codes(first).values())) == 2
    assert codes(after(first, [at(7), at(8)], 4)) == codes(first)


def test_findings_that_differ_in_nothing_have_codes_of_their_own():
    seen = [found(sel=None, baris=None, kolom=None), found(sel=None, baris=None, kolom=None)]
    assert len({row["kode"] for row in continued([], seen)}) == 2 and columns_but(tabs=THERE)
