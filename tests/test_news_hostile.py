"""What the hostile city types stays text in every message, and no number of a person leaves the house by one."""

import datetime as dt
import re

import pytest

from monev.meeting import planned
from monev.run.news import events, letter, look, rules
from monev.run.news.box import Message
from monev.run.news.round import by_person
from monev.words import clock
from tests import hostile
from tests.test_hostile import folder  # noqa: F401 - the fixture

pytestmark = pytest.mark.panjang

HOME = "https://monev.contoh.test"
ROLES = ("pimpinan", "sekretariat", "kpu", "bawaslu", "kesbangpol", "bpkpd")
RULES = rules.read(
    {
        "alamat": HOME,
        "surel": {"server": "localhost", "pengirim": "monev@contoh.test"},
        "penerima": {role: [f"{role}@contoh.test"] for role in ROLES},
    }
)


@pytest.fixture(scope="module")
def letters(folder):  # noqa: F811
    """What everybody is told of the hostile city, when everything that can be told is new."""
    today = look.now(folder, clock.now()).today
    planned.plan(folder, None, today + dt.timedelta(days=1), dt.time(9), None, "", "", clock.now())
    found = look.now(folder, dt.datetime.combine(clock.now().date(), dt.time(12)))
    seen = {"status": {row["kode"]: "hijau" if row["status"] == "merah" else "merah" for row in found.numbers}}
    told = by_person(events.found(found, seen, RULES).items, RULES)
    assert set(told) == {f"{role}@contoh.test" for role in ROLES}
    return [
        letter.mail(Message("000001-a", "a", found.at, tuple(items)), "monev@contoh.test", person, HOME)
        for person, items in told.items()
    ]


def bodies(one):
    return one.get_body(("plain",)).get_content(), one.get_body(("html",)).get_content()


def test_no_number_of_a_person_stands_in_any_message(letters):
    for one in letters:
        whole = "\n".join([one["Subject"], *bodies(one), *(part.get_content() for part in one.iter_attachments())])
        assert not hostile.found(whole)


def test_every_link_leads_home_and_nothing_is_markup(letters):
    for one in letters:
        text, page = bodies(one)
        assert all(address.startswith(HOME) for address in re.findall(r'href="([^"]*)"', page))
        assert not re.search(r"<(?:script|img|svg|style|a href=\"(?!https://monev)|iframe)", page, re.I)
        for plain in (text, re.sub(r"<[^>]*>", " ", page)):
            assert all(found.startswith(HOME) for found in re.findall(r"https?://\S+", plain))
            assert f"www.{hostile.HOST}" not in plain
        assert one["Bcc"] is None and "\n" not in one["Subject"]


def test_a_message_stays_short_enough_to_be_read(letters):
    assert max(len(bodies(one)[0]) for one in letters) < 60_000
