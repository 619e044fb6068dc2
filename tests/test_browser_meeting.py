"""A meeting on screen: frozen, decided in by keyboard, offered newer numbers, compared, and found again by its link."""

import json
import re
import shutil

import pytest

from monev.meeting import meeting
from monev.settings import SAMPLES, Settings
from monev.snapshot import outbox, store
from monev.sync import sync
from monev.words import clock
from tests.city import all_paid
from tests.conftest import monev
from tests.screen import SIZES
from tests.test_browser_new_numbers import NOTICED, OFFER, wait
from tests.test_browser_words import english

pytestmark = pytest.mark.panjang

GRANT = "Selisih hibah Bawaslu"


class City:
    """The samples in a folder of their own, with their snapshots, and a server that only reads those."""

    def __init__(self, folder, potret):
        self.sheets, self.potret = folder / "lembar", folder / "potret"
        shutil.copytree(SAMPLES, self.sheets)
        shutil.copytree(potret, self.potret)
        self.place, self.known = Settings("folder", self.sheets, self.potret, None), set()

    def lose_the_grant(self):
        """Bawaslu takes the rows of its grant away, and the sheets are read again."""
        all_paid(self.sheets)
        path = self.sheets / "bawaslu" / "hibah.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
        return sync.sync(self.place)[-1].snapshot

    def decisions(self):
        """Those of this test."""
        return [row for row in outbox.rows(self.potret) if row["id"] not in self.known]


@pytest.fixture
def city(start, tmp_path, samples_shot):
    found = City(tmp_path, samples_shot)
    with start(found.potret, FOLDER=found.sheets) as (found.address, _):
        yield found


@pytest.fixture(scope="module")
def lasting(start, tmp_path_factory, samples_shot):
    found = City(tmp_path_factory.mktemp("kota"), samples_shot)
    with start(found.potret, FOLDER=found.sheets) as (found.address, _):
        yield found


@pytest.fixture
def steady(lasting):
    """The same city for all tests that only look, or record outside of a meeting."""
    lasting.known = {row["id"] for row in outbox.rows(lasting.potret)}
    return lasting


def grant(tab):
    return {number["label"]: number["value"] for number in tab.read()["numbers"]}.get(GRANT)


def told(tab):
    """What the headline numbers say, wherever they stand: a notice above them may have come or gone."""
    return [[number[key] for key in ("label", "value", "ground", "status")] for number in tab.read()["numbers"]]


def strip(tab):
    return tab.tab.locator(".strip").inner_text().replace("\n", " ")


def freeze(tab, address, time="09.00"):
    tab.open(address, "rapat")
    tab.tab.get_by_label("Jam mulai menurut undangan").fill(time)
    tab.tab.get_by_role("button", name="Bekukan angka dan mulai rapat").click()
    tab.tab.locator(".strip", has_text="angka dibekukan").wait_for()
    return tab.settle()


def press_k(tab):
    """The form, once the cursor stands in it: it is all there then."""
    tab.tab.keyboard.press("k")
    tab.until("document.activeElement?.getAttribute('aria-label') === 'Apa yang diputuskan'")
    return tab.tab.get_by_label("Apa yang diputuskan")


def press_and_type(tab, text):
    """K, the words, Enter; as somebody does who is also talking."""
    press_k(tab)
    tab.tab.keyboard.type(text)
    tab.tab.keyboard.press("Enter")
    tab.tab.get_by_text("Tercatat:").wait_for()
    return tab.settle()


