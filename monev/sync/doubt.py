"""Which cells are in doubt: counted as typed, but nothing that uses them may be green until they were looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

from monev.contract import finding
from monev.reading.cells import DATED
from monev.reading.reader import LAYOUT


def mark(found: Iterable[Mapping[str, Any]], rows: list[MutableMapping], tabs: list[MutableMapping]) -> None:
    """Write `kolom_ragu` into the rows of the tables baris and tab, in place.

    `found` are findings before they are gathered; those about a cell put its column in doubt, those about a row or a
    tab alone all of it, those about a column the whole column; a row that is no data may hold some all the same, so it
    is the tab that is in doubt.
    """
    of_rows, of_tabs = defaultdict(set), defaultdict(set)
    layout = {(row["instansi"], row["tab"], row["baris"]) for row in rows if row["kelas"] == LAYOUT}
    for one in found:
        place = one["instansi"], one["tab"], one["baris"]
        of_tab = one["baris"] is None or place in layout
        # Of what day a row speaks that names none, or one that cannot be read, is unknown.
        undated = one["bobot"] == "tolak" and one["kolom"] == DATED
        # What is not read beside the rows of the table may hold some of them, too.
        beside = one["bobot"] == "tolak" and of_tab and one["kolom"] is None
        if one["tab"] is None or not (one["bobot"] == "periksa" or undated or beside):
            continue
        columns = {one["kolom"] or finding.ALL, *one["beside"]}
        if of_tab:
            of_tabs[one["instansi"], one["tab"]] |= columns
        else:
            of_rows[place] |= columns
    for row in rows:
        row["kolom_ragu"] = sorted(of_rows[row["instansi"], row["tab"], row["baris"]])
    for tab in tabs:
        tab["kolom_ragu"] = sorted(of_tabs[tab["instansi"], tab["tab"]])
