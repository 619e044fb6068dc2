"""The running server under attack: messages, files that change below an open page, half requests, and the way in and out."""

import asyncio
import contextlib
import re
import shutil
import time

import pytest
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from monev import frames, throttle
from tests.absent import needs_proc
from tests.provider import free_port, secrets
from tests.test_flood import House, house  # noqa: F401

#: What no answer and no line of the log may hold: places on this machine, and traces of the program.
INSIDE = re.compile(r"root:|/work/|/tmp/|\.duckdb\b.*/|Traceback|site-packages|\.py\"")
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


def quiet(house):  # noqa: F811
    """That nothing in the log looks like a stumble; gives it."""
    log = house.log.read_text("utf-8")
    assert "Traceback" not in log and "gagal dibuat" not in log and "site-packages" not in log, log[-3_000:]
    return log


def port_of(house):  # noqa: F811
    return int(house.address.rpartition(":")[2])


# --- messages of somebody who is signed in ---


def state(house, **said):  # noqa: F811
    made = ClientState(**{"page_name": "logistik"} | said)
    if not made.HasField("context_info"):
        made.context_info.url = f"{house.address}/logistik"
    return made


async def said_to(wire_, made, seconds=20):
    """What becomes of one message: the HTML and alerts that come, and the code where the connection is closed."""
    await wire_.send(BackMsg(rerun_script=made).SerializeToString())
    told = []
    with contextlib.suppress(TimeoutError, websockets.ConnectionClosed):
        async with asyncio.timeout(seconds):
            async for data in wire_:
                message = ForwardMsg.FromString(data)
                kind = message.WhichOneof("type")
                if kind == "delta":
                    told.append(str(message.delta.new_element))
                elif kind == "script_finished":
                    break
    return "\n".join(told), wire_.close_code


def sent(house, made, role="pimpinan", seconds=20):  # noqa: F811
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
    quiet(house)


@pytest.mark.parametrize(
    "url",
    ["http://[", "", "javascript:alert(1)//", "\0", "http://℀.test/", "file:///etc/passwd", "data:text/html,x", "//lain.test", "x" * 9_000],
)  # fmt: skip
def test_a_page_that_says_it_stands_nowhere_is_closed(house, url):  # noqa: F811
    made = state(house)
    made.context_info.url = url
    assert sent(house, made)[1] == throttle.AGAINST_THE_RULES
    quiet(house)


FIELD = "$$ID-00ca6adc69ca3f164530c69ca3f16453-"
#: Each kind that a state may have, but for what a field of that name holds.
WRONG = [
    dict(bool_value=True), dict(double_value=1e308), dict(double_value=float("nan")), dict(int_value=-(2**63)), dict(trigger_value=True),
    dict(bytes_value=b"\xff"), dict(json_value='{"a": 1}'), dict(json_value="{"), dict(json_trigger_value="["),
    dict(arrow_value={}), dict(chat_input_value={}), dict(file_uploader_state_value={}), dict(string_trigger_value={}),
    dict(int_array_value={"data": [1]}), dict(double_array_value={"data": [1e308]}),
]  # fmt: skip


@pytest.mark.parametrize("key", [*frames._FIELDS])
def test_a_field_that_holds_what_it_cannot_is_refused(key):
    for wrong in [*WRONG, *({kind: {"data": ["x"]}} if "array" in kind else {kind: "x"} for kind in frames._HOLDS if kind != frames._FIELDS[key])]:  # fmt: skip
        assert frames.refused(of_fields(dict(id=FIELD + key) | wrong), takes=True) == frames.NOT_OURS, wrong
    right = (
        {"string_value": "x" * 50_000}
        if frames._FIELDS[key] == "string_value"
        else {"string_array_value": {"data": ["x", "\0"]}}
    )
    assert frames.refused(of_fields(dict(id=FIELD + key) | right, dict(id=FIELD + key)), takes=True) is None


@pytest.mark.parametrize("key", ["tautan", "rel", "naskah", "salin-logistik", "mode_buka", "keluar", "None"])
def test_what_is_pressed_or_a_component_says_nothing_else(key):
    for wrong in [
        *WRONG[:4],
        WRONG[5],
        *WRONG[7:],
        dict(string_value="x"),
        dict(json_value="NaN"),
        dict(json_value="[" * 100_000),
    ]:
        assert frames.refused(of_fields(dict(id=FIELD + key) | wrong), takes=True) == frames.NOT_OURS, wrong
    for right in (
        dict(trigger_value=True),
        dict(json_value='{"ke": "logistik"}'),
        dict(json_trigger_value='[{"event": "ke"}]'),
    ):
        assert frames.refused(of_fields(dict(id=FIELD + key) | right), takes=True) is None


@pytest.mark.parametrize(
    "name",
    ["", "rapat", "potret", "$$ID", "$$ID--", "_streamlit", "tidak_berhak", "$$STREAMLIT_INTERNAL_KEY_x", "x" * 5_000],
)
def test_what_is_no_field_of_a_page_is_refused(name):
    assert frames.refused(of_fields(dict(id=name, string_value="x")), takes=True) == frames.NOT_OURS


def test_a_hundred_thousand_fields_are_refused_before_anybody_looks_at_them():
    begun = time.monotonic()
    assert frames.refused(of_fields(*[dict(id="$$ID-0-x")] * 100_000), takes=True) == frames.TOO_LONG
    assert time.monotonic() - begun < 5


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
    quiet(house)


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
                await asyncio.sleep(0.05)  # or it goes too fast, and is closed

    asyncio.run(run(0, 100))
    before = house.memory()
    asyncio.run(run(100, 400))
    between = house.memory()
    asyncio.run(run(400, 1_000))
    assert house.memory() - between < 40_000_000 and between - before < 60_000_000
    quiet(house)