def test_a_meeting_from_freezing_to_coming_back_by_its_link(screen, city):
    tab = freeze(screen(), city.address)
    assert "sedang berlangsung dengan angka yang dibekukan" in tab.read()["text"]
    assert [one.name for one in meeting.meetings(city.potret)] == ["2024-10-21", "2024-11-04"]

    # Two decisions, by keyboard alone.
    tab.click_to("logistik")
    assert "angka dibekukan" in strip(tab) and "09.05" in strip(tab), "its turn begins five minutes after the meeting"
    worst = tab.tab.locator(".angka[data-s=merah] .label").first.inner_text().strip()
    press_and_type(tab, "=Pengganti 45 segel ditagih")
    press_and_type(tab, "Tanggal baru untuk formulir")
    first, second = city.decisions()
    assert [first["uraian"], second["uraian"]] == ["=Pengganti 45 segel ditagih", "Tanggal baru untuk formulir"]
    assert first["agenda"] == "logistik" and first["tanggal_rapat"] == "2024-11-04" and first["id"] != second["id"]
    assert first["potret"] == store.latest(city.potret) and first["nilai_saat_dicatat"]
    with store.Snapshot(city.potret, store.latest(city.potret)) as snapshot:
        [name] = snapshot.select("select indikator from ambang where kode = $kode", kode=first["indikator"])[
            "indikator"
        ]
    assert name == worst

    # Changed sheets are offered; the frozen numbers stay, also on other pages and in another visit.
    numbers, before = told(tab), grant(tab)
    newest = city.lose_the_grant()
    offer = tab.tab.locator(OFFER, has_text="Selisih hibah Bawaslu")
    offer.wait_for(timeout=NOTICED)
    assert told(tab.settle()) == numbers
    other = screen(*SIZES["ponsel"]).open(city.address, "logistik")
    assert grant(other) == before and "angka dibekukan" in strip(other), "whoever comes now sees the meeting's numbers"
    assert english(tab.words()) == []

    # Switched to the newest, and compared with what was frozen.
    tab.tab.get_by_role("button", name="Tampilkan").click()
    tab.tab.wait_for_url(re.compile(r"rapat=terbaru"))
    tab.settle()
    assert grant(tab) == "Belum dilaporkan"
    tab.open(city.address, "/perubahan?rapat=terbaru&banding=2024-11-04")
    said = tab.read()["text"]
    assert "sejak rapat 4 November" in said and "tidak ada lagi" in said
    tab.tab.locator(OFFER, has_text="Rapat memakai angka yang dibekukan").wait_for()
    tab.tab.get_by_role("button", name="Ke angka rapat").click()
    tab.tab.locator(".strip", has_text="angka dibekukan").wait_for()
    tab.settle().click_to("logistik")
    assert grant(tab) == before

    # Ended, the link still opens it; a new visit without it sees the newest numbers.
    tab.click_to("rapat")
    tab.tab.get_by_role("button", name="Akhiri rapat").click()
    tab.tab.get_by_role("button", name="Ya, akhiri dan buka notula").click()
    tab.tab.get_by_text("Bahan ini memakai angka rapat 4 November").wait_for()
    assert tab.tab.url.endswith("/bahan?rapat=2024-11-04")
    again = screen().open(city.address, "/logistik?rapat=2024-11-04")
    assert told(again) == numbers
    again.tab.locator(OFFER, has_text="Angka rapat 4 November 2024, dibekukan").wait_for()
    assert again.tab.get_by_role("button", name="Keputusan").count() == 0, "what is over is not decided upon"
    assert grant(screen().open(city.address, "logistik")) == "Belum dilaporkan"
    assert store.latest(city.potret) == newest
    assert tab.troubles == again.troubles == other.troubles == []


def test_a_meeting_that_begins_elsewhere_is_followed_and_its_end_moves_nothing(screen, city):
    tab = screen().open(city.address, "netralitas")
    assert "dibekukan" not in strip(tab)
    done = monev("pin", "--judul", "Rapat luar biasa", "--jam", "9", POTRET=city.potret)
    assert done.returncode == 0, done.stderr
    tab.tab.locator(".strip", has_text="angka dibekukan").wait_for(timeout=NOTICED)
    city.lose_the_grant()
    assert monev("pin", "--selesai", POTRET=city.potret).returncode == 0
    tab.tab.locator(OFFER, has_text="Angka rapat 4 November 2024").wait_for(timeout=NOTICED)
    assert "angka dibekukan" in strip(tab), "until the viewer agrees"
    tab.tab.get_by_role("button", name="Ke angka terbaru").click()
    tab.tab.locator(".strip", has_text="dibaca").wait_for()
    assert "rapat=" not in tab.tab.url


