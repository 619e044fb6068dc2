"""The fault matrix: what becomes of a sync when Google, or what lies between, fails; once, and for ever.

Each row of MATRIX is also a row of the table in docs/menghubungkan-google.md.
"""

import time
from dataclasses import dataclass

import pytest
from google.auth._exponential_backoff import ExponentialBackoff

from monev.run.commands import main as command
from monev.settings import HOME
from monev.sheets.google import client
from monev.snapshot import store
from monev.sync import declared, isolated
from monev.words import project
from tests import cloud

pytestmark = pytest.mark.panjang

#: Seconds of a sync here; what it takes beyond them on a busy machine for its own work.
SECONDS, WORK = 6, 6
PAUSE = client.PAUSE
AGAIN = "Dicoba lagi pada sinkron berikutnya."
READ = "terbaca"

LIMITED = f"Google membatasi jumlah permintaan untuk sementara. {AGAIN}"
UNREADABLE = (
    "Jawaban Google tidak dapat dibaca; mungkin terhalang halaman masuk Wi-Fi atau proksi. "
    "Periksa sambungan internet server ini."
)
BROKEN = f"Sambungan ke Google terputus. Periksa sambungan internet server ini. {AGAIN}"
SILENT = f"Google tidak menjawab pada waktunya. Periksa sambungan internet server ini. {AGAIN}"
LATE = f"Belum selesai dibaca dalam {SECONDS} detik. {AGAIN}"
NOT_SHARED = "Spreadsheet belum dibagikan ke akun dasbor."
NOT_FOUND = "Spreadsheet tidak ditemukan."
REFUSED = "Google menolak akun dasbor."
NO_KEY = "Kunci akun layanan ditolak Google: dicabut, dihapus, atau salah salin. Buat kunci baru."
NO_ENTRY = "Google tidak memberi izin masuk."
DOOR = f"Pintu masuk Google sedang terganggu. {AGAIN}"
SWITCHED_OFF = "Google Sheets API belum diaktifkan di proyek Google."
UNKNOWN = "Google menolak permintaan ini (galat 400)."


def down(status):
    return f"Google sedang terganggu (galat {status}). {AGAIN}"


@dataclass(frozen=True)
class Fault:
    """What is told, at the endpoint for spreadsheets and at the one for tokens: after one failure (READ: it was tried
    again and read), and when it lasts. At the Drive endpoint nothing is ever lost: everything is read then."""

    kind: str
    once: str
    lasting: str
    token_once: str
    token_lasting: str


MATRIX = [
    Fault("401", READ, REFUSED, NO_KEY, NO_KEY),
    Fault("403", NOT_SHARED, NOT_SHARED, NO_ENTRY, NO_ENTRY),
    Fault("404", NOT_FOUND, NOT_FOUND, NO_ENTRY, NO_ENTRY),
    Fault("408", READ, down(408), READ, DOOR),
    Fault("429", READ, LIMITED, READ, DOOR),
    Fault("drive_429", READ, LIMITED, NO_ENTRY, NO_ENTRY),
    Fault("500", READ, down(500), READ, DOOR),
    Fault("503", READ, down(503), READ, DOOR),
    Fault("html_502", READ, down(502), READ, UNREADABLE),
    Fault("html_200", READ, UNREADABLE, READ, UNREADABLE),
    Fault("empty_body", READ, UNREADABLE, READ, UNREADABLE),
    Fault("cut_body", READ, BROKEN, READ, BROKEN),
    Fault("json_list", READ, UNREADABLE, READ, UNREADABLE),
    Fault("error_text", UNKNOWN, UNKNOWN, NO_ENTRY, NO_ENTRY),
    Fault("reset", READ, BROKEN, READ, BROKEN),
    Fault("hang", READ, SILENT, READ, SILENT),
    Fault("trickle", READ, SILENT, READ, SILENT),
    Fault("revoked", READ, REFUSED, NO_KEY, NO_KEY),
    Fault("quota", READ, LIMITED, READ, DOOR),
    Fault("service_disabled", SWITCHED_OFF, SWITCHED_OFF, NO_ENTRY, NO_ENTRY),
]
KINDS = [fault.kind for fault in MATRIX]
#: Faults that every run goes through everywhere; the others take minutes and are for the long run.
QUICK = {"403", "404", "503", "html_200", "revoked", "hang"}
EACH = [pytest.param(one, id=one.kind, marks=[] if one.kind in QUICK else pytest.mark.panjang) for one in MATRIX]


