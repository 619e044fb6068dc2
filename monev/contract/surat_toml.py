"""What the city says at the head and the foot of letters, held against what it may say: the optional surat.toml."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any, NoReturn

from monev.contract import toml_file
from monev.contract.reference_csv import SIGNS, ReferenceDataError
from monev.sheets import limits, regular_file
from monev.words import letters
from monev.words.safe_text import line

FILE = letters.FILE
#: What may be said of a letterhead, and whether it is a list.
_HEAD = {"baris": True, "alamat": False, "lambang": False}
#: Lines of a letterhead, and of those who get a copy: no letter has room for more.
MOST = {"baris": 4, "tembusan": 8, "ditandatangani": 8}


def check(folder: Path, agencies: Collection[str]) -> None:
    """ReferenceDataError at the first mistake in the file of `folder`, with one line that says where."""
    if not (folder / FILE).exists():
        return

    def fail(key: str, why: str) -> NoReturn:
        raise ReferenceDataError(f'{folder.name}/{FILE}, kunci "{key}": {why}.')

    for name, said in toml_file.read(folder / FILE, ReferenceDataError).items():
        if name == "kop":
            _heads(folder, said, agencies, fail)
        elif name == "wakil":
            for document, code in _table(name, said, fail).items():
                if code not in agencies:
                    fail(f"wakil.{document}", f"pilih salah satu dari {', '.join(agencies)}")
        elif name == letters.PARTIES:
            said = _table(name, said, fail)
            _texts(name, said, dict.fromkeys(said, False), fail)
        elif name in letters.LETTERS:
            known = {key: key in letters.LISTS for key in letters.LETTERS[name]}
            _texts(name, _table(name, said, fail), known, fail)
        else:
            fail(name, f"tidak dikenal; yang dikenal: kop, wakil, {letters.PARTIES}, {', '.join(letters.LETTERS)}")


def _heads(folder: Path, said: Any, agencies: Collection[str], fail: Any) -> None:
    for code, head in _table("kop", said, fail).items():
        where = f"kop.{code}"
        if code != letters.COMMON and code not in agencies:
            fail(where, f"bukan instansi; pakai {letters.COMMON} atau {', '.join(agencies)}")
        _texts(where, _table(where, head, fail), _HEAD, fail)
        if "baris" not in head:
            fail(f"{where}.baris", "belum diisi")
        if "lambang" in head:
            _picture(folder, head["lambang"], lambda why, where=where: fail(f"{where}.lambang", why))


def _table(name: str, said: Any, fail: Any) -> dict[str, Any]:
    if not isinstance(said, dict):
        fail(name, f"harus berupa tabel; tulis [{name}]")
    return said


def _texts(where: str, said: dict[str, Any], known: dict[str, bool], fail: Any) -> None:
    for key, value in said.items():
        name = f"{where}.{key}"
        if key not in known:
            fail(name, f"tidak dikenal; yang dikenal: {', '.join(known)}")
        several = known[key]
        texts = value if several and isinstance(value, list) else [value]
        if several is not isinstance(value, list) or not texts or len(texts) > MOST.get(key, 1):
            fail(name, f"harus daftar teks, paling banyak {MOST[key]}" if several else "harus satu baris teks")
        for text in texts:
            if not isinstance(text, str) or not text.strip() or len(text) > SIGNS or line(text) != text:
                fail(name, f"harus satu baris teks, paling banyak {SIGNS} tanda")


def _picture(folder: Path, name: str, fail: Any) -> None:
    begins = letters.PICTURES.get(Path(name).suffix)
    if Path(name).name != name or begins is None:
        fail(f"harus nama berkas {' atau '.join(letters.PICTURES)} di folder ini")
    try:
        content = regular_file.content(folder / name, limits.LOGO, folder)
    except regular_file.TooLarge:
        fail(f"{name} lebih dari {limits.LOGO // 1_000} kB")
    except OSError:
        fail(f"{name} tidak dapat dibuka, atau bukan berkas biasa")
    if not content.startswith(begins):
        fail(f"{name} bukan gambar {Path(name).suffix.removeprefix('.').upper()}")
