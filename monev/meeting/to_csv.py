"""The way to the tab that keeps decisions in a folder of CSV files; a workbook is only read."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from monev import sheets
from monev.meeting.row import Cell, Form
from monev.meeting.target_tab import tab_called
from monev.reading.layout import match_tab
from monev.settings import COPY, SAMPLES, Settings, own_folder
from monev.sheets import SourceError, Spreadsheet, Tab, csv_insert, csv_read
from monev.snapshot import outbox, permissions
from monev.snapshot.directory import UNFINISHED
from monev.words import words


class ByFolder:
    """One way in, good for one delivery; raises SourceError where the agency has no sheet."""

    #: Nothing comes later than it is asked for.
    late = dt.timedelta(0)

    def __init__(self, settings: Settings, form: Form) -> None:
        self._folder, self._titles, self._agency = _writable(settings), form.titles, form.tab.agency
        self._source = sheets.source(self._folder, self._agency)
        self._read: dict[str, tuple[Path, bytes]] = {}

    def look(self) -> Spreadsheet:
        """The sheet as it is typed now; of other tabs nothing but their titles. SourceError."""
        if not self._source.is_dir():
            return sheets.read_folder(self._folder, self._agency)
        return Spreadsheet(self._agency, tuple(map(self._tab, sheets.csv_files(self._source))), None, None)

    def _tab(self, path: Path) -> Tab:
        if match_tab(path.stem, self._titles) is None:
            return Tab(path.stem, [], None)
        content = sheets.content_of(path)
        self._read[path.stem] = path, content
        return sheets.csv_tab(path, content)

    def called(self, title: str) -> str:
        """A tab as it is called in sentences: a file of its own, or a tab of the workbook."""
        return f"berkas “{title}.csv”" if self._source.is_dir() else tab_called(title)

    def unwritable(self, tab: Tab, line: Mapping[int, Cell]) -> str | None:
        """Why this row cannot be written, None where it can."""
        if not self._source.is_dir():
            return (
                f"Berkas “{self._source.name}” tidak ditulisi oleh dasbor. Ketik keputusannya di tab “{tab.title}” "
                f"dengan ID yang tampil di halaman Tindak lanjut, atau pakai folder “{self._agency}” berisi CSV."
            )
        path, content = self._read[tab.title]
        sign = csv_insert.unwritable(content, [_text(cell) for cell in line.values()])
        if sign is None:
            return None
        return (
            f"Berkas “{path.name}” berhuruf Windows-1252, yang tidak memuat “{sign}”. Simpan ulang sebagai CSV UTF-8."
        )

    def insert(self, tab: Tab, after: int, below_head: bool, lines: Mapping[str, Mapping[int, Cell]]) -> bool:
        """Put the rows below row `after` of the tab that was looked at; False where its file was changed since.

        SourceError tells why the file cannot be written.
        """
        cells = [[_text(line.get(index, "")) for index in range(max(line) + 1)] for line in lines.values()]
        return self._put(tab, lambda content: csv_insert.inserted(content, after, cells))

    def unsafe(self, tab: Tab, rows: Mapping[str, int]) -> Mapping[str, str]:
        """None is: a file that was changed since it was looked at is not written."""
        return {}

    def change(self, tab: Tab, rows: Mapping[str, int], lines: Mapping[str, Mapping[int, Cell]]) -> bool:
        """Change these cells of these rows; as `insert`."""

        def changed(content: bytes) -> bytes:
            for name, line in lines.items():
                content = csv_insert.changed(content, rows[name], {at: _text(cell) for at, cell in line.items()})
            return content

        return self._put(tab, changed)

    def _put(self, tab: Tab, made: Callable[[bytes], bytes]) -> bool:
        path, content = self._read[tab.title]
        try:
            csv_insert.replace(path, content, made(content))
        except csv_insert.Changed:
            return False
        except csv_read.Unreadable as error:
            raise SourceError(f"Berkas “{path.name}” {error}") from error
        except PermissionError as error:
            why = "Mungkin sedang terbuka di Excel: tutup dulu. Bila tidak, periksa izin berkas dan foldernya."
            raise SourceError(f"Berkas “{path.name}” tidak dapat ditulisi. {why}") from error
        except OSError as error:
            raise SourceError(f"Berkas “{path.name}” belum dapat ditulisi. Periksa ruang dan keadaan disk.") from error
        return True


def _text(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return words.date_long(cell).partition(", ")[2]
    return csv_insert.plain_text(cell)


def _writable(settings: Settings) -> Path:
    """The folder of sheets; in place of the samples, their copy, which is made here when it is first needed."""
    folder, copy = own_folder(settings.folder, settings.snapshots), settings.snapshots / COPY
    if folder != settings.folder and not copy.exists():
        # In the outbox, whose lock is held: what lies unfinished beside the snapshots is swept by any sync.
        half = settings.snapshots / outbox.OUTBOX / f"{UNFINISHED}{COPY}"
        if half.exists():
            shutil.rmtree(half)
        shutil.copytree(SAMPLES, half)
        permissions.give(half)
        half.rename(copy)
    return folder
