"""A hand-out as people see it who open it in an office program: LibreOffice turns it into pages, Poppler reads them."""

import html
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests import absent

SOFFICE, TO_PICTURE, TO_WORDS = shutil.which("soffice"), shutil.which("pdftoppm"), shutil.which("pdftotext")
THERE = all((SOFFICE, TO_PICTURE, TO_WORDS))
MISSING = (
    "LibreOffice atau Poppler tidak ada: bahan rapat tidak diuji sebagai halaman. Pasang dengan: apt-get install "
    "libreoffice-impress-nogui libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-crosextra-carlito"
)
#: Seconds that one conversion may take, also on a busy machine.
PATIENCE = 180
#: Points by which the box of a word may stand out: boxes hold the whole line of type, not the ink alone.
SLACK = 1.0


@dataclass(frozen=True)
class Word:
    """One word as it is set; its box in points from the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Leaf:
    """One page: its size in points, its words in the order in which they are read, and its picture."""

    width: float
    height: float
    words: list[Word]
    picture: Path

    @property
    def text(self) -> str:
        """All words with one blank between them."""
        return " ".join(word.text for word in self.words)

    def outside(self, margin: float = 0.0) -> list[str]:
        """The words that do not lie wholly within the page, or within a margin of so many points."""
        low, right, bottom = margin - SLACK, self.width - margin + SLACK, self.height - margin + SLACK
        return [
            word.text
            for word in self.words
            if word.left < low or word.top < low or word.right > right or word.bottom > bottom
        ]


def needed():
    """Skip the test aloud where the programs are not there; under CI that is a failure."""
    if not THERE:
        absent.ends(MISSING)


def pages(content: bytes, suffix: str, folder: Path, dots: int = 60) -> list[Leaf]:
    """The pages of a hand-out, converted below `folder` with a profile of its own; `dots` per inch of the pictures."""
    needed()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"bahan.{suffix}").write_bytes(content)
    around = os.environ | {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
    _run(SOFFICE, f"-env:UserInstallation={(folder / 'profil').resolve().as_uri()}", "--headless", "--norestore",
         "--convert-to", "pdf", "--outdir", folder, folder / f"bahan.{suffix}", env=around)  # fmt: skip
    made = folder / "bahan.pdf"
    assert made.exists(), "LibreOffice did not open the file"
    return _leaves(made, folder, dots)


def printed(content: bytes, folder: Path, dots: int = 60) -> list[Leaf]:
    """The pages of a hand-out that is a PDF already."""
    needed()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bahan.pdf").write_bytes(content)
    return _leaves(folder / "bahan.pdf", folder, dots)


def _leaves(made: Path, folder: Path, dots: int) -> list[Leaf]:
    _run(TO_PICTURE, "-r", dots, "-png", made, folder / "halaman")
    _run(TO_WORDS, "-bbox", made, folder / "kata.html")
    pictures = sorted(folder.glob("halaman-*.png"))
    leaves = [_leaf(page, picture) for page, picture in zip(_read(folder / "kata.html"), pictures, strict=True)]
    assert leaves
    return leaves


def same(text: object) -> str:
    """A text without any blank or soft hyphen, since a page may break it wherever its lines end."""
    return re.sub(r"[\s\u00ad\u200b]+", "", str(text))


def missing(texts: list[str], leaves: list[Leaf]) -> list[str]:
    """Those of `texts` that cannot be read in whole on any of the pages."""
    read = [same(leaf.text) for leaf in leaves]
    return [text for text in texts if not any(same(text) in page for page in read)]


def _run(*command, **more):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=PATIENCE, **more)
    assert done.returncode == 0, done.stderr


def _read(path):
    """The pages of what Poppler wrote, each as its size and its words."""
    for page in path.read_text("utf-8").split("<page ")[1:]:
        head, _, body = page.partition(">")
        size = [float(found) for found in re.findall(r'(?:width|height)="([-\d.]+)"', head)]
        yield size, re.findall(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', body, re.S)


def _leaf(page, picture):
    (width, height), found = page
    words = [Word(html.unescape(said), *map(float, box)) for *box, said in found]
    return Leaf(width, height, words, picture)
