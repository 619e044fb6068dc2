"""Who gets in by which rule: the list of accounts, what a sign-in is worth, and what a server without sign-in serves."""

import asyncio
import json
import re
import shutil

import httpx
import pytest
from starlette.datastructures import Headers

from monev.run.commands import doctor
from monev.run.server import login_guard
from monev.run.server.throttle import Bounds
from monev.screen.access import audit, policy, roles, sign_outs
from monev.screen.access.person import LASTS, Reason, Refused, person_of
from monev.screen.access.roles import LOCAL, Person, Right
from monev.screen.draw import login
from monev.settings import Settings
from tests.conftest import monev
from tests.provider import SEAL, secrets

NOW = 1_700_000_000.0
LISTED = roles.read({"sekretariat": ["a@x.test"], "kpu": ["b@x.test", "@kpu.test"], "publik": ["c@x.test"]})
AUTH = {"redirect_uri": "https://x.test/oauth2callback", "cookie_secret": SEAL, "client_id": "m",
        "client_secret": "r", "server_metadata_url": "https://p.test/.well-known/openid-configuration"}  # fmt: skip


def claims(account="a@x.test", since=NOW, **more):
    return {"email": account, "email_verified": True, "iat": since} | more


def why(user, out=None):
    with pytest.raises(Refused) as caught:
        person_of(user, LISTED, out or {}, NOW)
    return caught.value.reason


#: server.address of a server that listens on all of its networks; nothing here binds to it.
EVERYWHERE = "0.0.0.0"  # noqa: S104
ALONE = policy.Policy(False)


# --- the list ---


@pytest.mark.parametrize("table", [None, {}, [], "a@x.test", {"sekretariat": []}, {"sekretariat": [], "kpu": []}])
def test_a_list_without_accounts_lets_nobody_in(table):
    with pytest.raises(roles.AccessError, match="belum berisi satu akun pun"):
        roles.read(table)


@pytest.mark.parametrize(
    "table, said",
    [
        ({"sekertariat": ["a@x.test"]}, "peran “sekertariat” yang tidak dikenal"),
        ({"kpu": "a@x.test"}, "kpu harus berupa daftar"),
        ({"kpu": ["a@x.test", "bukan surel"]}, "kpu, isi ke-2, bukan alamat surel"),
        ({"kpu": ["*"]}, "bukan alamat surel"),
        ({"kpu": ["@"]}, "bukan alamat surel"),
        ({"kpu": ["@test"]}, "bukan alamat surel"),
        ({"kpu": [7]}, "kpu, isi ke-1, bukan alamat surel"),
        ({"kpu": ["a@x.test"], "bawaslu": ["A@X.test "]}, "bawaslu, isi ke-1, sudah tertulis di bawah kpu"),
    ],
)
def test_a_mistyped_list_is_refused_as_a_whole_and_told_without_an_account(table, said):
    with pytest.raises(roles.AccessError) as caught:
        roles.read(table)
    assert said in str(caught.value) and "x.test" not in str(caught.value)


@pytest.mark.parametrize(
    "account, role",
    [
        ("a@x.test", "sekretariat"),
        (" A@X.TEST", "sekretariat"),
        ("siapa@kpu.test", "kpu"),
        ("siapa@sub.kpu.test", None),
        ("siapa@lainkpu.test", None),
        ("kpu.test", None),
        ("a@x.test@kpu.test", "kpu"),
        ("", None),
    ],
)
def test_a_role_belongs_to_an_account_or_to_exactly_its_domain(account, role):
    assert roles.role_of(account, LISTED) == role


def test_an_account_goes_before_its_domain():
    listed = roles.read({"kpu": ["@x.test"], "pimpinan": ["a@x.test"]})
    assert (roles.role_of("a@x.test", listed), roles.role_of("b@x.test", listed)) == ("pimpinan", "kpu")


