"""The clock of the city: its zone as daerah.toml says, and its time wherever the machine stands."""

import datetime as dt
import subprocess
import sys

import pytest

from monev.settings import HOME, REFERENCE
from monev.words import clock, words

NOON = dt.datetime(2024, 11, 4, 12, 0)


@pytest.fixture
def city(tmp_path, monkeypatch):
    """A function that makes a city whose daerah.toml holds `text` the one of this process."""

    def move(text):
        (tmp_path / "daerah.toml").write_text(text, "utf-8")
        monkeypatch.setenv("MONEV_RUJUKAN", str(tmp_path))

    return move


@pytest.mark.parametrize(
    ("zone", "short", "place", "hours"),
    [
        ("Asia/Jakarta", "WIB", "Jakarta", 7),
        ("Asia/Pontianak", "WIB", "Pontianak", 7),
        ("Asia/Makassar", "WITA", "Makassar", 8),
        ("Asia/Jayapura", "WIT", "Jayapura", 9),
    ],
)
def test_a_city_has_the_time_of_its_zone(city, zone, short, place, hours):
    city(f'zona_waktu = "{zone}"')
    assert (clock.zone().key, clock.short(), clock.place()) == (zone, short, place)
    assert clock.aware(NOON).utcoffset() == dt.timedelta(hours=hours)
    assert words.moment(NOON) == f"4 Nov 2024, 12.00 {short}" and words.since(NOON, NOON.date()) == f"12.00 {short}"
    apart = clock.now() - dt.datetime.now(dt.UTC).replace(tzinfo=None)
    assert abs(apart - dt.timedelta(hours=hours)) < dt.timedelta(minutes=1)


@pytest.mark.parametrize("text", ['zona_waktu = "Asia/Tokyo"', "zona_waktu = 7", "", "zona_waktu ="])
def test_what_no_sync_accepts_leaves_the_clock_at_western_time(city, text):
    city(text)
    assert clock.short() == "WIB" and clock.zone().key == "Asia/Jakarta"


def test_the_city_that_is_delivered_lives_by_western_time():
    assert 'singkatan_zona     = "WIB"' in (REFERENCE / "daerah.toml").read_text("utf-8")
    assert clock.short() == "WIB"


def test_the_zone_of_the_machine_does_not_matter():
    said = "from monev.words import clock; print(clock.now().isoformat(), clock.short())"
    for machine in ("UTC", "America/New_York"):
        done = subprocess.run([sys.executable, "-c", said], cwd=HOME, env={"TZ": machine, "PYTHONPATH": str(HOME)},
                              capture_output=True, text=True, check=True)  # fmt: skip
        moment, short = done.stdout.split()
        assert abs(dt.datetime.fromisoformat(moment) - clock.now()) < dt.timedelta(minutes=1) and short == "WIB"
