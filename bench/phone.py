"""What a phone with nothing in its memory fetches until it sees what a page is about."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import sides
from bench.painted import PATIENCE
from tests import front
from tests.conftest import NGINX
from tests.provider import cookie, free_port, provider, secrets
from tests.screen import ARGUMENTS, CHROMIUM, PHONE

#: What is waited for on each page: the statuses of the overview, the map, a chart.
PAGES = {"": ".m", "risiko": ".petak", "logistik": ".js-plotly-plot .trace"}
SAID = {"": "status pertama", "risiko": "peta", "logistik": "bagan pertama"}
WHO = "pimpinan@contoh.test"
#: Milliseconds since the page was asked for, once the first of what is waited for is painted; -1 before.
_FIRST = """(wanted) => {
  const drawn = document.querySelector(wanted)
  return drawn && drawn.getBoundingClientRect().width > 0 ? performance.now() : -1
}"""


def fetched(our: sides.Running, scratch: Path, snapshots: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Way -> page -> what it takes, see `_opened`: straight from the server, and where nginx is installed through the
    example of deploy/, which compresses, for somebody who has signed in."""
    found = {"langsung": {page: _opened(our.address, page) for page in PAGES}}
    if NGINX is None:
        return found
    folder, port = scratch / "nginx", free_port()
    folder.mkdir()
    # Where nobody listens nginx takes the other server.
    with front.nginx(folder, free_port(), port) as gate, provider() as issuer:
        kept = secrets(folder / "secrets.toml", port, issuer, redirect_uri=f"{gate.address}/oauth2callback")
        ours = sides.ours(snapshots)
        ours = replace(ours, settings=ours.settings | {"MONEV_RAHASIA": str(kept), "MONEV_FOLDER": "samples"})
        signed = [cookie(gate.address, WHO) | {"secure": True}]
        with sides.running(ours, scratch, port):
            found["nginx"] = {page: _opened(gate.address, page, signed) for page in PAGES}
    return found


def _opened(address: str, page: str, cookies: list[dict] | None = None) -> dict[str, float]:
    """Bytes as they cross the wire, of files and of the websocket, the number of files, and milliseconds."""
    count = {"berkas": 0, "byte_berkas": 0, "byte_websocket": 0}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        size = {"width": 390, "height": 844}
        tab = browser.new_context(viewport=size, locale="id-ID", ignore_https_errors=True, **PHONE).new_page()
        tab.context.add_cookies(cookies or [])
        wire = tab.context.new_cdp_session(tab)
        wire.send("Network.enable")

        def loaded(event: dict) -> None:
            count["berkas"] += 1
            count["byte_berkas"] += int(event["encodedDataLength"])

        def framed(event: dict) -> None:
            text = event["response"]["payloadData"]  # binary frames come in base 64
            count["byte_websocket"] += len(text) * 3 // 4

        wire.on("Network.loadingFinished", loaded)
        wire.on("Network.webSocketFrameReceived", framed)
        tab.goto(f"{address}/{page}", wait_until="commit")
        took, until = -1.0, time.monotonic() + PATIENCE / 1000
        while took < 0 and time.monotonic() < until:
            tab.wait_for_timeout(20)
            took = tab.evaluate(_FIRST, PAGES[page])
        browser.close()
    if took < 0:
        raise RuntimeError(f"{address}/{page}: {PAGES[page]} never came")
    return count | {"milidetik": took}
