"""What nobody has a right to ask for, asked for all the same: paths in addresses, names in claims, secrets in what we tell."""

import asyncio
import contextlib
import shutil
import tarfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from starlette.datastructures import Headers

from bench.viewer import Viewer
from monev.run.server import login_guard, security
from monev.screen.access import policy
from tests.conftest import monev
from tests.provider import SEAL
from tests.test_flood import house  # noqa: F401
from tests.wire import INSIDE

pytestmark = pytest.mark.panjang

SECRETS = (SEAL, "rahasia-klien")
#: What people try in the part of an address that names a meeting.
PATHS = [
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "/etc/passwd", "rapat/2024-11-04", "2024-11-04/../2024-10-21", "2024-11-04.duckdb",
    "2024-11-04\0", "....//....//", "C:\\Windows\\win.ini", "file:///etc/passwd", "kini", "2024-11-04'; drop table sel; --",
    "2024-99-99", "0000-00-00", "99999-01-01", "2024-11-04T00:00:00", "", " ", "null", "-1", "x" * 5_000, "{{7*7}}", "%s%s%s",
    "<script>alert(1)</script>", "２０２４-１１-０４", "2024-11-04%00", "[]", "$(id)", "`id`", "🦀",
]  # fmt: skip


async def shown(house, role, page, query):  # noqa: F811
    async with Viewer(house.address, house.cookie(role), house.token) as viewer:
        return (await viewer.open(page, query)).html()


@pytest.mark.parametrize("name", ["rapat", "banding", "instansi", "bobot", "mode"])
def test_whatever_stands_in_the_address_opens_no_file_and_breaks_no_page(house, name):  # noqa: F811
    page = {"banding": "perubahan", "instansi": "mutu_data", "bobot": "mutu_data"}.get(name, "logistik")

    async def run():
        return [await shown(house, "pimpinan", page, urllib.parse.urlencode({name: typed})) for typed in PATHS]

    for typed, html in zip(PATHS, asyncio.run(run()), strict=True):
        assert "<h1" in html and "<script" not in html, typed
        said = html.replace(typed, "") if typed.strip() else html
        assert not INSIDE.search(said) and ".duckdb" not in said, typed
    log = house.log.read_text("utf-8")
    assert "Traceback" not in log


@pytest.mark.parametrize(
    "address, near",
    [("::1", True), ("::ffff:127.0.0.1", False), ("::ffff:203.0.113.7", False), ("fe80::1", False), ("2001:db8::1", False),
     ("127.0.0.1", True), ("127.1.2.3", True), ("", False), ("localhost", False), ("::1%lo", True), ("0:0:0:0:0:0:0:1", True)],
)  # fmt: skip
def test_also_of_the_newer_addresses_only_this_machines_own_are_near(address, near):
    scope = {"type": "http", "server": ("::1", 8501), "client": (address, 1), "headers": []}
    assert security.from_this_machine(scope) is near
    assert login_guard._from_here(scope) is near


@pytest.mark.parametrize("address, here", [("::1", True), ("::", False), ("::ffff:0.0.0.0", False), ("fe80::1", False)])
def test_a_server_that_listens_on_all_newer_addresses_is_not_here_alone(address, here):
    assert policy.only_here(address) is here


@pytest.mark.parametrize(
    "origin",
    ["null", "http://127.0.0.1.lain.test", "http://lain.test:8501", "https://127.0.0.1:8501@lain.test", "http://[::1]:8501",
     "http://127.0.0.1:8502", "file://", "chrome-extension://x", "http://127.0.0.1", "data:text/html,x", "127.0.0.1:8501"],
)  # fmt: skip
def test_a_page_from_elsewhere_opens_no_connection(origin):
    assert not security.own_page(Headers({"host": "127.0.0.1:8501", "origin": origin}))


def test_who_signs_in_under_a_strange_name_makes_no_markup_of_it(house):  # noqa: F811
    for account in (
        '"><script>x</script>@lain.test',
        "<b>@lain.test",
        "a&lt;@lain.test",
        "$warna@lain.test",
        "{account}@lain.test",
    ):
        from tests.provider import cookie

        one = cookie(house.address, account)
        asked = urllib.request.Request(
            house.address, headers={"Accept": "text/html", "Cookie": f"{one['name']}={one['value']}"}
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            page = answer.read().decode()
        assert "<script" not in page and "<b>" not in page and "Akun ini belum terdaftar" in page, account


def test_no_secret_is_told_by_log_metrics_process_list_or_backup(house, tmp_path):  # noqa: F811
    """Also not where something goes wrong at the provider, which is not there."""
    with contextlib.suppress(urllib.error.URLError):
        urllib.request.urlopen(f"{house.address}/masuk", timeout=30)
    with contextlib.suppress(urllib.error.URLError):
        urllib.request.urlopen(f"{house.address}/oauth2callback?code=x&state=y", timeout=30)
    told = [house.log.read_text("utf-8"), house.get("/metrics", html=False)[1], house.get("/healthz", html=False)[1]]
    told.append(Path(f"/proc/{house.process.pid}/cmdline").read_bytes().decode())
    file = tmp_path / "cadangan.tar.gz"
    assert monev("backup", file, POTRET=shutil.copytree(house.potret, tmp_path / "potret")).returncode == 0
    with tarfile.open(file) as archive:
        told += [archive.extractfile(one).read().decode("utf-8", "replace") for one in archive if one.isfile()]
        assert not [one for one in archive.getnames() if "secrets" in one]
    assert not [secret for secret in SECRETS if any(secret in text for text in told)]


@pytest.mark.parametrize(
    "path", ["/masuk?provider=lain", "/masuk/", "/masuk?next=https://lain.test", "//masuk", "/masuk%00"]
)
def test_the_way_in_leads_nowhere_else(house, path):  # noqa: F811
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    try:
        answer = urllib.request.build_opener(Stay).open(house.address + path, timeout=30)
        leads = answer.headers.get("Location", "")
    except urllib.error.HTTPError as error:
        leads = error.headers.get("Location", "")
    assert "lain.test" not in leads and (not leads or leads.startswith(("/auth/login?provider=", "/", house.address)))


@pytest.mark.parametrize("kind", ["logo.svg", "kelurahan.geojson", "wilayah.csv"])
def test_what_an_operator_puts_there_by_mistake_is_refused_in_one_line(tmp_path, kind):
    from monev.settings import REFERENCE

    reference = shutil.copytree(REFERENCE, tmp_path / "rujukan")
    (reference / kind).write_bytes(b'{"type": "FeatureCollection", "features": [' * 50_000)
    done = monev("check", RUJUKAN=reference)
    said = done.stderr.strip().splitlines()
    assert "Traceback" not in done.stderr and (done.returncode == 0 or len(said) == 1), done.stderr[-500:]


def test_a_logo_with_a_script_runs_nothing(house):  # noqa: F811
    with urllib.request.urlopen(f"{house.address}/logo.svg", timeout=30) as answer:
        policy_ = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy_ and "'unsafe-inline'" not in policy_.split("style-src")[0]
