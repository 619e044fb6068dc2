"""The words of a message: its subject, its text, and the same as HTML; what a gateway gets of it."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from monev.run.news.box import Message
from monev.run.news.item import Item
from monev.screen.draw.html import every, html
from monev.words import clock, project, words
from monev.words.safe_text import legible, line

#: Signs of a subject: what a phone shows of one.
_SUBJECT = 120
#: What the JSON of a gateway is called by; a new form gets a new number.
VERSION = 1
#: Behind the id of a message: where it is one of its kind.
_WHERE = "monev.invalid"


def subject(items: Sequence[Item]) -> str:
    """What it is about: the first thing, and how many more."""
    more = f", dan {words.number(len(items) - 1)} kabar lain" if len(items) > 1 else ""
    room = _SUBJECT - len(project.name()) - 2 - len(more)
    first = line(items[0].title)
    return f"{project.name()}: {first if len(first) <= room else first[: room - 1] + '…'}{more}"


def text(items: Sequence[Item], address: str) -> str:
    """All of it as plain text, each thing with the address of its page."""
    told = ["\n".join([_plain(one.title), *(f"- {_plain(said)}" for said in one.lines), address + one.page])
            for one in items]  # fmt: skip
    return "\n\n".join([*told, _foot()]) + "\n"


def as_html(items: Sequence[Item], address: str) -> str:
    """The same as HTML that any mail program sets: no picture, no script, nothing to be fetched."""
    parts = [
        html('<h2 style="font-size:17px;margin:20px 0 6px">{}</h2><ul style="margin:0;padding-left:20px">{}</ul>'
             '<p style="margin:6px 0 0"><a href="{}">Buka halamannya</a></p>', _plain(one.title),
             every("<li>{}</li>", ([_plain(said)] for said in one.lines)), address + one.page)
        for one in items
    ]  # fmt: skip
    whole = (
        '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{}</title></head>'
        '<body style="font-family:sans-serif;font-size:15px;line-height:1.45">{}'
        '<p style="margin-top:24px"><small>{}</small></p></body></html>'
    )
    return html(whole, subject(items), html("").join(parts), _foot())


def mail(message: Message, sender: str, recipient: str, address: str) -> EmailMessage:
    """The message as mail. Its Message-ID is its own for ever: a mail server that gets it again knows it."""
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = subject(message.items), sender, recipient
    made["Date"] = format_datetime(clock.aware(message.made))
    made["Message-ID"] = f"<kabar-{message.id}@{_WHERE}>"
    made["Auto-Submitted"] = "auto-generated"  # so that nobody's absence answers to it (RFC 3834)
    made.set_content(text(message.items, address))
    made.add_alternative(as_html(message.items, address), subtype="html")
    for name, content in files(message.items):
        made.add_attachment(content, subtype="calendar", filename=f"{name}.ics", params={"method": "PUBLISH"})
    return made


def hook(message: Message, recipient: str, address: str) -> dict[str, Any]:
    """The message as a gateway gets it."""
    return {
        "versi": VERSION,
        "id": message.id,
        "dibuat": clock.aware(message.made).isoformat(timespec="seconds"),
        "kepada": recipient,
        "judul": subject(message.items),
        "teks": text(message.items, address),
        "kabar": [_told(one, address) for one in message.items],
        "kalender": [{"nama": f"{name}.ics", "isi": content} for name, content in files(message.items)],
    }


def _told(one: Item, address: str) -> dict[str, Any]:
    said = [_plain(part) for part in one.lines]
    return {"jenis": one.rule, "judul": _plain(one.title), "isi": said, "tautan": address + one.page}


def files(items: Sequence[Item]) -> list[tuple[str, str]]:
    """The calendar files of a message, each once."""
    return list(dict.fromkeys(one.calendar for one in items if one.calendar))


def _plain(said: str) -> str:
    """A text of ours without its marks, on one line."""
    return " ".join(legible(said).replace("**", "").split())


def _foot() -> str:
    return f"Dikirim otomatis oleh {project.name()}; jangan dibalas. Yang berubah sesudahnya ada di layar."
