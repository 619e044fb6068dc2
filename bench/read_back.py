"""What a stranger's eye reads on a picture: tesseract, and how many of the words that stand there it found.

Words are compared without capitals and without the marks around and between them; what has one sign alone is left out.
A number counts only as it stands, with its commas and points; in a word of six letters or more one letter may be
another, as a reader would not notice it either. Each picture is read twice, and a word counts as often as the better
reading has it: as columns in Indonesian, and as words anywhere in English, whose letters know the percent sign of our
type. White words on dark grounds need no picture of their own: tesseract turns such lines round by itself.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

#: What is called -> the Debian packages that bring it.
TOOLS = {"ffmpeg": "ffmpeg", "tesseract": "tesseract-ocr tesseract-ocr-ind"}
#: Language and layout of each reading: 11 looks for words anywhere, 3 for columns of text.
WAYS = (("ind", "3"), ("eng", "11"))
#: Letters from which on one of a word may be another.
LONG = 6
#: A number with its commas and points, or letters: where OCR saw no blank between the two there are two words.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")


@dataclass(frozen=True)
class Read:
    """How many words stand on a picture, and which of them nobody reads there."""

    words: int
    lost: tuple[str, ...]

    @property
    def share(self) -> float:
        return 1 - len(self.lost) / self.words


def missing() -> str:
    """One line on what has to be installed first, or nothing."""
    wanted = [packages for tool, packages in TOOLS.items() if shutil.which(tool) is None]
    if not wanted and "ind" not in _tesseract("--list-langs").split():
        wanted = ["tesseract-ocr-ind"]
    return f"Belum terpasang: apt-get install {' '.join(wanted)}" if wanted else ""


def words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in texts."""
    found = (word for text in texts for word in _WORD.findall(text.casefold()))
    return Counter(word for word in found if len(word) > 1)


def compared(visible: Iterable[str], readings: Sequence[str]) -> Read:
    """The words that stand on a picture against what was read on it, once or more often."""
    wanted, found = words(visible), Counter()
    for reading in readings:
        found |= words([reading])
    lost, left = [], found - wanted
    for word in sorted((wanted - found).elements()):
        alike = next((other for other in left if left[other] and _alike(word, other)), None)
        if alike is None:
            lost.append(word)
        else:
            left[alike] -= 1
    return Read(wanted.total(), tuple(lost))


def _alike(word: str, other: str) -> bool:
    """Whether at most one letter of a long word is another, missing or too many."""
    if len(word) < LONG or not (word.isalpha() and other.isalpha()) or abs(len(word) - len(other)) > 1:
        return False
    shorter = min(len(word), len(other))
    same = next((place for place in range(shorter) if word[place] != other[place]), shorter)
    rest, others = word[same:], other[same:]
    return others[1:] == rest[1:] or others[1:] == rest or others == rest[1:]


def read(pictures: Sequence[Path]) -> list[list[str]]:
    """What stands on each picture, by each way of reading."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        ways = [pool.map(_seen, pictures, itertools.repeat(way)) for way in WAYS]
        return [list(readings) for readings in zip(*ways, strict=True)]


def _seen(picture: Path, way: tuple[str, str]) -> str:
    language, layout = way
    return _tesseract(str(picture), "-", "-l", language, "--psm", layout)


def _tesseract(*arguments: str) -> str:
    around = os.environ | {"OMP_THREAD_LIMIT": "1"}  # one picture a processor is faster than one after the other
    return subprocess.run(["tesseract", *arguments], env=around, check=True, capture_output=True, text=True).stdout