def test_back_and_reload_keep_the_meeting_of_the_address(screen, steady):
    city = steady
    tab = screen().open(city.address, "/logistik?rapat=2024-10-21")
    assert "Senin, 21 Oktober 2024" in strip(tab)
    tab.click_to("risiko")
    assert "Senin, 21 Oktober 2024" in strip(tab) and tab.tab.url.endswith("/risiko?rapat=2024-10-21")
    tab.tab.reload()
    assert "Senin, 21 Oktober 2024" in strip(tab.settle())
    tab.tab.go_back()
    tab.tab.wait_for_url("**/logistik?rapat=2024-10-21")
    assert "Senin, 21 Oktober 2024" in strip(tab.settle())
    tab.tab.get_by_role("button", name="Ke angka terbaru").click()
    tab.tab.locator(".strip", has_text="4 November 2024").wait_for()
    assert tab.troubles == []


@pytest.mark.parametrize(
    ("name", "said"),
    [("<b>2023</b>", "Belum ada rapat “<b>2023</b>”"),
     pytest.param("../x", "Belum ada rapat “../x”", marks=pytest.mark.panjang)],
)  # fmt: skip
def test_a_link_to_no_meeting_says_so_and_leads_on(screen, steady, name, said):
    city = steady
    tab = screen().open(city.address, f"/logistik?rapat={name}")
    assert said in tab.read()["text"]
    tab.tab.get_by_role("button", name="Ke angka yang dipakai sekarang").click()
    tab.tab.locator(".strip").wait_for()
    assert "rapat=" not in tab.tab.url


def test_an_altered_meeting_is_refused_on_screen_and_nobody_is_compared_with_it(screen, city):
    path = city.potret / "rapat" / "2024-10-21.duckdb"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    tab = screen().open(city.address, "/logistik?rapat=2024-10-21")
    assert "isi 2024-10-21.duckdb berubah sejak dibekukan" in tab.read()["text"]
    assert tab.read()["numbers"] == []
    tab.tab.get_by_role("button", name="Ke angka yang dipakai sekarang").click()
    tab.tab.locator(".strip").wait_for()
    assert "dibanding" not in strip(tab.settle()) and "Belum ada pembanding." in tab.read()["text"]
    tab.click_to("rapat")
    assert "isi 2024-10-21.duckdb berubah" in tab.read()["text"], "told where all meetings are listed"


def test_a_meeting_that_is_on_and_altered_can_be_ended_on_screen(screen, city):
    found = meeting.pin(city.potret, store.latest(city.potret), clock.now())
    meeting.start(city.potret, found, clock.now())
    (city.potret / "rapat" / "2024-11-04.sha256").unlink()
    tab = screen().open(city.address, "logistik")
    assert "Rapat 2024-11-04 tidak ditampilkan" in tab.read()["text"]
    tab.tab.get_by_role("button", name="Ke angka yang dipakai sekarang").click()
    tab.tab.locator(".strip").wait_for()
    tab.settle().click_to("rapat").tab.get_by_role("button", name="Akhiri rapat").click()
    tab.tab.get_by_role("button", name="Ya, akhiri rapat").click()
    tab.tab.get_by_text("Belum ada rapat yang berlangsung").wait_for()
    assert meeting.on(city.potret, clock.now()) is None


