"""What is secret stays where it was put: not in a log, on a page, in a snapshot, among the numbers or in a backup."""

import json
import re
import tarfile
import time
import urllib.request

import duckdb
import pytest

from tests import cloud
from tests.conftest import monev
from tests.provider import cookie, free_port
from tests.screen import PAGES, Screen, path_of

pytestmark = pytest.mark.panjang

#: Invented secrets beside the key of the account, where Streamlit and the sign-in look for theirs.
SEAL = "RAHASIA-kuki-b7c1-yang-cukup-panjang-untuk-dipakai"
AUTH = f"""
[auth]
redirect_uri = "http://127.0.0.1:8501/oauth2callback"
cookie_secret = "{SEAL}"
client_id = "monev-contoh"
client_secret = "RAHASIA-klien-93ad"
server_metadata_url = "https://masuk.example/.well-known/openid-configuration"

[akses]
sekretariat = ["sekretariat@contoh.test"]

[connections.contoh]
password = "RAHASIA-sandi-51fe"
"""
#: How Google's access tokens and signed assertions begin.
PASSING = re.compile(rb"ya29\.|eyJ[\w-]{20,}\.")
#: What ails Google in turn: at the door, at a spreadsheet, on the way.
AILMENTS = [
    ("token", "revoked"),
    ("sheets", "403"),
    ("sheets", "html_200"),
    ("sheets", "revoked"),
    ("token", "cut_body"),
]


def marks(key):
    """Every piece of text that must not be found: whole lines of the private key, its id, and the invented ones."""
    lines = [line for line in key["private_key"].splitlines() if len(line) > 20 and "-----" not in line]
    assert len(lines) > 10
    return [text.encode() for text in (*lines, key["private_key_id"], *re.findall(r"RAHASIA-\S+?(?=\")", AUTH))]


def found(content, key):
    """The secrets in some bytes, as they are or as JSON writes them."""
    return [mark for mark in marks(key) if mark in content] + PASSING.findall(content)


@pytest.fixture
def town(standin, tmp_path, monkeypatch):
    """The settings of a server whose secrets are in a file; what each command said is gathered in `said`."""
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(cloud.secrets(standin, cloud.small(standin), 6, 15) + AUTH, "utf-8")
    secrets.chmod(0o600)
    monkeypatch.setenv("STREAMLIT_SECRETS_FILES", str(secrets))
    return {"RAHASIA": secrets, "POTRET": tmp_path / "potret", "TANGGAL": "2024-11-04"}


def test_the_search_finds_a_secret_where_there_is_one(town, standin):
    there = found(town["RAHASIA"].read_bytes(), standin.key())
    assert len(there) == len(marks(standin.key()))
    assert found(b"Bearer ya29.c.abc", standin.key()) and found(b"eyJhbGciOiJSUzI1NiIsInR5cCI.", standin.key())


def test_commands_tell_no_secret_in_good_days_or_bad(town, standin, tmp_path):
    said = [monev(command, **town) for command in ("sync", "doctor", "findings")]
    for endpoint, kind in AILMENTS:
        standin.fault(endpoint, kind)
        said += [monev("sync", "--all", **town), monev("doctor", **town)]
        standin.heal()
    town["RAHASIA"].write_text(town["RAHASIA"].read_text("utf-8").replace("[auth]", "[auth"), "utf-8")
    said += [monev(command, **town) for command in ("sync", "doctor", "send")]
    whole = "".join(done.stdout + done.stderr for done in said).encode()
    assert b"Kunci akun layanan ditolak Google" in whole and b"bukan TOML yang sah" in whole
    assert not found(whole, standin.key()) and b"Traceback" not in whole


def test_a_key_that_is_cut_in_the_middle_is_told_without_it(town, standin):
    text = town["RAHASIA"].read_text("utf-8")
    middle = text.index(standin.key()["private_key"].splitlines()[9])
    town["RAHASIA"].write_text(text[:middle] + text[middle + 40 :], "utf-8")
    done = monev("sync", **town)
    assert done.returncode == 1 and not found((done.stdout + done.stderr).encode(), standin.key())


