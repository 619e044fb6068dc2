"""The running server under attack: messages, files that change below an open page, half requests, and the way in and out."""

import asyncio
import contextlib
import json
import re
import shutil
import socket
import time
import urllib.error
import urllib.request
from urllib.parse import quote

import pytest
import websockets
from starlette.requests import HTTPConnection
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from monev.run.server import protocol, throttle, wanted_page
from monev.screen.access import login_cookie
from monev.snapshot import directory
from tests import provider
from tests.absent import needs_proc
from tests.conftest import PATIENCE
from tests.provider import SEAL, free_port, secrets
from tests.test_flood import House, house  # noqa: F401
from tests.wire import INSIDE, PLACES

FIRST = "Lima jenis barang masih kurang"


@pytest.fixture
def alone(start, samples_shot, tmp_path):
    """A house of its own, whose files and accounts a test may change; `kept` are its settings."""
    port = free_port()
    kept = secrets(tmp_path / "secrets.toml", port, "https://penyedia.test")
    potret = shutil.copytree(samples_shot, tmp_path / "potret")
    with start(potret, port=port, RAHASIA=kept, FOLDER="samples") as (address, process):
        found = House(address, process, max(start.logs.iterdir()), potret)
        found.kept, found.port = kept, port
        yield found


# --- messages of somebody who is signed in ---


def state(house, **said):  # noqa: F811
    made = ClientState(**{"page_name": "logistik"} | said)
    if not made.HasField("context_info"):
        made.context_info.url = f"{house.address}/logistik"
    return made


async def said_to(wire_, made, seconds=PATIENCE):
    """What becomes of one message: the HTML and alerts that come, and the code where the connection is closed."""
    told = []
    with contextlib.suppress(websockets.ConnectionClosed):
        await wire_.send(BackMsg(rerun_script=made).SerializeToString())
    with contextlib.suppress(TimeoutError, websockets.ConnectionClosed):
        async with asyncio.timeout(seconds):
            async for data in wire_:
                message = ForwardMsg.FromString(data)
                kind = message.WhichOneof("type")
                if kind == "delta":
                    told.append(str(message.delta.new_element))
                elif kind == "backend_operation_response":
                    told.append(str(message.backend_operation_response))
                elif kind == "script_finished":
                    break
    return "\n".join(told), wire_.close_code


def sent(house, made, role="pimpinan", seconds=PATIENCE):  # noqa: F811
    async def run():
        async with house.connect(role) as open_:
            return await said_to(open_, made, seconds)

    return asyncio.run(run())


ODD = [
    "../../etc/passwd", "/etc/passwd", "app.py", "pages/rapat.py", "logistik/../rapat", "..", "~", "<script>alert(1)</script>",
    "Logistik", "🦀", "\0", "x" * 8_000, "%", "null", "[]",
]  # fmt: skip


@pytest.mark.panjang
@pytest.mark.parametrize("field", ["page_name", "page_script_hash", "query_string", "fragment_id"])
def test_strange_names_hashes_addresses_and_fragments_break_nothing(house, field):  # noqa: F811
    for typed in ODD:
        told, code = sent(house, state(house, **{field: typed}), seconds=1 if field == "fragment_id" else 20)
        assert not INSIDE.search(told) and "exception" not in told and code is None, typed[:40]
    assert house.get("/healthz")[0] == 200
    house.quiet()


@pytest.mark.parametrize(
    "url",
    ["http://[", "", "javascript:alert(1)//", "\0", "http://℀.test/", "file:///etc/passwd", "data:text/html,x", "//lain.test", "x" * 9_000],
)  # fmt: skip
def test_a_page_that_says_it_stands_nowhere_is_closed(house, url):  # noqa: F811
    made = state(house)
    made.context_info.url = url
    assert sent(house, made)[1] == throttle.AGAINST_THE_RULES
    house.quiet()


FIELD = "$$ID-00ca6adc69ca3f164530c69ca3f16453-"
#: Each kind that a state may have, but for what a field of that name holds.
WRONG = [
    {"bool_value": True}, {"double_value": 1e308}, {"double_value": float("nan")}, {"int_value": -(2**63)}, {"trigger_value": True},
    {"bytes_value": b"\xff"}, {"json_value": '{"a": 1}'}, {"json_value": "{"}, {"json_trigger_value": "["},
    {"arrow_value": {}}, {"chat_input_value": {}}, {"file_uploader_state_value": {}}, {"string_trigger_value": {}},
    {"int_array_value": {"data": [1]}}, {"double_array_value": {"data": [1e308]}},
]  # fmt: skip