def test_each_role_may_what_it_is_for_and_nothing_else():
    may = {role: {right for right in Right if Person("x", role).may(right)} for role in roles.RIGHTS}
    assert may.pop("sekretariat") == set(Right)
    assert may.pop("publik") == set()
    assert set(may) == {"pimpinan", "kpu", "bawaslu", "kesbangpol", "bpkpd"}
    assert may.pop("pimpinan") == {Right.LOOK}
    assert all(rights == {Right.LOOK, Right.VOUCH, Right.PROPOSE} for rights in may.values())
    assert Person("x", "kpu").vouches("kpu") and not Person("x", "kpu").vouches("bawaslu")
    assert not Person("x", "sekretariat").vouches("kpu") and not Person("x", "pimpinan").vouches("kpu")
    assert Person("x", "kpu").details("kpu") and not Person("x", "kpu").details("bawaslu")
    assert Person("x", "pimpinan").details("bawaslu") and LOCAL.details("bpkpd")


# --- a sign-in ---


def test_somebody_listed_and_signed_in_is_let_in_with_his_role():
    assert person_of(claims(), LISTED, {}, NOW) == Person("a@x.test", "sekretariat", int(NOW))
    assert person_of(claims("B@X.test"), LISTED, {}, NOW).role == "kpu"


def test_who_is_not_let_in_and_why():
    assert why(claims("")) == Reason.NO_ADDRESS
    assert why({"iat": NOW}) == Reason.NO_ADDRESS
    assert why(claims(email_verified=False)) == Reason.UNVERIFIED
    assert why(claims(email_verified="false")) == Reason.UNVERIFIED
    assert why(claims("z@lain.test")) == Reason.UNKNOWN
    assert why(claims("c@x.test")) == Reason.NOTHING
    for since in (None, "kemarin", True, float("nan"), NOW + 3600):
        assert why(claims(since=since)) == Reason.EXPIRED, since


@pytest.mark.parametrize("said", [None, "no", "0", "", [], {}, 0, 1, "True ", "yes", False, "false", ["true"]])
def test_only_an_address_that_the_provider_calls_its_accounts_own_lets_in(said):
    assert why(claims(email_verified=said)) == Reason.UNVERIFIED


def test_an_address_of_which_the_provider_says_nothing_lets_in_only_where_that_is_waived_for_it():
    silent = {"email": "a@x.test", "iat": NOW, "iss": "https://p.test"}
    assert why(silent) == Reason.UNVERIFIED
    assert person_of(silent, LISTED, {}, NOW, ["https://p.test"]).role == "sekretariat"
    for iss in ("https://lain.test", None, ["https://p.test"]):
        with pytest.raises(Refused):
            person_of(silent | {"iss": iss}, LISTED, {}, NOW, ["https://p.test"])
    with pytest.raises(Refused):
        person_of(silent | {"email_verified": False}, LISTED, {}, NOW, ["https://p.test"])


@pytest.mark.parametrize("account", ["\N{KELVIN SIGN}@x.test", "а@x.test", "a@x.test\N{ZERO WIDTH SPACE}", "a@x。test", "ａ@x.test",
                                     "a @x.test", "a@x.test@x.test", "a" * 300 + "@x.test", "a\0@x.test", "ſ@x.test"])  # fmt: skip
def test_an_address_in_other_letters_is_nobody(account):
    listed = roles.read({"sekretariat": ["@x.test", "k@x.test", "s@x.test"]})
    with pytest.raises(Refused) as caught:
        person_of(claims(account), listed, {}, NOW)
    assert caught.value.reason == Reason.UNKNOWN and len(caught.value.account) <= 254


@pytest.mark.parametrize("email", [["a@x.test"], {"a": 1}, 7, True, b"a@x.test"])
def test_an_address_that_is_no_text_is_none(email):
    assert why(claims(email)) == Reason.NO_ADDRESS


@pytest.mark.parametrize("account", ["\N{KELVIN SIGN}pu@x.test", "а@x.test", "a@х.test"])
def test_the_list_takes_plain_addresses_only(account):
    with pytest.raises(roles.AccessError, match="bukan alamat surel"):
        roles.read({"kpu": [account]})


def test_somebody_without_an_address_is_recorded_as_such_and_not_as_this_machine(tmp_path):
    for _ in range(3):
        audit.came_in_vain(tmp_path, "", Reason.NO_ADDRESS)
    audit.came_in_vain(tmp_path, "", Reason.SIGNED_OUT)
    [file] = (tmp_path / audit.FOLDER).glob("*.jsonl")
    [line] = map(json.loads, file.read_text("utf-8").splitlines())
    assert (line["akun"], line["peran"], line["tindakan"]) == ("tanpa alamat", "publik", "tidak diterima")


