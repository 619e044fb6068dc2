"""The ministry over 545 invented regions in a real Chromium: every page at both sizes and in the room, and each role."""

import re

import pytest

from tests import nation as nations, provider
from tests.screen import SIZES, Screen
from tests.test_browser_axe import found
from tests.test_browser_shift import JUMPS, ONCE, WHOLE, jumps, late_figures, told
from tests.test_browser_words import english
from tests.test_rekap_peran import ACCESS, ANY, OPEN, PEOPLE, PROVINCE, REGION, SHUT, others

pytestmark = pytest.mark.panjang

#: What is looked at besides the pages: numbers, one region, one that did not report, one province, a red number.
VIEWS = (
    "angka?kode=logistik_kritis", "angka?kode=hibah_sisa_rp", "angka?kode=daerah_melapor_persen",
    "?daerah=00.17.35", "?daerah=99.99.99", "?kec=Akasia", "?kec=Entah", "logistik?merah=barang_siap_persen",
)  # fmt: skip
#: What stands on the first screen of each page, by whom it is opened in the room.
ROOM = (*OPEN, "tindak_lanjut")
#: Words of a city where it is about the nation; the names of regions begin with a large letter, and what each region
#: counts and calls its own numbers by stays as it is there ("Kelurahan prioritas", 2 kelurahan).
CITY = re.compile(
    r"\b(?:(?<!\d )[Kk]elurahan(?! (?:prioritas|tanpa))|[Kk]ecamatan|[Ww]ali kota|se-?kota|Sukabumi|(?<!dan )(?<!/)kota)\b"
)
sizes = pytest.mark.parametrize("size", SIZES)


@pytest.fixture(scope="module")
def served(start, nation):
    with start.anew(nation.potret, TANGGAL="2024-11-04", **nation.settings) as (address, _):
        yield address


def looked_at(tab, address, path):
    """What is wrong with a page as it was opened, in words; nothing where it is as it has to be."""
    seen = tab.open(address, f"/{path}").read()
    words = tab.words()
    moved = jumps(tab)
    wrong = [f"wide: {one}" for one in seen["beyond"]] + [str(one) for one in seen["exceptions"]]
    wrong += [f"{seen['wide']} px wide"] if seen["wide"] > tab.width else []
    wrong += [f"jumps: {told(moved)}"] if sum(value for value, _ in moved) > WHOLE else []
    wrong += [f"one jump: {told(moved)}"] if max((value for value, _ in moved), default=0) > ONCE else []
    wrong += english(words)
    wrong += [f"of a city: {one['said'][:80]}" for one in words if one["kind"] != "query" and CITY.search(one["said"])]
    wrong += [] if "Data simulasi" in seen["text"] or tab.tab.locator(".simulasi").count() else ["not marked"]
    return wrong + found(tab, set())


@sizes
@pytest.mark.parametrize("path", (*nations.PAGES, *VIEWS))
def test_every_page_of_545_regions_is_whole_clean_still_and_indonesian(screen, served, path, size):
    tab = screen(*SIZES[size])
    tab.tab.add_init_script(JUMPS)
    late_figures(tab)
    assert looked_at(tab, served, path) == []
    tab.tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert found(tab, set()) == [] and tab.read()["wide"] <= SIZES[size][0], "with all that opens"
    assert not tab.troubles


@pytest.mark.parametrize("path", ROOM)
def test_every_point_in_the_room_is_whole_and_what_is_said_first_has_room(screen, served, path):
    tab = screen()
    tab.tab.add_init_script(JUMPS)
    late_figures(tab)
    assert looked_at(tab, served, f"{path}?mode=rapat") == []
    first = tab.tab.locator("[data-testid=stMain] h1").first.bounding_box()
    assert first["y"] + first["height"] < 240
    for picture in (".panas", ".peta-kecil", ".peta", ".penerima-tabel"):
        for box in (one.bounding_box() for one in tab.tab.locator(picture).all()[:1]):
            assert box["y"] + box["height"] <= 720, picture
    assert not tab.troubles


def test_every_state_stands_on_the_summary_with_all_regions_in_it(screen, served):
    tab = screen().open(served, "/")
    for cell in tab.tab.locator(".panas tr.semua td .bagi").all():
        counts = [int(one.replace(".", "")) for one in re.findall(r"\d[\d.]*", cell.inner_text())]
        assert sum(counts) == nations.REGIONS
    right = tab.tab.locator(".panas-bingkai").first.evaluate("(one) => one.scrollWidth - one.clientWidth")
    assert right <= 1, "the last column is not cut off"


