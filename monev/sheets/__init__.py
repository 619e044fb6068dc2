"""A spreadsheet as it was typed, from a folder of CSV files or an Excel workbook."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from monev.sheets import csvtext, files, workbook
from monev.sheets.cell import Value, is_blank, is_indonesian, shown

__all__ = [
    "CHOICES_TAB", "Fetched", "FolderFacts", "SourceError", "Spreadsheet", "Tab", "Value", "content_of", "csv_files",
    "csv_tab", "fetch_folder", "is_blank", "is_indonesian", "kept_rows", "read_facts", "read_folder", "shown", "source",
]  # fmt: skip

#: No agency has more rows than this; whatever lies below is a slip or another kind of file.
MOST_ROWS = 200_000
#: The tab of a template's workbook that holds its long drop-downs; it belongs to nobody's contract.
CHOICES_TAB = "Daftar pilihan"
#: Bytes of one file.
MOST_BYTES = 100_000_000


class SourceError(ValueError):
    """A source that cannot be read; its text tells the person who can mend it, in Indonesian, on one line."""


@dataclass(frozen=True)
class Tab:
    """One tab; `rows[0]` is sheet row 1. Rows differ in length; blank ones keep their place, ends are cut."""

    title: str
    rows: list[list[Value]]
    link: str | None


@dataclass(frozen=True)
class Spreadsheet:
    """All tabs of one agency in their order; the spreadsheet's `locale` (in_ID) and `title`, None if unknown.

    `unread` are files that hold a tab each and could not be read: its title, and a sentence that says why. `beside` are
    the names of newer files that may be meant instead of the one that was read.
    """

    agency: str
    tabs: tuple[Tab, ...]
    locale: str | None
    link: str | None
    title: str | None = None
    unread: tuple[tuple[str, str], ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fetched:
    """What became of one agency's spreadsheet when it was read.

    `trouble` says why it could not be. Without either sheet or trouble it has not changed since `mark` was noted:
    a text by which its source knows the state that was read, None where it cannot tell.
    """

    sheet: Spreadsheet | None
    mark: str | None
    trouble: str | None


@dataclass(frozen=True)
class FolderFacts:
    """What `sumber.toml` says of a folder.

    `reference_date` the day the numbers are judged at, None for today; `simulated` whether they are invented;
    `before` the folder within this one that holds the state of the meeting before.
    """

    reference_date: dt.date | None
    simulated: bool
    before: str | None = None


def read_folder(folder: Path, agency: str) -> Spreadsheet:
    """The agency's tabs: `<folder>/<agency>/*.csv` (file name = tab title) or `<folder>/<agency>.xlsx`.

    Cells of a CSV file are text; those of a workbook keep their types, a date with a time is its date. A CSV file that
    cannot be read whole takes its own tab with it, and is named in `unread`. Raises SourceError when there is no source
    or more than one, and when none of its files can be read.
    """
    found = source(folder, agency)
    tabs, unread = _csv_tabs(found) if found.is_dir() else (tuple(_workbook_tabs(found)), ())
    return Spreadsheet(agency, tabs, None, None, None, unread, files.newer_beside(found, agency))


def source(folder: Path, agency: str) -> Path:
    """Where the agency's tabs lie: a folder of CSV files or a workbook; SourceError for none, and for more than one."""
    found = [path for path in _listing(folder, folder.name) if _stem_is(path, agency)]
    sources = [path for path in found if path.is_dir() or path.suffix.lower() == ".xlsx"]
    if len(sources) > 1:
        names = ", ".join(f"“{path.name}”" for path in sources)
        raise SourceError(f"Ada lebih dari satu sumber untuk {agency}: {names}. Sisakan satu saja.")
    if not sources and found:
        raise SourceError(f"Berkas “{found[0].name}” belum dapat dibaca. Simpan sebagai “{agency}.xlsx”.")
    if not sources and (near := files.named_after(folder, agency)):
        write = f"Bila itu yang dimaksud, ganti namanya menjadi “{agency}{near[0].suffix}”."
        raise SourceError(f"Berkas “{agency}.xlsx” belum ada, tetapi ada “{near[0].name}”. {write}")
    if not sources:
        raise SourceError(f"Belum ada folder “{agency}” atau berkas “{agency}.xlsx” di folder “{folder.name}”.")
    return sources[0]


