"""Two servers and two readers of sheets over one folder of snapshots, behind the example of deploy/nginx.conf: one of
each is killed in the middle of a meeting, and nobody loses a page, a number or a decision."""

import contextlib
import io
import json
import re
import shutil
import signal
import subprocess
import sys
import time
from functools import partial

import pytest

from monev.run.commands import main as command
from monev.settings import HOME, SAMPLES, Settings
from monev.snapshot import directory, outbox, store
from tests import killing
from tests.conftest import PATIENCE, surroundings
from tests.front import nginx
from tests.provider import cookie, free_port, provider, secrets
from tests.screen import POINTS, Screen
from tests.test_browser_meeting import freeze, press_and_type

pytestmark = pytest.mark.panjang

MEETING, PAST = "2024-11-04", "2024-10-21"
DECIDED = "Yang dibahas dilanjutkan bersama"
#: Seconds in which a page has to stand again whose server was killed, also on a busy machine.
AGAIN = 30
OFFER = ".tawaran"


class City:
    """Sheets, snapshots, two servers by port behind a front, and the readers of the sheets, the first one first."""

    def __init__(self, folder, potret):
        self.sheets, self.potret = folder / "lembar", folder / "potret"
        self.secrets = folder / "secrets.toml"
        self.servers, self.readers = {}, []
        self.front = self.opened = None
        shutil.copytree(SAMPLES, self.sheets)
        shutil.copytree(potret, self.potret)
        self.place = Settings("folder", self.sheets, self.potret, None)

    @property
    def settings(self):
        return {"RAHASIA": self.secrets, "FOLDER": self.sheets}

    def read_by_one_more(self):
        """One more reader that stands by; returned once it says what it does."""
        log = self.secrets.with_name(f"pembaca-{len(self.readers)}.log")
        with log.open("w") as out:
            around = surroundings(POTRET=self.potret, **self.settings)
            command = [sys.executable, "-m", "monev", "sync", "--standby"]
            self.readers.append(subprocess.Popen(command, cwd=HOME, env=around, stdout=out, stderr=out))
        self.opened.callback(_end, self.readers[-1])
        wait(lambda: re.search("Lembar dibaca tiap|Menunggu giliran", log.read_text("utf-8")), log)

    def over(self, reader):
        """Wait until this reader has ended a round."""
        wait(lambda: (w := directory.read_watch(self.potret)) and w.pid == reader.pid and w.ended, "no round of it")

    def lose_the_grant(self):
        """KPU takes the rows of its grant away."""
        path = self.sheets / "kpu" / "hibah.csv"
        half = path.with_suffix(".baru")
        half.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
        half.replace(path)

    def ask(self, question, *which):
        """What the command line answers, asked in this process."""
        with pytest.MonkeyPatch.context() as around, contextlib.redirect_stdout(io.StringIO()) as said:
            for name, value in ({"POTRET": self.potret} | self.settings).items():
                around.setenv(f"MONEV_{name}", str(value))
            assert command.main(["ask", question, "--format", "json", *which]) in (0, None)
        return json.loads(said.getvalue())


def _end(process):
    process.kill()
    process.wait(20)


