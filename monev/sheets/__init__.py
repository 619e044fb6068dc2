"""A spreadsheet as it was typed, from a folder of CSV files, an Excel workbook or Google; and new rows put into it.

Never knows what a tab means and changes no cell that somebody typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from monev.sheets import csv_read, limits, regular_file, similar_names
from monev.sheets.cell import Value, is_blank, is_indonesian, shown
from monev.sheets.kept_rows import kept_rows, refuse_many, whole
from monev.sheets.spreadsheet import Fetched, SourceError, Spreadsheet, Tab
from monev.sheets.sumber_toml import FolderFacts, read_facts, refuse_unlike, unopened

__all__ = [
    "CHOICES_TAB", "FINDINGS_SIGN", "FINDINGS_TAB", "Fetched", "FolderFacts", "SourceError", "Spreadsheet", "Tab",
    "Value", "content_of", "csv_files", "csv_tab", "is_blank", "is_indonesian", "kept_rows", "read_facts",
    "read_folder", "refuse_many", "refuse_unlike", "shown", "source",
]  # fmt: skip

#: The tab of a template's workbook that holds its long drop-downs; it belongs to nobody's contract.
CHOICES_TAB = "Daftar pilihan"
#: The tab in which findings are told, and how its first cell begins: by that it is known as ours, whatever its title.
FINDINGS_TAB, FINDINGS_SIGN = "Temuan", "Tab ini disusun dasbor"
#: Signs of a file's name that are quoted where it cannot be read.
QUOTED = 80


def read_folder(folder: Path, agency: str, begun: Callable[[str], None] = lambda _: None) -> Spreadsheet:
    """The agency's tabs: `<folder>/<agency>/*.csv` (file name = tab title) or `<folder>/<agency>.xlsx`.

    Cells of a CSV file are text; those of a workbook keep their types, a date with a time is its date. A CSV file that
    cannot be read whole takes its own tab with it, and is named in `unread`. `begun` is told the name of each file
    before it is opened. No link is followed out of the folder. Raises SourceError when there is no source or more than
    one, and when none of its files can be read.
    """
    found = source(folder, agency)
    tabs, unread = _csv_tabs(found, begun) if found.is_dir() else (tuple(_workbook_tabs(found, begun)), ())
    refuse_many(len(tabs), sum(len(row) for tab in tabs for row in tab.rows), _file(found))
    return Spreadsheet(agency, tabs, None, None, None, unread, similar_names.newer_beside(found, agency))


def source(folder: Path, agency: str) -> Path:
    """Where the agency's tabs lie: a folder of CSV files or a workbook; SourceError for none, and for more than one."""
    found = [path for path in _listing(folder) if _stem_is(path, agency)]
    sources = [path for path in found if path.is_dir() or path.suffix.lower() == ".xlsx"]
    if len(sources) > 1:
        names = ", ".join(f"“{path.name}”" for path in sources)
        raise SourceError(f"Ada lebih dari satu sumber untuk {agency}: {names}. Sisakan satu saja.")
    if not sources and found:
        raise SourceError(f"Berkas “{_quoted(found[0])}” belum dapat dibaca. Simpan sebagai “{agency}.xlsx”.")
    if not sources and (folder / f"{agency}.xlsx").is_dir():
        raise SourceError(f"“{agency}.xlsx” sebuah folder, bukan berkas. Gantilah dengan berkasnya sendiri.")
    if not sources and (near := similar_names.named_after(folder, agency)):
        write = f"Bila itu yang dimaksud, ganti namanya menjadi “{agency}{near[0].suffix}”."
        raise SourceError(f"Berkas “{agency}.xlsx” belum ada, tetapi ada “{_quoted(near[0])}”. {write}")
    if not sources:
        raise SourceError(f"Belum ada folder “{agency}” atau berkas “{agency}.xlsx” di folder “{folder.name}”.")
    try:
        inner = regular_file.inside(sources[0], folder)
    except OSError as error:
        raise SourceError(unopened(_quoted(sources[0]), error, limits.WORKBOOK)) from error
    if inner == folder.resolve():
        raise SourceError(f"Folder “{sources[0].name}” tautan ke foldernya sendiri. Gantilah dengan folder berisi CSV.")
    return sources[0]