def test_a_sign_in_holds_for_twelve_hours_to_the_second():
    assert person_of(claims(since=NOW - LASTS), LISTED, {}, NOW).may(Right.LOOK)
    assert why(claims(since=NOW - LASTS - 1)) == Reason.EXPIRED


def test_a_sign_out_ends_what_was_signed_in_before_it_and_nothing_later():
    out = {"a@x.test": int(NOW) - 10}
    assert why(claims(since=NOW - 11), out) == why(claims(since=NOW - 10), out) == Reason.SIGNED_OUT
    assert person_of(claims(since=NOW - 9), LISTED, out, NOW).account == "a@x.test"
    assert person_of(claims("b@x.test", NOW - 11), LISTED, out, NOW).role == "kpu"


def test_sign_outs_are_kept_for_all_processes_and_forgotten_once_they_say_nothing(tmp_path, monkeypatch):
    assert sign_outs.read(tmp_path) == {}
    moments = iter([NOW, NOW + 60, NOW + LASTS + 61])
    monkeypatch.setattr(sign_outs.time, "time", lambda: next(moments))
    sign_outs.add(tmp_path, "a@x.test")
    sign_outs.add(tmp_path, "b@x.test")
    assert sign_outs.read(tmp_path) == {"a@x.test": int(NOW), "b@x.test": int(NOW) + 60}
    sign_outs.add(tmp_path, "c@x.test")
    assert set(sign_outs.read(tmp_path)) == {"c@x.test"}


def test_the_record_names_account_role_and_deed_and_is_one_line_per_event(tmp_path):
    audit.note(tmp_path, Person("a@x.test", "sekretariat", 1), "mencatat keputusan", "TL-1\nbaris kedua")
    audit.note(tmp_path, LOCAL, audit.CAME)
    [file] = (tmp_path / audit.FOLDER).glob("*.jsonl")
    assert re.fullmatch(r"\d{4}-\d{2}\.jsonl", file.name)
    first, second = map(json.loads, file.read_text("utf-8").splitlines())
    assert first.pop("waktu").endswith("+07:00") and second.pop("waktu")
    assert first == {
        "akun": "a@x.test",
        "peran": "sekretariat",
        "tindakan": "mencatat keputusan",
        "tentang": "TL-1\nbaris kedua",
    }
    assert second == {"akun": "lokal", "peran": "sekretariat", "tindakan": "masuk"}


def test_a_record_that_cannot_be_written_is_told_to_the_operator(tmp_path, caplog):
    (tmp_path / audit.FOLDER).write_text("bukan folder")
    audit.note(tmp_path, LOCAL, audit.CAME)
    assert "Catatan akses belum dapat ditulis" in caplog.text and '"tindakan": "masuk"' in caplog.text


def test_what_is_done_by_command_is_recorded_as_local(samples_shot, tmp_path):
    folder = shutil.copytree(samples_shot, tmp_path / "potret")
    assert monev("pin", POTRET=folder).returncode == monev("pin", "--selesai", POTRET=folder).returncode == 0
    [file] = (folder / audit.FOLDER).glob("*.jsonl")
    told = [(line["akun"], line["tindakan"]) for line in map(json.loads, file.read_text("utf-8").splitlines())]
    assert told == [("lokal", deed) for deed in (audit.FROZE, audit.BEGAN, audit.ENDED)]


# --- sign-in itself ---


def test_sign_in_that_is_set_up_whole_is_used():
    assert policy.of(AUTH) == policy.Policy(True)
    assert policy.of({}) == policy.Policy(False)


@pytest.mark.parametrize("missing", AUTH)
def test_sign_in_that_lacks_something_opens_for_nobody_and_says_what_is_missing(missing):
    for value in (None, "", "  ", 7):
        found = policy.of(AUTH | {missing: value})
        assert found.sign_in and found.trouble == f"[auth] {missing} belum diisi."


