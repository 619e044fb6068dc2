"""python -m monev kabar: one round of telling people, or what it would tell them."""

from __future__ import annotations

import sys

from monev.run.news import box, letter, round as rounds, rules
from monev.run.news.rules import HOOKED, Rules
from monev.settings import NEWS, SettingError, Settings
from monev.words import clock, words

NONE = f"[{NEWS}] belum ada di secrets.toml, jadi tidak ada yang dikabari. Caranya: docs/kabar.md."


def send(place: Settings) -> bool:
    """One round, told to whoever typed it; whether any message waits or was given up."""
    became = rounds.run(place.snapshots, _rules(place))
    if became.quiet:
        print("Jam tenang: tidak ada yang dikirim sekarang; yang baru menunggu sampai jam itu lewat.")
        return False
    for id in became.sent:
        print(f"{id}: terkirim")
    for id, why in became.waiting.items():
        print(f"{id}: menunggu, {why}")
    for id, why in became.given_up.items():
        print(f"{id}: tidak dikirim lagi, {why}")
    if not (became.sent or became.waiting or became.given_up):
        print("Tidak ada kabar baru.")
    for what, left in (("menunggu", became.waiting), ("tidak dikirim lagi", became.given_up)):
        if left:  # for the log of the worker that runs this
            why = next(iter(left.values()))
            print(f"monev: {words.number(len(left))} kabar {what}: {why}.", file=sys.stderr)
    return bool(became.waiting or became.given_up)


def preview(place: Settings) -> int:
    """Print what a round would send now, to whom, and what still waits; nothing is written and nobody is asked."""
    told, at = _rules(place), clock.now()
    if told.is_quiet(at.time()):
        print("Jam tenang: baru dikirim sesudah jam itu lewat.\n")
    people = told.by_mark()
    waiting = [one for one in box.messages(place.snapshots) if one.waits and one.mark in people]
    for message in waiting:
        _print(
            people[message.mark],
            letter.subject(message.items),
            letter.text(message.items, told.address),
            "masih menunggu",
        )
    found = rounds.looked(place.snapshots, told, at)
    if found is None:
        print("Belum ada potret, jadi belum ada yang dapat dikabarkan.")
        return 0
    if box.seen(place.snapshots) is None:
        print("Putaran pertama: keadaan sekarang dicatat tanpa pesan; sesudahnya hanya yang berubah yang dikabarkan.")
        return 0
    fresh = rounds.by_person(found.items, told)
    for person, items in fresh.items():
        _print(person, letter.subject(items), letter.text(items, told.address), "baru")
    print(f"{words.number(len(fresh))} pesan baru, {words.number(len(waiting))} menunggu. Tidak ada yang dikirim.")
    return 0


def _print(person: str, subject: str, text: str, state: str) -> None:
    way = "webhook" if person.startswith(HOOKED) else "surel"
    print(f"=== {way} kepada {person.removeprefix(HOOKED)} ({state})\n{subject}\n\n{text}")


def _rules(place: Settings) -> Rules:
    found = rules.read(place.news)
    if found is None:
        raise SettingError(NONE)
    return found
