"""One agency's file, whatever it is, ends, fails in one line or is read, and leaves the other agencies alone."""

import contextlib
import datetime as dt
import itertools
import os
import shutil
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from monev import settings
from monev.contract import contracts, reference
from monev.contract.contracts import ContractError
from monev.reading.cells.places import Places
from monev.settings import CONTRACTS, REFERENCE, Settings
from monev.sheets import SourceError, Spreadsheet, Tab, limits, read_facts, read_folder
from monev.snapshot import store
from monev.sync import declared, isolated, sync
from monev.sync.isolated import messages
from monev.words import clock
from tests import absent
from tests.cloud import against
from tests.conftest import monev
from tests.hostile_files import GRANT, KINDS, LONG, MB, READING, ROW

pytestmark = pytest.mark.panjang

MEETING = dt.date(2024, 11, 4)
GOOD, HOSTILE = "bawaslu", ("kpu", "kesbangpol", "bpkpd", "sekretariat")
#: How much the process that syncs may grow, in bytes; how long a sync may take in all.
GROWTH, LONGEST = 200 * MB, 75
#: Read in the ordinary tests, too; all others are read with the long ones.
QUICK = (
    "attribute_repeated", "one_cell_in_the_last_column", "pipe_as_csv", "link_to_endless_zeros", "entities_that_laugh_a_billion_times",
    "names_that_are_no_text", "sparse_workbook_of_ten_gigabytes", "numbers_that_are_none",
)  # fmt: skip
#: One whose content is hostile as kpu's sheet, which is read whole, beside three others; those that take long together.
FILES = [*sorted(LONG), *(name for name in KINDS if name not in LONG | READING and name not in QUICK)]
THREES = [FILES[at : at + 3] for at in range(0, len(FILES), 3)]
GROUPS = [
    [kind for kind in (first, *three) if kind]
    for first, three in itertools.zip_longest(sorted(READING), THREES, fillvalue=())
]


def good(folder, agency, spent="4.000.000.000"):
    path = folder / agency / "hibah.csv"
    path.parent.mkdir(parents=True)
    path.write_text(GRANT + ROW.replace("4.000.000.000", spent).format("baik"), "utf-8")


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """A folder of snapshots in which kpu and bawaslu were read once."""
    root = tmp_path_factory.mktemp("dulu")
    for agency in ("kpu", GOOD):
        good(root / "lembar", agency, "1.000.000.000")
    sync.sync(Settings("folder", root / "lembar", root / "potret", MEETING))
    return root / "potret"


@pytest.fixture
def place(tmp_path, before):
    """Sheets of which bawaslu's alone are there, beside snapshots of before."""
    shutil.copytree(before, tmp_path / "potret")
    good(tmp_path / "lembar", GOOD)
    yield Settings("folder", tmp_path / "lembar", tmp_path / "potret", MEETING)
    shutil.rmtree(tmp_path)  # some take a hundred megabytes


def status(name):
    """A line of /proc/self/status in bytes; 0 where there is no such file."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) * 1024
    return 0


def children():
    with contextlib.suppress(OSError):
        return {pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()}
    return set()


def synced(place):
    """Sync, see that it ended, in time, in bounds and for the good agency; return the troubles of all agencies, and
    what kpu spent by the numbers that are there now."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
    held, running, began = status("VmRSS"), children(), time.monotonic()
    [result] = sync.sync(place, against=against(REFERENCE))
    assert time.monotonic() - began < LONGEST
    assert status("VmHWM") - held < GROWTH, f"grew by {(status('VmHWM') - held) // MB} MB"
    assert children() <= running
    troubles = {one.agency: one.trouble for one in result.agencies}
    for trouble in filter(None, troubles.values()):
        assert len(trouble.splitlines()) == 1 and len(trouble) <= 450 and trouble.endswith((".", "…")), trouble
        assert "programnya terhenti" not in trouble, trouble
        assert "rahasia" not in trouble
    assert not troubles[GOOD]
    with store.Snapshot(place.snapshots, result.snapshot) as snapshot:
        spent = {one: list(snapshot.select(f"from {one}__hibah")["belanja_kumulatif"]) for one in ("kpu", GOOD)}
        assert spent[GOOD] == [4_000_000_000]
        assert "rahasia" not in set(snapshot.select("from sel")["isi"])
    return troubles, spent["kpu"]


def together(place, kinds):
    for agency, name in zip(HOSTILE, kinds, strict=False):
        KINDS[name](place.folder, agency)
    troubles, spent = synced(place)
    if troubles["kpu"]:
        assert spent == [1_000_000_000], "the last good numbers stand in"
    return {name: troubles[agency] for agency, name in zip(HOSTILE, kinds, strict=False)}


def test_there_are_many_ways_to_stop_a_reading():
    assert len(KINDS) > 120 and {*QUICK, *LONG, *READING} <= KINDS.keys()


@pytest.mark.parametrize("kinds", [QUICK[:4], QUICK[4:]], ids=lambda kinds: kinds[0])
def test_a_file_that_is_to_stop_the_reading_stops_its_own_agency_alone(place, kinds):
    together(place, kinds)


