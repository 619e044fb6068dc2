"""Around a meeting, in a real Chromium as each role: who calls data right, proposes, plans, and takes a calendar home."""

import contextlib
import datetime as dt
import json

import icalendar
import pytest

from monev.meeting import meeting
from monev.screen.access import audit
from monev.snapshot import lines
from tests.provider import cookie, sign_in
from tests.screen import PAGES, SIZES, Screen
from tests.test_browser_access import issuer, serve  # noqa: F401 - fixtures

pytestmark = pytest.mark.panjang

BUTTON = ".st-key-benar button"


@pytest.fixture
def home(serve):  # noqa: F811
    with serve() as found:
        yield found


@pytest.fixture
def as_(chromium, home):
    """A function that signs somebody in: as_("kpu") gives his tab."""
    with contextlib.ExitStack() as opened:

        def signed_in(role, size="layar"):
            tab = opened.enter_context(Screen(chromium, *SIZES[size]))
            sign_in(tab.open(home.address, PAGES[0]), role)
            tab.troubles.clear()  # the provider's own page wants a style from elsewhere
            return tab

        yield signed_in


def text(tab):
    return tab.read()["text"]


def rows(home, book):
    return lines.rows(home.potret, book)


def test_an_agency_calls_its_own_data_right_with_findings_open_and_everybody_reads_it(home, as_):
    tab = as_("kpu").open(home.address, "mutu_data")
    assert "KPU belum dikonfirmasi." in text(tab)
    tab.tab.locator(BUTTON).click()
    tab.tab.get_by_role("button", name="Jangan dulu").click()
    tab.tab.locator(BUTTON).click()
    assert not rows(home, lines.VOUCHED), "it is asked first, and nothing is said yet"
    tab.tab.get_by_role("button", name="Konfirmasi walau 5 temuan terbuka").click()
    tab.tab.get_by_role("button", name="Tarik konfirmasi").wait_for()
    assert tab.tab.locator(BUTTON).count() == 0, "it holds until the sheet changes"
    [row] = rows(home, lines.VOUCHED)
    assert (row["instansi"], row["peran"], row["temuan"]) == ("kpu", "kpu", 5)
    assert "@" not in json.dumps(row), "the account stands in the record of accesses alone"
    [noted] = [one for one in home.record() if one["tindakan"] == audit.VOUCHED]
    assert noted["akun"] and noted["tentang"] == row["id"]
    other = as_("pimpinan")
    said = text(other.open(home.address, PAGES[0]))
    assert "belum dikonfirmasi" in said and "dikonfirmasi, 5 temuan terbuka" in said
    assert "5 temuan terbuka" in text(other.open(home.address, "rapat"))
    assert not other.open(home.address, "mutu_data").tab.get_by_role("button", name="Tarik konfirmasi").count()
    tab.tab.get_by_role("button", name="Tarik konfirmasi").click()
    tab.tab.locator(BUTTON).wait_for()
    assert "KPU belum dikonfirmasi." in text(tab), "it can be taken back by whoever said it"
    assert audit.UNVOUCHED in [one["tindakan"] for one in home.record()]


@pytest.mark.parametrize(
    ("role", "agency", "there"),
    [
        ("kpu", "KPU", True),
        ("kpu", "Bawaslu", False),
        ("sekretariat", "Sekretariat", True),
        ("sekretariat", "KPU", False),
        ("pimpinan", "KPU", False),
    ],
)
def test_nobody_calls_the_data_of_another_right(home, as_, role, agency, there):
    tab = as_(role).open(home.address, f"/mutu_data?instansi={agency}")
    assert bool(tab.tab.locator(BUTTON).count()) is there
    assert f"{agency} belum dikonfirmasi." in text(tab), "and that it was not done is said to all"


def test_of_frozen_numbers_nothing_new_is_said(home, as_):
    snapshot = sorted(path.stem for path in home.potret.glob("0*.duckdb"))[-1]
    found = meeting.pin(home.potret, snapshot, dt.datetime(2024, 11, 4, 9))
    tab = as_("kpu").open(home.address, f"/mutu_data?rapat={found.name}&instansi=KPU")
    assert "KPU belum dikonfirmasi." in text(tab) and not tab.tab.locator(BUTTON).count()


