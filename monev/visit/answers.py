"""Answers on the snapshots that visits look at, kept in memory for all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from monev import shapes, store

Rows = list[dict[str, Any]]

#: Answers kept in memory; each belongs to one snapshot and never ages.
KEPT = 400


@st.cache_resource(max_entries=8, show_spinner=False)
def opened(folder: str, snapshot: str, before: str | None) -> store.Snapshot:
    """One snapshot with the one it is compared with, shared by all visits."""
    return store.Snapshot(Path(folder), snapshot, before, shapes.today())


@st.cache_data(max_entries=KEPT, show_spinner=False)
def ask(folder: str, snapshot: str, before: str | None, question: str) -> Rows:
    """The rows of queries/<question>.sql."""
    return opened(folder, snapshot, before).ask(question).to_dict("records")


def ask_now(folder: str, snapshot: str, before: str | None, question: str) -> Rows:
    """The same for a question about what lies beside the snapshot and changes while the snapshot does not."""
    return opened(folder, snapshot, before).ask(question).to_dict("records")