class City:
    """Five spreadsheets that were read once, so that there are numbers to lose."""

    def __init__(self, google, files, folder, monkeypatch, capsys):
        self.google, self.files, self.folder, self._capsys = google, files, folder, capsys
        for name, value in around(folder).items():
            monkeypatch.setenv(f"MONEV_{name}", str(value))
        for name in ("SUMBER", "FOLDER"):
            monkeypatch.delenv(f"MONEV_{name}", raising=False)
        self.first = self.newest

    @property
    def newest(self):
        return store.latest(self.folder / "potret")

    def sync(self):
        """Exit status and what is written to the log of errors; every sync ends in its time."""
        self._capsys.readouterr()
        began = time.monotonic()
        status = command.main(["sync"])
        assert time.monotonic() - began < SECONDS + WORK
        said = self._capsys.readouterr()
        self.table = said.out
        return status, said.err

    def spend(self, agency, rupiah):
        """Change what an agency has spent of its grant."""
        self.google.put(self.files[agency].id, "Hibah", "D2", rupiah)

    def ask(self, question):
        with store.Snapshot(self.folder / "potret", self.newest) as snapshot:
            return snapshot.ask(question).to_dict("records")

    def spent(self):
        """Spending of KPU and Bawaslu in the newest snapshot."""
        with store.Snapshot(self.folder / "potret", self.newest) as snapshot:
            return [snapshot.select(f"from {one}__hibah")["belanja_kumulatif"][0] for one in ("kpu", "bawaslu")]

    def on_the_page(self):
        """Agency -> what its page says, of those that are troubled."""
        return {row["nama"]: row["pesan"] for row in self.ask("bersama/gangguan")}


def around(folder):
    return {"RAHASIA": folder / "secrets.toml", "POTRET": folder / "potret", "TANGGAL": "2024-11-04"}