def test_a_short_secret_or_a_way_back_to_elsewhere_opens_for_nobody():
    assert "terlalu pendek" in policy.of(AUTH | {"cookie_secret": "x" * 31}).trouble
    assert policy.of(AUTH | {"cookie_secret": "x" * 32}).trouble == ""
    assert "/oauth2callback" in policy.of(AUTH | {"redirect_uri": "https://x.test/"}).trouble


@pytest.mark.parametrize(
    "address, here",
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), (None, False), ("", False),
     (EVERYWHERE, False), ("::", False), ("192.168.1.7", False), ("monev.test", False)],
)  # fmt: skip
def test_only_loopback_is_this_machine_alone(address, here):
    assert policy.only_here(address) is here


# --- the door ---


async def inside(scope, receive, send):
    """Stands for the server behind the door; says so."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"di dalam"})


def guarded(app, address, rules):
    return login_guard.Door(app, lambda: address, lambda: rules, lambda error, way: f"{error} {way}", Bounds())


def knock(path="/logistik", address="127.0.0.1", rules=ALONE, client="127.0.0.1", headers=None):
    """The answer of the door to a request by a person's browser."""

    async def ask():
        around = guarded(inside, address, rules)
        transport = httpx.ASGITransport(around, client=(client, 5000))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8501") as browser:
            return await browser.get(path, headers={"accept": "text/html"} | (headers or {}))

    return asyncio.run(ask())


def websocket(address="127.0.0.1", rules=ALONE, client="127.0.0.1", headers=()):
    """What the door answers to a websocket, by the types of its messages."""
    told = []

    async def send(message):
        told.append(message["type"])

    async def receive():
        return {"type": "websocket.connect"}

    scope = {"type": "websocket", "path": "/_stcore/stream", "server": ("127.0.0.1", 8501), "client": (client, 5000),
             "headers": list(headers), "query_string": b""}  # fmt: skip
    asyncio.run(guarded(inside, address, rules)(scope, receive, send))
    return told


def test_without_sign_in_this_machine_is_served():
    assert knock().text == "di dalam" and websocket() == ["websocket.accept"]
    assert knock(client="::1").text == "di dalam"


CLOSED = [
    {"address": EVERYWHERE},
    {"address": None},
    {"address": "192.168.1.7"},
    {"client": "192.168.1.9"},
    *(
        {"headers": {name: "203.0.113.7"}}
        for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Host")
    ),
    {"rules": policy.Policy(True, "[auth] client_id belum diisi.")},
]


@pytest.mark.parametrize("how", CLOSED, ids=str)
def test_whoever_else_asks_gets_one_page_that_explains_and_no_data(how):
    for path in ("/", "/logistik", "/media/a.pptx", "/_stcore/health", "/app/static/ikon.svg"):
        answer = knock(path, **how)
        assert answer.status_code == 403 and "di dalam" not in answer.text
        assert "[auth]" in answer.text and "[akses]" in answer.text and '<html lang="id">' in answer.text
    headers = [(name.lower().encode(), value.encode()) for name, value in how.get("headers", {}).items()]
    assert websocket(**how | {"headers": headers}) == ["websocket.close"]
    assert knock(login_guard.HEALTH, **how).text == "di dalam", "whether it lives may be asked by everybody"


def test_what_is_wrong_with_sign_in_is_said():
    assert "[auth] client_id belum diisi." in knock(rules=policy.Policy(True, "[auth] client_id belum diisi.")).text


@pytest.fixture
def signed_in_by(tmp_path, monkeypatch):
    """Settings with a provider, as a server has that lets people sign in."""
    monkeypatch.setenv("MONEV_RAHASIA", str(secrets(tmp_path / "secrets.toml", 8501, "https://p.test")))


def test_with_sign_in_the_network_is_served_and_whoever_is_nobody_gets_a_page_that_runs_nothing(signed_in_by):
    how = {"address": EVERYWHERE, "rules": policy.Policy(True), "client": "203.0.113.7"}
    assert knock(**how).text == "sudah keluar /masuk" and knock("/static/a.js", **how).text == "di dalam"
    assert websocket(**how) == ["websocket.accept", "websocket.send", "websocket.close"], "only to be led to that page"
    assert knock("/media/a.pptx", **how).status_code == 403, "files have addresses of their own"


