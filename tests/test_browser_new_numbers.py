"""Newer numbers on screen: offered and not forced, while a server reads the sheets by itself behind the pages."""

import datetime as dt
import re
import shutil
import time
from pathlib import Path

import pytest

from monev.settings import SAMPLES
from monev.snapshot import directory, store
from monev.words import clock, words
from tests.absent import needs_proc
from tests.city import all_paid
from tests.conftest import PATIENCE
from tests.screen import FIRST, PAGES, SIZES, Screen, one_line
from tests.test_browser_words import english
from tests.test_watching import hang

pytestmark = pytest.mark.panjang

OFFER, STATE = ".tawaran", ".diperiksa"
TAKE, READ_NOW = "Tampilkan", "Perbarui sekarang"
#: Milliseconds in which an open page has to notice what lies beside it: it looks every ten seconds.
#: A sync steps back behind pages, so where many tests run at once it takes its time.
NOTICED = 60_000
FINGER = 44


class City:
    """A server that reads the samples by itself: its address and process, the sheets, and the snapshots."""

    def __init__(self, folder):
        self.sheets, self.potret, self.secrets = folder / "lembar", folder / "potret", folder / "secrets.toml"
        shutil.copytree(SAMPLES, self.sheets, ignore=shutil.ignore_patterns("2024-*", "sumber.toml"))
        all_paid(self.sheets)
        self.secrets.write_text("[sync]\nsetiap_detik = 3600\n", "utf-8")
        self.address = self.process = None

    @property
    def settings(self):
        return {"SINKRON": "", "FOLDER": self.sheets, "RAHASIA": self.secrets, "TANGGAL": "2024-11-04"}

    def lose_the_grant(self):
        """Bawaslu takes its only row of hibah.csv away."""
        path = self.sheets / "bawaslu" / "hibah.csv"
        head = path.read_text("utf-8").splitlines()[0]
        new = self.sheets / "baru"
        new.write_text(head + "\n", "utf-8")
        new.replace(path)

    def change(self):
        """The row is taken away, or put back where it is gone."""
        path = self.sheets / "bawaslu" / "hibah.csv"
        if len(path.read_text("utf-8").splitlines()) > 1:
            self.lose_the_grant()
        else:
            shutil.copy(SAMPLES / "bawaslu" / "hibah.csv", path)

    def hang(self):
        """The next sync waits, until what this returns is called, or half a minute is over."""
        return hang(self.potret / directory.SYNC_LOCK)

    def over(self):
        """Wait until the server has made a round since the last wish."""
        wait(lambda: (w := directory.read_watch(self.potret)) and w.ended and not directory.sync_wished(self.potret))
        return directory.read_watch(self.potret)

    def round(self):
        before = directory.read_watch(self.potret)
        directory.wish_sync(self.potret)
        wait(lambda: directory.read_watch(self.potret) != before)
        return self.over()

    def syncs(self):
        """How many syncs the server runs right now."""
        pid = self.process.pid
        return len(Path(f"/proc/{pid}/task/{pid}/children").read_text().split())


def wait(until):
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def city(start, tmp_path):
    """A city whose first round is over."""
    found = City(tmp_path)
    with start(found.potret, **found.settings) as (found.address, found.process):
        found.over()
        yield found


@pytest.fixture(scope="module")
def lasting(start, tmp_path_factory):
    """A city for tests that leave it in order, with its sheets in any state."""
    found = City(tmp_path_factory.mktemp("kota"))
    with start(found.potret, **found.settings) as (found.address, found.process):
        found.over()
        yield found


def lead(tab):
    return tab.tab.locator(".kalimat").first


def grant(tab):
    """ "Selisih hibah Bawaslu" as it stands among the first numbers of the page; None while it is well."""
    return {number["label"]: number["value"] for number in tab.read()["numbers"]}.get("Selisih hibah Bawaslu")


def state(tab, said):
    """Wait until the line about the reading says this."""
    tab.tab.locator(STATE, has_text=re.compile(said)).wait_for(timeout=NOTICED)


