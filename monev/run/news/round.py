"""One round: look, write down what is new, and send what waits. Whatever ends it, the next one goes on from there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from monev.run.news import box, events, letter, look, ways
from monev.run.news.box import Message
from monev.run.news.item import Item
from monev.run.news.rules import HOOKED, RULES, Rules, mark
from monev.words import clock

#: A message that could not be sent for so long is given up: what it tells is no news any more.
OLD = dt.timedelta(hours=48)
#: Seconds from a try that failed to the next one, by how often it was tried; then the last one again and again.
PAUSES = (0, 30, 60, 120, 300, 900)


@dataclass(frozen=True)
class Became:
    """What came of a round: ids of messages that were sent, why each of the others waits, or is given up."""

    sent: tuple[str, ...] = ()
    waiting: Mapping[str, str] = field(default_factory=dict)
    given_up: Mapping[str, str] = field(default_factory=dict)
    quiet: bool = False


def run(folder: Path, rules: Rules, now: dt.datetime | None = None) -> Became:
    """One round. Raises StoreError where another one is at work."""
    at = now or clock.now()
    with box.alone(folder, wait=5):
        if rules.is_quiet(at.time()):
            return Became(quiet=True)
        gather(folder, rules, at)
        became = _deliver(folder, rules, at)
        box.tidy(folder, at)
    return became


def gather(folder: Path, rules: Rules, at: dt.datetime) -> None:
    """Write down what is new since the last round, and what was seen; nothing where nothing was."""
    seen, found = box.seen(folder), looked(folder, rules, at)
    if found is not None and found.seen != seen:
        box.add(folder, at, found.seen, {mark(one): items for one, items in by_person(found.items, rules).items()})


def looked(folder: Path, rules: Rules, at: dt.datetime) -> events.Found | None:
    """What is to be told now; None where there is nothing to look at yet."""
    now = look.now(folder, at)
    return None if now is None else events.found(now, box.seen(folder), rules)


def by_person(items: Sequence[Item], rules: Rules) -> dict[str, list[Item]]:
    """What each recipient is told, all of it in one message, what is pressing first; whoever has several roles is told
    the same thing once, by the first of them."""
    found: dict[str, list[Item]] = {}
    for person, roles in rules.people.items():
        own: dict[tuple[str, str], Item] = {}
        for one in sorted(items, key=lambda one: RULES.index(one.rule)):
            if one.roles & roles:
                own.setdefault((one.rule, one.key), one)
        if own:
            found[person] = list(own.values())
    return found


def _deliver(folder: Path, rules: Rules, at: dt.datetime) -> Became:
    sent, waiting, given_up = [], {}, {}
    people = rules.by_mark()
    for message in box.messages(folder):
        if not message.waits:
            continue
        person = people.get(message.mark)
        if person is None or at - message.made > OLD:
            why = "penerimanya tidak terdaftar lagi" if person is None else "terlalu lama tidak dapat dikirim"
            given_up[message.id] = why
            box.note(folder, message, gagal=why)
            continue
        if not _due(message, at):
            waiting[message.id] = str(message.note.get("pesan") or "menunggu giliran")
            continue
        # Before it goes: whoever comes after one that was killed here knows that it may have gone.
        tried = box.note(folder, message, kali=message.tried + 1, dicoba=clock.second().isoformat())
        try:
            _send(tried, person, rules)
        except ways.Later as error:
            waiting[message.id] = str(error)
            box.note(folder, tried, pesan=str(error))
        except ways.Never as error:
            given_up[message.id] = str(error)
            box.note(folder, tried, gagal=str(error))
        else:
            sent.append(message.id)
            box.note(folder, tried, terkirim=clock.second().isoformat(), pesan=None)
    return Became(tuple(sent), waiting, given_up)


def _due(message: Message, at: dt.datetime) -> bool:
    pause = PAUSES[min(message.tried, len(PAUSES) - 1)]
    last = message.note.get("dicoba")
    # Also ahead of the last try: a clock that was set back must not hold a message for ever.
    return last is None or abs(at - dt.datetime.fromisoformat(last)) >= dt.timedelta(seconds=pause)


def _send(message: Message, person: str, rules: Rules) -> None:
    if person.startswith(HOOKED):
        if rules.hook is None:
            raise ways.Later("[kabar.webhook] belum ada")
        ways.send_hook(rules.hook, letter.hook(message, person.removeprefix(HOOKED), rules.address))
        return
    if rules.mail is None:
        raise ways.Later("[kabar.surel] belum ada")
    ways.send_mail(rules.mail, letter.mail(message, rules.mail.sender, person, rules.address))