def kept(path, **how):
    return knock(path, rules=policy.Policy(True), **how).headers.get("set-cookie", "")


def test_the_page_that_is_asked_for_is_remembered_for_the_way_back(signed_in_by):
    said = kept("/logistik?rapat=2024-10-21")
    assert said.startswith("tujuan=%2Flogistik%3Frapat%3D2024-10-21; Path=/; ")
    assert "HttpOnly" in said and "SameSite=Lax" in said
    for path in ("/oauth2callback?code=1", "/media/x", "/_stcore/health", "/auth/login"):
        assert kept(path) == "", path
    assert kept("/logistik", headers={"accept": "application/json"}) == ""


@pytest.mark.parametrize("status", [400, 500, 302])
def test_where_the_provider_does_not_answer_it_is_said_what_to_do(signed_in_by, monkeypatch, status):
    async def streamlit(scope, receive, send):
        await send({"type": "http.response.start", "status": status, "headers": [(b"location", b"https://p.test/")]})
        await send({"type": "http.response.body", "body": b"Authentication error"})

    monkeypatch.setitem(globals(), "inside", streamlit)
    answer = knock("/auth/login?provider=x", rules=policy.Policy(True))
    if status == 302:
        assert (answer.status_code, answer.headers["location"]) == (302, "https://p.test/")
        return
    assert (answer.status_code, answer.text) == (503, "penyedia akun tidak menjawab /masuk")
    said = login.page("NO_PROVIDER", "", "/masuk", False, "")
    assert "Layanan akun untuk masuk sedang tidak menjawab." in said and 'href="/masuk"' in said
    assert "beberapa menit" in said and "sekretariat" in said


@pytest.mark.parametrize(
    "wanted, leads",
    [("/logistik?rapat=2024-10-21", "/logistik?rapat=2024-10-21"), ("//lain.test", "/"), ("https://lain.test/", "/"),
     ("/\\lain.test", "/"), ("/logistik\r\nSet-Cookie: a=b", "/"), ("", "/"), ("/%2F%2Flain.test", "/")],
)  # fmt: skip
def test_only_a_page_of_ours_is_led_to_after_sign_in(wanted, leads):
    """As the server answers when somebody is back from the provider."""
    from urllib.parse import quote

    async def back(scope, receive, send):
        headers = [(b"location", b"/"), (b"set-cookie", b"_streamlit_user=x; HttpOnly")]
        await send({"type": "http.response.start", "status": 302, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    told = []

    async def send(message):
        told.append(message)

    cookie = f"tujuan={quote(wanted, safe='')}".encode()
    scope = {"type": "http", "method": "GET", "path": "/oauth2callback", "query_string": b"code=1", "scheme": "http",
             "server": ("127.0.0.1", 8501), "client": ("127.0.0.1", 1), "headers": [(b"cookie", cookie), (b"host", b"x")]}  # fmt: skip
    asyncio.run(guarded(back, "127.0.0.1", policy.Policy(True))(scope, None, send))
    assert Headers(raw=told[0]["headers"])["location"] == leads


def test_a_request_without_ends_comes_from_elsewhere():
    """As through a socket of the file system, behind which a proxy stands."""
    for ends in ({"server": None, "client": None}, {"server": ("/run/monev.sock", None), "client": None}):
        assert not login_guard._from_here({"type": "http", "headers": []} | ends)


# --- the doctor ---


@pytest.mark.parametrize(
    "auth, listed, state, said",
    [
        ({}, {}, doctor.GOOD, "mode lokal"),
        (AUTH, {"kpu": ["a@x.test", "@y.test"]}, doctor.GOOD, "2 akun atau domain terdaftar"),
        (AUTH, {}, doctor.BAD, "belum berisi satu akun pun"),
        (AUTH | {"client_id": ""}, {"kpu": ["a@x.test"]}, doctor.BAD, "[auth] client_id belum diisi."),
    ],
)
def test_the_doctor_tells_whether_people_can_come_in(tmp_path, auth, listed, state, said):
    found = doctor._access(Settings("folder", tmp_path, tmp_path, None, auth=auth, access=listed))
    assert found.state == state and said in found.seen
    assert bool(found.todo) is (state == doctor.BAD)