@pytest.mark.parametrize("key", [*protocol._FIELDS])
def test_a_field_that_holds_what_it_cannot_is_refused(key):
    for wrong in [*WRONG, *({kind: {"data": ["x"]}} if "array" in kind else {kind: "x"} for kind in protocol._HOLDS if kind != protocol._FIELDS[key])]:  # fmt: skip
        assert protocol.refused(of_fields({"id": FIELD + key} | wrong), takes=True) == protocol.NOT_OURS, wrong
    right = (
        {"string_value": "x" * 50_000}
        if protocol._FIELDS[key] == "string_value"
        else {"string_array_value": {"data": ["x", "\0"]}}
    )
    assert protocol.refused(of_fields({"id": FIELD + key} | right, {"id": FIELD + key}), takes=True) is None


@pytest.mark.parametrize("key", ["tautan", "rel", "naskah", "salin-logistik", "mode_buka", "keluar", "None"])
def test_what_is_pressed_or_a_component_says_nothing_else(key):
    for wrong in [
        *WRONG[:4],
        WRONG[5],
        *WRONG[7:],
        {"string_value": "x"},
        {"json_value": "NaN"},
        {"json_value": "[" * 100_000},
    ]:
        assert protocol.refused(of_fields({"id": FIELD + key} | wrong), takes=True) == protocol.NOT_OURS, wrong
    for right in (
        {"trigger_value": True},
        {"json_value": '{"ke": "logistik"}'},
        {"json_trigger_value": '[{"event": "ke"}]'},
    ):
        assert protocol.refused(of_fields({"id": FIELD + key} | right), takes=True) is None


@pytest.mark.parametrize(
    "name",
    ["", "rapat", "potret", "$$ID", "$$ID--", "_streamlit", "tidak_berhak", "$$STREAMLIT_INTERNAL_KEY_x", "x" * 5_000],
)
def test_what_is_no_field_of_a_page_is_refused(name):
    assert protocol.refused(of_fields({"id": name, "string_value": "x"}), takes=True) == protocol.NOT_OURS


def test_a_hundred_thousand_fields_are_refused_before_anybody_looks_at_them():
    begun = time.process_time()
    assert protocol.refused(of_fields(*[{"id": "$$ID-0-x"}] * 100_000), takes=True) == protocol.TOO_LONG
    assert time.process_time() - begun < 5


def of_fields(*fields):
    made = ClientState()
    made.widget_states.widgets.extend(WidgetState(**one) for one in fields)
    return BackMsg(rerun_script=made).SerializeToString()


#: What a field of each kind on a page sends; what is not here sends nothing.
SENDS = {"text_input": "string_value", "selectbox": "string_value", "button_group": "string_array_value"}


@pytest.mark.panjang
@pytest.mark.parametrize("page", ["", "logistik", "rapat", "bahan", "mutu_data", "perubahan", "tindak_lanjut"])
def test_every_field_of_every_page_may_hold_what_it_holds_and_nothing_makes_the_page_stumble(house, page):  # noqa: F811
    """As a browser sends them; and as somebody does who looks for what the page trips over."""

    async def run():
        async with house.viewer("sekretariat") as viewer:
            seen = await viewer.open(page)
        there = {}
        for element in seen.elements.values():
            kind = element.WhichOneof("type")
            if name := getattr(getattr(element, kind), "id", ""):
                there[name] = kind
        assert there
        for name, kind in there.items():
            held = SENDS.get(kind, "trigger_value" if "button" in kind else "json_value")
            fits = {
                "string_value": "x",
                "string_array_value": {"data": ["x"]},
                "trigger_value": True,
                "json_value": "{}",
            }[held]
            if name.rpartition("-")[2] not in ("keluar", "akhiri") and "siapkan-" not in name and "bekukan" not in name:
                async with house.connect("sekretariat") as open_:
                    made = state(house, page_name=page)
                    made.widget_states.widgets.append(WidgetState(id=name, **{held: fits}))
                    told, code = await said_to(open_, made)
                    assert code is None and "<h1" in told, (name, held)

    asyncio.run(run())
    house.quiet()


