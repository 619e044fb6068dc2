"""The optional reference/logo.svg: a picture that runs nothing and asks for nothing from anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NoReturn
from xml.parsers import expat

from monev.contract.reference_csv import ReferenceDataError
from monev.sheets import limits, regular_file

FILE = "logo.svg"
#: What does something, leads somewhere, or holds a page of its own.
_ACTING = {"script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "a"}
#: An address that is not of a part of the same picture (#…), nor a picture within it.
_ELSEWHERE = re.compile(r"@import|image-set|url\(\s*['\"]?(?!#|\s|['\"])|javascript:|expression\(", re.I)
_WITHIN = re.compile(r"\s*(#|data:image/(png|jpeg|gif);)", re.I)
#: Elements in each other: no picture needs as many.
DEPTH = 100


def check(folder: Path) -> None:
    """ReferenceDataError in one line where the logo of `folder` is not such a picture; nothing where it has none."""
    path = folder / FILE
    name = f"{folder.name}/{FILE}"
    if not path.exists() and not path.is_symlink():
        return

    def refuse(why: str) -> NoReturn:
        raise ReferenceDataError(f"{name}: {why}.")

    try:
        content = regular_file.content(path, limits.LOGO)
        _Picture(refuse).read(content)
    except regular_file.TooLarge:
        refuse(f"lebih dari {limits.LOGO // 1_000} kB")
    except OSError:
        refuse("tidak dapat dibuka, atau bukan berkas biasa")
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, ReferenceDataError):
            raise
        refuse("bukan SVG yang sah")


class _Picture:
    """Reads an SVG element by element and refuses what a picture has no need of."""

    def __init__(self, refuse: Any) -> None:
        self._refuse, self._depth, self._style = refuse, 0, ""

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = lambda *_: self._refuse("tidak boleh berisi DOCTYPE")
        parser.ProcessingInstructionHandler = lambda *_: self._refuse("tidak boleh berisi perintah <?…?>")
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, kind = tag.rpartition(" ")
        self._depth += 1
        if self._depth == 1 and (kind != "svg" or space != "http://www.w3.org/2000/svg"):
            self._refuse("bukan SVG yang sah")
        if kind.casefold() in _ACTING or self._depth > DEPTH:
            self._refuse(f"tidak boleh berisi <{kind}>" if self._depth <= DEPTH else "unsurnya terlalu dalam")
        self._style = ""
        for key, value in attributes.items():
            short = key.rpartition(" ")[2].casefold()
            if short.startswith("on"):
                self._refuse(f"tidak boleh berisi {short}")
            if (short in ("href", "src", "base") and not _WITHIN.match(value)) or _ELSEWHERE.search(value):
                self._refuse("tidak boleh mengambil apa pun dari tempat lain")

    def _end(self, _: str) -> None:
        self._depth -= 1
        self._style = ""

    def _text(self, text: str) -> None:
        # It comes in pieces; what is asked for lies in one style sheet.
        self._style += text
        if "\\" in self._style or _ELSEWHERE.search(self._style):
            self._refuse("tidak boleh mengambil apa pun dari tempat lain")
