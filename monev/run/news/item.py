"""One thing that is told: to which roles, in which words, and with what for the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Item:
    """`key` tells it from all others of its `rule`; `page` is the path of the page that shows it. `calendar` is a file
    to be taken along, by its name without a suffix: what it holds is iCalendar text."""

    rule: str
    key: str
    title: str
    lines: tuple[str, ...]
    page: str
    roles: frozenset[str]
    calendar: tuple[str, str] | None = None

    def kept(self) -> dict[str, Any]:
        """As it is written down; to whom it goes is known by then."""
        return {"jenis": self.rule, "kode": self.key, "judul": self.title, "isi": list(self.lines),
                "halaman": self.page, "kalender": list(self.calendar) if self.calendar else None}  # fmt: skip


def read(said: Mapping[str, Any]) -> Item:
    """An item as `kept` wrote it. KeyError or TypeError for what is none."""
    file = said["kalender"]
    return Item(
        str(said["jenis"]), str(said["kode"]), str(said["judul"]), tuple(map(str, said["isi"])), str(said["halaman"]),
        frozenset(), (str(file[0]), str(file[1])) if file else None,
    )  # fmt: skip
