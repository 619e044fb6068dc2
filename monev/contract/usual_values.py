"""What a contract declares as usual for a figure: its bounds, alone or times another column, how far it may move."""

import math
import re
from dataclasses import dataclass

from monev.contract.toml_file import Place

_RANGE = r"(0, )?(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)"


@dataclass(frozen=True)
class Range:
    """Both bounds belong to it; `zero`: so does 0, wherever they lie."""

    least: float
    most: float
    zero: bool = False

    def holds(self, figure: float) -> bool:
        return self.least <= figure <= self.most or (self.zero and figure == 0)


def parse(text: str | None, place: Place) -> Range | None:
    """ "0..3000" or "0, 50000..2000000"; ContractError where it says something else."""
    if text is None:
        return None
    found = re.fullmatch(_RANGE, text)
    if found is None or float(found[2]) >= float(found[3]):
        place.fail("usual", f'batas "{text}" tidak terbaca; contoh: 0..3000')
    return Range(float(found[2]), float(found[3]), bool(found[1]))


def parse_per(text: str | None, place: Place) -> tuple[Range, str] | None:
    """ "60..400 jumlah_pos": between 60 and 400 for each that jumlah_pos counts; ContractError where it is not so."""
    if text is None:
        return None
    bounds, _, column = text.partition(" ")
    if not re.fullmatch(r"[a-z_]+", column) or not re.fullmatch(_RANGE, bounds):
        place.fail("usual_per", f'batas "{text}" tidak terbaca; contoh: 60..400 jumlah_pos')
    return parse(bounds, place), column


def parse_leap(factor: float | None, negative: bool, place: Place) -> float | None:
    """How many times as much or as little is asked about; ContractError where nothing could be."""
    if factor is None:
        return None
    if not 1 < factor < math.inf:
        place.fail("lonjakan", "harus bilangan di atas 1; contoh: 1.5")
    if negative:
        place.fail("lonjakan", "tidak untuk kolom yang boleh di bawah nol (negative)")
    return factor