def test_the_form_says_what_is_missing_and_loses_nothing(screen, steady):
    city = steady
    tab = screen().open(city.address, "netralitas")
    what, who, when = (tab.tab.get_by_label(label) for label in ("Apa yang diputuskan", "Siapa", "Sampai kapan"))
    press_k(tab)
    what.fill("x" * 501)
    what.press("Enter")
    tab.tab.get_by_text("Pilih siapa yang mengerjakan.").wait_for()
    who.click()
    tab.tab.get_by_role("option", name="Sekretariat").click()
    what.press("Enter")
    tab.tab.get_by_text("Uraian terlalu panjang: 501 huruf").wait_for()
    what.fill("Surat pengingat dikirim")
    when.fill("kapan-kapan")
    when.press("Enter")
    tab.tab.get_by_text("“kapan-kapan” bukan tanggal yang dikenal").wait_for()
    assert what.input_value() == "Surat pengingat dikirim" and city.decisions() == []
    when.fill("3 hari")
    when.press("Enter")
    tab.tab.get_by_text("Tercatat:").wait_for()
    [row] = city.decisions()
    assert (row["tenggat"], row["agenda"], row["penanggung_jawab"]) == ("2024-11-07", "netralitas", ["sekretariat"])
    assert english(tab.words()) == []


def test_what_is_typed_survives_another_page_and_a_closed_form(screen, steady):
    city = steady
    tab = screen().open(city.address, "logistik")
    for leave in (lambda: tab.click_to("risiko"), lambda: tab.tab.keyboard.press("Escape"), lambda: tab.tab.reload()):
        what = press_k(tab)
        if leave and not what.input_value():
            what.press_sequentially("belum jadi")
        leave()
        tab.tab.locator(".st-key-catat").wait_for(state="detached")
        tab.settle().tab.keyboard.press("k")
        tab.until("document.querySelector('.st-key-catat textarea')?.value === 'belum jadi'", timeout=NOTICED)
        tab.tab.keyboard.press("Escape")
        tab.tab.locator(".st-key-catat").wait_for(state="detached")
    assert city.decisions() == []


def test_escape_in_an_open_list_closes_the_list_alone(screen, steady):
    city = steady
    tab = screen().open(city.address, "logistik")
    press_k(tab)
    tab.tab.get_by_label("Siapa").click()
    tab.tab.get_by_role("option", name="Bawaslu").wait_for()
    tab.tab.keyboard.press("Escape")
    tab.tab.get_by_role("option", name="Bawaslu").wait_for(state="detached")
    assert tab.tab.locator(".st-key-catat").count() == 1


def test_enter_twice_records_once(screen, steady):
    city = steady
    tab = screen().open(city.address, "logistik")
    press_k(tab).fill("Pengganti ditagih")
    tab.tab.keyboard.press("Enter")
    tab.tab.keyboard.press("Enter")
    tab.tab.get_by_text("Tercatat:").wait_for()
    assert len(city.decisions()) == 1 and "belum dapat ditampilkan" not in tab.settle().read()["text"]


def test_numbers_that_change_under_an_open_form_do_not_lose_the_decision(screen, city):
    tab = screen().open(city.address, "logistik")
    press_k(tab).press_sequentially("Pengganti ditagih")
    goods = city.sheets / "kpu" / "logistik_gudang.csv"
    head, first, *others = goods.read_text("utf-8").splitlines()
    goods.write_text("\n".join([head, first, *others[:3]]) + "\n", "utf-8")
    sync.sync(city.place)
    assert monev("pin", POTRET=city.potret).returncode == 0
    tab.tab.locator(".strip", has_text="angka dibekukan").wait_for(timeout=NOTICED)
    tab.settle().tab.get_by_role("button", name="Catat", exact=True).click()
    tab.tab.get_by_text("Tercatat:").wait_for()
    assert [row["uraian"] for row in city.decisions()] == ["Pengganti ditagih"]


