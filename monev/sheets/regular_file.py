"""Files that others put there, read whole: only what is a file, lies where it should, and is not too large."""

from __future__ import annotations

import os
import stat
import tomllib
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from monev.sheets import limits

#: Follow no link, wait for nobody, become nobody's terminal, change no line end: where the system knows these flags.
_PLAINLY = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_BINARY"))


class TooLarge(OSError):
    """A file of more bytes than its bound."""


class NoFile(OSError):
    """A folder, a pipe, a device, a socket: something that may have no end, or may never begin."""


class Outside(OSError):
    """A link that leads out of the folder in which the file was looked for."""


def content(path: Path, most: int, within: Path | None = None) -> bytes:
    """The file's bytes, at most so many; `within` is the folder that no link may lead out of.

    Raises TooLarge, NoFile, Outside, and OSError as the system does. A file that grows meanwhile is too large; one that
    shrinks is what was left of it.
    """
    real = inside(path, within) if within else Path(os.path.realpath(path, strict=True))
    # Looked at before it is opened: to open a device may do something, to open a pipe may wait for ever.
    _refuse(real.stat(), most)
    # The last part is no link any more; who makes it one, or a pipe, at this moment gets an error.
    opened = os.open(real, os.O_RDONLY | _PLAINLY)
    with open(opened, "rb") as file:  # noqa: PTH123 - it is open already
        _refuse(os.fstat(opened), most)
        read = file.read(most + 1)
    if len(read) > most:
        raise TooLarge(f"more than {most} bytes")
    return read


def inside(path: Path, folder: Path) -> Path:
    """Where the path leads, every link followed; Outside if that is not in the folder, OSError if it is nowhere."""
    real = Path(os.path.realpath(path, strict=True))
    if not real.is_relative_to(os.path.realpath(folder)):
        raise Outside(path.name)
    return real


def text(path: Path, most: int = limits.DECLARED) -> str:
    """The file's text, line ends as they are; raises UnicodeDecodeError, and what `content` raises."""
    return content(path, most).decode("utf-8-sig")


def toml(path: Path, most: int = limits.DECLARED) -> dict[str, Any]:
    """The file as TOML gives it; raises TOMLDecodeError, UnicodeDecodeError, and what `content` raises."""
    try:
        return deepcopy(_tables(text(path, most)))
    except RecursionError:
        raise tomllib.TOMLDecodeError("nested too deeply") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise
    except ValueError as error:  # a number of more digits than Python takes
        raise tomllib.TOMLDecodeError(str(error)) from None


@lru_cache(maxsize=128)
def _tables(written: str) -> dict[str, Any]:
    """Every page asks for the settings, and they seldom change."""
    return tomllib.loads(written)


def _refuse(found: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NoFile("not a regular file")
    if found.st_size > most:
        raise TooLarge(f"more than {most} bytes")