@pytest.mark.parametrize("kinds", GROUPS, ids=lambda kinds: kinds[0])
def test_every_file_that_is_to_stop_the_reading_stops_its_own_agency_alone(place, kinds, monkeypatch):
    monkeypatch.setattr(limits, "WORK", 1)  # whoever does not end by itself is ended sooner
    monkeypatch.setattr(limits, "WAIT", 20)
    for name, trouble in together(place, kinds).items():
        print(f"{name}: {trouble or 'read'}")


# --- links and files that do not keep still ---


def test_a_link_within_the_folder_and_a_folder_that_is_a_link_are_read(tmp_path):
    kept = tmp_path / "disimpan"
    good(kept, "asli")
    (kept / "kpu").symlink_to("asli")
    (tmp_path / "lembar").symlink_to("disimpan")
    (kept / "bpkpd").mkdir()
    (kept / "bpkpd" / "hibah.csv").symlink_to("../asli/hibah.csv")
    for agency in ("kpu", "bpkpd"):
        [tab] = read_folder(tmp_path / "lembar", agency).tabs
        assert tab.rows[1][0] == "tahap_1"


@pytest.mark.parametrize("kind", ["link_to_a_sheet_outside", "folder_linked_outside", "workbook_linked_to_the_host"])
def test_no_link_is_followed_out_of_the_folder(tmp_path, kind):
    folder = tmp_path / "lembar"
    folder.mkdir()
    KINDS[kind](folder, "kpu")
    with pytest.raises(
        SourceError, match=r"tautan ke luar folder lembar, jadi tidak dibaca. Salin isinya ke folder ini"
    ):
        read_folder(folder, "kpu")


def test_files_that_change_grow_and_vanish_while_they_are_read_harm_nobody(place):
    folder, over = place.folder / "kpu", threading.Event()
    folder.mkdir()
    paths = [folder / f"hibah {n}.csv" for n in range(3)]

    def keep_changing():
        for turn in itertools.count():
            path = paths[turn % 3]
            if over.is_set():
                return
            with contextlib.suppress(OSError):
                [path.unlink, partial(path.symlink_to, "/dev/zero"), path.unlink, partial(os.mkfifo, path), path.unlink,
                 partial(path.write_text, (GRANT + ROW.format(turn)) * (turn % 3_000)), path.mkdir, path.rmdir][turn % 8]()  # fmt: skip

    changing = threading.Thread(target=keep_changing)
    changing.start()
    try:
        for _ in range(4):
            synced(place)
    finally:
        over.set()
        changing.join()


# --- sheets from Google: what was downloaded is read within the same bounds ---

CONTRACT = contracts.load(CONTRACTS, reference.city(REFERENCE))
PLACES = Places.load(REFERENCE)
HEAD = GRANT.strip().split(",")


BOUNDED = ("Lembar ini terlalu lama dibaca", "Lembar ini berisi terlalu banyak sel atau temuan")


def fetched(*rows):
    return Spreadsheet("kpu", (Tab("hibah", [HEAD, *rows], None),), "in_ID", None)


def read(**sheets):
    with isolated.reader() as reader:
        return reader.read(sheets, CONTRACT, PLACES, MEETING)


@pytest.mark.parametrize("text", ["08 12 ", "a@", "((", "1.000.", "4 Nov ", "Kec. ", "seribu ", "\u00a0", "-", "nik 1"])
def test_long_cells_of_a_fetched_sheet_are_read_within_the_bounds(text, monkeypatch):
    monkeypatch.setattr(limits, "WORK", 1)
    monkeypatch.setattr(limits, "WAIT", 20)
    long, began = (text * 50_000)[:50_000], time.monotonic()
    found = read(kpu=fetched(*[[long] * 6 for _ in range(200)]), bpkpd=fetched())
    assert time.monotonic() - began < LONGEST
    assert found["bpkpd"].sheet
    assert found["kpu"].sheet or found["kpu"].trouble.startswith(BOUNDED), (
        "a fast machine meets the bound on size first"
    )


def test_what_comes_back_is_bounded_in_size(monkeypatch):
    monkeypatch.setattr(limits, "ANSWER", 40_000)
    found = read(kpu=fetched(*[[f"x{n}"] * 6 for n in range(2_000)]), bpkpd=fetched())
    assert found["bpkpd"].sheet
    assert found["kpu"].trouble.startswith("Lembar ini berisi terlalu banyak sel atau temuan")


def test_a_reading_that_is_given_no_memory_or_no_time_says_so(monkeypatch):
    monkeypatch.setattr(limits, "MEMORY", 1_000_000)
    many = fetched(*[[f"tahap_{n}"] * 6 for n in range(8_000)])
    assert read(kpu=many)["kpu"].trouble.startswith("Lembar ini memerlukan memori lebih dari 1 MB")
    monkeypatch.undo()
    monkeypatch.setattr(limits, "WAIT", 0)
    assert read(kpu=fetched())["kpu"].trouble.startswith("Lembar ini terlalu lama dibaca")
    monkeypatch.setattr(isolated, "GRACE", 0)
    assert read(kpu=fetched())["kpu"].trouble.startswith("Lembar ini terlalu lama dibaca")


