"""What one sent object is called, and how far it may go: the one home of the form of the shared store.

    <table>/rapat=<date>/daerah=<code>/<snapshot>.parquet

`date` is the region's own meeting, `snapshot` the name of the frozen numbers. Each is written once. The object of the
table `daerah` comes last: it names the hashes of the others, so a set without it is still on its way.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

#: The version of the tables and their columns; docs/kiriman-daerah.md says what changed from one to the next.
SCHEMA = 1
#: The table that says of a set what belongs to it.
COVER = "daerah"
#: Bytes of one object at most, and rows: a region has some dozens of each.
MOST_BYTES, MOST_ROWS = 1_000_000, 5_000

_KEY = re.compile(
    r"(?P<table>[a-z][a-z0-9_]{0,40})/rapat=(?P<met>\d{4}-\d{2}-\d{2})/daerah=(?P<region>[0-9A-Za-z.]{1,20})"
    r"/(?P<snapshot>[0-9A-Za-z._-]{1,80})\.parquet"
)


@dataclass(frozen=True)
class Key:
    """Where an object lies below the prefix of the store."""

    table: str
    met: dt.date
    region: str
    snapshot: str

    def __str__(self) -> str:
        return f"{folder(self.table, self.met)}/daerah={self.region}/{self.snapshot}.parquet"


def folder(table: str, met: dt.date) -> str:
    """Where the objects of one table lie that belong to meetings of one day."""
    return f"{table}/rapat={met.isoformat()}"


def parse(written: str) -> Key | None:
    """The key that is written so; None where it is none of ours."""
    found = _KEY.fullmatch(written)
    if found is None:
        return None
    try:
        met = dt.date.fromisoformat(found["met"])
    except ValueError:
        return None
    return Key(found["table"], met, found["region"], found["snapshot"])
