"""The fields beside a decision's sentence: filled from it, until somebody enters something else."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from monev import settings
from monev.contract import contracts, reference
from monev.meeting.due_date import due
from monev.meeting.sentence import Days, Understood, understand
from monev.screen.page import Page
from monev.settings import CONTRACTS
from monev.words import vocabulary, words

#: Days until a decision is due, unless somebody says otherwise.
USUALLY_DUE = 7
#: Fields of the form, what this house last put into each, and when.
WHO, WHEN, ABOUT = "catat_siapa", "catat_tenggat", "catat_tentang"
_OURS, _NEW = "catat_diisi", "catat_diisi_pada"
#: Seconds in which what is put into a field has reached the browser.
ARRIVES = 2.0
#: Where what stands in a field comes from.
SAID, ENTERED, PROPOSED, ASKED = "dari kalimat", "diubah di isian", "usulan", "pilih"


@dataclass(frozen=True)
class Choices:
    """What can be chosen: `about` is subject -> row of tindak_lanjut/tentang, the most urgent of the page first, and
    `owners` code -> label."""

    about: Mapping[str, Mapping]
    owners: Mapping[str, str]
    today: dt.date

    @property
    def first(self) -> Mapping:
        """What is most urgent on the page."""
        return next(iter(self.about.values()))


def read(sentence: str, page: Page, choices: Choices) -> Understood:
    """What the sentence says on the day of the page, in the words of the contracts and of the city."""
    numbers = _numbers(str(settings.reference()))
    known = [row["kode"] for row in choices.about.values() if row["kode"]]
    return understand(sentence, _days(page, choices.today), _called(), {code: numbers.get(code, ()) for code in known})


def fill(said: Understood, choices: Choices) -> dict[str, str]:
    """Put what the sentence says into the fields that nobody else filled; where it says nothing, what is usual. Where
    the content of each field comes from, by field."""
    meant, origin = _meant(said, choices)
    ours = st.session_state.setdefault(_OURS, {})
    for name, value in meant.items():
        stands = st.session_state.get(name)
        if name in st.session_state and stands not in (value, ours.get(name)):
            origin[name] = ENTERED
        elif name not in st.session_state or stands != value:
            put(name, value)
        # What was put there a moment ago may not have reached the browser; later it would take the place of what is
        # just being typed.
        if time.monotonic() - st.session_state.get(_NEW, {}).get(name, 0) < ARRIVES:
            st.session_state[name] = st.session_state[name]
    return origin


def would_change(said: Understood, choices: Choices) -> bool:
    """Whether `fill` would put something else into a field than what stands there."""
    meant, _ = _meant(said, choices)
    ours = st.session_state.get(_OURS, {})
    return any(
        st.session_state.get(name) == ours.get(name) and st.session_state.get(name) != value
        for name, value in meant.items()
    )


def put(name: str, value: object) -> None:
    """Put a value into a field as if it had been said."""
    _choose(name, value)
    st.session_state.setdefault(_OURS, {})[name] = value


def stand(said: Understood, choices: Choices, row: Mapping[str, Any]) -> None:
    """Put a recorded decision (a row of the outbox) into the fields, where its sentence may say something else: what
    it says as well goes on following it, the rest is somebody's own choice."""
    meant, _ = _meant(said, choices)
    until = dt.date.fromisoformat(row["tenggat"])
    about = [name for name, one in choices.about.items()
             if (one["kode"], one["halaman"]) == (row["indikator"], row["agenda"])]  # fmt: skip
    stood = {
        WHO: [one for one in row["penanggung_jawab"] if one in choices.owners],
        WHEN: _spoken(until, choices.today),
    }
    for name, value in (stood | ({ABOUT: about[0]} if about else {})).items():
        if value == meant[name]:
            put(name, value)
        else:
            _choose(name, value)


def _choose(name: str, value: object) -> None:
    st.session_state[name] = value
    st.session_state.setdefault(_NEW, {})[name] = time.monotonic()


def _spoken(day: dt.date, today: dt.date) -> str:
    """A day as it is written into its field, with its year where that would be read as another one."""
    spoken = words.date_spoken(day)
    try:
        return spoken if due(spoken, today) == day else day.isoformat()
    except ValueError:  # it is over
        return day.isoformat()


def clear() -> None:
    """Forget all fields."""
    for name in (WHO, WHEN, ABOUT, _OURS, _NEW):
        st.session_state.pop(name, None)


def _meant(said: Understood, choices: Choices) -> tuple[dict[str, object], dict[str, str]]:
    """What belongs into each field, and where it comes from."""
    usual = choices.first["pemilik"]
    code = said.about[0] if said.about else None
    about = next(
        (name for name, row in choices.about.items() if code and row["kode"] == code), next(iter(choices.about))
    )
    if code:  # who owns the number that the sentence is about
        usual = choices.about[about]["pemilik"]
    # Where the sentence names bodies and it is not clear which of them is meant, none is proposed.
    unclear = bool(said.bodies.named) and not said.bodies.owners
    owners = list(said.bodies.owners) or [one for one in [usual] if one in choices.owners and not unclear]
    until = said.day or choices.today + dt.timedelta(days=USUALLY_DUE)
    return (
        {WHO: owners, WHEN: words.date_spoken(until), ABOUT: about},
        {
            WHO: SAID if said.bodies.owners else ASKED if unclear else PROPOSED,
            WHEN: SAID if said.day else PROPOSED,
            ABOUT: f"dari “{said.about[1]}”" if said.about else PROPOSED,
        },
    )


def _days(page: Page, today: dt.date) -> Days:
    [calendar] = page.ask("tindak_lanjut/kalender")
    day, named = calendar["hari_tanggal"], {row["nama"].lower(): row["tanggal"] for row in calendar["bernama"] or ()}
    if day:
        named |= dict.fromkeys((calendar["hari_nama"].lower(), *vocabulary.words("hari_h")), day)
    return Days(today, day, named, frozenset(calendar["libur"]))


@st.cache_data(show_spinner=False, max_entries=1)
def _called() -> dict[str, Sequence[str]]:
    return contracts.called(CONTRACTS, "penanggung_jawab_rapat")


@st.cache_data(show_spinner=False, max_entries=4)
def _numbers(_folder: str) -> dict[str, Sequence[str]]:
    return reference.sayings(settings.reference())