def test_numbers_frozen_anew_are_followed_and_the_old_link_says_so(screen, city):
    tab = freeze(screen(), city.address)
    tab.click_to("logistik")
    city.lose_the_grant()
    assert monev("pin", "--judul", "Rapat monev", "--jam", "09.00", POTRET=city.potret).returncode == 0
    tab.until("document.querySelector('.angka-baris')?.innerText.includes('Belum dilaporkan')", timeout=NOTICED)
    assert grant(tab.settle()) == "Belum dilaporkan"
    old = screen().open(city.address, "/logistik?rapat=2024-11-04")
    old.tab.locator(OFFER, has_text="dibekukan ulang").wait_for()
    old.tab.get_by_role("button", name="Ke angka rapat").click()
    old.until("!location.search.includes('rapat=')")
    assert grant(old.settle()) == "Belum dilaporkan" and "angka dibekukan" in strip(old)


def test_escape_closes_the_form_and_records_nothing(screen, steady):
    city = steady
    tab = screen().open(city.address, "logistik")
    press_k(tab).fill("belum jadi")
    tab.tab.keyboard.press("Escape")
    tab.tab.locator(".st-key-catat").wait_for(state="detached")
    assert city.decisions() == []


def test_a_disk_that_cannot_be_written_loses_nothing_in_silence(screen, city):
    tab = screen().open(city.address, "logistik")
    (city.potret / "kotak-keluar").write_text("bukan folder", "utf-8")
    press_k(tab).fill("Jadwal patroli disusun")
    tab.tab.locator(".akan-dicatat").wait_for()
    tab.tab.keyboard.press("Enter")
    tab.tab.get_by_text("BELUM tercatat").wait_for()
    assert tab.tab.get_by_label("Apa yang diputuskan").input_value() == "Jadwal patroli disusun"


def test_a_phone_records_a_decision_without_scrolling_sideways(screen, steady):
    city = steady
    tab = screen(*SIZES["ponsel"]).open(city.address, "logistik")
    tab.tab.get_by_role("button", name="Keputusan").tap()
    tab.tab.get_by_label("Apa yang diputuskan").fill("Kegiatan di Cikundul dijadwalkan")
    assert tab.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.tab.get_by_role("button", name="Catat", exact=True).tap()
    tab.tab.get_by_text("Tercatat:").wait_for()
    assert len(city.decisions()) == 1


def test_a_meeting_is_not_lost_with_the_server(screen, start, city, tmp_path):
    """The note of the meeting that is on lies on disk: another server shows the same numbers."""
    found = meeting.pin(city.potret, store.latest(city.potret), clock.now())
    meeting.start(city.potret, found, clock.now())
    with start(city.potret, FOLDER=city.sheets) as (address, _):
        assert "angka dibekukan" in strip(screen().open(address, "logistik"))
    assert json.loads((city.potret / "rapat" / "berlangsung.json").read_text("utf-8"))["rapat"] == "2024-11-04"


def test_a_decision_reaches_the_sheet_while_the_numbers_stay_frozen(screen, start, tmp_path, samples_shot):
    """A server as it is run: it sends by itself, reads the sheet again, and the page tells each step."""
    found = City(tmp_path, samples_shot)
    secrets = tmp_path / "secrets.toml"
    secrets.write_text("[sync]\nsetiap_detik = 3600\n", "utf-8")
    sheet = found.sheets / "sekretariat" / "tindak_lanjut.csv"
    before = sheet.read_text("utf-8").splitlines()
    with start(found.potret, FOLDER=found.sheets, SINKRON="", RAHASIA=secrets) as (address, _):
        tab = freeze(screen(), address)
        promised = tab.click_to("tindak_lanjut").tab.locator(".kalimat").first.inner_text()
        known = store.latest(found.potret)
        press_and_type(tab, "Pengganti segel ditagih")
        tab.tab.locator(".putus", has_text="tertulis di lembar").wait_for(timeout=NOTICED)
        wait(lambda: store.latest(found.potret) != known)
        tab.tab.wait_for_timeout(11_000)  # as long as an open page waits between two looks
        assert tab.tab.locator(OFFER).count() == 0, "what the meeting has decided is no news to it"
        assert tab.tab.locator(".kalimat").first.inner_text() == promised
        newest = screen().open(address, "/tindak_lanjut?rapat=terbaru")
        newest.tab.get_by_text("keadaannya “belum”").wait_for()
        assert newest.tab.locator(".kalimat").first.inner_text() != promised
    after = sheet.read_text("utf-8").splitlines()
    assert after[: len(before)] == before and len(after) == len(before) + 1
    assert "Pengganti segel ditagih" in after[-1] and after[-1].startswith("TL-2024-11-04-")
    assert tab.troubles == []


