"""What a contract takes from the city that it is for: places and years in its examples, and the years of its dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

#: Years before and after the topic's day in which a date of the sheets may lie, from the first budget to the last
#: report.
BEFORE, AFTER = 2, 3
#: Years in which such a day may lie.
YEARS = (2005, 2099)
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class City:
    """`code` is the region's own, `year` that of the topic's day; `home` gives the kecamatan of each kelurahan, in
    the order of wilayah.csv.

    Without places every example of a place stays as it is.
    """

    code: str
    year: int
    home: Mapping[str, str]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year in which a date may lie."""
        return self.year - BEFORE, self.year + AFTER

    def example(self, kind: str, written: str, of: int) -> str:
        """An example of a column of type `kind`, written for a day in the year `of`, as this city would type it.

        A place that the city has stays; another one gives way to one of its own.
        """
        if kind in ("kec", "kel"):
            known = tuple(self.home.values() if kind == "kec" else self.home)
            return written if written in known or not known else known[0]
        return _YEAR.sub(lambda found: str(int(found[0]) + self.year - of), written)
