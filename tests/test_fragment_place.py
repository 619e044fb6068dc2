"""Where a fragment stands is copied by hand as Python's own deepcopy would."""

from copy import deepcopy

import pytest
from streamlit.cursor import Cursor, LockedCursor, RunningCursor
from streamlit.delta_generator import DeltaGenerator

from monev.run.server import fragment_place

#: Places as fragments have them: at the head of a page, within a block, and one at which something is shown for a while.
PLACES = [RunningCursor(0), RunningCursor(1, (5, 0)), LockedCursor(0, (2,), 7, 1)]


@pytest.fixture
def by_hand():
    """As in a server, and afterwards as it was: nothing else shares this process' classes."""
    fragment_place.remember()
    yield
    del Cursor.__deepcopy__


def told(place):
    """All that it holds, one within the other."""
    known = vars(place)
    return {name: vars(value) if hasattr(value, "__dict__") else value for name, value in known.items()}


@pytest.mark.parametrize("place", PLACES, ids=["head", "within", "locked"])
@pytest.mark.parametrize("shown", [0, 2])
def test_a_copy_holds_what_a_deep_one_holds(place, shown, by_hand):
    place = fragment_place._copied(place, {})
    for index in range(shown):
        place._transient_elements[index] = ["spinner", index]
    own = deepcopy(place)
    del Cursor.__deepcopy__
    deep = deepcopy(place)
    fragment_place.remember()
    assert type(own) is type(deep) and told(own) == told(deep)


def test_going_on_at_one_moves_the_other_nowhere(by_hand):
    place = RunningCursor(0, (3,))
    place.open_block()
    place._transient_elements[0] = ["spinner"]
    kept = deepcopy(place)
    place._transient_elements[0].append("more")
    place.lock_element()
    place._transient_elements[0] = "other"
    assert (kept.index, place.index) == (1, 2) and [*kept.transient_elements] == [["spinner"]]


def test_a_place_in_a_block_is_copied_with_the_place_of_the_block(by_hand):
    outer = DeltaGenerator(cursor=RunningCursor(0))
    inner = DeltaGenerator(cursor=RunningCursor(0, (4,)), parent=outer)
    copied = deepcopy(inner)
    outer._provided_cursor.lock_element()
    inner._provided_cursor.lock_element()
    assert [one._provided_cursor.index for one in (copied, copied._parent, inner, outer)] == [0, 0, 1, 1]