def test_a_meeting_is_planned_a_point_is_proposed_and_taken_and_both_can_be_kept_in_a_calendar(home, as_):
    agency = as_("bawaslu").open(home.address, "rapat")
    assert "Rapat berikutnya belum ditetapkan." in text(agency)
    assert not agency.tab.get_by_role("button", name="Tetapkan rapat berikutnya").count()
    agency.tab.get_by_label("Usulkan pokok untuk rapat berikutnya").fill("Pengawasan masa tenang")
    agency.tab.get_by_role("button", name="Usulkan", exact=True).click()
    agency.tab.get_by_text("menunggu sekretariat").first.wait_for()
    assert not agency.tab.get_by_role("button", name="Ambil", exact=True).count(), "that is for the secretariat"

    desk = as_("sekretariat").open(home.address, "rapat")
    desk.tab.get_by_role("button", name="Ambil", exact=True).click()
    desk.tab.get_by_text("Tetapkan dulu rapat berikutnya").wait_for()
    desk.tab.get_by_role("button", name="Tetapkan rapat berikutnya").click()
    desk.tab.get_by_label("Tanggal", exact=True).fill("11 November")
    desk.tab.get_by_label("Jam mulai", exact=True).fill("09.00")
    desk.tab.get_by_label("Tempat atau tautan rapat daring (boleh kosong)").fill("Aula Setda")
    desk.tab.get_by_role("button", name="Simpan jadwal").click()
    desk.tab.get_by_text("Senin, 11 November 2024, pukul 09.00 WIB").wait_for()
    desk.settle().tab.get_by_role("button", name="Ambil", exact=True).click()
    desk.tab.get_by_text("dibahas dalam rapat 11 November").wait_for()
    [*_, row] = rows(home, lines.POINTS)
    assert (row["uraian"], row["pengusul"], row["keadaan"]) == ("Pengawasan masa tenang", "bawaslu", "diambil")
    assert [one["tindakan"] for one in home.record() if one["tindakan"] in (audit.PROPOSED, audit.PLANNED, audit.SETTLED)] == [
        audit.PROPOSED, audit.PLANNED, audit.SETTLED,
    ]  # fmt: skip

    agency.open(home.address, "rapat")
    with agency.tab.expect_download() as taken:
        agency.tab.get_by_role("link", name="Simpan ke kalender (.ics)").click()
    assert taken.value.suggested_filename == "rapat.ics"
    [event] = icalendar.Calendar.from_ical(taken.value.path().read_bytes()).events
    assert str(event["location"]) == "Aula Setda"
    with agency.tab.expect_download() as taken:
        agency.tab.get_by_role("link", name="Ke kalender", exact=True).first.click()
    [event] = icalendar.Calendar.from_ical(taken.value.path().read_bytes()).events
    assert str(event["summary"]).startswith("Tenggat ")
    assert not agency.troubles and not desk.troubles


def test_what_is_typed_wrongly_is_told_and_nothing_is_kept(home, as_):
    desk = as_("sekretariat").open(home.address, "rapat")
    desk.tab.get_by_role("button", name="Tetapkan rapat berikutnya").click()
    desk.tab.get_by_label("Tanggal", exact=True).fill("kapan-kapan")
    desk.tab.get_by_role("button", name="Simpan jadwal").click()
    desk.tab.get_by_text("bukan tanggal yang dikenal").wait_for()
    assert rows(home, lines.PLANNED) == []


def test_a_calendar_is_only_for_whoever_may_look(home):
    for name in ("rapat", "tenggat", "TL-2024-10-21-03", "../secrets", "tidak-ada"):
        status, content = home.get(f"/kalender/{name}.ics")
        assert status in (400, 403, 404) and b"VCALENDAR" not in content
    sealed = cookie(home.address, "kpu@contoh.test")
    as_kpu = f"{sealed['name']}={sealed['value']}"
    assert home.get("/kalender/tidak-ada.ics", as_kpu)[0] == 404
    status, content = home.get("/kalender/tenggat.ics", as_kpu)
    assert status == 200 and content.count(b"BEGIN:VEVENT") == 2
    nobody = cookie(home.address, "publik@contoh.test")
    assert home.get("/kalender/tenggat.ics", f"{nobody['name']}={nobody['value']}")[0] == 403
