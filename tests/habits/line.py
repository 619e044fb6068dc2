"""One line of the corpus: where, what is typed, what a human reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.habits import change

WANTED = ("read", "same", "counted", "nihil", "ask", "doubt")


@dataclass(frozen=True)
class Habit:
    """`wanted` is one of WANTED, `value` what the cell means (None where the line does not say), `told` whether a
    finding is right although everything is read. `refuse` are values that advice must not propose, `never` values that
    must not be counted, `free` indicators that may be green, `names` what a finding must name instead of what changed (alternatives by "or"), `unsaid` what no finding may say.
    """

    file: str
    number: int
    text: str
    agency: str
    tab: str
    change: str
    wanted: str
    value: str | None
    told: bool
    refuse: tuple[str, ...]
    never: tuple[str, ...]
    free: tuple[str, ...]
    names: tuple[str, ...]
    unsaid: tuple[str, ...]

    @property
    def plain(self) -> bool:
        return self.wanted in ("read", "same", "counted", "nihil")

    @property
    def name(self) -> str:
        return f"{self.file}:{self.number}"

    def sheet(self) -> change.Typed:
        made = change.clean_sheet(self.agency)
        change.apply(made, self.tab, self.change)
        return made


def of_file(path: Path) -> list[Habit]:
    """Every habit of a corpus file; ValueError names the line that cannot be understood."""
    habits = []
    for number, text in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not text.strip() or text.startswith("# ") or text.strip() == "#":
            continue
        try:
            habits.append(_habit(path.name, number, text.strip()))
            habits[-1].sheet()
        except (ValueError, KeyError, StopIteration) as error:
            raise ValueError(f"{path.name}, line {number}: {text}\n  {error!r}") from error
    return habits


def _habit(file: str, number: int, text: str) -> Habit:
    where, change_text, expected = (part.strip() for part in text.split(" | "))
    agency, _, tab = where.partition("/")
    wanted, *more = (part.strip() for part in expected.split(";;"))
    told = wanted.endswith(", told")
    kind, _, value = wanted.removesuffix(", told").partition(" ")
    if kind not in WANTED:
        raise ValueError(f"unknown expectation {kind}")
    found: dict[str, list[str]] = {
        "not advise": [],
        "not read": [],
        "value": [],
        "free": [],
        "names": [],
        "not say": [],
    }
    for part in more:
        key = next((key for key in found if part.startswith(key + " ")), None)
        if key is None:
            raise ValueError(f"unknown addition {part}")
        found[key].append(part.removeprefix(key).strip())
    meant = value or (found["value"] or [None])[0]
    free = tuple(code for part in found["free"] for code in re.split(r"[,\s]+", part))
    names = tuple(name.strip() for part in found["names"] for name in part.split("&"))
    return Habit(file, number, text, agency, tab, change_text, kind, meant, told,
                 tuple(found["not advise"]), tuple(found["not read"]), free, names,
                 tuple(found["not say"]))  # fmt: skip
