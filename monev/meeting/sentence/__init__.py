"""What a decision says that somebody spoke in one sentence: who is to do it, until when, and which number it is about.

Nothing here decides: what was understood is shown before it is kept, and where the sentence and what is entered beside
it differ, people choose.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from monev.meeting.sentence.bodies import Bodies, bodies, joined
from monev.meeting.sentence.day_meanings import ALONE, DUE, OPEN
from monev.meeting.sentence.due_days import Days, Moment, due, moments
from monev.meeting.sentence.subject import subject
from monev.words import words

__all__ = ["Days", "Moment", "Understood", "differ_in_day", "differ_in_owners", "understand", "with_day", "with_owners"]


@dataclass(frozen=True)
class Understood:
    """What a sentence says. `due` is until when, None where it does not say; `also` are other days that it names;
    `bodies` whom it charges and whom else it names; `about` is the code of a number and the words that tell it.
    """

    sentence: str
    due: Moment | None
    also: tuple[dt.date, ...]
    bodies: Bodies
    about: tuple[str, str] | None

    @property
    def day(self) -> dt.date | None:
        """Until when; None where it does not say, or says what cannot be."""
        return self.due.day if self.due and not self.due.trouble else None

    @property
    def day_said(self) -> str:
        """The words of the sentence that say until when."""
        return self.sentence[self.due.start : self.due.end].strip() if self.due else ""

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The parts of the sentence that were understood, from sign to before sign, none within another."""
        parts = [(one.start, one.end) for one in self.bodies.charged]
        parts += [(self.due.start, self.due.end)] if self.day else []
        if self.about and (at := self.sentence.find(self.about[1])) >= 0:
            parts.append((at, at + len(self.about[1])))
        kept: list[tuple[int, int]] = []
        for start, end in sorted(parts):
            if not kept or start >= kept[-1][1]:
                kept.append((start, end))
        return kept


def understand(
    sentence: str, days: Days, called: Mapping[str, Sequence[str]], numbers: Mapping[str, Sequence[str]]
) -> Understood:
    """Read a sentence on the day `days.today`; `called` gives the names of each body that may be charged, `numbers` the
    words of each number, the more urgent one first."""
    found = moments(sentence, days)
    who = bodies(sentence, called)
    until = _of_all(due(found), found, who, sentence)
    also = (
        one.day
        for one in found
        if one.day and one.role != ALONE and (until is None or one.day not in (until.day, until.other))
    )
    return Understood(sentence, until, tuple(dict.fromkeys(also)), who, subject(sentence, numbers))


def _of_all(until: Moment | None, found: Sequence[Moment], who: Bodies, sentence: str) -> Moment | None:
    """Until when, for all who are charged: where each has a task of his own, a day of one is not that of the other."""
    days = [one.day for one in found if one.day and one.role in (DUE, OPEN)]
    apart = not all(joined(sentence[one.end : other.start]) for one, other in pairwise(who.charged))
    other = next((day for day in days if until and day != until.day), None)
    if not (until and until.day and not until.trouble and apart and other):
        return until
    both = words.listing([words.date_spoken(day) for day in sorted({until.day, other})])
    return replace(until, other=other, trouble=f"Kalimat menyebut lebih dari satu tanggal: {both}.")


def differ_in_day(said: Understood, entered: dt.date) -> str | None:
    """Why the sentence and the day entered cannot both be kept, in words; None where they can."""
    if said.due is None:
        return None
    if said.due.trouble:
        return said.due.trouble
    if said.due.day == entered:
        return None
    return f"Kalimat menyebut {words.date_spoken(said.due.day)}, isian {words.date_spoken(entered)}."


def differ_in_owners(said: Understood, entered: Sequence[str], labels: Mapping[str, str]) -> str | None:
    """As `differ_in_day`, of those who are to do it; `labels` gives for each choice what it is called."""
    charged, named = said.bodies.owners, said.bodies.others
    # Who is charged beside those, and named by the sentence, contradicts nothing.
    if not charged or set(charged) <= set(entered) <= {*charged, *named}:
        return None
    both = (words.listing([labels.get(one, one) for one in some]) for some in (charged, entered))
    return "Kalimat menyebut {}, isian {}.".format(*both)


def with_day(said: Understood, day: dt.date) -> str:
    """The sentence with this day in the place of the one that it names."""
    return _with(said.sentence, said.due.start, said.due.end, f"paling lambat {words.date_spoken(day)}")


def with_owners(said: Understood, names: Sequence[str]) -> str:
    """The sentence with these names in the place of those whom it charges; ahead of it where these stand apart, since
    each has something else to do there."""
    charged, listed = said.bodies.charged, words.listing(list(names))
    between = (said.sentence[one.end : other.start] for one, other in pairwise(charged))
    if not all(joined(words_between) for words_between in between):
        return f"{listed}: {said.sentence}"
    return _with(said.sentence, charged[0].start, charged[-1].end, listed)


def _with(sentence: str, start: int, end: int, put: str) -> str:
    """The sentence with other words in a place, and one blank on each side of them."""
    ahead, behind = sentence[:start].rstrip(), sentence[end:].lstrip()
    put = words.capital(put) if not ahead else put
    joint = "" if behind[:1] in ("", ",", ".", ";", ":", ")") else " "
    return f"{ahead} {put}{joint}{behind}".strip()