def checked(potret, moment):
    """What the strip says of a look at this moment: the time, or the day where the numbers were read on another one."""
    with store.Snapshot(potret, store.latest(potret)) as snapshot:
        [made] = snapshot.table("meta")
    return f"diperiksa {words.since(moment, made['dibuat'].date())}"


def test_numbers_stay_until_the_viewer_agrees_and_are_then_new_on_every_page(screen, city):
    tab = screen().open(city.address, "logistik")
    phone, other = screen(*SIZES["ponsel"]).open(city.address, "logistik"), screen().open(city.address, "logistik")
    ends = {size: screen(*SIZES[size]).open(city.address, "stabilitas") for size in SIZES}
    held, old = store.latest(city.potret), grant(other)
    numbers, top = tab.read()["numbers"], lead(tab).bounding_box()["y"]
    assert tab.tab.locator(OFFER).count() == 0
    city.lose_the_grant()
    city.round()
    assert grant(screen().open(city.address, "logistik")) == "Belum dilaporkan", "a new visit"

    offer = tab.tab.locator(OFFER)
    offer.wait_for(timeout=NOTICED)
    tab.settle()
    said = "Angka baru. Selisih hibah Bawaslu Siap Belum dilaporkan"
    assert one_line(offer.inner_text()).startswith(said)
    assert tab.tab.locator(".st-key-tawaran").bounding_box()["height"] <= 48
    assert tab.read()["numbers"] == numbers and lead(tab).bounding_box()["y"] == top, "nothing moved, nothing changed"
    assert english(tab.words()) == []

    # Neither the menu nor a link of the overview brings the new ones.
    tab.click_to("mutu_data")
    before = lead(tab).inner_text()
    tab.click_to("ringkasan")
    tab.tab.locator("a.agenda-baris").first.click()
    tab.tab.wait_for_url("**/logistik")
    tab.settle()
    offer.wait_for(timeout=NOTICED)
    assert tab.read()["numbers"] == numbers

    tab.tab.get_by_role("button", name=TAKE).click()
    offer.wait_for(state="detached")
    tab.settle()
    until = time.monotonic() + NOTICED / 1000
    while grant(tab) != "Belum dilaporkan" and time.monotonic() < until:
        tab.tab.wait_for_timeout(100)
    assert grant(tab) == "Belum dilaporkan" and tab.read()["numbers"] != numbers
    tab.click_to("mutu_data")
    assert lead(tab).inner_text() != before and offer.count() == 0
    assert tab.troubles == []

    for size, end in ends.items():
        can_be_read_below_the_offer(end, size)
    reloads_the_newest(phone)
    assert grant(other) == old, "others keep theirs"

    # A snapshot that was deleted gives way to the newest.
    (city.potret / f"{held}.duckdb").unlink()
    other.tab.locator(OFFER).wait_for(timeout=NOTICED)
    other.click_to("risiko").click_to("logistik")
    assert grant(other) == "Belum dilaporkan" and other.tab.locator(OFFER).count() == 0
    assert other.read()["exceptions"] == [] and other.troubles == []


def can_be_read_below_the_offer(tab, size):
    """The end of a page lies above the offer."""
    tab.tab.locator(OFFER).wait_for(timeout=NOTICED)
    tab.tab.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 1e6)")
    tab.settle()
    last = tab.tab.locator("details").last.bounding_box()
    bar = tab.tab.locator(".st-key-tawaran").bounding_box()
    assert last["y"] + last["height"] <= bar["y"] and bar["y"] + bar["height"] == SIZES[size][1]


def reloads_the_newest(phone):
    """A phone is offered the newer numbers for a finger, and a reload brings them as well."""
    phone.tab.locator(OFFER).wait_for(timeout=NOTICED)
    button = phone.tab.get_by_role("button", name=TAKE).bounding_box()
    assert min(button["width"], button["height"]) >= FINGER
    shown = phone.read()
    assert shown["wide"] <= SIZES["ponsel"][0] and shown["beyond"] == []
    phone.tab.reload()
    assert grant(phone.settle()) == "Belum dilaporkan", "a reload"


