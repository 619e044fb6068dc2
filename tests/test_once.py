"""While a page is drawn the disk is looked at once; a press of a button, and the next run, look anew."""

import pytest

from monev.screen.once import looked, once


@pytest.fixture
def look():
    """A look at something that differs every time."""
    seen = iter(range(100))
    return once(lambda of: (of, next(seen)))


def test_within_one_run_of_a_page_the_same_look_finds_the_same(look):
    with looked():
        assert look("a") == look("a") == ("a", 0)
        assert look("b") == ("b", 1)


def test_the_next_run_looks_anew_whatever_ended_the_one_before(look):
    with pytest.raises(RuntimeError), looked():
        look("a")
        raise RuntimeError
    with looked():
        assert look("a") == ("a", 1)


def test_outside_of_a_run_every_look_is_a_new_one(look):
    assert [look("a"), look("a")] == [("a", 0), ("a", 1)]


def test_a_run_within_a_run_goes_on_with_what_was_found(look):
    with looked():
        look("a")
        with looked():
            assert look("a") == ("a", 0)
        assert look("a") == ("a", 0)


def test_what_fails_is_tried_again():
    tries = []

    @once
    def broken():
        tries.append(1)
        raise OSError

    with looked():
        for _ in range(2):
            with pytest.raises(OSError):
                broken()
    assert len(tries) == 2
