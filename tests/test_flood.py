"""Floods and messages of Streamlit's protocol against a real server with sign-in: it goes on, and tells nobody anything."""

import asyncio
import contextlib
import json
import re
import shutil
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.viewer import Viewer
from monev.run.server import protocol, throttle
from tests.absent import needs_proc
from tests.provider import cookie, free_port, secrets
from tests.test_throttle import PAGE, file

pytestmark = pytest.mark.panjang

#: Seconds of a flood, and how many sockets it comes through.
LONG, MANY = 4, 20


class House:
    def __init__(self, address, process, log, potret):
        self.address, self.process, self.log, self.potret = address, process, log, potret
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=30) as answer:
            self.token = re.search("_streamlit_xsrf=([^;]+)", answer.headers["Set-Cookie"])[1]

    def cookie(self, role):
        one = cookie(self.address, f"{role}@contoh.test")
        return {"Cookie": f"{one['name']}={one['value']}; _streamlit_xsrf={self.token}"}

    def viewer(self, role):
        return Viewer(self.address, self.cookie(role), self.token)

    def connect(self, role=None, visit=""):
        """A connection, of a visit before where its number is given."""
        headers = self.cookie(role) if role else {}
        return websockets.connect(
            self.address.replace("http", "ws") + "/_stcore/stream",
            subprotocols=["streamlit", self.token, *([visit] if visit else [])],
            origin=self.address, additional_headers=headers, max_size=None, compression=None, proxy=None,
        )  # fmt: skip

    def get(self, path, role=None, html=True):
        headers = {"Accept": "text/html"} if html else {}
        asked = urllib.request.Request(self.address + path, headers=headers | (self.cookie(role) if role else {}))
        try:
            with urllib.request.urlopen(asked, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def refusals(self):
        told = self.get("/metrics")[1]
        return {why: int(times) for why, times in re.findall(r'ditolak_total{sebab="(.*?)"} (\d+)', told)}

    def memory(self):
        """Bytes that the server holds."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * 4096

    def quiet(self):
        """That nothing in the log looks like a stumble; gives it."""
        log = self.log.read_text("utf-8")
        found = re.search("Traceback|gagal dibuat|site-packages", log)
        assert not found, log[max(found.start() - 500, 0) : found.start() + 4_000]
        return log


@pytest.fixture(scope="module")
def house(start, samples_shot, tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("banjir"), free_port()
    kept = secrets(folder / "secrets.toml", port, "https://penyedia.test")
    potret = shutil.copytree(samples_shot, folder / "potret")
    with start(potret, port=port, RAHASIA=kept, FOLDER="samples") as (address, process):
        yield House(address, process, max(start.logs.iterdir()), potret)


async def heard(wire):
    """What comes until the socket is closed, and the code with which it is."""
    told = []
    with contextlib.suppress(websockets.ConnectionClosed):
        async with asyncio.timeout(30):
            async for data in wire:
                told.append(ForwardMsg.FromString(data))
    return told, wire.close_code


def ask(house, role, *messages):
    async def run():
        async with house.connect(role) as wire:
            for data in messages:
                with contextlib.suppress(websockets.ConnectionClosed):
                    await wire.send(data)
            return await heard(wire)

    return asyncio.run(run())


# --- who has no role ---


@pytest.mark.parametrize("role", [None, "publik", "asing"])
def test_who_has_no_role_is_led_to_one_document_and_runs_nothing(house, role):
    before = house.refusals().get(throttle.NOBODY, 0)
    told, code = ask(house, role, PAGE)
    assert [one.WhichOneof("type") for one in told] == ["auth_redirect"] and code == 1008
    assert told[0].auth_redirect.url == ""
    assert house.refusals()[throttle.NOBODY] == before + 1
    status, said = house.get("/logistik?rapat=2024-10-21", role)
    assert status == 200 and '<main class="gerbang">' in said and "<script" not in said and "Subangjaya" not in said


def test_who_has_a_role_gets_his_page(house):
    async def run():
        async with house.viewer("pimpinan") as viewer:
            return (await viewer.open("logistik")).html()

    assert "Lima jenis barang masih kurang" in asyncio.run(run())
    assert '<main class="gerbang">' not in house.get("/logistik", "pimpinan")[1]


async def poured(house, role, seconds, data=PAGE):
    """As many sockets as a flood has, each sending as fast as it can and coming back when it is closed; how many
    messages went out, and how many times a socket was closed."""
    ends, sent, closed = time.monotonic() + seconds, 0, 0

    async def one():
        nonlocal sent, closed
        while time.monotonic() < ends:
            try:
                async with house.connect(role) as wire:
                    while time.monotonic() < ends:
                        await wire.send(data)
                        sent += 1
                        await asyncio.sleep(0)
            except (websockets.WebSocketException, OSError):
                closed += 1

    await asyncio.gather(*(one() for _ in range(MANY)))
    return sent, closed


@needs_proc
@pytest.mark.panjang
@pytest.mark.parametrize("role", [None, "kpu"])
def test_a_flood_stops_nothing_takes_no_memory_and_fills_no_log(house, role):
    """As that of people who are not signed in, which once stopped the server; and of one who is."""
    asyncio.run(_looked_at(house))
    memory, written, refused = house.memory(), house.log.stat().st_size, sum(house.refusals().values())
    lives = []

    async def run():
        async def watch():
            while True:
                begun = time.monotonic()
                status, _ = await asyncio.to_thread(house.get, "/healthz")
                lives.append((status, time.monotonic() - begun))
                await asyncio.sleep(0.1)

        watching = asyncio.create_task(watch())
        sent, closed = await poured(house, role, LONG)
        await _looked_at(house)
        watching.cancel()
        return sent, closed

    sent, closed = asyncio.run(run())
    # Who is let in is served, as twenty people would be that open a page together, before he is closed for the rest.
    enough, patience, room = (sent > 1_000, 30, 300_000_000) if role else (closed > MANY, 10, 100_000_000)
    assert enough and sum(house.refusals().values()) > refused
    assert {status for status, _ in lives} == {200}
    # How fast is measured in bench/flood.py; here that it never stands still.
    assert max(seconds for _, seconds in lives) < patience
    assert house.memory() - memory < room
    grown = house.log.stat().st_size - written
    assert grown < 100_000, house.quiet()[-4_000:]
    house.quiet()


async def _looked_at(house):
    async with house.viewer("pimpinan") as viewer:
        return (await viewer.open("logistik")).seconds


def test_one_who_is_signed_in_and_sends_without_end_is_closed_and_may_come_back(house):
    before = house.refusals().get(throttle.TOO_FAST, 0)
    _, code = ask(house, "pimpinan", *[PAGE] * (throttle.A_SOCKET[1] * 3))
    assert code == 1008 and house.refusals()[throttle.TOO_FAST] > before
    assert asyncio.run(_looked_at(house)) > 0


async def fast_fingers(connect, viewers=50, keys=30):
    """As many viewers, each pressing ten keys a second; the codes with which connections were closed on them."""
    closed = []

    async def one():
        async with connect() as wire:
            receiving = asyncio.create_task(heard(wire))
            for _ in range(keys):
                await wire.send(PAGE)
                await asyncio.sleep(0.1)
            if wire.close_code is not None:
                closed.append(wire.close_code)
            await wire.close()
            await receiving

    await asyncio.gather(*(one() for _ in range(viewers)))
    return closed


def test_fifty_viewers_who_press_keys_fast_are_never_closed(house):
    before = house.refusals()
    assert asyncio.run(fast_fingers(lambda: house.connect("pimpinan"))) == []
    assert house.refusals() == before


def test_phones_that_lose_their_line_again_and_again_come_back_each_time_to_their_page(house):
    """Ten phones of one account on a moving train: lost without a word, back with the number of the visit, 12 times."""

    async def one():
        seen, visit = 0, ""
        for _ in range(12):
            async with house.connect("pimpinan", visit) as wire:
                await wire.send(PAGE)
                async for data in wire:
                    message = ForwardMsg.FromString(data)
                    if message.WhichOneof("type") == "new_session":
                        visit = message.new_session.initialize.session_id or visit
                    elif message.WhichOneof("type") == "script_finished":
                        seen += 1
                        break
                wire.transport.abort()
        return seen, visit

    async def run():
        return await asyncio.gather(*(one() for _ in range(10)))

    before = house.refusals()
    found = asyncio.run(run())
    assert [seen for seen, _ in found] == [12] * 10 and len({visit for _, visit in found} - {""}) == 10
    assert house.refusals() == before


# --- messages that no page of ours sends ---

FOREIGN = {
    "clear_cache": BackMsg(clear_cache=True),
    "load_git_info": BackMsg(load_git_info=True),
    "set_run_on_save": BackMsg(set_run_on_save=True),
    "stop_script": BackMsg(stop_script=True),
    "app_heartbeat": BackMsg(app_heartbeat=True),
    "debug_disconnect_websocket": BackMsg(debug_disconnect_websocket=True),
    "debug_shutdown_runtime": BackMsg(debug_shutdown_runtime=True),
}


@pytest.mark.parametrize("role", ["sekretariat", "kpu"])
@pytest.mark.parametrize("kind", FOREIGN)
def test_a_message_that_no_page_sends_closes_the_socket_whoever_sends_it(house, kind, role):
    before = house.refusals().get(protocol.NOT_OURS, 0)
    told, code = ask(house, role, FOREIGN[kind].SerializeToString())
    assert code == 1008 and {one.WhichOneof("type") for one in told} <= {"session_event"}
    assert house.refusals()[protocol.NOT_OURS] == before + 1


@pytest.mark.parametrize("data", ["teks", b"\xff" * 50, b"", PAGE[:-3], b"x" * 300_000])
def test_what_is_no_message_closes_the_socket_without_a_traceback(house, data):
    assert ask(house, "kpu", data)[1] == 1008
    assert "/streamlit/" not in house.quiet()


@pytest.mark.parametrize("role", ["kpu", "pimpinan"])
def test_whoever_takes_no_files_cannot_ask_for_the_work_of_another_visit(house, role):
    told, code = ask(house, role, file())
    assert code == 1008 and not [one for one in told if one.WhichOneof("type") == "backend_operation_response"]


def test_the_document_of_who_is_not_let_in_says_why(house):
    assert "Akun ini belum terdaftar" in house.get("/", "asing")[1]
    assert "tanpa hak melihat" in house.get("/", "publik")[1]
    assert 'href="/auth/logout"' in house.get("/", "publik")[1] and 'href="/masuk"' in house.get("/")[1]


def test_who_goes_straight_to_the_way_out_is_out_with_every_copy_of_his_cookie(house):
    kept = house.cookie("bpkpd")
    asked = urllib.request.Request(f"{house.address}/auth/logout", headers=kept | {"Accept": "text/html"})
    with contextlib.suppress(urllib.error.URLError):  # on to the provider, which is not there
        urllib.request.urlopen(asked, timeout=30)
    *_, file = sorted((house.potret / "akses").glob("*.jsonl"))
    last = json.loads(file.read_text("utf-8").splitlines()[-1])
    assert (last["akun"], last["tindakan"]) == ("bpkpd@contoh.test", "keluar")
    asked = urllib.request.Request(f"{house.address}/logistik", headers=kept | {"Accept": "text/html"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        assert "Silakan masuk untuk melihat dasbor monev." in answer.read().decode()
