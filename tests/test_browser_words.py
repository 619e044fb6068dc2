"""No English on the screen: not in what the pages say, not in labels, not in what Streamlit adds."""

import re

import pytest

from tests.screen import AGENDA, PAGES, SIZES, path_of

pytestmark = pytest.mark.panjang

#: Words of English screens; most of them are no Indonesian.
WORDS = """
the and of for with this that is are was your you not no yes from to in on at by or an all none null nan
nat true false select where group order join having case when then else end deploy rerun setting settings
running run search fullscreen screen download upload loading load please wait connecting connection
choose option options close open show hide skip main content view home page pages app sidebar navigate
expand collapse copy copied clipboard click press enter apply submit clear dismiss help stop cancel back
next previous reset zoom autoscale error warning failed failure exception traceback found server internet
made screenshot print record report bug about theme light dark row rows column columns table chart value
values empty missing unknown sum count average mean min max index sort filter january february march may
june july august october december monday tuesday wednesday thursday friday saturday sunday jan feb mar
apr jun jul aug sep oct dec today yesterday day days week month year more less shortcut ago hour hours minute minutes
"""
#: Those that Indonesian writes alike: nomor, minus, months, words that were taken over, and a key of the keyboard.
ALSO_INDONESIAN = "no min server internet filter enter jan feb mar apr jun jul sep"
ENGLISH = set(WORDS.split()) - set(ALSO_INDONESIAN.split())
#: English that Streamlit leaves in a place that cannot be reached: (place, text) -> why nobody reads it.
LEFT_BY_STREAMLIT = {}


def english(found):
    """Texts and labels that hold an English word, as "place (kind): text"."""
    return [
        f"{one['place']} ({one['kind']}): {one['said'][:120]}"
        for one in found
        # A query that is shown on request is SQL; its words are the same in every language. A key is called as it is
        # printed on the keyboard.
        if one["kind"] not in ("query", "key")
        and (one["place"], one["said"]) not in LEFT_BY_STREAMLIT
        and ENGLISH & set(re.findall(r"[a-z]+", one["said"].lower()))
    ]


def test_the_list_finds_what_streamlit_says_and_passes_what_we_say():
    said = [
        {"place": "", "kind": "", "said": text}
        for text in ("Skip to main content", "Fullscreen", "Please wait...", "Siap: 5 jenis, 8 Jun")
    ]
    assert len(english(said)) == 3


@pytest.mark.parametrize("size", SIZES)
def test_no_page_and_no_menu_holds_an_english_word(screen, address, size):
    tab = screen(*SIZES[size])
    wrong = []
    for page in PAGES:
        found = tab.open(address, page).words()
        assert len(found) > 30
        if size == "ponsel":
            tab.unfold_menu()
            tab.settle()
            found += tab.words()
        wrong += [f"{page}: {text}" for text in english(found)]
    assert wrong == []


def test_the_mode_with_its_keys_and_its_form_holds_no_english_word(screen, address):
    tab, wrong = screen(), []
    for page in PAGES:
        wrong += [f"{page}: {text}" for text in english(tab.open(address, f"{path_of(page)}?mode=rapat").words())]
    tab.tab.keyboard.press("h")
    tab.tab.locator("dialog.tombol[open]").wait_for()
    wrong += english(tab.words())
    tab.tab.keyboard.press("Escape")
    tab.tab.keyboard.press("k")
    tab.tab.locator(".st-key-catat .kalimat-isian").wait_for()
    tab.tab.locator(".st-key-catat_simpan button").first.click()
    tab.tab.get_by_text("Uraian keputusan belum ditulis.").wait_for()
    assert wrong + english(tab.words()) == []


def test_files_that_are_made_are_offered_in_indonesian(screen, address):
    tab = screen().open(address, "bahan")
    tab.tab.get_by_role("button", name="Siapkan").last.click()
    tab.tab.locator(".stDownloadButton").first.wait_for(timeout=60_000)
    assert english(tab.settle().words()) == []


def test_a_menu_without_room_for_all_pages_keeps_the_rest_under_an_indonesian_word(screen, address):
    """Streamlit folds what does not fit into a list of its own."""
    tab, seen = screen(900, 700).open(address, "logistik"), 0
    for width in (1180, 1024, 900, 760, 660):
        tab.tab.set_viewport_size({"width": width, "height": 700})
        tab.settle()
        assert english(tab.words()) == [], width
        folded = tab.tab.get_by_text(re.compile(r"^\d+ lagi$"))
        if folded.count():
            seen += 1
            folded.click()
            tab.tab.locator(
                "[data-testid=stTopNavPopover], [data-baseweb=popover], [role=dialog], [role=menu]"
            ).first.wait_for()
            assert english(tab.words()) == [], width
            tab.tab.keyboard.press("Escape")
    assert seen


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1024, 720), (1280, 720)])
def test_signs_are_signs_and_no_font_comes_that_nobody_reads(screen, address, width, height):
    tab, fetched = screen(width, height), []
    tab.tab.on("request", lambda request: fetched.append(request.url))
    tab.open(address, PAGES[1])
    if tab.on_a_phone:
        tab.unfold_menu()
        tab.settle()
    assert not [url for url in fetched if "SourceSans" in url]
    # A sign that is not in our font is written out by its name.
    wide = tab.tab.evaluate("""() => [...document.querySelectorAll("[data-testid=stIconMaterial]")]
        .filter((one) => one.scrollWidth > 2 * parseFloat(getComputedStyle(one).fontSize)).map((one) => one.textContent)""")
    assert not wide


def test_an_address_that_does_not_exist_is_explained_in_indonesian(screen, address):
    tab = screen().open(address, "/tidak-ada")
    assert english(tab.words()) == []
    assert AGENDA[PAGES[0]] in tab.read()["title"]


def test_a_page_without_data_speaks_indonesian(screen, start, tmp_path):
    with start(tmp_path) as (address, _):
        tab = screen().open(address, "logistik")
        assert english(tab.words()) == [] and tab.read()["language"] == "id"


def test_a_server_that_is_gone_is_told_in_indonesian_and_the_numbers_stay(screen, start, samples_shot):
    tab = screen()
    with start(samples_shot) as (address, _):
        before = tab.open(address, "logistik").read()["numbers"]
    tab.tab.get_by_text("Server belum menjawab").first.wait_for()
    assert english(tab.words()) == []
    assert [number["value"] for number in tab.read()["numbers"]] == [number["value"] for number in before]
