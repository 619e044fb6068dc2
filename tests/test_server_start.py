"""How a server begins: it answers at once and prepares itself meanwhile, whoever comes in between, whatever fails."""

import asyncio
import contextlib
import shutil
import time

import pytest

from bench.viewer import Viewer
from tests.screen import FIRST, PAGES
from tests.test_shell import asked

pytestmark = pytest.mark.panjang

VIEWERS = 20
#: Python reads this before anything else: what all pages need is not there as long as a file is not.
HELD = """
import importlib.abc, pathlib, sys, time

class Held(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "monev.screen.frame" and not pathlib.Path({go!r}).exists():
            {then}

sys.meta_path.insert(0, Held())
"""
WAITS = "\n            ".join(("while not pathlib.Path({go!r}).exists():", "    time.sleep(0.02)"))
FAILS = 'raise RuntimeError("folder plotly tidak terbaca")'


@pytest.fixture
def shots(samples_shot, tmp_path):
    """A folder of its own: nobody has answered anything on it."""
    return shutil.copytree(samples_shot, tmp_path / "potret")


@pytest.fixture
def hold(tmp_path, monkeypatch):
    """A function that holds back what the pages of a server need, which `then` waits or fails; it gives the file that
    lets it go."""

    def hold(then):
        go = tmp_path / "lepas"
        (tmp_path / "sitecustomize.py").write_text(HELD.format(go=str(go), then=then.format(go=str(go))), "utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        return go

    return hold


async def opened(address, pages, meanwhile=lambda: None):
    """The HTML of these pages, all asked for at once; when they are, `meanwhile` is called."""
    async with contextlib.AsyncExitStack() as stack:
        viewers = [await stack.enter_async_context(Viewer(address)) for _ in pages]
        paths = ["" if page == FIRST else page for page in pages]
        waiting = [asyncio.ensure_future(one.open(path)) for one, path in zip(viewers, paths, strict=True)]
        await asyncio.sleep(0.5)
        meanwhile()
        return [seen.html() for seen in await asyncio.gather(*waiting)]


def test_the_server_answers_before_it_has_prepared_and_shows_pages_once_it_has(start, shots, hold):
    go = hold(WAITS)
    with start.anew(shots) as (address, _):
        assert asked(f"{address}/healthz")[2] == b'{"status":"ok"}'
        assert b"--ink:light-dark(" in asked(f"{address}/logistik")[2]
        asking = [PAGES[place % len(PAGES)] for place in range(VIEWERS)]
        first = asyncio.run(opened(address, asking, go.touch))
        assert first == asyncio.run(opened(address, asking)) and all("<h1" in page for page in first)


def test_twenty_pages_may_be_the_first_that_are_opened(start, shots):
    asking = [PAGES[place % len(PAGES)] for place in range(VIEWERS)]
    with start.anew(shots) as (address, _):
        first = asyncio.run(opened(address, asking))
        assert first == asyncio.run(opened(address, asking)) and all("<h1" in page for page in first)
    assert "Traceback" not in max(start.logs.iterdir()).read_text("utf-8")


def test_a_preparation_that_fails_is_told_in_one_line_and_ends_nothing(start, shots, hold):
    go = hold(FAILS)
    with start.anew(shots) as (address, process):
        log, until = max(start.logs.iterdir()), time.monotonic() + 30
        while "folder plotly" not in log.read_text("utf-8") and time.monotonic() < until:
            time.sleep(0.1)
        told = log.read_text("utf-8")
        assert told.count("folder plotly tidak terbaca") == 1 and "Traceback" not in told
        go.touch()
        assert "<h1" in asyncio.run(opened(address, [FIRST]))[0] and process.poll() is None
