"""The comparisons of what two agencies say of one thing, each in one file with the tabs that it is made of in TOML."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from monev.contract import sql_block
from monev.contract.reference_csv import ReferenceDataError
from monev.contract.sql_block import Declared

#: Where the file of a comparison lies below queries/<page>/, and what its block is called.
FOLDER = "rekonsiliasi"
#: One without `memakai` weighs its completeness itself. `kiri` and `kanan` are whose figure stands on either side,
#: `petunjuk` where nobody is wrong; not `tampil` where it is no row of the differences, because the page shows it
#: otherwise. Of its rows `paling_banyak` are shown, the most urgent ones.
_KEYS: sql_block.Keys = {
    "judul": ((str,), True), "kiri": ((str,), True), "kanan": ((str,), True), "satuan": ((str,), True),
    "memakai": ((dict,), False), "petunjuk": ((bool,), False), "tampil": ((bool,), False),
    "paling_banyak": ((int,), False),
}  # fmt: skip


def read(path: Path) -> Declared:
    """The comparison of one file; ReferenceDataError at a mistake in its block."""
    found = sql_block.read(path, FOLDER, _KEYS, {})
    for use in found.uses:
        if use.beside or use.together or any(part.only for part in use.parts):
            found.where.fail(
                f"memakai.{use.agency}/{use.tab}", "penentu, gabung, dan hanya berlaku untuk indikator saja"
            )
    return found


def _read(path: Path) -> Declared:
    try:
        return read(path)
    except ReferenceDataError as error:
        said = {"judul": path.stem, "kiri": "-", "kanan": "-", "satuan": "angka"}
        return sql_block.broken(path, said, error)


def load(folder: Path) -> list[Declared]:
    """Every comparison below the folder of queries in the order of their codes, numbers by their size (X2 before X10);
    one whose block cannot be taken with its trouble. ReferenceDataError where two have one code."""
    found = [_read(path) for path in folder.glob(f"*/{FOLDER}/*.sql")]
    for code, times in Counter(one.code.lower() for one in found).items():
        if times > 1:
            raise ReferenceDataError(f"{folder.name}/: dua pembandingan dengan satu kode, {code}.")
    return sorted(
        found, key=lambda one: [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", one.code)]
    )