def test_a_meeting_that_was_frozen_leads_into_mode_rapat_at_its_first_point(city, screen):
    tab = freeze(screen(), city.address)
    tab.tab.get_by_role("button", name="Buka Mode Rapat").click()
    tab.tab.locator(".rel .no", has_text="pokok ke-1 dari 7").wait_for()
    assert "mode=rapat" in tab.settle().tab.url and tab.tab.locator(".rel .beku").count() == 1
    tab.tab.keyboard.press("m")
    tab.tab.locator(".rel").wait_for(state="detached")
    tab.settle().click_to("rapat").tab.keyboard.press("m")
    tab.tab.locator(".rel .no", has_text="pokok ke-1 dari 7").wait_for()
    assert tab.settle().tab.locator(".agenda-daftar").count() == 1, "the key does the same there"
    assert not tab.troubles


def test_in_mode_rapat_other_numbers_are_offered_without_covering_anything(city, screen):
    tab = freeze(screen(), city.address)
    tab.tab.goto(f"{city.address}/logistik?mode=rapat")
    tab.tab.locator(".rel .beku").wait_for()
    tab.settle()
    city.lose_the_grant()
    take = tab.tab.get_by_role("button", name="Tampilkan")
    take.wait_for(timeout=NOTICED)
    tab.settle()
    foot = tab.tab.locator(".rel").bounding_box()
    button = take.bounding_box()
    assert button["y"] >= 0 and button["y"] + button["height"] <= foot["y"] + foot["height"] + 8
    said = tab.tab.locator(".tawaran").bounding_box()
    assert said["x"] + said["width"] <= button["x"] and said["width"] > 200, "what is new can be read"
    for other in (".rel .no", ".rel .simulasi", ".rel .sisa"):
        place = tab.tab.locator(other).bounding_box()
        assert place["x"] + place["width"] <= button["x"] or button["x"] + button["width"] <= place["x"], other
    assert "Selisih hibah Bawaslu" in tab.tab.locator(".tawaran").inner_text()
    assert tab.tab.locator(".rel .beku").count() == 1
    take.click()
    back = tab.tab.get_by_role("button", name="Ke angka rapat")
    back.wait_for()
    tab.settle()
    assert "mode=rapat" in tab.tab.url and "rapat=terbaru" in tab.tab.url
    assert tab.tab.locator(".rel .beku").count() == 0
    tab.tab.keyboard.press("ArrowRight")
    tab.tab.locator(".rel .no", has_text="ke-3").wait_for()
    tab.settle()
    back.click()
    tab.tab.locator(".rel .beku").wait_for(state="attached")  # the offer stands in its place
    assert not tab.troubles


def test_a_decision_in_mode_rapat_is_told_within_the_screen(steady, screen):
    city = steady
    tab = screen()
    tab.tab.goto(f"{city.address}/stabilitas?mode=rapat")
    tab.tab.locator(".rel .sisa:not(:empty)").wait_for()
    tab.settle()
    press_and_type(tab, "Petakan posko bersama")
    told = tab.tab.locator(".tercatat").bounding_box()
    assert told["y"] >= 0 and told["y"] + told["height"] <= 720
    [decision] = city.decisions()
    assert (decision["uraian"], decision["agenda"]) == ("Petakan posko bersama", "stabilitas")
    assert "mode=rapat" in tab.tab.url