def test_a_mistake_of_the_program_is_told_with_its_place_and_stops_one_agency_alone():
    found = read(entah=fetched(), kpu=fetched([object]), bpkpd=fetched())
    assert found["bpkpd"].sheet
    stopped = "Lembar ini tidak selesai dibaca karena programnya terhenti"
    assert found["entah"].trouble.startswith(f"{stopped} (KeyError di monev/sync/isolated/work.py:")
    assert found["kpu"].trouble.startswith(f"{stopped}. "), "a cell that is no value of a cell does not come back"


def test_what_comes_back_can_make_nothing_but_readings():
    for loads in (messages.read, messages.ends):
        for said in (
            b"cposix\nsystem\n(S'true'\ntR.",
            b"cbuiltins\neval\n(S'1'\ntR.",
            b"cmonev.child\nsubprocess.Popen\n(S'true'\ntR.",
            b"",
            b"].",
        ):
            with pytest.raises(messages.Garbled):
                loads(said)


@absent.needs_proc
def test_no_process_is_left_of_a_reader_that_was_never_asked():
    running = children()
    with isolated.reader(soon=True):
        assert children() - running
    assert children() <= running


# --- what operators write: TOML, JSON and CSV ---

DEEP = "a = " + "[" * 100_000
WRONG_FACTS = {
    "deep": lambda path: path.write_text(DEEP[:7_000]),
    "deeper": lambda path: path.write_text(DEEP),
    "tables": lambda path: path.write_text("a = " + "{a = " * 900),
    "dots": lambda path: path.write_text("a" + ".a" * 3_000 + " = 1"),
    "digits": lambda path: path.write_text("a = " + "9" * 7_000),
    "sparse": lambda path: (path.touch(), os.truncate(path, 1_000 * MB)),
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "loop": lambda path: path.symlink_to(path.name),
    "outside": lambda path: path.symlink_to("/etc/hostname"),
    "folder": lambda path: path.mkdir(),
    "no_name": lambda path: path.write_text('sebelumnya = "\\u0000"'),
    "long_key": lambda path: path.write_text(f'"{"x" * 3000}\\n" = 1'),
    "zeros": lambda path: path.write_bytes(bytes(5_000)),
}


@pytest.mark.parametrize("wrong", WRONG_FACTS)
def test_facts_of_a_folder_that_are_to_stop_the_program_are_told_on_one_line(tmp_path, wrong):
    WRONG_FACTS[wrong](tmp_path / "sumber.toml")
    began = time.process_time()
    with pytest.raises(SourceError, match=r"sumber\.toml") as told:
        read_facts(tmp_path)
    assert time.process_time() - began < 5 and len(str(told.value).splitlines()) == 1 and len(str(told.value)) < 300


@pytest.mark.parametrize("name", ["daerah.toml", "kelurahan.geojson", "wilayah.csv", "alias_wilayah.csv", "acara.csv"])
@pytest.mark.parametrize("wrong", ["deeper", "pipe", "device"])
def test_reference_data_that_are_no_file_or_too_deep_are_told(tmp_path, name, wrong):
    folder = Path(shutil.copytree(REFERENCE, tmp_path / "reference"))
    (folder / name).unlink(missing_ok=True)
    WRONG_FACTS[wrong](folder / name)
    with pytest.raises(reference.ReferenceDataError, match=name) as told:
        declared.load_contracts(folder)
        Places.load(folder)
        reference.load(folder)
    assert len(str(told.value).splitlines()) == 1
    assert clock._zone(folder / "daerah.toml")


@pytest.mark.parametrize("wrong", ["deeper", "pipe", "device"])
def test_contracts_and_secrets_that_are_no_file_or_too_deep_are_told(tmp_path, wrong, monkeypatch):
    folder = Path(shutil.copytree(CONTRACTS, tmp_path / "contracts"))
    (folder / "kpu.toml").unlink()
    WRONG_FACTS[wrong](folder / "kpu.toml")
    with pytest.raises(ContractError, match=r"kpu\.toml"):
        contracts.load(folder)
    WRONG_FACTS[wrong](tmp_path / "secrets.toml")
    monkeypatch.setenv("MONEV_RAHASIA", str(tmp_path / "secrets.toml"))
    with pytest.raises(settings.SettingError, match=r"secrets\.toml"):
        settings.load()


def test_a_sync_by_command_says_in_one_line_what_ails_the_facts(tmp_path):
    good(tmp_path / "lembar", GOOD)
    WRONG_FACTS["deep"](tmp_path / "lembar" / "sumber.toml")
    done = monev("sync", FOLDER=tmp_path / "lembar", POTRET=tmp_path / "potret", RAHASIA=tmp_path / "tidak-ada.toml")
    assert done.returncode == 1 and len(done.stderr.strip().splitlines()) == 1, done.stderr
