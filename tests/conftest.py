"""What tests share that touch the product from outside: the samples' snapshots, a server, a Chromium."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from monev.meeting import meeting
from monev.run.commands import output
from monev.settings import HOME
from monev.snapshot import schema, store
from tests import absent, forking, office
from tests.screen import ARGUMENTS, CHROMIUM, Screen

#: The engine without the browser's own windows, in half of the time; else the whole browser.
MISSING = "Chromium tidak ada: uji peramban tidak berjalan. Pasang dengan: apt-get install chromium-headless-shell"
NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
NO_NGINX = "nginx tidak ada: contoh deploy/nginx.conf tidak dijalankan. Pasang dengan: apt-get install nginx"
#: Seconds in which a server has to answer, also on a busy machine.
PATIENCE = 60


#: Files of tests that take longest, the longest first. The order counts as long as pytest-xdist does not put the files
#: with most tests first (--no-loadscope-reorder).
LONG = (
    "test_habits", "test_attacks_server", "test_browser_meeting", "test_google_faults", "test_browser_new_numbers",
    "test_killed", "test_several_servers", "test_browser_rekap", "test_states", "test_browser_access", "test_browser", "test_browser_axe",
    "test_region_sending", "test_regions_whole_way", "test_simulated_regions", "test_browser_views_by_role",
    "test_hostile_files", "test_second_topic", "test_browser_stage", "test_endurance", "test_pages",
    "test_browser_shift", "test_attacks_files", "test_google", "test_browser_corrections", "test_tindak_lanjut",
    "test_perubahan", "test_logistik_angka", "test_doubt", "test_risiko_angka", "test_stabilitas_angka", "test_history",
    "test_thresholds", "test_browser_damage", "test_command_line", "test_growth", "test_browser_hostile",
    "test_browser_troubles", "test_secrets", "test_meetings", "test_decisions_google", "test_crowd", "test_watching",
    "test_browser_numbers", "test_browser_standin", "test_browser_words", "test_browser_foot", "test_bahan",
    "test_hibah", "test_flood", "test_hostile", "test_backup", "test_another_city", "test_standin", "test_nginx",
    "test_sending", "test_browser_edge", "test_damaged", "test_new_project", "test_template", "test_outlines",
    "test_restoring", "test_sync", "test_server_start", "test_modes", "test_slides", "test_corrections_google",
)  # fmt: skip


#: Files of tests that look at frames, seconds and keys as they pass: on a machine that others use a moment may come too
#: late by chance. What failed once there is tried twice more, which the report says as R; a fault fails three times.
MEASURED = (
    "test_attacks_files", "test_attacks_server", "test_browser", "test_corrections_google", "test_crowd",
    "test_endurance", "test_flood",
    "test_google_faults", "test_growth", "test_hostile", "test_killed", "test_legible", "test_nginx", "test_region",
    "test_restoring", "test_sending", "test_several_servers", "test_simulated_regions", "test_watching",
)  # fmt: skip


#: What a test is given that takes seconds to start: a server, a browser, Google's stand-in. All that asks for one of
#: them is long. The short run takes, besides what is not long, what is marked `singkat`.
STARTED = {"address", "start", "chromium", "standin_up"}


def pytest_ignore_collect(collection_path, config):
    """The short run does not even read a file in which all is long: that takes longer than to run its own."""
    if config.option.markexpr.startswith("not panjang") and collection_path.match("test_*.py"):
        text = collection_path.read_text("utf-8")
        return ("\npytestmark = pytest.mark.panjang\n" in text and "mark.singkat" not in text) or None
    return None


@pytest.hookimpl(tryfirst=True)  # before the marks decide what runs
def pytest_collection_modifyitems(items):
    """Begin with the longest files, so that two processes end at about the same time; mark what is long and what chance
    may touch.
    """
    items.sort(key=lambda item: LONG.index(item.path.stem) if item.path.stem in LONG else len(LONG))
    for item in items:
        if STARTED.intersection(item.fixturenames):
            item.add_marker(pytest.mark.panjang)
        if item.path.stem.startswith(MEASURED):
            item.add_marker(pytest.mark.flaky(reruns=2))


def pytest_terminal_summary(terminalreporter):
    """Say aloud what a run without a browser, an office program or nginx did not test."""
    if CHROMIUM is None:
        terminalreporter.write_line(MISSING, red=True, bold=True)
    if not office.THERE:
        terminalreporter.write_line(office.MISSING, red=True, bold=True)
    if NGINX is None:
        terminalreporter.write_line(NO_NGINX, red=True, bold=True)


def surroundings(**settings):
    """The environment with nothing but these settings of ours."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MONEV_")}
    return clean | {"PYTHONUTF8": "1"} | {f"MONEV_{name}": str(value) for name, value in settings.items()}


#: The processes from which commands split off, for the whole run, by what they bring.
COMMANDS = {brings: forking.Parent(brings) for brings in ("libraries", "commands")}


def pytest_unconfigure():
    for parent in COMMANDS.values():
        parent.__exit__()


