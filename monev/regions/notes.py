"""What is told of what lies in the store: the region's name, what is there, what to do, and who does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from monev.contract.finding import Finding
from monev.regions.cells import UPDATE_HERE
from monev.words import safe_text, words

#: Signs of a name in the store that are quoted.
_QUOTED = 60
REFUSED, LOOK, TOLD = "tolak", "periksa", "info"
#: What happens meanwhile.
SILENT = "Sampai dikirim ulang, daerah ini dihitung belum melapor."
EARLIER = "Kirimannya yang sebelumnya tetap dipakai."
COUNTED, IGNORED = "Angkanya tetap dihitung.", "Tidak ada angka yang berubah karenanya."

Note = dict[str, Any]


def note(region: str, what: str, do: str, weight: str, meanwhile: str, key: str = "") -> Note:
    """As it is kept in the state of a meeting; `region` is a code, empty where it is about none."""
    return {"daerah": region, "alasan": what, "saran": do, "bobot": weight, "akibat": meanwhile, "kunci": key}


def asked(name: str, do: str) -> str:
    """What is to be done by whoever runs the dashboard of a region."""
    return f"minta pengelola dasbor {name}: {do}"


def refused(region: str, name: str, met: dt.date, what: str, do: str, earlier: bool, key: str) -> Note:
    """A set that does not count."""
    said = f"Kiriman {name} dari rapat {words.date_long(met)} belum dihitung karena {what}."
    who = do if do == UPDATE_HERE else asked(name, do)
    return note(region, said, who, REFUSED, EARLIER if earlier else SILENT, key)


def quoted(written: str) -> str:
    """A name in the store as it may be shown."""
    shown = safe_text.line(written)
    return f"“{shown if len(shown) <= _QUOTED else shown[:_QUOTED] + '…'}”"


def finding(agency: str, said: Mapping[str, Any]) -> Finding:
    """A note as a finding that belongs to no tab, so that it puts no other region's numbers in doubt."""
    written = said.get("kunci") or None
    return Finding(agency, None, None, None, None, written, said["alasan"], said["saran"], None, said["bobot"],
                   said["akibat"])  # fmt: skip
