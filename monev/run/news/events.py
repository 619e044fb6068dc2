"""What is to be told to whom: what is now, beside what was seen when somebody was told last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monev.run.news import digest
from monev.run.news.item import Item
from monev.run.news.look import Now
from monev.run.news.rules import BEFORE, PROMISE, SHEET, STATUS, Rules
from monev.screen.access.roles import LEADERS, RIGHTS, SECRETARIAT
from monev.screen.whatsapp import inert
from monev.words import words

#: What is kept of what was seen, as JSON: code -> status of every number; id -> due date of the promises told as late;
#: agency -> since when its sheet fails, and whether that was told; the meeting told of, and the days whose end was.
Seen = Mapping[str, Any]
RED = "merah"
#: What is told also by the first round.
AT_ONCE = frozenset({SHEET, BEFORE})
#: Everybody who can be told at all.
ROLES = tuple(RIGHTS)


@dataclass(frozen=True)
class Found:
    """What is to be told, and what was seen with it; both belong together."""

    items: tuple[Item, ...]
    seen: dict[str, Any]


def found(now: Now, seen: Seen | None, rules: Rules) -> Found:
    """What is new. Where nothing was `seen` before (None) what was so all along is no news: then only that is told
    which has to be dealt with now, and all else is seen."""
    after: dict[str, Any] = {}
    items: list[Item] = []
    before = {} if seen is None else seen
    for part in (_statuses, _promises, _sheets, _all_sheets, _meeting, _ended):
        items += part(now, before, after, rules)
    told = rules.told if seen is not None else rules.told & AT_ONCE
    return Found(tuple(item for item in items if item.rule in told), after)


def _statuses(now: Now, seen: Seen, after: dict[str, Any], _: Rules) -> Iterator[Item]:
    """Numbers that turned red, or are red no more."""
    known = seen.get("status", {})
    after["status"] = known | {row["kode"]: row["status"] for row in now.numbers}
    for row in now.numbers:
        was, status, agenda = known.get(row["kode"]), row["status"], row["halaman"]
        if was is None or (was == RED) == (status == RED):
            continue
        said = [inert(row["kalimat"].replace("**", ""))] if row["kalimat"] else []
        value = f": {words.value_text(row['nilai'], row['satuan'])}" if row["nilai"] is not None else ""
        then, kind = words.status_word(RED), words.status_word(status, agenda)
        turned = f"menjadi {then}" if status == RED else f"tidak lagi {then}, kini {kind}"
        title = f"{row['indikator']} {turned}{value}"
        roles = {LEADERS, SECRETARIAT, *(row["lembaga"] or ())}
        yield Item(STATUS, f"status:{row['kode']}", title, tuple(said), f"/{agenda}", frozenset(roles))


def _promises(now: Now, seen: Seen, after: dict[str, Any], _: Rules) -> Iterator[Item]:
    """Promises that fell due and are not kept."""
    rows = {row["id"]: row for row in now.promises if row["id"]}
    # One that is not there just now was told all the same; one that is kept by now may fall due anew.
    told = {id: due for id, due in seen.get("janji", {}).items() if id not in rows or rows[id]["lewat"]}
    late = {id: row["tenggat"].isoformat() for id, row in rows.items() if row["lewat"]}
    after["janji"] = told | late
    for id, due in late.items():
        if told.get(id) == due:
            continue
        row = rows[id]
        said = (inert(row["uraian"] or id), f"{row['pemilik'] or 'Penanggung jawab belum jelas'}, tenggat "
                f"{words.date_spoken(row['tenggat'])}, {inert(id)}.")  # fmt: skip
        roles = {LEADERS, SECRETARIAT, *(row["penanggung_jawab"] or ())} & {*ROLES}
        yield Item(PROMISE, f"janji:{id}:{due}", "Janji rapat lewat tenggat", said, "/tindak_lanjut", frozenset(roles))


def _sheets(now: Now, seen: Seen, after: dict[str, Any], rules: Rules) -> Iterator[Item]:
    """Sheets that could not be read for hours, and those that can again."""
    known, kept = seen.get("lembar", {}), {}
    for row in now.times:
        agency = row["instansi"]
        was = known.get(agency, {})
        roles, page = frozenset({SECRETARIAT, agency} & {*ROLES}), "/mutu_data"
        if not row.get("pesan"):
            if was.get("dikabarkan"):
                title = f"Lembar {now.name(agency)} terbaca lagi"
                yield Item(SHEET, f"lembar:{agency}:pulih", title, (), page, roles)
            continue
        since = _moment(row.get("berhasil")) or _moment(was.get("sejak")) or now.at
        kept[agency] = {"sejak": since.isoformat(), "dikabarkan": bool(was.get("dikabarkan"))}
        if not was.get("dikabarkan") and now.at - since >= dt.timedelta(hours=rules.sheet_hours):
            kept[agency]["dikabarkan"] = True
            title = f"Lembar {now.name(agency)} tidak terbaca sejak {words.moment(since)}"
            why = (inert(str(row["pesan"])), "Angka terakhirnya tetap dipakai, dengan waktunya.")
            yield Item(SHEET, f"lembar:{agency}:{since.isoformat()}", title, why, page, roles)
    after["lembar"] = kept


def _all_sheets(now: Now, seen: Seen, after: dict[str, Any], rules: Rules) -> Iterator[Item]:
    """That no sheet at all was looked at for hours, and that they are again."""
    was = after["semua_lembar"] = dict(seen.get("semua_lembar") or {})
    roles, page = frozenset({SECRETARIAT}), "/mutu_data"
    if now.halted is None:
        after["semua_lembar"] = {}
        if was.get("dikabarkan"):
            yield Item(SHEET, "lembar::pulih", "Lembar diperiksa lagi", (), page, roles)
        return
    read = [moment for row in now.times if (moment := _moment(row.get("berhasil")))]
    since = max(read, default=None) or _moment(was.get("sejak")) or now.at
    was["sejak"] = since.isoformat()
    if not was.get("dikabarkan") and now.at - since >= dt.timedelta(hours=rules.sheet_hours):
        was["dikabarkan"] = True
        title = f"Tidak satu lembar pun diperiksa sejak {words.moment(since)}"
        yield Item(SHEET, f"lembar::{since.isoformat()}", title, (now.halted,), page, roles)


def _meeting(now: Now, seen: Seen, after: dict[str, Any], rules: Rules) -> Iterator[Item]:
    """The meeting of tomorrow; and that it is another one, or none, than everybody was told."""
    told, row = seen.get("rapat"), now.planned
    facts = None if row is None else {
        "rapat": row["rapat"], "tanggal": row["tanggal"].isoformat(), "mulai": str(row["mulai"]),
        "tempat": row["tempat"] or "",
    }  # fmt: skip
    if told is not None and told["tanggal"] in now.held:  # it was held; nobody is told that it is none any more
        told = None
    after["rapat"] = told
    if told == facts:
        return
    if told is not None and told["tanggal"] >= now.today.isoformat():
        after["rapat"] = None  # so the new day is told of when it is near
        yield from digest.moved(row, told, ROLES)
    if row is not None and _near(now, row, rules):
        after["rapat"] = facts
        yield from digest.before(now, row, ROLES)


def _near(now: Now, row: Mapping[str, Any], rules: Rules) -> bool:
    """Whether a meeting is tomorrow, from the hour of the digest on, or today and has not begun."""
    left = (row["tanggal"] - now.today).days
    if left == 1:
        return now.at.time() >= rules.digest
    return left == 0 and (row["mulai"] is None or now.at.time() < row["mulai"])


def _ended(now: Now, seen: Seen, after: dict[str, Any], _: Rules) -> Iterator[Item]:
    """What meetings decided that are over for good."""
    told = seen.get("selesai", [])
    after["selesai"] = sorted({*told, *now.ended})[-50:]
    for day in sorted(now.ended):
        if day not in told:
            yield from digest.after(now, dt.date.fromisoformat(day), ROLES)


def _moment(written: object) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None
