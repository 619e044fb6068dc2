"""Each agency's spreadsheet from where the settings say it lies, and when it was tried and read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

from monev.contract.parts import TabContract
from monev.reading import layout
from monev.settings import SPREADSHEETS, SettingError, Settings
from monev.sheets import Fetched, Spreadsheet
from monev.snapshot import directory
from monev.snapshot.changers import Change
from monev.words import clock

#: How long a source is believed that says that nothing changed, before it is read all the same.
MARK_LASTS = dt.timedelta(minutes=30)


def fetch(settings: Settings, tabs: Mapping[str, Mapping[str, TabContract]], newest: str | None,
          held: Mapping[str, Spreadsheet], now: dt.datetime) -> dict[str, Fetched]:  # fmt: skip
    """What became of each agency's spreadsheet; `tabs` are those of its contract by agency and code.

    In a folder it has yet to be read. The newest snapshot holds the sheets `held` by agency; those need not be read if
    they did not change since, and likely still have the same tabs. Without a snapshot (None) all are read. SettingError
    for a spreadsheet of an agency that nobody knows.
    """
    if settings.source == "folder":
        return dict.fromkeys(tabs, Fetched(None, None, None, settings.folder))
    from monev.sheets import google  # not before it is needed: what it brings along takes long to come

    refuse_unknown(settings, tabs)
    noted = {row["instansi"]: row for row in directory.read_sync_times(settings.snapshots)}
    marks = {agency: _mark(noted.get(agency, {}), newest, now) for agency in held}
    wanted = {
        agency: google.Wanted(
            settings.spreadsheets.get(agency),
            partial(layout.may_be_ours, forms=forms),
            marks.get(agency),
            _tabs(held.get(agency)),
        )
        for agency, forms in tabs.items()
    }
    return google.fetch(settings.account, wanted, settings.rhythm.deadline)


def _tabs(sheet: Spreadsheet | None) -> Collection[str]:
    return [tab.title for tab in sheet.tabs] if sheet else ()


def refuse_unknown(settings: Settings, agencies: Collection[str]) -> None:
    """SettingError for a spreadsheet of an agency that nobody knows."""
    for name in settings.spreadsheets:
        if name not in agencies:
            known = ", ".join(agencies)
            raise SettingError(f"[{SPREADSHEETS}] memuat “{name}” yang tidak dikenal; yang dikenal: {known}.")


def note(folder: Path, fetched: Mapping[str, Fetched], troubles: Mapping[str, str | None], tried: dt.datetime,
         newest: str | None) -> None:  # fmt: skip
    """Write down when each agency was tried and last read with success, and the mark of what `newest` now holds."""
    before = {row["instansi"]: row for row in directory.read_sync_times(folder)}
    directory.write_sync_times(folder, [
        _times(agency, one, troubles[agency], before.get(agency, {}), tried.isoformat(), newest)
        for agency, one in fetched.items()
    ])  # fmt: skip


def changes(folder: Path, fetched: Mapping[str, Fetched]) -> dict[str, list[Change]]:
    """Who changed which sheet since it was last looked at, of those that were read anew; before `note`.

    What the dashboard wrote itself is left out.
    """
    before = {row["instansi"]: row for row in directory.read_sync_times(folder)}
    found = {}
    for agency, one in fetched.items():
        known = before.get(agency, {})
        if one.who and not one.who.own and one.mark != known.get("penanda") and (one.who.name or one.who.address):
            until, last = clock.city(one.who.at), _moment(known.get("berhasil"))
            if until is not None:
                between = last if last and last < until else None
                found[agency] = [Change(until, between, one.who.name, one.who.address)]
    return found


def _moment(written: object) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None


def _mark(noted: Mapping[str, object], newest: str | None, now: dt.datetime) -> str | None:
    """The mark of what the newest snapshot holds; worth nothing beside any other snapshot, and not for long: a
    formula that fetches from another spreadsheet moves the numbers, but no mark."""
    if newest is None or noted.get("potret") != newest:
        return None
    try:
        age = now - dt.datetime.fromisoformat(noted["dibaca"])
    except (KeyError, TypeError, ValueError):
        return None
    return noted.get("penanda") if dt.timedelta(0) <= age <= MARK_LASTS else None


def _times(agency: str, fetched: Fetched, trouble: str | None, before: Mapping[str, object], tried: str,
           newest: str | None) -> dict[str, object]:  # fmt: skip
    return {
        "instansi": agency,
        "dicoba": tried,
        "berhasil": before.get("berhasil") if trouble else tried,
        "pesan": trouble,
        "penanda": None if trouble else fetched.mark,
        "dibaca": tried if fetched.new and not trouble else before.get("dibaca"),
        "potret": newest,
    }