def test_what_a_finger_presses_on_a_phone_is_large_enough(screen, served):
    tab = screen(*SIZES["ponsel"])
    for path in ("", "logistik", "hibah"):
        tab.open(served, f"/{path}")
        small = tab.tab.evaluate("""() => [...document.querySelectorAll(".terberat li, .panas tbody tr th")]
            .filter((one) => one.checkVisibility() && one.querySelector("a"))
            .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.innerText)""")
        assert small == [], path


def test_a_region_is_found_and_leads_to_its_own_dashboard(screen, served):
    tab = screen().open(served, "/")
    tab.tab.keyboard.press("/")
    field = tab.tab.locator("input[type=search], .cari input, [role=combobox]").locator("visible=true").first
    field.fill("Kasturi 35")
    tab.tab.get_by_role("option").first.wait_for()
    assert "Kab. Kasturi 35" in tab.tab.get_by_role("option").first.inner_text()
    tab.open(served, "/?daerah=00.17.35")
    link = tab.tab.locator("a[href='https://dasbor-00-17-35.example']")
    assert link.count() == 1


def test_what_was_refused_is_told_by_region_and_nothing_as_of_a_sheet(screen, served):
    said = screen().open(served, "/mutu_data").read()["text"]
    assert "minta pengelola dasbor" in said and "kiriman" in said
    assert "sudah benar" not in said and ".parquet" not in said and "setelah 14 hari" not in said


def test_what_changed_is_told_by_number_and_no_row_of_what_was_sent(screen, served):
    said = screen().open(served, "/perubahan").read()["text"]
    assert "tidak ada baris lembar yang berubah" in said and "Daerah: tidak ada yang berubah" not in said
    assert "Logistik kritis:" in said and "Risiko kritis:" in said


def test_the_rows_of_a_number_are_called_by_their_regions(screen, served):
    said = screen().open(served, "/angka?kode=daerah_melapor_persen").read()["text"]
    assert not re.search(r"baris \d+ baris \d+", said) and "belum ikut dihitung" in said


@pytest.fixture(scope="module")
def house(start, nation, tmp_path_factory):
    """A server with sign-in on that nation."""
    port = provider.free_port()
    file = provider.secrets(tmp_path_factory.mktemp("masuk") / "masuk.toml", port, "https://penyedia.test", ACCESS)
    settings = nation.settings | {"RAHASIA": file}
    with start.anew(nation.potret, port=port, TANGGAL="2024-11-04", **settings) as (address, _):
        yield address


class Heard:
    """A tab of somebody of a role, and whatever its server ever sent to it: by its websocket, and as files."""

    def __init__(self, chromium, address, role):
        self.tab, self.text, self.address = Screen(chromium, *SIZES["layar"]), [], address
        self.tab.tab.context.add_cookies([provider.cookie(address, PEOPLE[role])])
        self.tab.tab.on("websocket", lambda one: one.on("framereceived", self._frame))
        self.tab.tab.on("response", self._file)

    def go(self, path):
        """To a page, as far as a role has one; a page that is closed draws next to nothing."""
        self.tab.tab.goto(self.address + path)
        self.tab.tab.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        self.tab.tab.locator("[data-testid=stMain] .m").locator("visible=true").first.wait_for()
        return self.tab

    def _frame(self, content):
        self.text.append(content if isinstance(content, str) else content.decode("utf-8", "ignore"))

    def _file(self, answer):
        if "/media/" in answer.url or "/component/" in answer.url:
            self.text.append(answer.body().decode("utf-8", "ignore"))


@pytest.mark.parametrize("role", [PROVINCE, REGION])
def test_a_browser_of_one_place_is_never_sent_the_name_of_another(chromium, house, role):
    heard, read = Heard(chromium, house, role), 0
    with heard.tab as tab:
        for path in (*OPEN, *SHUT[:1], "?daerah=00.17.35", "logistik?merah=barang_siap_persen"):
            heard.go(f"/{path}")
            text, heard.text = "\n".join([*heard.text, tab.tab.content()]), []
            assert not others(text, role), path
            read += len(text)
        assert read > 100_000 and ANY.search(text), "the frames were read, and hold its own"


@pytest.mark.parametrize("role", [PROVINCE, REGION])
def test_a_browser_of_one_place_gets_no_hand_out_and_cannot_freeze_or_decide(chromium, house, role):
    heard = Heard(chromium, house, role)
    with heard.tab as tab:
        heard.go("/bahan")
        assert tab.tab.get_by_role("button", name="Siapkan").count() == 0
        heard.go("/rapat")
        assert tab.tab.get_by_role("button", name="Bekukan angka dan mulai rapat").count() == 0