@needs_proc
@pytest.mark.panjang
def test_a_thousand_addresses_one_after_the_other_leave_no_memory_behind(house):  # noqa: F811
    async def run(first, last):
        async with house.connect("pimpinan") as open_:
            for number in range(first, last):
                asked = (
                    f"rapat=2024-{number:05d}&banding={number}&instansi=a{number}&bobot={number}&x{number}={'y' * 200}"
                )
                _, code = await said_to(
                    open_, state(house, page_name=("mutu_data", "perubahan")[number % 2], query_string=asked)
                )
                assert code is None
                await asyncio.sleep(0.03)  # or it goes too fast, and is closed

    asyncio.run(run(0, 60))
    before = house.memory()
    asyncio.run(run(60, 500))
    between = house.memory()
    asyncio.run(run(500, 1_000))
    assert house.memory() - between < 40_000_000 and between - before < 60_000_000
    house.quiet()


# --- who may, and no longer may ---


def taken_from(page, potret):
    """[akses] without the accounts of a role."""
    return re.sub(rf"(?m)^{page}\s.*\n", "", potret)


async def a_file(house, open_):  # noqa: F811
    """The message that takes a file on the page Bahan, once it was made, and the address at which it then lies."""
    async with house.viewer("sekretariat") as viewer:
        seen = await viewer.open("bahan")
    [button] = [one.button.id for one in seen.elements.values() if one.button.id.endswith("siapkan-tabel")]
    made = state(house, page_name="bahan")
    made.widget_states.widgets.append(WidgetState(id=button, trigger_value=True))
    await open_.send(BackMsg(rerun_script=made).SerializeToString())
    asked, url, visit = None, "", ""
    async with asyncio.timeout(60):
        async for data in open_:
            message = ForwardMsg.FromString(data)
            element = message.delta.new_element.download_button
            visit = message.new_session.initialize.session_id or visit
            if message.WhichOneof("type") == "delta" and element.deferred_file_id and asked is None:
                await open_.send(asked := wanted_file(visit, element.deferred_file_id))
            if message.WhichOneof("type") == "backend_operation_response":
                url = message.backend_operation_response.deferred_file.url
                break
    return asked, url


def fetched(house, path, role=None):  # noqa: F811
    asked = urllib.request.Request(house.address + path, headers=house.cookie(role) if role else {})
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def wanted_file(visit, name):
    made = BackMsg()
    made.backend_operation_request.request_id = "1"
    made.backend_operation_request.session_id = visit
    made.backend_operation_request.deferred_file.file_id = name
    return made.SerializeToString()


async def over(open_, house, seconds=25):  # noqa: F811
    """What still comes while the page asks again every three seconds, as its parts do, until the connection is closed."""
    told, begun = [], time.monotonic()
    while open_.close_code is None and time.monotonic() - begun < seconds:
        found, _ = await said_to(open_, state(house), 3)
        told.append(found)
        await asyncio.sleep(3)
    return told, time.monotonic() - begun


@pytest.mark.panjang
@pytest.mark.parametrize("how", ["removed", "lowered", "signed out elsewhere"])
def test_who_loses_his_right_meanwhile_loses_page_and_files(alone, how):
    house = alone  # noqa: F811

    async def run():
        async with house.connect("sekretariat") as open_, house.connect("sekretariat") as silent:
            first, _ = await said_to(silent, state(house))
            assert FIRST in first
            asking, url = await a_file(house, open_)
            assert url.startswith("/media/") and fetched(house, url, "sekretariat")[0] == 200
            if how == "removed":
                house.kept.write_text(house.kept.read_text().replace('sekretariat = ["sekretariat@contoh.test"]', ""))
            elif how == "lowered":
                house.kept.write_text(
                    house.kept.read_text()
                    .replace('sekretariat = ["sekretariat@contoh.test"]', "")
                    .replace('kpu         = ["', 'kpu = ["sekretariat@contoh.test", "')
                )
            else:
                await asyncio.to_thread(leave, house, "sekretariat")
            for address in (
                url,
                url + "?title=x",
                url.replace("/media", "//media"),
                url.replace("/media/", "/media//"),
                f"/static/..{url}",
            ):
                for who in ("sekretariat", "kpu", None):
                    if who == "sekretariat" and how == "signed out elsewhere":
                        continue  # a new cookie is a new sign-in
                    status, body = fetched(house, address, who)
                    assert status in (400, 403, 404) or body.startswith(b"<!doctype html>"), (address, who)
            await open_.send(asking)
            told, seconds = await over(open_, house)
            assert open_.close_code == throttle.AGAINST_THE_RULES and seconds < 20
            assert not [one for one in told if "/media/" in one]
            if how != "lowered":  # an agency may look at the page, only not with what was his
                assert not [one for one in told if FIRST in one]
            return await over(silent, house)

    told, _ = asyncio.run(run())
    if how != "lowered":
        assert not [one for one in told if FIRST in one]
    # Which of the two is told depends on what comes first: the question for the file, or the page that is closed.
    assert re.search("diminta oleh akun yang tidak berhak|yang diminta tidak ada lagi", house.quiet())