def read_facts(folder: Path) -> FolderFacts:
    """`<folder>/sumber.toml`: tanggal_acuan (a date), simulasi (true or false), sebelumnya (a folder in it).

    All may be missing, the file too. Raises SourceError for a broken file, an unknown key, a wrong value.
    """
    path = folder / "sumber.toml"
    if not path.exists():
        return FolderFacts(None, False)
    try:
        facts = tomllib.loads(_bytes(path, path.name).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"Berkas “sumber.toml” tidak dapat dibaca: {_one_line(error)}.") from error
    date, simulated, before = (facts.pop(key, None) for key in ("tanggal_acuan", "simulasi", "sebelumnya"))
    if facts:
        raise SourceError(f"Berkas “sumber.toml” memuat “{min(facts)}” yang tidak dikenal.")
    if date is not None and type(date) is not dt.date:
        raise SourceError("Isi tanggal_acuan di “sumber.toml” bukan tanggal. Tulis tanpa kutip, misalnya 2024-11-04.")
    if simulated not in (None, True, False) or (isinstance(simulated, int | float) and type(simulated) is not bool):
        raise SourceError("Isi simulasi di “sumber.toml” bukan true atau false.")
    if before is not None and not _is_folder_within(folder, before):
        raise SourceError("Isi sebelumnya di “sumber.toml” bukan nama folder yang ada di folder ini.")
    return FolderFacts(date, bool(simulated), before)


def fetch_folder(folder: Path, agencies: Iterable[str]) -> dict[str, Fetched]:
    """What `read_folder` says of each agency: its sheet, or why there is none."""
    found = {}
    for agency in agencies:
        try:
            found[agency] = Fetched(read_folder(folder, agency), None, None)
        except SourceError as error:
            found[agency] = Fetched(None, None, str(error))
    return found


def _is_folder_within(folder: Path, name: object) -> bool:
    if not isinstance(name, str):
        return False
    inner = (folder / name).resolve()
    return inner.is_dir() and folder.resolve() in inner.parents


def _listing(folder: Path, name: str) -> list[Path]:
    """What lies in the folder, in order of name, without hidden and lock files."""
    try:
        paths = [path for path in folder.iterdir() if not path.name.startswith((".", "~$"))]
    except FileNotFoundError as error:
        raise SourceError(f"Folder “{name}” tidak ditemukan.") from error
    except OSError as error:
        raise SourceError(f"Folder “{name}” tidak dapat dibuka.") from error
    return sorted(paths, key=lambda path: (path.name.casefold(), path.name))


def _stem_is(path: Path, agency: str) -> bool:
    name = path.name if path.is_dir() else path.stem
    return name.casefold() == agency.casefold()


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SourceError(f"Berkas “{name}” terlalu besar. Batasnya {MOST_BYTES // 1_000_000} MB.")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"Berkas “{name}” tidak dapat dibuka. Periksa izin berkasnya.") from error


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")


def kept_rows(rows: Iterable[Sequence[Value]], where: str) -> list[list[Value]]:
    """The rows down to the last in which something can be seen; blank ones cost nothing until one follows."""
    kept: list[list[Value]] = []
    for number, row in enumerate(rows, start=1):
        width = next((index for index in range(len(row), 0, -1) if not is_blank(row[index - 1])), 0)
        if not width:
            continue
        if number > MOST_ROWS:
            raise SourceError(f"{where} berisi melewati baris 200.000. Hapus isi di bawah tabel, lalu simpan.")
        kept.extend([] for _ in range(number - 1 - len(kept)))
        kept.append(list(row[:width]))
    return kept


def csv_files(folder: Path) -> list[Path]:
    """The CSV files of an agency's folder, one per tab, in order; SourceError where there is none."""
    paths = [path for path in _listing(folder, folder.name) if path.suffix.lower() == ".csv"]
    if not paths:
        raise SourceError(f"Folder “{folder.name}” belum berisi satu pun berkas .csv.")
    return paths


def csv_tab(path: Path, content: bytes | None = None) -> Tab:
    """One CSV file, or `content` that was read from it, as a tab; SourceError where it cannot be read whole."""
    name = f"{path.parent.name}/{path.name}"
    content = content_of(path) if content is None else content
    try:
        return Tab(path.stem, kept_rows(csvtext.rows(content), f"Berkas “{name}”"), None)
    except csvtext.Unreadable as error:
        raise SourceError(f"Berkas “{name}” {error}") from error


def content_of(path: Path) -> bytes:
    """The bytes of an agency's CSV file; SourceError where it cannot be opened or is too large."""
    return _bytes(path, f"{path.parent.name}/{path.name}")


def _csv_tabs(folder: Path) -> tuple[tuple[Tab, ...], tuple[tuple[str, str], ...]]:
    tabs, unread = [], []
    for path in csv_files(folder):
        try:
            tabs.append(csv_tab(path))
        except SourceError as error:
            unread.append((path.stem, str(error)))
    if not tabs:
        raise SourceError(unread[0][1])
    return tuple(tabs), tuple(unread)


def _workbook_tabs(path: Path) -> Iterator[Tab]:
    content = _bytes(path, path.name)
    try:
        for title, rows in workbook.sheets(content):
            yield Tab(title, kept_rows(rows, f"Berkas “{path.name}”, tab “{title}”"), None)
    except workbook.Unreadable as error:
        raise SourceError(f"Berkas “{path.name}” {error}") from error
