"""What is told, in Indonesian and in one line, when a command is called the wrong way or a file cannot be used."""

from __future__ import annotations

import argparse
import errno
import re
import sys
from pathlib import Path
from typing import NoReturn

#: What argparse says of a wrong call, and what is told instead: only the names of arguments are taken over.
_TOLD = {
    r"the following arguments are required: (.+)": "Belum ditulis: {}.",
    r"unrecognized arguments: (.+)": "Tidak dikenal: {}.",
    r"ambiguous option: (\S+) could match (.+)": "{} dapat berarti {}.",
    r"argument (.+?): not allowed with argument (.+)": "{} dan {} tidak dapat dipakai bersama.",
    r"argument (.+?): expected .+": "Isi {} belum ditulis.",
    r"argument (.+?): .+": "Isi {} tidak dikenal.",
}
#: What the system says in English about files, by its number.
_SYSTEM_SAYS = {
    errno.ENOSPC: "disk penuh; kosongkan ruang dulu",
    errno.EFBIG: "berkas terlalu besar untuk disk atau pemakai ini",
    errno.EROFS: "disk hanya dapat dibaca; periksa disknya",
    errno.EACCES: "izinnya kurang; beri izin kepada pemakai yang menjalankan server",
    errno.EIO: "disk rusak; periksa disknya",
    errno.ENOENT: "tidak ada",
    errno.EXDEV: "letaknya di disk lain",
    errno.ENAMETOOLONG: "namanya terlalu panjang; pilih nama yang lebih pendek",
    errno.ENOTDIR: "salah satu foldernya ternyata berkas",
    errno.EDQUOT: "jatah disk pemakai ini habis; kosongkan ruang dulu",
    errno.EPERM: "sistem melarangnya; beri izin kepada pemakai yang menjalankan server",
    errno.ELOOP: "tautannya berputar",
}
_ELSE = "Perintah ini belum lengkap atau tidak dikenal."


class TemplateError(ValueError):
    """A workbook that cannot be written; its text says why and what to do, in Indonesian, on one line."""


class Parser(argparse.ArgumentParser):
    """Reads a command line; where it is wrong, names the argument that is and ends the program with exit status 2."""

    def error(self, message: str) -> NoReturn:
        """Tell it in one line."""
        print(f"monev: {told(message)} Lihat: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def told(message: str) -> str:
    """One sentence for what argparse says of a wrong call."""
    for pattern, sentence in _TOLD.items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return sentence.format(*found.groups())
    return _ELSE


def unusable(error: OSError) -> str:
    """One sentence for what the system says of a file."""
    why = _SYSTEM_SAYS.get(error.errno, f"sistem menolaknya (kode {error.errno})")
    name = Path(error.filename).name if error.filename else "berkas"
    return f"{name} tidak dapat dipakai: {why}."
