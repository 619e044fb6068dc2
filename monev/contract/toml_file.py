"""A declaration in TOML read strictly: every mistake is one Indonesian line that says where it stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from monev.sheets import regular_file
from monev.words.safe_text import line

#: What becomes a name in SQL; two underscores part an agency from its tab there.
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
#: Signs of a name, and of any text of a declaration.
NAME, TEXT = 60, 500

#: What is told to whoever typed something else.
HOW = 'tulis nama = "isi" dengan tanda kutip lurus, satu baris satu kunci; di dalam { } antarkunci koma'
KINDS = {
    str: "teks",
    bool: "true atau false",
    int: "bilangan bulat",
    float: "bilangan",
    list: "daftar teks",
    dict: "tabel",
}


class ContractError(ValueError):
    """A mistake in contracts/*.toml; its text is one Indonesian line naming file, tab, column and key."""

    #: Where it is, if that is in a tab or a file of its own.
    place: Place | None = None
    key: str | None = None

    def __init__(self, text: str) -> None:
        super().__init__(line(text))


@dataclass(frozen=True)
class Place:
    """Where in the declarations we are, so that a mistake can be found at once."""

    file: str
    tab: str | None = None
    column: str | None = None

    def fail(self, key: str | None, why: str) -> NoReturn:
        """Raise ContractError for what is wrong with `key` here."""
        named = (("tab", self.tab), ("kolom", self.column), ("kunci", key))
        where = ", ".join([self.file, *(f'{what} "{name}"' for what, name in named if name)])
        error = ContractError(f"{where}: {why}.")
        error.place, error.key = self, key
        raise error

    def name(self, name: str) -> None:
        """Refuse what is to be the name of a table or a column and is none."""
        if len(name) > NAME or not _NAME.fullmatch(name):
            self.fail(None, f'"{name}" tidak dapat menjadi nama; pakai a-z, 0-9, dan _, paling banyak {NAME} tanda')

    def text(self, key: str, *texts: str) -> None:
        """Refuse texts that no page and no header of a sheet can hold on one line."""
        for text in texts:
            if len(text) > TEXT or line(text) != text:
                self.fail(key, f"harus satu baris, paling banyak {TEXT} tanda, tanpa tanda yang tidak terlihat")

    def take(self, table: Any, required: dict[str, type], optional: dict[str, type]) -> None:
        """Refuse a table that has an unknown key, lacks a required one, or holds another kind of value."""
        if not isinstance(table, dict):
            self.fail(None, "harus berupa tabel TOML")
        known = required | optional
        for key, value in table.items():
            if key not in known:
                self.fail(key, f"kunci tidak dikenal; yang dikenal: {', '.join(known)}")
            blank = value in ([], {}) or (isinstance(value, str) and not value.strip())
            whole = known[key] is float and type(value) is int
            if (type(value) is not known[key] and not whole) or blank:
                self.fail(key, f"harus diisi {KINDS[known[key]]}")
            if isinstance(value, list) and not all(isinstance(item, str) for item in value):
                self.fail(key, f"harus diisi {KINDS[list]}")
            if isinstance(value, str | list):
                self.text(key, *([value] if isinstance(value, str) else value))
        for key in required:
            if key not in table:
                self.fail(key, "belum diisi")


def read(path: Path, error: type[ValueError] = ContractError) -> dict[str, Any]:
    """The file as TOML gives it; `error` with one Indonesian line if it is missing or no TOML."""
    name = f"{path.parent.name}/{path.name}"
    try:
        return regular_file.toml(path)
    except FileNotFoundError:
        raise error(f"{name}: berkas tidak ada.") from None
    except OSError:
        raise error(f"{name}: tidak dapat dibuka, bukan berkas biasa, atau terlalu besar.") from None
    except UnicodeDecodeError as trouble:
        raise error(f"{name}: bukan teks UTF-8.") from trouble
    except tomllib.TOMLDecodeError as trouble:
        line = re.search(r"line (\d+)", str(trouble))
        where = f"baris {line[1]}" if line else "baris terakhir"
        raise error(f"{name}, {where}: bukan TOML yang sah; {HOW}.") from trouble