def test_snapshots_and_backups_hold_no_secret(town, standin, tmp_path):
    assert monev("sync", **town).returncode == 0
    standin.fault("sheets", "403", 1)
    assert monev("sync", "--all", **town).returncode == 3
    target = tmp_path / "cadangan.tar.gz"
    assert monev("backup", str(target), **town).returncode == 0
    files = [path for path in town["POTRET"].rglob("*") if path.is_file()]
    snapshots = [path for path in files if path.suffix == ".duckdb"]
    assert snapshots and not [path.name for path in files if found(path.read_bytes(), standin.key())]
    for path in snapshots:  # texts lie packed in the file
        with duckdb.connect(str(path), read_only=True) as opened:
            tables = [name for (name,) in opened.execute("select table_name from duckdb_tables()").fetchall()]
            texts = json.dumps([opened.execute(f'from "{name}"').fetchall() for name in tables], default=str).encode()
        assert b"Dinas A" in texts and not found(texts, standin.key())
    with tarfile.open(target) as archive:
        pieces = {piece.name: archive.extractfile(piece).read() for piece in archive}
    assert "sinkron.json" in pieces and not [name for name, content in pieces.items() if found(content, standin.key())]


def test_a_server_tells_no_secret_on_a_page_in_its_log_or_among_its_numbers(town, standin, start, chromium, tmp_path):
    assert monev("sync", **town).returncode == 0
    standin.fault("token", "revoked")
    port, seen = free_port(), []
    town["RAHASIA"].write_text(town["RAHASIA"].read_text("utf-8").replace(":8501/", f":{port}/"), "utf-8")
    given = {name: town[name] for name in ("RAHASIA", "TANGGAL")}
    with start(town["POTRET"], port=port, SINKRON="", **given) as (address, _):
        for page in PAGES:
            with Screen(chromium, 1280, 720) as shown:
                shown.tab.context.add_cookies([cookie(address, "sekretariat@contoh.test", secret=SEAL)])
                shown.tab.on(
                    "websocket", lambda socket: socket.on("framereceived", lambda frame: seen.append(_bytes(frame)))
                )
                shown.tab.goto(address + path_of(page))
                shown.tab.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
                shown.tab.wait_for_timeout(300)
                seen.append(shown.tab.content().encode())
        log = _log_until(start, b"Kunci akun layanan ditolak Google")
        for path in ("/metrics", "/healthz", "/_stcore/host-config", "/_stcore/metrics", "/"):
            with urllib.request.urlopen(address + path, timeout=30) as answer:
                seen.append(answer.read())
    whole = b"\n".join([*seen, log])
    assert (
        b"Masuk sebagai" in whole
        and len(seen) > 5 * len(PAGES)
        and b"monev_potret_jumlah" in whole
        and b"Ringkasan" in whole
    )
    assert not found(whole, standin.key())


def _bytes(frame):
    return frame.encode() if isinstance(frame, str) else frame


def _log_until(start, text):
    """What the newest server wrote, once this is in it."""
    until = time.monotonic() + 60
    while True:
        log = max(start.logs.glob("*.log")).read_bytes()
        if text in log or time.monotonic() > until:
            assert text in log
            return log
        time.sleep(0.2)


@pytest.mark.parametrize("mode, told", [(0o600, False), (0o640, True), (0o604, True)])
def test_a_file_of_secrets_that_others_can_read_is_told_also_where_sheets_come_from_a_folder(
    town, tmp_path, samples_shot, mode, told
):
    town["RAHASIA"].chmod(mode)
    done = monev("doctor", RAHASIA=town["RAHASIA"], FOLDER="samples", POTRET=samples_shot)
    assert ("secrets.toml dapat dibaca pemakai lain di komputer ini." in done.stdout) == told
    assert (done.returncode == 3) or not told
