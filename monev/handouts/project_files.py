"""What a project adds to the hand-outs: the files of its folder handouts/, and why one of them cannot be used.

tabel.py gives the workbook more sheets (`SUBJECTS`), paparan.py the slide of an agenda point its picture, by a function
of the name of its page; every other file is one hand-out more (`HANDOUT` and `write`; with `compose` the same as PDF),
or several documents in Word and as PDF (`PAPERS`).
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
import re
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from monev import PROJECT
from monev.handouts import papers, workbook_sheets
from monev.handouts.handout import MIME, About, Handout
from monev.handouts.paper import Kind
from monev.handouts.workbook_sheets import Subject
from monev.words.safe_text import line

FOLDER = PROJECT / "handouts"
#: The files that add to a hand-out of the engine, by its code; and the codes that no file can have.
PICTURES, SHEETS = "paparan", "tabel"
MINUTES, MEMO, DATA = "notula", "nota-dinas", "data"
TAKEN = (MINUTES, "nota_dinas", DATA)
#: Each file with when it was changed and how large it is.
Stamps = tuple[tuple[Path, int, int], ...]
_NAME = re.compile(r"[a-z][a-z0-9_]*\.py")
#: What is missing where one of them cannot be used, in the place where the hand-out is offered; `ASK` says what helps.
_MISSING = {PICTURES: "Gambar tiap agenda belum ikut", SHEETS: "Tabel tiap agenda belum ikut"}
_NOT_MADE, ASK = "Berkas ini belum dapat dibuat", "mohon pengelola server menjalankan python -m monev check"


@dataclass(frozen=True)
class Added:
    """`sheets` of the workbook; `pictures` by page, each called with canvas, box and source; `handouts` by the names of
    their files; `wrong` is one line for operators for each file, by its name, that cannot be used; `stems` are the
    names of the files that hand-outs stand in, by their codes."""

    sheets: tuple[Subject, ...]
    pictures: Mapping[str, Callable[..., None]]
    handouts: tuple[Handout, ...]
    wrong: Mapping[str, str]
    stems: Mapping[str, str]

    def trouble(self, code: str) -> str:
        """What is missing of the hand-out of the engine of this code, for whoever would take it."""
        return f"{_MISSING[code]}; {ASK}." if code in self.wrong else ""


class _Unusable(ValueError):
    """A file that lacks what its name promises; the text says what, and what to write."""


class _Loader(importlib.machinery.SourceFileLoader):
    """Reads a file as it is now, and leaves nothing beside it."""

    def get_code(self, fullname: str) -> object:
        return self.source_to_code(self.get_data(self.path), self.path)


def stamps(folder: Path | None = None) -> Stamps:
    """The files of the folder (that of the project unless given) as they are now."""
    files = [path for path in sorted((folder or FOLDER).glob("*.py")) if _NAME.fullmatch(path.name)]
    return tuple((path, (seen := path.stat()).st_mtime_ns, seen.st_size) for path in files)


def added(folder: Path | None = None) -> Added:
    """What they add; read again only where one has changed."""
    return _added(stamps(folder))


def unread(folder: Path) -> Iterator[str]:
    """The names of what lies in the folder and is no hand-out."""
    for path in sorted(folder.glob("*")):
        if path.name != "__pycache__" and not (path.is_file() and _NAME.fullmatch(path.name)):
            yield path.name


@lru_cache(maxsize=8)
def _added(files: Stamps) -> Added:
    sheets, pictures, handouts, wrong, stems = (), {}, [], {}, {}
    for path, *_ in files:
        try:
            module = _loaded(path)
            if path.stem == SHEETS:
                sheets = _sheets(module)
            elif path.stem == PICTURES:
                pictures = _pictures(module)
            else:
                made = _handouts(path.stem, module)
                handouts += made
                stems |= {one.code: path.stem for one in made}
        except Exception as error:
            wrong[path.stem] = _told(path, error)
            if path.stem not in _MISSING:
                title = path.stem.replace("_", " ").capitalize()
                handouts.append(Handout(_code(path.stem), title, "", "", None, f"{_NOT_MADE}; {ASK}."))
    return Added(sheets, pictures, tuple(handouts), wrong, stems)


def _loaded(path: Path) -> ModuleType:
    """The file as a module of its own, under a name that no import can mean."""
    name = f"{path.parent.name}: {path}"
    spec = importlib.util.spec_from_file_location(name, path, loader=_Loader(name, str(path)))
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _sheets(module: ModuleType) -> tuple[Subject, ...]:
    subjects = getattr(module, "SUBJECTS", None)
    if not isinstance(subjects, tuple | list) or not all(isinstance(one, Subject) for one in subjects):
        raise _Unusable("SUBJECTS tidak ada atau bukan deretan Subject; tulis SUBJECTS = (Subject(…), …)")
    if why := workbook_sheets.wrong(subjects):
        raise _Unusable(why)
    return tuple(subjects)


def _pictures(module: ModuleType) -> dict[str, Callable[..., None]]:
    own = {name: made for name, made in vars(module).items() if getattr(made, "__module__", "") == module.__name__}
    found = {name: made for name, made in own.items() if callable(made) and not name.startswith("_")}
    if not found:
        raise _Unusable("tidak ada fungsi di dalamnya; tulis satu fungsi (canvas, box, source) bernama halaman agenda")
    return found


def _handouts(stem: str, module: ModuleType) -> list[Handout]:
    if stem in TAKEN:
        raise _Unusable("namanya sudah dipakai bahan rapat bawaan; ganti nama berkasnya")
    kinds = getattr(module, "PAPERS", None)
    if kinds is None:
        return [_handout(stem, module)]
    if not isinstance(kinds, tuple | list) or not all(isinstance(one, Kind) for one in kinds):
        raise _Unusable("PAPERS bukan deretan Kind; tulis PAPERS = (Kind(…), …)")
    for one in kinds:
        if (
            not re.fullmatch(rf"{_code(stem)}(-[a-z0-9]+)*", one.code)
            or [other.code for other in kinds].count(one.code) > 1
        ):
            raise _Unusable(f"kode “{one.code}” harus diawali {_code(stem)} dan hanya sekali")
    return [papers.handout(one) for one in kinds]


def _handout(stem: str, module: ModuleType) -> Handout:
    about, write = getattr(module, "HANDOUT", None), getattr(module, "write", None)
    if not isinstance(about, About) or not all(isinstance(said, str) and said.strip() for said in about):
        raise _Unusable('HANDOUT tidak ada atau bukan About; tulis HANDOUT = About("judul", "isinya.", "docx")')
    if about.suffix not in MIME:
        raise _Unusable(f'akhiran "{about.suffix}" tidak dikenal; pakai salah satu dari {", ".join(MIME)}')
    if not callable(write):
        raise _Unusable("fungsi write tidak ada; tulis def write(source, tell) yang memberi isi berkasnya")
    compose = getattr(module, "compose", None)
    printed = papers.as_pdf(compose) if callable(compose) else None
    return Handout(_code(stem), about.title, about.holds, about.suffix, write, pdf=printed)


def _code(stem: str) -> str:
    return stem.replace("_", "-")


def _told(path: Path, error: Exception) -> str:
    """Which file, where in it, and what is wrong there, in one line."""
    where = f"{path.parent.name}/{path.name}"
    if isinstance(error, _Unusable):
        return f"{where}: {error}."
    return f"{where}{at_line(path, error)}: {type(error).__name__}, {line(error).rstrip('.')}; perbaiki berkasnya."


def at_line(path: Path, error: Exception) -> str:
    """Where in the file it went wrong, as part of a sentence; empty where it did not do so there."""
    found = [error.lineno] if isinstance(error, SyntaxError) and error.filename == str(path) else []
    frames = traceback.extract_tb(error.__traceback__)
    found += [frame.lineno for frame in reversed(frames) if frame.filename == str(path)]
    return f" baris {found[0]}" if found and found[0] else ""