def touched(tab, asked):
    """What changed in the document while the page looked for news at least once; `asked` gathers what it sends."""
    tab.tab.evaluate("""() => {
        window.touched = []
        new MutationObserver((changes) => window.touched.push(...changes.map((one) => one.target.outerHTML ?? one.target.data)))
            .observe(document.querySelector("[data-testid=stMain]"), { subtree: true, childList: true, characterData: true })
    }""")
    asked.clear()
    until = time.monotonic() + NOTICED / 1000
    while not asked and time.monotonic() < until:
        tab.tab.wait_for_timeout(200)
    assert asked, "the page did look"
    tab.tab.wait_for_timeout(1000)
    return tab.tab.evaluate("window.touched")


@pytest.mark.parametrize("page", [FIRST, "mutu_data"])
def test_nothing_is_touched_on_a_page_while_nothing_is_new(screen, address, page):
    tab, asked = screen(), []
    tab.tab.on("websocket", lambda socket: socket.on("framesent", lambda sent: asked.append(sent)))
    assert touched(tab.open(address, page), asked) == []


def test_the_button_has_the_sheets_read_says_how_far_it_is_and_shows_what_came(screen, lasting):
    city, had = lasting, len(store.snapshots(lasting.potret))
    tab = screen().open(city.address, "mutu_data")
    agencies = tab.tab.locator("table.instansi")
    seen = agencies.inner_text()
    checked = words.time_of_day(directory.last_checked(city.potret))
    state(tab, rf"^Lembar diperiksa {checked}; diperiksa lagi tiap 1 jam\.$")
    before = directory.read_watch(city.potret)
    city.change()
    button = tab.tab.get_by_role("button", name=READ_NOW)
    button.dblclick()
    state(tab, "^(Diminta; lembar sedang dibaca …|Sedang membaca lembar …)$")
    assert button.is_disabled()
    until = time.monotonic() + NOTICED / 1000
    while agencies.inner_text() == seen:
        assert time.monotonic() < until, "who asked for newer numbers does not see them"
        assert tab.tab.locator(OFFER).count() == 0
        time.sleep(0.2)
    tab.settle()
    state(tab, r"^Lembar diperiksa \d\d\.\d\d WIB; diperiksa lagi tiap 1 jam\.$")
    assert button.is_enabled()
    after = city.over()
    assert after.began > before.ended and len(store.snapshots(city.potret)) == had + 1
    time.sleep(2)
    assert directory.read_watch(city.potret) == after, "pressing twice asked once"
    assert english(tab.words()) == [] and tab.troubles == []


@needs_proc
def test_two_viewers_who_ask_get_one_sync_at_a_time(screen, lasting):
    city, had = lasting, len(store.snapshots(lasting.potret))
    viewers = [screen().open(city.address, "mutu_data") for _ in range(2)]
    city.change()
    most, begun, clicked = 0, set(), time.monotonic()
    for viewer in viewers:
        viewer.tab.get_by_role("button", name=READ_NOW).click()
    while time.monotonic() < clicked + (8 if len(begun) > 1 else PATIENCE):
        most = max(most, city.syncs())
        begun.add(directory.read_watch(city.potret).began)
        time.sleep(0.05)
    assert most == 1
    # The first round was over before; the second click came before or while the new one ran.
    assert 2 <= len(begun) <= 3
    city.over()
    assert len(store.snapshots(city.potret)) == had + 1


def test_while_a_sync_hangs_pages_open_as_ever_and_the_server_still_ends(screen, city):
    city.hang()
    directory.wish_sync(city.potret)
    wait(lambda: city.syncs() == 1)
    tab = screen()
    for page in PAGES:
        start = time.monotonic()
        tab.open(city.address, page) if page == FIRST else tab.click_to(page)
        assert time.monotonic() - start < 20
        assert tab.read()["exceptions"] == []
    directory.wish_sync(city.potret)  # in case that the first has given up
    state(tab, "^Sedang membaca lembar …$")
    start = time.monotonic()
    city.process.terminate()
    city.process.wait(10)
    assert time.monotonic() - start < 8
    assert directory.read_watch(city.potret).ended


