"""The clock of a meeting as the address carries it."""

import pytest

from monev.screen import stopwatch
from monev.screen.stopwatch import AHEAD, OLDEST, Clock

NOW = 1_730_700_000


def test_a_clock_comes_back_from_its_text_as_it_was():
    one = Clock(2, NOW - 90, (300, 45, 0, 0, 7, 0, 0))
    assert str(one) == f"3.{NOW - 90}.300-45-0-0-7-0-0"
    assert stopwatch.read(str(one), 7, NOW) == one


def test_a_meeting_begins_with_nothing_used():
    assert stopwatch.begun(4, 7, NOW) == Clock(4, NOW, (0,) * 7)


def test_going_to_another_point_keeps_the_time_of_the_one_left_and_of_the_one_come_back_to():
    one = stopwatch.begun(0, 3, NOW).turned(1, NOW + 300).turned(2, NOW + 310).turned(1, NOW + 330)
    assert one == Clock(1, NOW + 330, (300, 10, 20))


def test_staying_on_a_point_changes_nothing():
    one = Clock(1, NOW, (5, 6, 7))
    assert one.turned(1, NOW + 100) is one


def test_a_clock_that_goes_back_takes_no_time_away():
    assert stopwatch.begun(0, 2, NOW).turned(1, NOW - 30).used == (0, 0)


def test_a_point_can_be_counted_from_the_beginning_and_the_others_keep_their_time():
    assert Clock(1, NOW, (60, 500, 7)).anew(NOW + 200) == Clock(1, NOW + 200, (60, 0, 7))


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "3", f"0.{NOW}.0-0-0", f"4.{NOW}.0-0-0", f"1.{NOW}.0-0", f"1.{NOW}.0-0-0-0", f"1.{NOW}.-1-0-0",
        f"1.{NOW}.0-0-0\n", f" 1.{NOW}.0-0-0", f"1.{NOW}.0-0-999999", f"1.{'9' * 40}.0-0-0", "1.²3.0-0-0",
        f"1.{NOW - OLDEST - 1}.0-0-0", f"1.{NOW + AHEAD + 1}.0-0-0", f"<b>1.{NOW}.0-0-0",
    ],
)  # fmt: skip
def test_what_is_no_clock_of_this_meeting_is_none(text):
    assert stopwatch.read(text, 3, NOW) is None


def test_a_clock_is_known_for_half_a_day_and_after_the_machine_was_set_back():
    assert stopwatch.read(f"1.{NOW - OLDEST}.0-0-0", 3, NOW) is not None
    assert stopwatch.read(f"1.{NOW + AHEAD}.0-0-0", 3, NOW) is not None


def test_a_meeting_without_points_has_no_clock_to_read():
    assert stopwatch.read(str(stopwatch.begun(0, 0, NOW)), 0, NOW) is None