@pytest.fixture(scope="module")
def read_once(standin_up, tmp_path_factory):
    """The folder of a city that was read once, its files, and that state."""
    folder, files = tmp_path_factory.mktemp("kota"), cloud.small(standin_up)
    (folder / "secrets.toml").write_text(cloud.secrets(standin_up, files, SECONDS), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in standin_up.environment.items():
            patch.setenv(name, value)
        assert not cloud.synced(cloud.settings(standin_up, files, folder)).failed
    return folder, files, cloud.Stage(standin_up, files, folder / "potret")


@pytest.fixture
def whole_town(standin, read_once, monkeypatch, capsys):
    """A city whose command reads each agency in a process of its own, and pauses as long as it does."""
    folder, files, state = read_once
    state.lay_again()
    monkeypatch.setattr(client, "PAUSE", PAUSE)
    return City(standin, files, folder, monkeypatch, capsys)


@pytest.fixture
def town(whole_town, request, monkeypatch):
    """One whose command reads in this process, what is declared being loaded, and hardly pauses but at one fault."""
    monkeypatch.setattr(isolated, "reader", lambda soon: isolated.here())
    monkeypatch.setattr(declared, "load", cloud.against)
    if not request.node.name.endswith("[503]"):
        monkeypatch.setattr(client, "PAUSE", 0.02)
        # google-auth has pauses of its own.
        monkeypatch.setattr(ExponentialBackoff, "_calculate_jitter", lambda _: 0.02)
    return whole_town


def test_every_kind_that_the_stand_in_knows_is_in_the_matrix():
    from tests.google import faults

    assert sorted(faults.KINDS) == sorted(KINDS)


# --- at the spreadsheets ---


@pytest.mark.parametrize("fault", EACH)
def test_one_failure_at_a_spreadsheet_is_tried_again_or_told(town, fault):
    town.spend("kpu", "5.000.000.000")
    town.google.fault("sheets", fault.kind, 1, town.files["kpu"].id)
    status, errors = town.sync()
    assert errors == ""
    if fault.once == READ:
        assert (status, town.spent()[0], town.on_the_page()) == (0, 5_000_000_000, {})
        return
    assert (status, town.spent()[0]) == (3, 4_000_000_000), "the last good number stands in"
    assert town.on_the_page()["KPU"].startswith(fault.once) and fault.once in town.table
    assert town.sync()[0] == 0 and town.spent()[0] == 5_000_000_000, "and the next sync brings the new one"
    assert town.on_the_page() == {}


@pytest.mark.parametrize("fault", EACH)
def test_a_lasting_failure_of_one_spreadsheet_is_told_and_stays_with_it(town, fault):
    town.spend("kpu", "5.000.000.000")
    town.spend("bawaslu", "2.000.000.000")
    town.google.fault("sheets", fault.kind, None, town.files["kpu"].id)
    status, errors = town.sync()
    assert (status, errors) == (3, "")
    assert town.spent() == [4_000_000_000, 2_000_000_000], "KPU's last good number, Bawaslu's new one"
    said = town.on_the_page()
    assert set(said) == {"KPU"} and said["KPU"].startswith((fault.lasting, LATE, SILENT))
    assert said["KPU"] in town.table


# --- at Drive ---


@pytest.mark.parametrize("fault", EACH)
def test_without_drive_everything_is_read_all_the_same(town, fault):
    town.spend("kpu", "5.000.000.000")
    town.google.fault("drive", fault.kind, None)
    status, _ = town.sync()
    assert (status, town.spent(), town.on_the_page()) == (0, [5_000_000_000, 1_000_000_000], {})


# --- at the token endpoint ---


@pytest.mark.parametrize("fault", EACH)
def test_one_failure_to_get_a_token_is_tried_again_or_told(town, fault):
    town.spend("kpu", "5.000.000.000")
    town.google.fault("token", fault.kind, 1)
    status, _ = town.sync()
    if fault.token_once == READ:
        assert (status, town.spent()[0], town.on_the_page()) == (0, 5_000_000_000, {})
        return
    assert (status, town.newest) == (3, town.first)
    assert all(text.startswith(fault.token_once) for text in town.on_the_page().values())
    assert town.sync()[0] == 0 and town.spent()[0] == 5_000_000_000


@pytest.mark.parametrize("fault", EACH)
def test_without_a_token_every_agency_keeps_its_last_good_numbers(town, fault):
    town.google.fault("token", fault.kind, None)
    status, errors = town.sync()
    assert (status, errors, town.newest) == (3, "", town.first)
    said = town.on_the_page()
    assert set(said) == set(project.agencies().values())
    assert all(text.startswith((fault.token_lasting, LATE, SILENT)) for text in said.values())
    assert all(row["berhasil"] for row in town.ask("bersama/gangguan")), "with the time of those numbers"


def test_without_a_token_and_without_any_numbers_there_is_one_line(town, tmp_path, monkeypatch):
    monkeypatch.setenv("MONEV_POTRET", str(tmp_path / "kosong"))
    town.google.fault("token", "revoked", None)
    assert town.sync() == (1, f"monev: Tidak satu pun lembar instansi dapat dibaca. {NO_KEY}\n")


# --- the way there ---


def test_a_name_that_is_not_found_is_a_matter_of_the_network(whole_town, monkeypatch):
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://tidak-ada.invalid:8080")
    status, _ = whole_town.sync()
    said = set(whole_town.on_the_page().values())
    assert (status, whole_town.newest) == (3, whole_town.first)
    assert said == {"Alamat Google tidak dapat ditemukan (DNS). Periksa sambungan internet server ini."}


def test_a_certificate_that_nobody_vouches_for_is_told(whole_town, monkeypatch):
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    status, _ = whole_town.sync()
    [said] = set(whole_town.on_the_page().values())
    assert status == 3 and said.startswith("Sambungan ke Google tidak aman menurut sertifikatnya.")


def test_a_proxy_that_is_not_there_is_told(whole_town, monkeypatch):
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    status, _ = whole_town.sync()
    [said] = set(whole_town.on_the_page().values())
    assert status == 3 and said.startswith(("Proksi jaringan menolak", "Sambungan ke Google terputus"))


def test_all_agencies_that_hang_at_once_take_no_longer_than_one(whole_town):
    for agency in cloud.AGENCIES:
        whole_town.google.touch(whole_town.files[agency].id)
    whole_town.google.fault("sheets", "hang", None)
    status, _ = whole_town.sync()
    assert (status, whole_town.newest) == (3, whole_town.first)


def test_a_key_that_was_made_anew_is_taken_up_by_the_next_sync(whole_town):
    whole_town.google.fault("token", "revoked", 1)
    assert whole_town.sync()[0] == 3
    assert whole_town.sync()[0] == 0


# --- the table in the guide ---


def test_the_guide_holds_every_row_of_this_matrix():
    guide = (HOME / "docs" / "menghubungkan-google.md").read_text("utf-8")
    told = {text for one in MATRIX for text in (one.once, one.lasting, one.token_once, one.token_lasting)} - {READ}
    flat = " ".join(guide.split())
    assert not [text for text in told if _shape(text) not in flat]


def _shape(text):
    """The sentence as the guide has it: the first one, the status left open."""
    first = text.split(". ")[0].rstrip(".")
    for status in ("408", "500", "502", "503", "400"):
        first = first.replace(f"galat {status}", "galat …")
    return first
