"""The gate ahead of every page: who is there and what he may do; whoever may not stay gets a page that says why."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

import streamlit as st

from monev import settings
from monev.screen import pieces
from monev.screen.access import audit, reach, session, sign_outs
from monev.screen.access.person import Reason, Refused
from monev.screen.access.roles import LOCAL, Person, Right
from monev.screen.access.session import Closed
from monev.screen.draw import login
from monev.screen.once import once

log = logging.getLogger("monev")

#: Where a visit keeps that something was asked of it that its account may not do.
_DENIED = "tidak_berhak"


@once
def current() -> settings.Settings:
    """The settings as they are now."""
    return settings.load()


def enter(found: settings.Settings) -> Person:
    """Who is in front of the page; where nobody may see it, ends the run with a page that says why."""
    try:
        person = _person(found)
    except Refused as error:
        _turn_away(found.snapshots, error)
    except Closed as error:
        _end(login.closed(str(error)))
    if person is not LOCAL:
        _came_in(found.snapshots, person)
    if said := st.session_state.pop(_DENIED, ""):
        pieces.add(login.denied(said))
    return person


def closed_pages() -> tuple[str, ...]:
    """The pages that whoever is there may not open; none where nobody is let in, who sees none."""
    try:
        return reach.CLOSED if _person(current()).seat else ()
    except (settings.SettingError, Refused, Closed):
        return ()


def still(person: Person) -> bool:
    """Whether somebody who was let in may stay: his account may have signed out elsewhere, or lost its role."""
    try:
        return _again(person, current()) == person
    except (settings.SettingError, Refused, Closed):
        return False


def allowed(person: Person, right: Right) -> bool:
    """Whether somebody who was let in may do this, looked at anew; asked by whatever changes something or hands
    something out, at the moment it does. A refusal is recorded, and said on the page.
    """
    if still(person) and person.may(right):
        return True
    st.session_state[_DENIED] = right.value
    note(person, audit.DENIED, right.value)
    return False


def note(person: Person, action: str, about: str = "") -> None:
    """Add to the record of accesses what somebody has done."""
    audit.note(settings.load().snapshots, person, action, about)


def foot(person: Person, above: str) -> None:
    """Who is signed in, with the way out, below the HTML `above`; or that this is local mode, as one block with it."""
    said = login.signed_in(person.account, person.role_name)
    if person is LOCAL:
        pieces.add(login.foot(above, said))
        return
    if above:
        pieces.add(above)
    with st.container(horizontal=True, vertical_alignment="center", key="akun"):
        pieces.add(said)
        st.button("Keluar", key="keluar", type="tertiary", on_click=_leave, args=(person,))


def _leave(person: Person) -> None:
    """Callback: sign out here and everywhere else."""
    sign_outs.leave(settings.load().snapshots, person)
    st.logout()


def _person(found: settings.Settings) -> Person:
    if not session.by_account(found):
        return LOCAL
    if not st.user.is_logged_in:
        raise Refused(Reason.SIGNED_OUT)
    return session.of_claims(st.user.to_dict(), found)


def _again(person: Person, found: settings.Settings) -> Person:
    """Who somebody is now that was let in before; also where no page runs, so not by what the page knows of him."""
    return session.again(person, found) if session.by_account(found) else LOCAL


@lru_cache(maxsize=4096)
def _came_in(snapshots: Path, person: Person) -> None:
    """One line per sign-in, not one for each page."""
    audit.note(snapshots, person, audit.CAME)


def _turn_away(snapshots: Path, refused: Refused) -> None:
    audit.came_in_vain(snapshots, refused.account, refused.reason)
    pieces.add(login.outside(refused.reason.name, refused.account))
    with st.container(key="masuk"):
        if refused.reason.signed_in:
            st.button("Ganti akun", type="primary", on_click=st.logout)
        else:
            st.button("Masuk dengan akun instansi", type="primary", on_click=st.login)
    st.stop()


def _end(said: str) -> None:
    pieces.add(said)
    st.stop()