@pytest.fixture(scope="module")
def failing(chromium, start, samples_shot, tmp_path_factory):
    """A tab on a server whose last round could read no sheet, and since when that is told."""
    potret = shutil.copytree(samples_shot, tmp_path_factory.mktemp("gagal") / "potret")
    now = clock.now().replace(microsecond=0)
    ended = now + dt.timedelta(seconds=1)
    directory.write_watch(potret, directory.Watch(now, ended, 120, 122, 1, 1, "Kunci akun layanan belum diisi."))
    with start(potret) as (address, _), Screen(chromium, *SIZES["layar"]) as tab:
        yield tab.open(address, FIRST), ended


@pytest.mark.parametrize("page", PAGES)
def test_what_keeps_all_sheets_from_being_read_is_said_on_every_page(failing, page):
    tab, ended = failing
    said = tab.click_to(page).read()["text"]
    assert f"Lembar belum dapat diperiksa, {words.time_of_day(ended)}. Kunci akun layanan belum diisi." in said
    assert "Angka yang terakhir dibaca tetap dipakai." in said


def test_where_nobody_reads_the_sheets_the_page_says_so_and_what_to_do(screen, start, samples_shot, tmp_path):
    potret = shutil.copytree(samples_shot, tmp_path / "potret")
    with start(potret) as (address, _):
        tab = screen().open(address, "mutu_data")
        checked = words.since(directory.last_checked(potret), clock.now().date())
        todo = r"Mohon pengelola server menjalankan pembaca lembar\.$"
        state(tab, rf"^Pembaruan otomatis tidak berjalan; terakhir diperiksa {checked}\. {todo}")
        assert tab.tab.get_by_role("button", name=READ_NOW).is_disabled()
        # As soon as a watcher shows signs of life the button works; an old sign is none.
        now = clock.now().replace(microsecond=0)
        directory.write_watch(potret, directory.Watch(now, now, 120, 122, 1, 0))
        state(tab, "diperiksa lagi tiap 2 menit")
        assert tab.tab.get_by_role("button", name=READ_NOW).is_enabled()
        old = now - dt.timedelta(seconds=361)
        directory.write_watch(potret, directory.Watch(old, old, 120, 122, 1, 0))
        state(tab, "^Pembaruan otomatis tidak berjalan")


def test_a_later_look_that_found_nothing_new_stands_in_the_strip_without_crowding_it(
    screen, start, samples_shot, tmp_path
):
    potret = shutil.copytree(samples_shot, tmp_path / "potret")
    with start(potret) as (address, _):
        tabs = {size: screen(*SIZES[size]).open(address, "logistik") for size in SIZES}
        strips = {size: tab.tab.locator(".strip") for size, tab in tabs.items()}
        assert not [size for size, strip in strips.items() if "diperiksa" in strip.inner_text()]
        heights = {size: strip.bounding_box()["height"] for size, strip in strips.items()}
        later = directory.last_checked(potret) + dt.timedelta(minutes=28)
        directory.write_sync_times(
            potret, [{"instansi": "kpu", "dicoba": later.isoformat(), "berhasil": later.isoformat()}]
        )
        for size, tab in tabs.items():
            tab.open(address, "logistik")
            assert strips[size].bounding_box()["height"] == heights[size] and tab.read()["beyond"] == []
        assert checked(potret, later) in strips["layar"].inner_text()


def test_the_first_numbers_appear_by_themselves(screen, start, tmp_path):
    city = City(tmp_path)
    go_on = city.hang()
    with start(city.potret, **city.settings) as (address, _):
        tab = screen().open(address, "logistik")
        assert "Lembar instansi sedang dibaca" in tab.read()["text"]
        go_on()
        tab.tab.locator(".strip").wait_for(timeout=NOTICED)
        assert tab.settle().read()["numbers"]
        assert tab.tab.locator(OFFER).count() == 0


def test_a_server_starts_on_a_setting_that_cannot_be_used_and_its_pages_name_it(screen, start, tmp_path):
    city = City(tmp_path)
    city.secrets.write_text("[sync]\nsetiap_detik = 1\n", "utf-8")
    with start(city.potret, **city.settings) as (address, _):
        said = screen().open(address, "logistik").read()["text"]
    assert "Data belum dapat dibuka." in said and "[sync] setiap_detik" in said
    assert not city.potret.exists(), "nobody read anything"
