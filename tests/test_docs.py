"""What is written for those who carry this on is true: every name exists, and every file."""

import pkgutil
import re

import pytest

from monev.settings import HOME

FOR_CARRIERS = sorted((HOME / "docs" / "arsitektur").glob("*.md"))
#: A module or something in it, and a file or folder of the project, as the pages write them.
NAME, FILE = re.compile(r"`(monev(?:\.\w+)+)`"), re.compile(r"`([\w.-]+(?:/[\w.-]+)*/?)`")
FOLDERS = ("bench", "contracts", "deploy", "docs", "monev", "pages", "queries", "reference", "samples", "tests")


@pytest.mark.parametrize("text", FOR_CARRIERS, ids=lambda path: path.stem)
def test_every_name_that_the_pages_give_exists(text):
    names = sorted({*NAME.findall(text.read_text("utf-8"))})
    assert len(names) > 15
    for name in names:
        assert pkgutil.resolve_name(name) is not None


def test_a_name_that_does_not_exist_is_missed():
    for name in ("monev.nowhere", "monev.sync.sync.never", "monev.settings.Settings.none"):
        with pytest.raises((ImportError, AttributeError)):
            pkgutil.resolve_name(name)


@pytest.mark.parametrize("text", FOR_CARRIERS, ids=lambda path: path.stem)
def test_every_file_that_the_pages_name_is_there(text):
    named = {path for path in FILE.findall(text.read_text("utf-8")) if path.split("/")[0] in FOLDERS and "/" in path}
    assert named and not {path for path in named if not (HOME / path).exists()}


def test_the_pages_stay_short():
    lines = {path.name: path.read_text("utf-8").splitlines() for path in FOR_CARRIERS}
    assert max(len(page) for page in lines.values()) <= 120
    assert not [(name, line) for name, page in lines.items() for line in page if len(line) > 160]
