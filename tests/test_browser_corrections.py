"""A decision put right and withdrawn on screen: by the form that recorded it, down to its row in the sheet."""

import time

import pytest
from playwright.sync_api import expect

from monev.snapshot import outbox
from tests.screen import SIZES
from tests.test_browser_meeting import City, city, freeze, press_k  # noqa: F401

pytestmark = pytest.mark.panjang


@pytest.fixture
def sending(start, tmp_path, samples_shot):
    """A server as it is run: it sends by itself."""
    found = City(tmp_path, samples_shot)
    secrets = tmp_path / "secrets.toml"
    secrets.write_text("[sync]\nsetiap_detik = 3600\n", "utf-8")
    with start(found.potret, FOLDER=found.sheets, SINKRON="", RAHASIA=secrets) as (found.address, _):
        yield found


def decide(tab, text, day="6 November"):
    """K, the words, Enter, by somebody who looks at what was understood."""
    press_k(tab).fill(text)
    tab.tab.locator(".akan-dicatat", has_text=day).wait_for()
    tab.tab.keyboard.press("Enter")
    tab.tab.get_by_text("Tercatat:").wait_for()


def stands(found):
    return {row["uraian"]: row for row in outbox.current(found.potret)}


def sheet(found):
    return (found.sheets / "sekretariat" / "tindak_lanjut.csv").read_text("utf-8").splitlines()


def test_the_line_of_confirmation_says_when_it_is_written_and_puts_right(screen, sending):
    tab = freeze(screen(), sending.address)
    tab.click_to("tindak_lanjut")
    before = sheet(sending)
    decide(tab, "KPU menagih pengganti segel, paling lambat 6 November")
    line = tab.tab.locator(".st-key-catat .tercatat")
    row = len(before) + 1
    line.get_by_text(f"Tertulis di lembar, baris {row}").wait_for(timeout=15_000)
    shown = time.time()
    [id] = [one["id"] for one in outbox.current(sending.potret)]
    assert shown - (sending.potret / outbox.OUTBOX / f"{id}.json").stat().st_mtime <= 3, "since it is known"
    assert any(one.startswith(id) for one in sheet(sending))
    tab.tab.locator(".st-key-catat").get_by_role("button", name="Ubah").click()
    what = tab.tab.get_by_label("Apa yang diputuskan")
    expect(what).to_have_value("KPU menagih pengganti segel, paling lambat 6 November")
    assert tab.tab.get_by_label("Sampai kapan").input_value() == "6 November"
    what.fill("KPU menagih pengganti segel, paling lambat 7 November")
    tab.tab.locator(".akan-dicatat", has_text="7 November").wait_for()
    tab.tab.get_by_role("button", name="Simpan perubahan").click()
    tab.tab.locator(".tercatat", has_text="Diperbarui:").wait_for()
    tab.tab.locator(".tercatat", has_text=f"Diperbarui di lembar, baris {row}").wait_for(timeout=15_000)
    tab.tab.locator(".putus", has_text=f"diperbarui di lembar, baris {row}").wait_for(timeout=15_000)
    assert len(outbox.rows(sending.potret)) == 2 and len(sheet(sending)) == len(before) + 1
    assert "7 November 2024" in sheet(sending)[-1] and sheet(sending)[: len(before)] == before
    press_k(tab)
    assert tab.tab.get_by_label("Apa yang diputuskan").input_value() == "", (
        "what was put right is no draft of a new one"
    )
    assert tab.troubles == []


def test_the_list_withdraws_after_it_asked_once(screen, sending):
    tab = freeze(screen(), sending.address)
    tab.click_to("tindak_lanjut")
    decide(tab, "KPU menagih pengganti segel, paling lambat 6 November")
    mine = tab.tab.locator("[class*='st-key-ubahan-daftar']")
    mine.get_by_role("button", name="Tarik").click()
    mine.get_by_text("Barisnya di lembar tetap ada dan ditandai Ditarik.").wait_for()
    mine.get_by_role("button", name="Batal").click()
    mine.get_by_role("button", name="Ubah").wait_for()
    tab.settle()
    mine.get_by_role("button", name="Tarik").click()
    mine.get_by_text("Tarik keputusan ini?").wait_for()
    tab.settle()
    mine.get_by_role("button", name="Tarik").click()
    tab.tab.locator(".putus", has_text="ditandai Ditarik di lembar, baris").wait_for(timeout=15_000)
    assert mine.count() == 0 and ",ditarik," in sheet(sending)[-1].lower()
    [row] = outbox.current(sending.potret)
    assert row["ditarik"] and len(outbox.rows(sending.potret)) == 2
    assert tab.troubles == []


def test_on_a_phone_both_ways_are_large_enough_for_a_thumb(screen, city):  # noqa: F811
    tab = screen(*SIZES["ponsel"]).open(city.address, "tindak_lanjut")
    tab.tab.get_by_role("button", name="Keputusan").tap()
    tab.tab.get_by_label("Apa yang diputuskan").fill("KPU menagih segel")
    tab.tab.locator(".akan-dicatat").wait_for()
    tab.tab.get_by_role("button", name="Catat", exact=True).tap()
    tab.tab.get_by_text("Tercatat:").wait_for()
    for where in ("garis", "daftar"):
        for name in ("Ubah", "Tarik"):
            button = tab.tab.locator(f"[class*='st-key-ubahan-{where}']").get_by_role("button", name=name)
            button.wait_for()
            box = button.bounding_box()
            assert box["height"] >= 44 and box["width"] >= 36, (where, name, box)
    assert tab.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.tab.locator("[class*='st-key-ubahan-daftar']").get_by_role("button", name="Ubah").tap()
    what = tab.tab.get_by_label("Apa yang diputuskan")
    expect(what).to_have_value("KPU menagih segel")
    tab.tab.get_by_role("button", name="Batal").tap()
    tab.tab.locator(".kalimat-isian").wait_for(state="detached")
    assert list(stands(city)) == ["KPU menagih segel"] and len(outbox.rows(city.potret)) == 1


def test_a_correction_with_a_number_of_a_person_is_refused_and_one_that_differs_is_asked(screen, city):  # noqa: F811
    tab = screen().open(city.address, "tindak_lanjut")
    decide(tab, "KPU menagih segel, paling lambat 6 November")
    tab.tab.locator(".st-key-catat").get_by_role("button", name="Ubah").click()
    what = tab.tab.get_by_label("Apa yang diputuskan")
    expect(what).to_have_value("KPU menagih segel, paling lambat 6 November")
    what.fill("Hubungi 0812 3456 7890, KPU menagih segel, paling lambat 6 November")
    tab.tab.get_by_role("button", name="Simpan perubahan").click()
    tab.tab.locator(".ditolak").wait_for()
    when = tab.tab.get_by_label("Sampai kapan")
    what.fill("KPU menagih segel, paling lambat 6 November")
    when.fill("8 November")
    when.press("Tab")
    tab.tab.get_by_text("Tenggat bertentangan").wait_for()
    tab.tab.get_by_role("button", name="Simpan perubahan").click()
    tab.tab.wait_for_timeout(500)
    assert len(outbox.rows(city.potret)) == 1
    tab.tab.get_by_role("button", name="Pakai 8 November").click()
    tab.tab.locator(".akan-dicatat", has_text="8 November").wait_for()
    tab.tab.get_by_role("button", name="Simpan perubahan").click()
    tab.tab.locator(".tercatat", has_text="Diperbarui:").wait_for()
    [row] = outbox.current(city.potret)
    assert row["tenggat"] == "2024-11-08" and "8 November" in row["uraian"]
