"""Mode Rapat as a video meeting shares it: its pages turned by the keyboard, recorded, and sent through H.264."""

from __future__ import annotations

import base64
import bisect
import re
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Page, sync_playwright

from tests.screen import ARGUMENTS, CHROMIUM, Screen, path_of

VISIBLE = Path(__file__).with_name("visible.js").read_text("utf-8")
#: The course of a meeting.
COURSE = ("ringkasan", "logistik", "risiko", "partisipasi", "netralitas", "stabilitas", "tindak_lanjut")
#: Seconds for which each page is shown once it stands, and after a change at which it is looked at first.
SHOWN, SOON = 10.0, 2.0
#: Frames a second of the video.
RATE = 10
#: A page stands with the first picture of which no more than this share of pixels is another at the end: its clock.
STANDS = 0.01
#: What every picture is enlarged to before it is read, as a viewer has it who looks at it on the whole of his screen.
ENLARGED = "scale=2560:1440:flags=lanczos"


@dataclass
class Shown:
    """One page of a recording: what could be read on it, when its key was pressed, when it stood, when it was left."""

    page: str
    words: list[str]
    pressed: float
    left: float
    stood: float = 0


@dataclass
class Recording:
    """The pictures that a browser painted, each at its second, and the pages that they show."""

    folder: Path
    moments: list[float] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)

    def picture(self, moment: float) -> Path:
        """What was on the screen at a moment."""
        return self._path(max(0, bisect.bisect_right(self.moments, moment) - 1))

    def keep(self, moment: float, picture: bytes) -> None:
        self._path(len(self.moments)).write_bytes(picture)
        self.moments.append(moment)

    def find_changes(self) -> None:
        """When each page stood: its first picture that is the one at its end."""
        for one in self.shown:
            last = Image.open(self.picture(one.left)).convert("L")
            first = max(0, bisect.bisect_right(self.moments, one.pressed) - 1)
            one.stood = next(
                max(moment, one.pressed)
                for place, moment in enumerate(self.moments[first:], first)
                if moment >= one.left or _differs(Image.open(self._path(place)).convert("L"), last) <= STANDS
            )

    def listed(self) -> Path:
        """The recording as ffmpeg's concat demuxer reads it."""
        lines = ["ffconcat version 1.0"]
        for place, moment in enumerate(self.moments):
            until = self.moments[place + 1] if place + 1 < len(self.moments) else self.shown[-1].left + 1
            lines += [f"file {self._path(place).name}", f"duration {until - moment:.3f}"]
        lines += lines[-2:-1]  # the demuxer heeds the duration of a picture only where another one follows
        path = self.folder / "semua.ffconcat"
        path.write_text("\n".join(lines), "utf-8")
        return path

    def _path(self, place: int) -> Path:
        return self.folder / f"{place:05}.png"


def _differs(one: Image.Image, other: Image.Image) -> float:
    """Share of pixels that differ plainly."""
    differing = ImageChops.difference(one, other).point(lambda value: 255 if value > 32 else 0)
    return differing.histogram()[255] / (one.width * one.height)


def record(address: str, folder: Path, width: int, height: int) -> Recording:
    """The whole course in a browser of this size, from the first page to the last by ArrowRight."""
    folder.mkdir(parents=True)
    found = Recording(folder)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for page in COURSE:  # what a server does once for all is none of the viewer's
            with Screen(browser, width, height) as warming:
                warming.open(address, f"{path_of(page)}?mode=rapat")
        with Screen(browser, width, height) as screen:
            tab = screen.tab
            tab.goto(f"{address}{path_of(COURSE[0])}?mode=rapat")
            tab.locator(".rel .sisa:not(:empty)").wait_for()
            screen.settle()
            _begin(tab, found)
            for place, page in enumerate(COURSE):
                pressed = time.time()
                if place:
                    tab.keyboard.press("ArrowRight")
                    tab.wait_for_url(re.compile(rf"{re.escape(path_of(page))}\?"))
                screen.settle()
                tab.wait_for_timeout(1000 * SHOWN)
                words = tab.evaluate(VISIBLE)
                found.shown.append(Shown(page, words, pressed, time.time()))
        browser.close()
    found.find_changes()
    return found


def _begin(tab: Page, found: Recording) -> None:
    """Let the browser hand over every picture that it paints; it does so again once it knows that it was taken."""
    wire = tab.context.new_cdp_session(tab)

    def painted(event: dict) -> None:
        found.keep(event["metadata"]["timestamp"], base64.b64decode(event["data"]))
        wire.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    wire.on("Page.screencastFrame", painted)
    wire.send("Page.startScreencast", {"format": "png"})


def sent(recording: Recording, film: Path, kilobits: int, size: tuple[int, int]) -> Path:
    """The recording as a video meeting sends it: so many bits a second and none saved up, and whole pictures only when
    a viewer asks for one, which here is the first."""
    width, height = size
    film.parent.mkdir(exist_ok=True)
    rate = f"{kilobits}k"
    _ffmpeg("-f", "concat", "-i", str(recording.listed()), "-vf",
            f"fps={RATE},scale={width}:{height}:flags=bicubic,format=yuv420p",
            "-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency", "-b:v", rate, "-maxrate", rate,
            "-bufsize", rate, "-g", "100000", "-sc_threshold", "0", str(film))  # fmt: skip
    return film


def arrived(recording: Recording, film: Path, moments: Sequence[float]) -> list[Path]:
    """The pictures of a film at moments of its recording, enlarged for reading."""
    frames = [round((moment - recording.moments[0]) * RATE) - 1 for moment in moments]
    chosen = "+".join(f"eq(n\\,{frame})" for frame in frames)
    pattern = film.with_suffix("") / "%d.png"
    pattern.parent.mkdir()
    _ffmpeg("-i", str(film), "-vf", f"select={chosen},{ENLARGED}", "-fps_mode", "passthrough", str(pattern))
    return [Path(str(pattern) % place) for place in range(1, 1 + len(moments))]


def lossless(recording: Recording, moments: Sequence[float], folder: Path) -> list[Path]:
    """The pictures of a recording as the browser painted them, enlarged for reading."""
    folder.mkdir(parents=True)
    found = [folder / f"{place}.png" for place in range(len(moments))]
    for moment, path in zip(moments, found, strict=True):
        _ffmpeg("-i", str(recording.picture(moment)), "-vf", ENLARGED, str(path))
    return found


def _ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], check=True)