def wait(until, what, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while not (found := until()):
        assert time.monotonic() < end, what
        time.sleep(0.05)
    return found


@pytest.fixture
def city(start, tmp_path, samples_shot):
    found = City(tmp_path, samples_shot)
    ports = free_port(), free_port()
    with contextlib.ExitStack() as found.opened, nginx(tmp_path, *ports) as found.front, provider() as issuer:
        secrets(found.secrets, ports[0], issuer, redirect_uri=f"{found.front.address}/oauth2callback")
        with found.secrets.open("a", encoding="utf-8") as file:
            file.write("\n[sync]\nsetiap_detik = 600\n")
        found.read_by_one_more()
        found.over(found.readers[0])
        found.read_by_one_more()
        for port in ports:
            _, found.servers[port] = found.opened.enter_context(start(found.potret, port=port, **found.settings))
        yield found


@pytest.fixture
def viewer(chromium, city):
    """A function that opens a tab of somebody who is signed in, and knows of no server yet."""
    with contextlib.ExitStack() as opened:

        def come():
            shown = opened.enter_context(Screen(chromium, 1280, 720, ignore_https_errors=True))
            account = cookie(city.front.address, "sekretariat@contoh.test") | {"secure": True}
            shown.tab.context.add_cookies([account])
            return shown

        yield come


def server_of(shown):
    """The port of the server that a viewer stays with, by the cookie of nginx."""
    [found] = [one for one in shown.tab.context.cookies() if one["name"] == "tempat"]
    assert found["httpOnly"] and found["secure"] and found["sameSite"] == "Lax"
    return int(found["value"])


def numbers(shown):
    return {one["label"]: (one["value"], one["status"]) for one in shown.read()["numbers"]}


def stands_again(shown, port):
    """Wait until a viewer is connected to a server other than the dead one, and its page is whole."""
    shown.until(
        "document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'", AGAIN * 1000
    )
    wait(lambda: (shown.tab.wait_for_timeout(50), server_of(shown) != port)[1], "still with the dead server", AGAIN)
    return shown.settle()


def agrees(city, shown, page, *which):
    """The numbers of a page on screen have the states that the command line tells of the same snapshot."""
    told = {row["indikator"]: row["status"] for row in city.ask(f"{page}/angka_pokok", *which)}
    seen = {label: status for label, (_, status) in numbers(shown).items()}
    assert seen and seen.items() <= told.items(), (page, seen, told)


def test_nobody_loses_anything_when_a_server_and_a_reader_are_killed_in_a_meeting(city, viewer):
    chair, member, guest = viewer(), viewer(), viewer()
    freeze(chair, city.front.address)
    assert directory.latest(city.potret)
    press_and_type(chair, DECIDED)
    [decision] = outbox.rows(city.potret)
    chair.click_to("logistik")
    chair.tab.keyboard.press("m")
    chair.tab.wait_for_url("**mode=rapat**")
    chair.settle()
    member.open(city.front.address, "logistik")
    guest.open(city.front.address, f"/risiko?rapat={PAST}")
    everyone = (chair, member, guest)
    before = [numbers(shown) for shown in everyone]
    dead = server_of(chair)
    assert {server_of(shown) for shown in everyone} == set(city.servers), "viewers are shared among the servers"

    # The server of the chair and the reader of the sheets at once, while somebody is between two pages.
    for shown in everyone:
        if server_of(shown) == dead and shown is not chair:
            shown.menu_link("stabilitas").click()
    city.servers[dead].send_signal(signal.SIGKILL)
    city.readers[0].send_signal(signal.SIGKILL)
    city.servers[dead].wait(20)
    for shown in everyone:
        stands_again(shown, dead)
    assert "mode=rapat" in chair.tab.url and chair.tab.locator("i.layar[data-rapat=ya]").count() == 1
    assert f"rapat={PAST}" in guest.tab.url
    for shown, seen, page in zip(everyone, before, ("logistik", "logistik", "risiko"), strict=True):
        if page not in shown.tab.url:
            shown.tab.go_back()
            shown.tab.wait_for_url(f"**/{page}**")
            shown.settle()
        # A page that has just been connected again says for a moment that nothing is left to be drawn.
        wait(partial(numbers, shown), f"no number on {page}", AGAIN)
        assert numbers(shown) == seen, page
        agrees(city, shown, page, "--rapat", PAST if shown is guest else MEETING)
    assert [row["id"] for row in outbox.rows(city.potret)] == [decision["id"]]

    # The other reader goes on by itself, and brings the decision into the sheet.
    city.over(city.readers[1])
    city.lose_the_grant()
    held = store.latest(city.potret)
    directory.wish_sync(city.potret)
    wait(lambda: store.latest(city.potret) != held, "no newer snapshot")
    wait(lambda: outbox.rows(city.potret)[0]["terkirim"], "the decision is not in the sheet")
    assert DECIDED in (city.sheets / "sekretariat" / "tindak_lanjut.csv").read_text("utf-8")
    member.tab.locator(OFFER).wait_for(timeout=AGAIN * 1000)
    assert numbers(member) == before[1], "offered, not forced"
    for page in POINTS:
        member.click_to(page)
        agrees(city, member, page, "--rapat", MEETING)
    killing.looked_at(city.place)
    directory.wish_sync(city.potret)
    city.over(city.readers[1])
    assert not [path.name for path in city.potret.iterdir() if path.name.startswith(store.UNFINISHED)]
    assert chair.tab.locator("[data-testid=stException], [data-testid=stAlert]").count() == 0


def test_a_visit_outside_a_meeting_keeps_its_numbers_when_it_comes_to_another_server(city, viewer):
    shown = viewer().open(city.front.address, "logistik")
    seen, dead, held = numbers(shown), server_of(shown), store.latest(city.potret)
    city.lose_the_grant()
    directory.wish_sync(city.potret)
    wait(lambda: store.latest(city.potret) != held, "no newer snapshot")
    _end(city.servers[dead])
    stands_again(shown, dead)
    assert numbers(shown) == seen
    agrees(city, shown, "logistik", "--potret", held)
    shown.tab.locator(OFFER).get_by_text("baru").first.wait_for(timeout=AGAIN * 1000)
    shown.tab.get_by_role("button", name="Tampilkan").click()
    shown.tab.locator(OFFER).wait_for(state="detached")
    assert numbers(shown.settle()) != seen
    agrees(city, shown, "logistik")


def test_a_file_is_taken_where_it_was_made_also_when_the_dead_server_is_back(city, viewer, start):
    shown = viewer().open(city.front.address, "bahan")
    dead = server_of(shown)
    _end(city.servers[dead])
    stands_again(shown, dead)
    city.opened.enter_context(start(city.potret, port=dead, **city.settings))
    time.sleep(6)  # by then nginx tries it again
    row = shown.tab.locator(".st-key-bahan-berita-acara-hibah-kpu")
    row.get_by_role("button", name="Siapkan Word").click()
    ready = row.get_by_role("button", name=re.compile(r"^Unduh Word, [\d.]+ KB$"))
    ready.wait_for()
    for _ in range(4):
        with shown.settle().tab.expect_download(timeout=10_000) as loading:
            ready.click()
        assert loading.value.path().read_bytes()[:2] == b"PK"
    assert server_of(shown) != dead and shown.troubles == []


def test_the_cookie_of_a_visit_names_the_server_of_its_websocket_and_nothing_else(city):
    one, two = city.servers

    def given(headers):
        return [value for name, value in headers.items() if name == "Set-Cookie" and value.startswith("tempat=")]

    for port in (one, one, two, two, one, one):  # not by turns
        status, headers = city.front.handshake(Cookie=f"tempat={port}")
        assert (status, given(headers)) == (101, [f"tempat={port}; Path=/; HttpOnly; Secure; SameSite=Lax"])
    _, headers, _ = city.front.get("/")
    assert len(given(headers)) == 1, "who comes is given one"
    assert given(city.front.get("/", Cookie=f"tempat={two}")[1]) == []
    status, headers = city.front.handshake(Cookie="tempat=10.0.0.7:80")
    assert status == 101 and given(headers)[0].split(";")[0] in (f"tempat={one}", f"tempat={two}")
    _end(city.servers[one])
    started = time.monotonic()
    status, headers = city.front.handshake(Cookie=f"tempat={one}")
    assert (status, given(headers)[0].split(";")[0]) == (101, f"tempat={two}")
    assert city.front.get("/healthz")[0] == 200 and time.monotonic() - started < PATIENCE