def leave(house, role):  # noqa: F811
    asked = urllib.request.Request(f"{house.address}/auth/logout", headers=house.cookie(role) | {"Accept": "text/html"})
    with contextlib.suppress(urllib.error.URLError):
        urllib.request.urlopen(asked, timeout=30)


@pytest.mark.parametrize(
    "site, out", [("cross-site", False), ("same-site", False), ("same-origin", True), ("none", True), (None, True)]
)
def test_a_page_from_elsewhere_signs_nobody_out(house, site, out):  # noqa: F811
    kept = house.cookie("kesbangpol")
    headers = kept | {"Accept": "text/html"} | ({"Sec-Fetch-Site": site} if site else {})
    with contextlib.suppress(urllib.error.URLError):
        urllib.request.urlopen(urllib.request.Request(f"{house.address}/auth/logout", headers=headers), timeout=30)
    asked = urllib.request.Request(f"{house.address}/logistik", headers=kept | {"Accept": "text/html"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        assert ("Silakan masuk untuk melihat dasbor monev." in answer.read().decode()) is out
    time.sleep(1.1 if out else 0)  # the next sign-in is of a later second


# --- files that change below an open page ---


def newest(potret):
    return sorted(potret.glob("0*.duckdb"))[-1]


def frozen(potret):
    return sorted(potret.glob("rapat/*.duckdb"))


def flip(path):
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 2, len(content) // 2 + 40):
        content[place] ^= 0xFF
    path.write_bytes(content)


def swap(path, other):
    half = path.with_name("pengganti")
    shutil.copyfile(other, half)
    half.replace(path)


def cut(path):
    path.chmod(0o644)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 3)


def knot(path):
    """In the place of a folder a link to itself: whoever reads it gets an error, also the administrator."""
    if path.exists():  # who looked is written down when somebody comes, not before
        path.rename(path.with_name(f"{path.name}-lama"))
    path.symlink_to(path)


#: What is done to the files below an open page.
DONE = {
    "newest deleted": lambda potret: newest(potret).unlink(),
    "newest cut": lambda potret: cut(newest(potret)),
    "newest altered": lambda potret: flip(newest(potret)),
    "newest is another": lambda potret: swap(newest(potret), sorted(potret.glob("0*.duckdb"))[0]),
    "newest is text": lambda potret: swap(newest(potret), potret / "sinkron.json"),
    "all deleted": lambda potret: [one.unlink() for one in potret.glob("0*.duckdb")],
    "meeting deleted": lambda potret: frozen(potret)[0].unlink(),
    "meeting cut": lambda potret: cut(frozen(potret)[0]),
    "meeting altered": lambda potret: flip(frozen(potret)[0]),
    "meeting is a snapshot": lambda potret: swap(frozen(potret)[0], newest(potret)),
    "hash altered": lambda potret: swap(sorted(potret.glob("rapat/*.sha256"))[0], potret / "sinkron.json"),
    "meetings deleted": lambda potret: shutil.rmtree(potret / "rapat"),
    "meetings are a knot": lambda potret: knot(potret / "rapat"),
    "meetings are a file": lambda potret: (shutil.rmtree(potret / "rapat"), (potret / "rapat").write_text("x")),
    "times are a folder": lambda potret: ((potret / "sinkron.json").unlink(), (potret / "sinkron.json").mkdir()),
    "accesses are a knot": lambda potret: knot(potret / "akses"),
    "everything deleted": shutil.rmtree,
    "everything is a knot": knot,
    "everything is a file": lambda potret: (potret.rename(potret.with_name("lama")), potret.write_text("x")),
}


@pytest.fixture(scope="module")
def lived_in(start, samples_shot, tmp_path_factory):
    """A house that lives through one misfortune after the other."""
    folder, port = tmp_path_factory.mktemp("berkas"), free_port()
    potret = shutil.copytree(samples_shot, folder / "rumah" / "potret")
    kept = secrets(folder / "secrets.toml", port, "https://penyedia.test")
    with start(potret, port=port, RAHASIA=kept, FOLDER="samples") as (address, process):
        yield House(address, process, max(start.logs.iterdir()), potret)


@pytest.fixture(scope="module")
def whole(samples_shot, tmp_path_factory):
    """What lies in a folder of snapshots to which nothing has happened."""
    return shutil.copytree(samples_shot, tmp_path_factory.mktemp("utuh") / "potret")


def put_right(there, whole):
    """Let a folder hold what the whole one does. What nothing happened to stays the very file that it is, so that the
    server knows its answers; locks are left to whoever holds them."""
    if there.is_symlink() or there.is_file():
        there.unlink()
    if not there.exists():
        aside = [one for one in (there.with_name(f"{there.name}-lama"), there.with_name("lama")) if one.is_dir()]
        aside[0].rename(there) if aside else there.mkdir()
    wanted = {one.name: one for one in whole.iterdir()}
    for name, one in wanted.items():
        found = there / name
        if one.is_dir():
            put_right(found, one)
        elif (
            not found.is_file() or found.read_bytes() != one.read_bytes() or found.stat().st_mode != one.stat().st_mode
        ):
            away(found)
            shutil.copy2(one, found)
    for one in there.iterdir():
        if one.name not in wanted and not one.name.endswith(directory.LOCKS):
            away(one)


def away(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@pytest.fixture
def mended(lived_in, whole):
    """That house, with its files as they were at first, once its pages show them."""
    put_right(lived_in.potret, whole)
    until = time.monotonic() + 60
    while FIRST not in sent(lived_in, state(lived_in), "sekretariat")[0]:
        assert time.monotonic() < until, "what was put back is not seen"
        time.sleep(0.5)
    return lived_in


@pytest.mark.panjang
@pytest.mark.parametrize("what", DONE)
def test_what_becomes_of_the_files_below_an_open_page_ends_no_page_in_an_error(mended, what):
    """Also for whoever opens one then; it says in words what is missing, and no place on the machine."""
    house, met = mended, frozen(mended.potret)[0].stem  # noqa: F811
    looks = [
        ("logistik", ""),
        ("logistik", f"rapat={met}"),
        ("perubahan", ""),
        ("rapat", ""),
        ("bahan", ""),
        ("mutu_data", ""),
    ]

    async def run():
        told = []
        async with contextlib.AsyncExitStack() as stack:
            there = [await stack.enter_async_context(house.connect("sekretariat")) for _ in looks]
            for open_, (page, query) in zip(there, looks, strict=True):
                first, _ = await said_to(open_, state(house, page_name=page, query_string=query))
                assert "<h1" in first
            DONE[what](house.potret)
            for open_, (page, query) in zip(there, looks, strict=True):
                told.append(
                    (page, query, "open", *await said_to(open_, state(house, page_name=page, query_string=query)))
                )
                async with house.connect("sekretariat") as anew:  # led to the door where nobody knows who has left
                    told.append(
                        (page, query, "anew", *await said_to(anew, state(house, page_name=page, query_string=query)))
                    )
        return told

    found = asyncio.run(run())
    house.quiet()
    for page, query, which, html, code in found:
        if code is None:
            assert "<h1" in html and "belum dapat ditampilkan. Angka lain" not in html, (
                page,
                query,
                which,
                html[-400:],
            )
        assert not INSIDE.search(html) and str(house.potret) not in html, (page, query, which)
    assert house.get("/healthz")[0] == 200
    for path in ("/", "/metrics", "/logistik"):
        status, body = house.get(path, "sekretariat")
        assert (status < 500 or (path, status) == ("/metrics", 503)) and str(house.potret) not in body, (
            path,
            status,
            body,
        )
    house.quiet()


# --- requests byte by byte ---


def raw(house, data, seconds=3):  # noqa: F811
    """Everything that is answered to these bytes until the connection is closed, or nothing more comes."""
    with socket.create_connection(("127.0.0.1", int(house.address.rpartition(":")[2])), 10) as open_:
        open_.settimeout(seconds)
        told = b""
        with contextlib.suppress(OSError):
            open_.sendall(data.replace(b"HIM", house.address.removeprefix("http://").encode()))
            while more := open_.recv(65_536):
                told += more
    return told


HOST = b"Host: HIM\r\nConnection: close\r\n"
UPGRADE = b"Host: HIM\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
#: What is sent, and how the status of the answer begins; nothing where none need come.
BYTES = {
    "two hosts": (b"GET / HTTP/1.1\r\nHost: HIM\r\nHost: lain.test\r\n\r\n", b"4"),
    "two hosts, the other first": (b"GET / HTTP/1.1\r\nHost: lain.test\r\nHost: HIM\r\n\r\n", b"4"),
    "no host": (b"GET / HTTP/1.0\r\n\r\n", b"400"),
    "of long ago": (b"GET /\r\n\r\n", b"4"),
    "HTTP/1.0": (b"GET /healthz HTTP/1.0\r\nHost: HIM\r\n\r\n", b"200"),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"4"),
    "a whole address": (b"GET http://lain.test/ HTTP/1.1\r\n" + HOST + b"\r\n", b"404"),
    "a whole address of the numbers": (b"GET http://HIM/metrics HTTP/1.1\r\n" + HOST + b"Via: 1.1 x\r\n\r\n", b"404"),
    "connect": (b"CONNECT lain.test:443 HTTP/1.1\r\n" + HOST + b"\r\n", b"405"),
    "trace": (b"TRACE / HTTP/1.1\r\n" + HOST + b"Cookie: a=b\r\n\r\n", b"405"),
    "a star": (b"GET * HTTP/1.1\r\n" + HOST + b"\r\n", b"404"),
    "no method": (b"\0\1 / HTTP/1.1\r\n\r\n", b"4"),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(40), b"4"),
    "a huge header": (b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 300_000 + b"\r\n\r\n", b""),
    "a header with a nul": (b"GET / HTTP/1.1\r\n" + HOST + b"X: a\0b\r\n\r\n", b"4"),
    "a space before the colon": (b"GET / HTTP/1.1\r\n" + HOST + b"X : a\r\n\r\n", b"4"),
    "two lengths": (b"GET /healthz HTTP/1.1\r\n" + HOST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", b"4"),
    "less than nothing": (b"GET /healthz HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n", b"4"),
    "pieces that are none": (b"GET /healthz HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", b""),
    "a piece without an end": (b"GET /healthz HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nab", b"200"),
    "one after the other": (b"GET /healthz HTTP/1.1\r\nHost: HIM\r\n\r\n" * 50 + b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n", b"200"),
    "half an origin": (b"GET /_stcore/stream HTTP/1.1\r\n" + UPGRADE + b"Origin: http://[\r\n\r\n", b"403"),
    "a websocket that posts": (b"POST /_stcore/stream HTTP/1.1\r\n" + UPGRADE + b"\r\n", b"4"),
    "a websocket elsewhere": (b"GET /healthz HTTP/1.1\r\n" + UPGRADE + b"\r\n", b"403"),
    "a strange protocol": (b"GET /_stcore/stream HTTP/1.1\r\n" + UPGRADE + b"Sec-WebSocket-Protocol: ,,,\xff\r\n\r\n", b"4"),
    "an absurd range": (b"GET /app/static/ikon.svg HTTP/1.1\r\n" + HOST + b"Range: bytes=" + b"0-," * 3_000 + b"0-\r\n\r\n", b""),
    "a strange encoding": (b"GET / HTTP/1.1\r\n" + HOST + b"Accept: \xff\r\nAccept-Encoding: gzip;q=nan,\xff\r\n\r\n", b"200"),
}  # fmt: skip


@pytest.mark.parametrize("what", BYTES)
def test_what_is_hardly_http_is_answered_or_closed_and_leaves_no_trace(house, what):  # noqa: F811
    data, status = BYTES[what]
    told = raw(house, data)
    assert told.startswith(b"HTTP/1.1 " + status if status else (b"HTTP/1.1 ", b"")) and b" 500 " not in told[:20], (
        told[:99]
    )
    assert not INSIDE.search(told.decode("latin-1"))
    house.quiet()


TARGETS = [
    f"/{place}/{way}" for place in ("static", "app/static", "media", "component", "component/x", "_stcore")
    for way in ("%00", "%ff", "..%2f..%2f..%2f..%2fetc/passwd", "%2e%2e/%2e%2e/.streamlit/config.toml", "../../.streamlit/secrets.toml",
                "/etc/passwd", "%2fetc/passwd", "..%5c..%5cx", "%c0%ae%c0%ae/x", "a" * 300, "a/" * 2_500, "CON", "x%00.svg", "~root")
] + ["/%00", "/%ff", "//etc/passwd", "/%0d%0aX:y", "/logistik?%", "/logistik?%ff", "/" + "a" * 60_000, "/?" + "b" * 30_000]  # fmt: skip


@pytest.mark.panjang
@pytest.mark.parametrize("role", [None, "pimpinan"])
def test_no_way_through_the_places_of_files_leads_out_of_them(house, role):  # noqa: F811
    who = f"Cookie: {house.cookie(role)['Cookie']}\r\n".encode() if role else b""
    for target in TARGETS:
        told = raw(
            house, b"GET " + target.encode() + b" HTTP/1.1\r\n" + HOST + b"Accept: text/html\r\n" + who + b"\r\n"
        )
        assert told.startswith(b"HTTP/1.1 ") and told[9:12] in (
            b"200",
            b"301",
            b"302",
            b"307",
            b"400",
            b"403",
            b"404",
            b"414",
        ), (target[:60], told[:99])
        assert not re.search(rb"root:|cookie_secret|\[server\]|site-packages", told), target[:60]
        assert not re.search(PLACES, told.decode("latin-1")), target[:60]
        assert not re.search(rb"(?i)\r\nlocation: (//|https?://(?!127\.0\.0\.1))|\r\nX: ?y", told), target[:60]
    house.quiet()


STRANGE = {
    "nothing": b"", "a sign": b"x", "no text": b"\xff\xfe\xc3\x28", "huge": b"A" * 50_000, "dots": b"." * 20_000, "three parts": b"a.b.c",
    "many pieces": b"chunks-99999999", "less than no pieces": b"chunks--1", "pieces": b"chunks-x", "quoted": b'"\\377\\376\\000"', "an object": b"{}",
}  # fmt: skip


@pytest.mark.panjang
@pytest.mark.parametrize(
    "name", [b"_streamlit_user", b"_streamlit_user_tokens", b"_streamlit_xsrf", b"_streamlit_session", b"tujuan"]
)
def test_strange_cookies_are_worth_nothing_and_break_nothing(house, name):  # noqa: F811
    for value in STRANGE.values():
        for path in (b"/", b"/logistik", b"/auth/logout", b"/oauth2callback?state=a&code=b", b"/media/x"):
            told = raw(
                house,
                b"GET "
                + path
                + b" HTTP/1.1\r\n"
                + HOST
                + b"Accept: text/html\r\nCookie: "
                + name
                + b"="
                + value
                + b"\r\n\r\n",
            )
            # What is longer than a header may be is refused where it comes in pieces, which is a matter of chance.
            if told[9:12] == b"400" and len(value) > 10_000:
                continue
            assert told[9:12] in (b"200", b"302", b"303", b"403"), (value[:20], told[:99])
            assert path == b"/media/x" or b"gerbang" in told or told[9:10] == b"3"
    for value in (STRANGE["no text"], STRANGE["huge"], STRANGE["quoted"]):
        told = raw(
            house, b"GET /_stcore/stream HTTP/1.1\r\n" + UPGRADE + b"Cookie: " + name + b"=" + value + b"\r\n\r\n", 0.3
        )
        assert told[9:12] in ((b"101", b"403", b"400") if len(value) > 10_000 else (b"101", b"403"))
        assert FIRST.encode() not in told
    house.quiet()


def test_a_cookie_of_many_pieces_is_put_together_by_nobody(house):  # noqa: F811
    pieces = b"; ".join(b"_streamlit_user__%d=abc" % number for number in range(2_000))
    told = raw(
        house,
        b"GET / HTTP/1.1\r\n"
        + HOST
        + b"Accept: text/html\r\nCookie: _streamlit_user=chunks-2000; "
        + pieces[:50_000]
        + b"\r\n\r\n",
    )
    assert b"gerbang" in told or told[9:12] == b"400"  # as above: in pieces it may be too long
    house.quiet()


def test_whoever_is_quoted_in_the_log_writes_no_line_of_his_own(house):  # noqa: F811
    forged = "2026-01-01 00.00.00 WIB Rapat 2024-11-04 dimulai"
    house.get(f"/oauth2callback?state=a&error=x%0a%1b[31m{forged.replace(' ', '%20')}")
    lines = house.log.read_text("utf-8").splitlines()
    assert [one for one in lines if forged in one] and not [
        one for one in lines if one.startswith(forged) or "\x1b" in one
    ]


# --- half of something ---


@pytest.mark.panjang
@pytest.mark.parametrize(
    "half",
    [
        b"GET / HTTP/1.1\r\nHost: HIM\r\nX: ",
        b"GET /healthz HTTP/1.1\r\nHost: HIM\r\nContent-Length: 100000\r\n\r\na",
        b"GET /healthz HTTP/1.1\r\nHost: HIM\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na",
        b"",
        b"GET /_stcore/stream HTTP/1.1\r\n" + UPGRADE + b"Sec-Web",
        b"GET /_stcore/stream HTTP/1.1\r\n" + UPGRADE + b"\r\n\x82\xfe",
    ],
    ids=["header", "body", "pieces", "nothing", "handshake", "frame"],
)
def test_two_hundred_who_send_half_of_something_keep_nobody_waiting(house, half):  # noqa: F811
    data = half.replace(b"HIM", house.address.removeprefix("http://").encode())
    with contextlib.ExitStack() as stack:
        there = [
            stack.enter_context(socket.create_connection(("127.0.0.1", int(house.address.rpartition(":")[2])), 10))
            for _ in range(200)
        ]
        for open_ in there:
            open_.sendall(data)
        for _ in range(5):
            begun = time.monotonic()
            assert house.get("/healthz")[0] == 200 and time.monotonic() - begun < 2
            for open_ in there:
                with contextlib.suppress(OSError):
                    open_.sendall(b"a")
            time.sleep(0.2)

        async def looked_at():
            async with house.viewer("pimpinan") as viewer:
                return (await viewer.open("logistik")).html()

        assert FIRST in asyncio.run(looked_at())
    house.quiet()


# --- who somebody says he is ---


@pytest.mark.parametrize(
    "claims",
    [
        {"email": ["sekretariat@contoh.test"]}, {"email": {"a": 1}}, {"email": 7}, {"email": None}, {"email": True}, {"email": "x" * 100_000},
        {"email": "sekretariat@contoh.test\n"  "pimpinan@contoh.test"}, {"email": "sekretariat@contoh.test\0"}, {"email": "@contoh.test"},
        {"email_verified": "True"}, {"email_verified": 1}, {"email_verified": ["true"]}, {"email_verified": {}}, {"email_verified": None},
        {"iat": -1}, {"iat": 10**400}, {"iat": 1e308}, {"iat": float("nan")}, {"iat": float("inf")}, {"iat": "1"}, {"iat": [1]}, {"iat": True},
        {"iat": None}, {"iat": {"a": 1}}, {"origin": ["x"]}, {"origin": None}, {"is_logged_in": False}, {"is_logged_in": 0}, {"is_logged_in": []},
    ],
    ids=range(29),
)  # fmt: skip
def test_claims_of_a_strange_kind_let_nobody_in(house, claims):  # noqa: F811
    one = provider.cookie(house.address, "sekretariat@contoh.test", **claims)
    who = f"Cookie: {one['name']}={one['value']}\r\n".encode()
    if len(who) > 60_000:
        assert raw(house, b"GET / HTTP/1.1\r\n" + HOST + b"Accept: text/html\r\n" + who + b"\r\n")[9:10] in (b"4", b"2")
        house.quiet()
        return
    told = raw(house, b"GET / HTTP/1.1\r\n" + HOST + b"Accept: text/html\r\n" + who + b"\r\n")
    assert told.startswith(b"HTTP/1.1 200") and b"gerbang" in told
    assert raw(house, b"GET /media/x HTTP/1.1\r\n" + HOST + who + b"\r\n").startswith(b"HTTP/1.1 403")
    house.quiet()


@pytest.mark.parametrize("said", [[], "x", 7, None, True, [["is_logged_in", True]]])
def test_a_signed_cookie_that_holds_no_claims_at_all_lets_nobody_in(house, said):  # noqa: F811
    value = create_signed_value(SEAL, "_streamlit_user", json.dumps(said)).decode()
    told = raw(
        house, b"GET / HTTP/1.1\r\n" + HOST + f"Accept: text/html\r\nCookie: _streamlit_user={value}\r\n\r\n".encode()
    )
    assert told.startswith(b"HTTP/1.1 200") and b"gerbang" in told
    house.quiet()


@pytest.mark.parametrize(
    "wish",
    ["//lain.test", "/\\lain.test", "https:lain.test", "https://lain.test", "/%0d%0aX:y", "/\r\nX: y", "/?rapat=\r\nX: y", "javascript:x", "/x/../..//lain.test",
     "/@lain.test", "/logistik?rapat=ж", "/logistik#//lain.test", "\\/lain.test", "", "/?x=\0", "/logistik;//lain.test", "/?rapat=２０２４"],
)  # fmt: skip
def test_the_remembered_page_leads_nowhere_else(wish):
    assert led_to(wish) == "/"


def test_the_remembered_page_is_one_of_ours():
    assert led_to("/logistik?rapat=2024-11-04") == "/logistik?rapat=2024-11-04"


def led_to(wish):
    """Where somebody goes after he signed in who wished for this address before."""
    request = HTTPConnection({"type": "http", "headers": [(b"cookie", f"tujuan={quote(wish, safe='')}".encode())]})
    sent_on = []

    async def send(message):
        sent_on.append(message)

    start = {
        "type": "http.response.start",
        "headers": [(b"location", b"/"), (b"set-cookie", f"{login_cookie.NAME}=x".encode())],
    }
    asyncio.run(wanted_page.leading_on(request, send)(start))
    return dict(sent_on[0]["headers"])[b"location"].decode()
