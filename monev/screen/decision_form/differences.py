"""What will be kept, said before Enter; where sentence and fields differ, both to choose from."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from monev.meeting.due_date import due
from monev.meeting.sentence import Understood, differ_in_day, differ_in_owners, with_day, with_owners
from monev.meeting.sentence.bodies import BEYOND
from monev.screen.decision_form import fields, typed
from monev.screen.decision_form.fields import ABOUT, WHEN, WHO, Choices
from monev.screen.draw import decision_form
from monev.screen.page import show


def _entered_day(choices: Choices) -> dt.date | None:
    try:
        return due(st.session_state.get(WHEN) or "", choices.today)
    except ValueError:
        return None


def differs(said: Understood, choices: Choices) -> dict[str, str]:
    """Why the sentence and the fields cannot both be kept, by field."""
    day, owners = _entered_day(choices), st.session_state.get(WHO) or []
    found = {
        WHEN: differ_in_day(said, day) if day else None,
        WHO: differ_in_owners(said, owners, choices.owners) if owners else None,
    }
    return {name: why for name, why in found.items() if why}


def tell(said: Understood, choices: Choices, entered: bool, failed: str, corrected: str = "") -> None:
    """What will be kept, or why it could not be (`failed`); where sentence and fields differ, both to choose from.
    `entered`: somebody chose the day; `corrected` is the id of the decision that is put right, if one is."""
    found = differs(said, choices)
    day, owners = _entered_day(choices), st.session_state.get(WHO) or []
    if why := found.get(WHEN):
        with st.container(horizontal=True, gap="small", key="catat-beda-tenggat", vertical_alignment="center"):
            show(decision_form.differing("Tenggat bertentangan", why))
            for one in _days(said, day if entered else None, choices.today):
                st.button(
                    f"Pakai {decision_form.day(one)}", key=f"catat_hari_{one}", on_click=_choose_day, args=(said, one)
                )
    if why := found.get(WHO):
        with st.container(horizontal=True, gap="small", key="catat-beda-siapa", vertical_alignment="center"):
            show(decision_form.differing("Lembaga bertentangan", why))
            for number, some in enumerate((list(said.bodies.owners), owners)):
                names = [choices.owners[one] for one in some]
                st.button(f"Pakai {decision_form.names(names)}", key=f"catat_lembaga_{number}", on_click=_choose_owners,
                          args=(said, some, names))  # fmt: skip
    if failed:
        show(decision_form.refused(failed))
    elif not found and said.sentence.strip() and day and owners:
        row = choices.about[st.session_state[ABOUT]]
        also = [
            choices.owners[one] for one in said.bodies.others if one not in (*owners, BEYOND) and one in choices.owners
        ]
        other = said.due.other if said.due and said.due.day == day else None
        names, value = [choices.owners[one] for one in owners], decision_form.value_then(row)
        days = [one for one in said.also if one != day]
        show(decision_form.about_to(names, day, row, value, also, other, days, said.day_said, corrected))


def _days(said: Understood, entered: dt.date | None, today: dt.date) -> list[dt.date]:
    """The days between which there is to choose."""
    return sorted({one for one in (said.due.day, said.due.other, entered) if one and one >= today})


def _choose_day(said: Understood, day: dt.date) -> None:
    """Callback: this day is meant; the sentence goes along."""
    fields.put(WHEN, decision_form.day(day))
    typed.put(said.sentence if said.due.day == day and not said.due.trouble else with_day(said, day))


def _choose_owners(said: Understood, owners: list[str], names: list[str]) -> None:
    """Callback: these are meant; the sentence goes along."""
    fields.put(WHO, owners)
    typed.put(said.sentence if set(owners) == set(said.bodies.owners) else with_owners(said, names))
