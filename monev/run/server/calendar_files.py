"""The calendar files: the next meeting, and due dates of decisions, at addresses that any page can link to."""

from __future__ import annotations

import re

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from monev import settings
from monev.handouts import calendar
from monev.meeting import meeting
from monev.screen import sync_status
from monev.screen.access import reach, session
from monev.screen.access.person import Refused
from monev.screen.access.roles import Person, Right
from monev.screen.access.session import Closed
from monev.screen.answers import Numbers
from monev.screen.draw.schedule import CALENDAR, DUE, MEETING
from monev.snapshot import store
from monev.words import clock

PATH = f"{CALENDAR}{{name}}.ics"


async def answer(request: Request) -> Response:
    """One calendar file for whoever may look at the pages."""
    name = request.path_params["name"]
    try:
        found = settings.load()
        if session.by_account(found) and not _may(session.of_request(request)):
            return _refused()
        content = await anyio.to_thread.run_sync(_content, found, name, str(request.base_url))
    except (Refused, Closed):
        return _refused()
    except (settings.SettingError, store.StoreError, OSError):
        return PlainTextResponse("Kalender belum dapat dibuat. Coba lagi sebentar.", 503)
    if content is None:
        return PlainTextResponse("Belum ada jadwal atau tenggat seperti itu.", 404)
    # What an id is was typed by somebody: in a header only what is plain stands.
    plain = re.sub(r"[^A-Za-z0-9_-]", "_", name)[:80]
    told = {"Content-Disposition": f'attachment; filename="{plain}.ics"', "Cache-Control": "no-store"}
    return Response(content, media_type=calendar.MIME, headers=told)


def _may(person: Person) -> bool:
    """Whether somebody may have it: decisions name places."""
    return person.may(Right.LOOK) and not reach.closed(person, "tindak_lanjut")


def _refused() -> Response:
    return PlainTextResponse("Kalender hanya untuk yang masuk.", 403)


def _content(found: settings.Settings, name: str, base: str) -> bytes | None:
    """The file of this name, None where there is nothing in it."""
    numbers = _newest(found)
    if numbers is None:
        return None
    if name == MEETING:
        planned = sync_status.planned(numbers)
        return calendar.meeting(planned, f"{base}rapat") if planned else None
    rows = sync_status.due(numbers)
    if name != DUE:
        rows = [row for row in rows if row["id"] == name]
    return calendar.due_dates(rows, f"{base}tindak_lanjut") if rows else None


def _newest(found: settings.Settings) -> Numbers | None:
    """What a new visit would look at."""
    on = meeting.on(found.snapshots, clock.now())
    snapshot = meeting.find(found.snapshots, on).snapshot if on else store.newest_whole(found.snapshots)
    if snapshot is None:
        return None
    return Numbers(found.snapshots, snapshot, meeting.compared_with(found.snapshots, snapshot))
