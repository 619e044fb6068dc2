"""A snapshot that is damaged under a live server: the open page goes on with the one before, then with a new one."""

import pytest

from monev.snapshot import directory, store
from tests.screen import FIRST
from tests.test_browser_new_numbers import NOTICED, OFFER, City, lead
from tests.test_browser_words import english
from tests.test_damaged import DAMAGES, newest

pytestmark = pytest.mark.panjang

SAID = "Salinan data terbaru rusak dan disisihkan."


@pytest.mark.parametrize("kind", ["truncated", "random bytes"])
def test_an_open_page_goes_on_with_the_one_before_and_is_offered_the_new_one(screen, start, tmp_path, kind):
    city = City(tmp_path)
    with start(city.potret, **city.settings) as (city.address, city.process):
        city.over()
        first = store.latest(city.potret)
        city.lose_the_grant()
        city.round()
        last = store.latest(city.potret)
        assert last != first
        tab, other = screen().open(city.address, FIRST), screen().open(city.address, "logistik")
        DAMAGES[kind](newest(city.potret))
        for one in (tab, other):
            one.tab.locator(".petunjuk > li", has_text=SAID).wait_for(timeout=NOTICED)
            assert lead(one).is_visible() and english(one.words()) == []
            assert str(tmp_path) not in one.read()["text"]
        assert store.snapshots(city.potret) == [first] and directory.aside(city.potret) == [last]
        assert city.round().status == 0
        tab.tab.locator(OFFER, has_text="Angka baru").wait_for(timeout=NOTICED)
        tab.tab.locator(".petunjuk > li", has_text=SAID).wait_for(state="detached", timeout=NOTICED)
        fresh = screen().open(city.address, FIRST)
        assert SAID not in fresh.read()["text"]
        assert tab.troubles == other.troubles == []
    [log] = sorted(start.logs.iterdir())[-1:]
    said = [line for line in log.read_text("utf-8").splitlines() if "rusak" in line]
    assert len(said) == 1 and f"Potret {last} rusak" in said[0] and str(tmp_path) not in log.read_text("utf-8")
