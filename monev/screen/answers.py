"""Answers on the snapshots that visits look at, kept in memory for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from monev.screen.once import once
from monev.snapshot import beside, frozen, queries, schema, store

Rows = list[dict[str, Any]]
Stamps = tuple[tuple[object, ...], ...]

#: Folder -> the newest of its snapshots whose answers are ready, where warming.py sees to that.
ready: dict[Path, str] = {}
#: Answers kept in memory; each belongs to one snapshot and never ages.
KEPT = 400


@dataclass(frozen=True)
class Numbers:
    """What is asked: a snapshot in its folder and the one that it is compared with (None: with none), both as the store
    calls them."""

    folder: Path
    snapshot: str
    before: str | None

    @property
    def stamps(self) -> Stamps:
        """By what files of one name are told apart: a frozen meeting may have been put back from elsewhere."""
        return _stamps(self)


@once
def _stamps(numbers: Numbers) -> Stamps:
    return tuple(frozen.stamp(numbers.folder, name) for name in (numbers.snapshot, numbers.before) if name)


@once
def _beside(folder: Path, table: str) -> tuple[object, ...]:
    """By what one of the tables beside the snapshots is told from what it was."""
    return beside.stamp(folder, table)


@lru_cache(maxsize=64)
def _rests_on(question: str) -> tuple[str, ...]:
    """The tables beside the snapshots that a question reads in the end; any of them where that cannot be told."""
    try:
        return tuple(sorted(queries.beneath(queries.load(), [question])[question] & beside.NAMES))
    except (queries.QuestionError, RecursionError):  # whoever asks it is told what ails it
        return tuple(sorted(beside.NAMES))


@once
def meetings(folder: Path) -> tuple[str, ...]:
    """The frozen meetings, the earliest first: through them leads the course of a number."""
    return tuple(frozen.names(folder))


def opened(numbers: Numbers) -> store.Snapshot:
    """The snapshot with the one it is compared with, shared by all visits."""
    return _opened(numbers, numbers.stamps)


def newest(folder: Path) -> str | None:
    """The newest snapshot that can be offered without that its first visitor keeps all others waiting."""
    return ready.get(folder) or store.latest(folder)


def newer(folder: Path, than: str) -> str | None:
    """The same where it was made after the snapshot `than` and is still there, else None: a visit that began while
    answers on the very newest are being worked out looks at that one already."""
    there, found = store.snapshots(folder), newest(folder)
    later = [one for one in there if one > than]  # by their numbers, also where that one is gone
    return found if found in later else None


def ask(numbers: Numbers, question: str) -> Rows:
    """The rows of queries/<question>.sql; whoever asks may change them."""
    return [dict(row) for row in _asked(numbers, question, numbers.stamps)]


def ask_now(numbers: Numbers, question: str) -> Rows:
    """The same for a question about what lies beside the snapshot and changes while the snapshot does not."""
    now = tuple(_beside(numbers.folder, table) for table in _rests_on(question))
    return [dict(row) for row in _asked(numbers, question, numbers.stamps + now)]


@st.cache_resource(max_entries=8, show_spinner=False)
def _opened(numbers: Numbers, stamps: Stamps) -> store.Snapshot:
    return store.Snapshot(numbers.folder, numbers.snapshot, numbers.before, schema.today())


@lru_cache(maxsize=KEPT)
def _asked(numbers: Numbers, question: str, stamps: Stamps) -> Rows:
    return _answered(numbers, question, stamps)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _answered(numbers: Numbers, question: str, stamps: Stamps) -> Rows:
    """Worked out for one visit, while those who ask the same at the same moment wait for it; from then on the faster
    memory of Python answers. What lies beside a snapshot changes the answer, not what is opened.
    """
    return opened(numbers).rows(question)