def _listing(folder: Path) -> list[Path]:
    """What lies in the folder, in order of name, without hidden and lock files."""
    try:
        paths = [path for path in folder.iterdir() if not path.name.startswith((".", "~$"))]
    except FileNotFoundError as error:
        raise SourceError(f"Folder “{folder.name}” tidak ditemukan.") from error
    except OSError as error:
        raise SourceError(f"Folder “{folder.name}” tidak dapat dibuka.") from error
    return sorted(paths, key=lambda path: (path.name.casefold(), path.name))


def _stem_is(path: Path, agency: str) -> bool:
    if agency.casefold() not in path.name.casefold():
        return False  # most end here, without a look at the disk
    name = path.name if path.is_dir() else path.stem
    return name.casefold() == agency.casefold()


def _quoted(path: Path) -> str:
    """The file's name as it can stand in a sentence of one line."""
    name = " ".join(whole(path.name).split())
    return name if len(name) <= QUOTED else f"{name[: QUOTED - 1]}…"


def _file(path: Path) -> str:
    return f"{'Folder' if path.is_dir() else 'Berkas'} “{_quoted(path)}”"


def _bytes(path: Path, name: str, within: Path, most: int) -> bytes:
    try:
        return regular_file.content(path, most, within)
    except OSError as error:
        raise SourceError(unopened(name, error, most)) from error


def csv_files(folder: Path) -> list[Path]:
    """The CSV files of an agency's folder, one per tab, in order; SourceError where there is none."""
    paths = [path for path in _listing(folder) if path.suffix.lower() == ".csv"]
    if not paths:
        raise SourceError(f"Folder “{folder.name}” belum berisi satu pun berkas .csv.")
    refuse_many(len(paths), 0, _file(folder))
    return paths


def csv_tab(path: Path, content: bytes | None = None) -> Tab:
    """One CSV file, or `content` that was read from it, as a tab; SourceError where it cannot be read whole."""
    name = _csv_name(path)
    content = content_of(path) if content is None else content
    try:
        return Tab(whole(path.stem), kept_rows(csv_read.rows(content), f"Berkas “{name}”"), None)
    except csv_read.Unreadable as error:
        raise SourceError(f"Berkas “{name}” {error}") from error


def content_of(path: Path) -> bytes:
    """The bytes of an agency's CSV file; SourceError where it cannot be opened or is too large."""
    return _bytes(path, _csv_name(path), path.parent.parent, limits.CSV)


def _csv_name(path: Path) -> str:
    return f"{path.parent.name}/{_quoted(path)}"


def _csv_tabs(folder: Path, begun: Callable[[str], None]) -> tuple[tuple[Tab, ...], tuple[tuple[str, str], ...]]:
    tabs, unread = [], []
    for path in csv_files(folder):
        begun(_csv_name(path))
        try:
            tabs.append(csv_tab(path))
        except SourceError as error:
            unread.append((whole(path.stem), str(error)))
    if not tabs:
        raise SourceError(unread[0][1])
    return tuple(tabs), tuple(unread)


def _workbook_tabs(path: Path, begun: Callable[[str], None]) -> Iterator[Tab]:
    # Not before it is needed: most folders hold CSV, and openpyxl takes a tenth of a second to come.
    from monev.sheets import xlsx

    begun(path.name)
    content = _bytes(path, path.name, path.parent, limits.WORKBOOK)
    try:
        for number, (title, rows) in enumerate(xlsx.sheets(content), start=1):
            refuse_many(number, 0, _file(path))
            if len(title) > limits.TITLE:
                raise SourceError(
                    f"{_file(path)} memuat tab dengan judul lebih dari {limits.TITLE} huruf. Pendekkan, lalu simpan."
                )
            yield Tab(
                whole(title), kept_rows(rows, f"Berkas “{path.name}”, tab “{' '.join(title[:QUOTED].split())}”"), None
            )
    except xlsx.Unreadable as error:
        raise SourceError(f"Berkas “{path.name}” {error}") from error
