"""What sumber.toml says of a folder of sheets."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path

from monev.sheets import limits, regular_file
from monev.sheets.spreadsheet import SourceError


@dataclass(frozen=True)
class FolderFacts:
    """What `sumber.toml` says of a folder.

    `reference_date` the day the numbers are judged at, None for today; `simulated` whether they are invented;
    `before` the folder within this one that holds the state of the meeting before.
    """

    reference_date: dt.date | None
    simulated: bool
    before: str | None = None


def read_facts(folder: Path) -> FolderFacts:
    """`<folder>/sumber.toml`: tanggal_acuan (a date), simulasi (true or false), sebelumnya (a folder in it).

    All may be missing, the file too. Raises SourceError for a broken file, an unknown key, a wrong value.
    """
    path = folder / "sumber.toml"
    try:
        regular_file.inside(path, folder)
        facts = regular_file.toml(path, limits.FACTS)
    except FileNotFoundError:
        return FolderFacts(None, False)
    except OSError as error:
        raise SourceError(unopened("sumber.toml", error, limits.FACTS)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"Berkas “sumber.toml” tidak dapat dibaca: {_one_line(error)}.") from error
    date, simulated, before = (facts.pop(key, None) for key in ("tanggal_acuan", "simulasi", "sebelumnya"))
    if facts:
        raise SourceError(f"Berkas “sumber.toml” memuat “{_one_line(min(facts))[:80]}” yang tidak dikenal.")
    if date is not None and type(date) is not dt.date:
        raise SourceError("Isi tanggal_acuan di “sumber.toml” bukan tanggal. Tulis tanpa kutip, misalnya 2024-11-04.")
    if simulated not in (None, True, False) or (isinstance(simulated, int | float) and type(simulated) is not bool):
        raise SourceError("Isi simulasi di “sumber.toml” bukan true atau false.")
    if before is not None and not _is_folder_within(folder, before):
        raise SourceError("Isi sebelumnya di “sumber.toml” bukan nama folder yang ada di folder ini.")
    return FolderFacts(date, bool(simulated), before)


def refuse_unlike(folder: Path, inner: Path, facts: FolderFacts, before: FolderFacts) -> None:
    """SourceError where what the folder of the meeting before says of itself does not belong to the one it lies in."""
    name = f"{inner.relative_to(folder).as_posix()}/sumber.toml"
    date = facts.reference_date
    write = "tulis tanggal_acuan = tanggal rapat sebelumnya" + ("" if not facts.simulated else " dan simulasi = true")
    if not (inner / "sumber.toml").is_file():
        raise SourceError(f"Berkas “{name}” tidak ada; {write} di sana.")
    if before.reference_date is None:
        raise SourceError(f"Berkas “{name}” belum memuat tanggal_acuan; tulis tanggal rapat sebelumnya.")
    if date is not None and before.reference_date >= date:
        raise SourceError(f"Isi tanggal_acuan di “{name}” harus sebelum {date.isoformat()}, tanggal di “sumber.toml”.")
    if before.simulated != facts.simulated:
        said = "true" if facts.simulated else "false"
        raise SourceError(f"Isi simulasi di “{name}” harus {said}, sama dengan di “sumber.toml”.")


def unopened(name: str, error: OSError, most: int) -> str:
    """Why a file was not opened, and what to do about it."""
    if isinstance(error, regular_file.TooLarge):
        size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1_000} kB"
        return f"Berkas “{name}” terlalu besar. Batasnya {size}."
    if isinstance(error, regular_file.Outside):
        return f"“{name}” tautan ke luar folder lembar, jadi tidak dibaca. Salin isinya ke folder ini."
    if isinstance(error, regular_file.NoFile):
        return f"“{name}” bukan berkas biasa, jadi tidak dibaca. Gantilah dengan berkasnya sendiri."
    return f"Berkas “{name}” tidak dapat dibuka. Periksa izin berkasnya."


def _is_folder_within(folder: Path, name: object) -> bool:
    if not isinstance(name, str):
        return False
    try:
        inner = regular_file.inside(folder / name, folder)
        return inner.is_dir() and inner != folder.resolve()
    except (OSError, ValueError):  # nowhere, outside, or no name at all
        return False


def _one_line(said: object) -> str:
    return " ".join(str(said).split()).rstrip(".")
