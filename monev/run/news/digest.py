"""What everybody reads before a meeting and after it: his own findings, promises, red numbers, and decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from monev.handouts import calendar
from monev.run.news.item import Item
from monev.run.news.look import Now
from monev.run.news.rules import AFTER, BEFORE
from monev.screen.access.roles import LEADERS, PUBLIC, SECRETARIAT
from monev.screen.whatsapp import inert
from monev.words import vouched, words

Row = Mapping[str, Any]

#: Lines of one kind in a message; more are counted.
MOST = 5
#: Roles that look after all agencies.
_ALL = (LEADERS, SECRETARIAT)


def before(now: Now, row: Row, roles: Iterable[str]) -> Iterator[Item]:
    """To each role: the meeting of tomorrow, or of today, and what it is to look at until then."""
    day = "Besok" if row["tanggal"] > now.today else "Hari ini"
    title = f"{day} {row['judul'].lower() if row['judul'][:5].lower() == 'rapat' else row['judul']}"
    invitation = ("rapat", calendar.meeting(row).decode())
    for role in _people(roles):
        lines = [_when(row), *_points(now), *_said(now, role), *_red(now, role), *_late(now, role),
                 *_findings(now, role)]  # fmt: skip
        page = "/" if role in _ALL else "/mutu_data"
        key = f"rapat:{row['rapat']}:{row['tanggal']}:{_whose(role)}"
        yield Item(BEFORE, key, title, tuple(lines), page, frozenset({role}), invitation)


def moved(row: Row | None, told: Row, roles: Iterable[str]) -> Iterator[Item]:
    """To everybody who was told of a meeting: that it is another day, place or hour, or none."""
    was = words.date_long(dt.date.fromisoformat(told["tanggal"]))
    same = row is not None and row["rapat"] == told["rapat"]
    title = f"Jadwal rapat berubah, semula {was}" if same else f"Rapat {was} dibatalkan"
    file = ("rapat", calendar.meeting(row).decode()) if same else None
    said = (_when(row),) if same else ()
    yield Item(BEFORE, f"rapat-ubah:{told['rapat']}:{told['tanggal']}", title, said, "/rapat",
               frozenset(_people(roles)), file)  # fmt: skip


def after(now: Now, day: dt.date, roles: Iterable[str]) -> Iterator[Item]:
    """To each role what was decided on a `day`: an agency reads its own, whoever looks after all reads all."""
    decided = [row for row in now.due if row["tanggal_rapat"] == day]
    title, page = f"Keputusan rapat {words.date_spoken(day)}", "/tindak_lanjut"
    for role in _people(roles):
        own = [row for row in decided if role in _ALL or role in (row["penanggung_jawab"] or ())]
        if not own and role not in _ALL:
            continue
        lines = [_decided(row) for row in own]
        lines = lines or ["Tidak ada keputusan bertenggat yang dicatat di layar."]
        file = ("tenggat", calendar.due_dates(own).decode()) if own else None
        yield Item(AFTER, f"selesai:{day}:{_whose(role)}", title, tuple(lines), page, frozenset({role}), file)


def _decided(row: Row) -> str:
    owner, due = row["pemilik"] or "penanggung jawab belum jelas", words.date_spoken(row["tenggat"])
    return f"{inert(row['uraian'] or row['id']).rstrip('.')}: {owner}, sampai {due} ({inert(row['id'])})."


def _whose(role: str) -> str:
    """By what two digests are the same one: those who look after all read the same."""
    return "semua" if role in _ALL else role


def _people(roles: Iterable[str]) -> list[str]:
    return [role for role in roles if role != PUBLIC]


def _when(row: Row) -> str:
    begins = f", pukul {words.time_of_day(row['mulai'])}" if row["mulai"] else ""
    return f"{words.date_long(row['tanggal'])}{begins}{', ' + row['tempat'] if row['tempat'] else ''}."


def _points(now: Now) -> list[str]:
    day = now.planned["tanggal"] if now.planned else None
    taken = [inert(row["uraian"]) for row in now.points if row["keadaan"] == "diambil" and row["tanggal"] == day]
    return [f"Pokok yang diusulkan: {'; '.join(taken)}."] if taken else []


def _said(now: Now, role: str) -> list[str]:
    if role in _ALL:
        return [vouched.whole(now.vouched)] if now.vouched else []
    row = next((row for row in now.vouched if row["instansi"] == role), None)
    return [f"Data Anda: {vouched.said(row)}."] if row else []


def _red(now: Now, role: str) -> list[str]:
    rows = [row for row in now.numbers if row["status"] == "merah" and (role in _ALL or role in (row["lembaga"] or ()))]
    told = [f"{row['indikator']} {words.value_text(row['nilai'], row['satuan'])}" if row["nilai"] is not None
            else row["indikator"] for row in rows]  # fmt: skip
    return [f"Angka merah: {_some(told)}."] if told else ["Tidak ada angka merah."]


def _late(now: Now, role: str) -> list[str]:
    own = [row for row in now.promises if role in _ALL or role in (row["penanggung_jawab"] or ())]
    left = [row for row in own if not row["ditarik"] and row["keadaan"] != "selesai"]
    told = [f"{inert(row['uraian'] or row['id'])} (tenggat {words.date_spoken(row['tenggat'])}"
            f"{', lewat' if row['lewat'] else ''})" for row in left]  # fmt: skip
    return [f"Janji yang belum selesai: {_some(told, '; ')}."] if told else ["Tidak ada janji yang belum selesai."]


def _findings(now: Now, role: str) -> list[str]:
    """An agency reads where its own are and what to write; of others only their number is told."""
    if role in _ALL:
        counts = [f"{row['nama']} {words.number(row['temuan'])}" for row in now.agencies if row["temuan"]]
        return [f"Temuan terbuka: {_some(counts)}."] if counts else ["Tidak ada temuan terbuka."]
    rows = [row for row in now.findings if row["instansi"] == role and row["terbuka"]]
    told = [inert(f"{_place(row)}: {row['saran']}" if row["saran"] else _place(row)) for row in rows]
    return [f"Temuan terbuka: {_some(told, '; ')}."] if told else ["Tidak ada temuan terbuka."]


def _place(row: Row) -> str:
    spot = f"sel {row['sel']}" if row["sel"] else f"baris {row['baris']}" if row["baris"] else ""
    return ", ".join(part for part in (row["judul_tab"] or row["tab"] or "lembar", spot) if part)


def _some(told: list[str], joint: str = ", ") -> str:
    more = len(told) - MOST
    return joint.join(told[:MOST]) + (f"{joint}dan {words.number(more)} lagi" if more > 0 else "")