def monev(*arguments, home=HOME, **settings):
    """`python -m monev` as an operator runs it, finished; in `home`, where that is a copy of the project."""
    around = surroundings(**settings)
    if forking.THERE:
        early = home != HOME or around.keys() & set(forking.EARLY)
        return COMMANDS["libraries" if early else "commands"].monev(arguments, around, PATIENCE, home)
    return monev_anew(*arguments, home=home, **settings)


def monev_anew(*arguments, home=HOME, **settings):
    """As `monev`, in a process that imports everything by itself."""
    return subprocess.run([sys.executable, "-m", "monev", *arguments], cwd=home, env=surroundings(**settings),
                          capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE)  # fmt: skip


@contextlib.contextmanager
def serving(folder, log, port=0, parent=None, **settings):
    """The address of a real server on the snapshots of `folder`, and its process; ended with the block.

    It does not sync by itself, unless told so with SINKRON="". Without a `port` it takes a free one. It splits off from
    its `parent`, where there is one and no setting stands against it.
    """
    if not port:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
    run = ["run", "app.py", "--server.port", str(port)]
    around = surroundings(**{"POTRET": folder, "SINKRON": "terpisah"} | settings)
    if parent and forking.THERE and not around.keys() & set(forking.EARLY):
        process = parent.serve(run, around, log)
    else:
        with log.open("w") as out:
            process = subprocess.Popen([sys.executable, "-m", "streamlit", *run], cwd=HOME, env=around, stdout=out,
                                       stderr=out)  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz", process, log)
        yield address, process
    finally:
        end(process)


def end(process):
    """See to it that a process is gone; one that does not go when asked is killed."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_for(health, process, log):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(health, timeout=5):
            return
        time.sleep(0.05)
    pytest.fail(f"the server did not answer; it said:\n{log.read_text('utf-8')}")


@pytest.fixture(scope="session")
def samples_shot(tmp_path_factory):
    """The folder of the samples' two snapshots, made by the command line."""
    folder = tmp_path_factory.mktemp("potret")
    done = monev("sync", POTRET=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def asked(samples_shot):
    """The rows of the samples as `python -m monev ask` writes them: asked("logistik/angka_pokok")."""
    name, known = store.latest(samples_shot), {}
    with store.Snapshot(samples_shot, name, meeting.compared_with(samples_shot, name), schema.today()) as snapshot:

        def ask(question):
            if question not in known:
                answer = snapshot.ask(question)
                told = output.FORMATS["json"](list(answer.columns), answer.to_dict("records"))
                known[question] = json.loads(told)
            return known[question]

        yield ask


@pytest.fixture(scope="session")
def start(tmp_path_factory):
    """A function that starts a server of its own: `with start(folder) as (address, process)`; further settings of
    ours by name, as for `serving`. What each wrote lies in `start.logs`, the newest last. `start.anew` starts one that
    imports everything by itself.
    """
    logs = tmp_path_factory.mktemp("server")

    def anew(folder, **settings):
        return serving(folder, logs / f"{time.monotonic_ns():020d}.log", **settings)

    with forking.Parent("server") as parent:

        def start(folder, **settings):
            return anew(folder, parent=parent, **settings)

        start.logs, start.anew = logs, anew
        yield start


@pytest.fixture(scope="session")
def address(start, samples_shot):
    """The address of one server on the samples, shared by all tests that change nothing."""
    with start(samples_shot) as (found, _):
        yield found


@pytest.fixture(scope="module")
def standin_up():
    """Google's stand-in on loopback, one for the tests of a module."""
    from tests.google.standin import Google  # builds schemas from Google's descriptions: only for who asks

    with Google() as google:
        yield google


@pytest.fixture
def standin(standin_up, monkeypatch):
    """The stand-in in good health and on the way of every request; no request or answer may misfit Google's words. What
    asks it in this process pauses for a moment only before it asks again.
    """
    from monev.sheets.google import client

    monkeypatch.setattr(client, "PAUSE", 0.02)
    for name, value in standin_up.environment.items():
        monkeypatch.setenv(name, value)
    standin_up.heal()
    standin_up.clear_requests()
    yield standin_up
    standin_up.heal()
    standin_up.replay(None)
    standin_up.delay = 0
    misfits, standin_up.misfits[:] = list(standin_up.misfits), []
    assert not misfits


@pytest.fixture(scope="module")
def chromium():
    """One Chromium for the tests of a module, ended with it: Playwright's loop must not reach other tests."""
    if CHROMIUM is None:
        absent.ends(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def screen(chromium):
    """A function that opens an empty tab of a size: screen(390, 844)."""
    with contextlib.ExitStack() as opened:
        yield lambda width=1280, height=720: opened.enter_context(Screen(chromium, width, height))


@pytest.fixture(scope="session")
def nation(tmp_path_factory):
    """The ministry over 545 regions at two meetings, made once."""
    from tests import nation  # brings the libraries of stores: only for who asks

    return nation.made(tmp_path_factory.mktemp("negeri"))
