"""Who sees and does what, in a real Chromium with a real identity provider: each role on each page, and every way around."""

import json
import re
import shutil
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from monev.screen.access import audit
from monev.screen.access.person import LASTS
from monev.screen.sync_status import EVERY
from monev.words import words
from tests.provider import ACCESS, PEOPLE, SIGN_IN, cookie, free_port, provider, secrets, sign_in
from tests.screen import PAGES, SIZES, Screen, path_of
from tests.test_browser_words import english

pytestmark = pytest.mark.panjang

#: What each role may do besides looking: who freezes, records, has the sheets read, takes files; whose cells it sees.
AGENCIES = ("kpu", "bawaslu", "kesbangpol", "bpkpd", "sekretariat")
MAY = {
    "pimpinan": (set(), set(AGENCIES)),
    "sekretariat": ({"membekukan", "mencatat", "memperbarui", "mengambil"}, set(AGENCIES)),
    "kpu": (set(), {"kpu"}),
    "bawaslu": (set(), {"bawaslu"}),
    "kesbangpol": (set(), {"kesbangpol"}),
    "bpkpd": (set(), {"bpkpd"}),
}
#: Action -> the page on which it is offered, and by which element.
OFFERED = {
    "membekukan": ("rapat", "button:has-text('Bekukan angka dan mulai rapat')"),
    "mencatat": ("logistik", ".st-key-catat_buka button"),
    "memperbarui": ("mutu_data", ".st-key-pemeriksaan button"),
    "mengambil": ("bahan", ".st-key-bahan-paparan button"),
}
OUTSIDE = {
    "publik": "Akun ini terdaftar tanpa hak melihat dasbor monev.",
    "asing": "Akun ini belum terdaftar untuk dasbor monev.",
    "belum-pasti": "Alamat surel akun ini belum dipastikan.",
    "tanpa-surel": "Akun ini tidak menyebut alamat surelnya.",
}
ASKED = "Silakan masuk untuk melihat dasbor monev."
#: Said on the first page of the samples, and nowhere else.
DATA = "Lima jenis barang masih kurang"
#: A cell that KPU mistyped in the samples.
CELL = "15 (enam belas)"
SOON = (EVERY + 5) * 1000


@pytest.fixture(scope="module")
def issuer():
    with provider() as found:
        yield found


@pytest.fixture(scope="module")
def serve(start, issuer, samples_shot, tmp_path_factory):
    """A function that starts a server with sign-in: `with serve() as house`, its address and its folders."""

    @contextmanager
    def served(access=ACCESS, **changed):
        folder, port = tmp_path_factory.mktemp("akses"), free_port()
        shutil.copytree(samples_shot, folder / "potret")
        house = House(folder, port, issuer)
        house.write(access, **changed)
        with start(house.potret, port=port, RAHASIA=house.secrets, FOLDER="samples") as (house.address, _):
            yield house

    return served


class House:
    """A server with sign-in and what belongs to it."""

    def __init__(self, folder, port, issuer):
        self.potret, self.secrets, self.port, self.issuer = folder / "potret", folder / "secrets.toml", port, issuer

    def write(self, access=ACCESS, **changed):
        secrets(self.secrets, self.port, self.issuer, access, **changed)

    def record(self):
        """The record of accesses, as dicts in the order of the events."""
        files = sorted((self.potret / audit.FOLDER).glob("*.jsonl"))
        return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]

    def get(self, path, *cookies):
        """Status and body of a request outside of any page."""
        asked = urllib.request.Request(self.address + path, headers={"Cookie": "; ".join(cookies)})
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()


@pytest.fixture(scope="module")
def house(serve):
    """One server for the tests that change nothing in it."""
    with serve() as found:
        yield found


@pytest.fixture(scope="module")
def as_role(chromium, house):
    """What somebody of a role meets, after signing in for real: page -> title and text, action -> whether it is
    offered, agency -> whether its cells are shown."""
    known = {}

    def look(role):
        if role not in known:
            with Screen(chromium, *SIZES["layar"]) as tab:
                sign_in(tab.open(house.address, PAGES[0]), role)
                pages = {page: tab.open(house.address, page).read()["text"] for page in PAGES}
                offered = {deed: bool(tab.open(house.address, page).tab.locator(where).count())
                           for deed, (page, where) in OFFERED.items()}  # fmt: skip
                seen = set()
                for agency in AGENCIES:
                    tab.open(house.address, f"/mutu_data?instansi={words.agency(agency)}")
                    others = tab.tab.get_by_text("Rincian selnya dibuka oleh lembaga ini sendiri").count()
                    seen |= set() if others else {agency}
                    assert bool(others) is not bool(tab.tab.get_by_text("Pesan untuk").count())
                known[role] = pages, offered, seen
        return known[role]

    return look


# --- role x page x action ---


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", MAY)
def test_whoever_is_let_in_sees_every_page_and_who_he_is(as_role, role, page):
    pages, _, _ = as_role(role)
    assert ASKED not in pages[page] and "Data simulasi" in pages[page]
    assert f"Masuk sebagai {PEOPLE[role].lower()}" in pages[page] and "Keluar" in pages[page]


@pytest.mark.parametrize("deed", OFFERED)
@pytest.mark.parametrize("role", MAY)
def test_only_whom_it_belongs_to_is_offered_it(as_role, role, deed):
    _, offered, _ = as_role(role)
    assert offered[deed] is (deed in MAY[role][0])


@pytest.mark.parametrize("agency", AGENCIES)
@pytest.mark.parametrize("role", MAY)
def test_cells_of_another_agency_are_only_counted(as_role, role, agency):
    _, _, seen = as_role(role)
    assert (agency in seen) is (agency in MAY[role][1])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", sorted(set(MAY) - {"pimpinan", "sekretariat", "kpu"}))
def test_what_an_agency_mistyped_is_on_no_page_of_another(as_role, role, page):
    pages, _, _ = as_role(role)
    assert CELL not in pages[page]


def test_that_cell_is_shown_to_whom_it_belongs(as_role):
    for role in ("pimpinan", "sekretariat", "kpu"):
        assert CELL in as_role(role)[0]["mutu_data"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_whoever_is_not_let_in_is_told_politely_and_sees_no_page(screen, house, name):
    tab = sign_in(screen().open(house.address, PAGES[0]), name)
    for page in PAGES:
        shown = tab.open(house.address, page).read()
        assert OUTSIDE[name] in shown["text"] and "Data simulasi" not in shown["text"]
        assert not tab.tab.locator("[data-testid=stTopNavLink]").locator("visible=true").count()
    assert english(tab.words()) == []
    assert tab.tab.get_by_role("link", name="Ganti akun").is_visible()


# --- ways around ---


def frames_of(tab):
    """Everything that comes to a tab through its websocket, from now on."""
    heard = []
    tab.tab.on("websocket", lambda socket: socket.on(
        "framereceived", lambda payload: heard.append(payload if isinstance(payload, bytes) else payload.encode())))  # fmt: skip
    return heard


@pytest.mark.parametrize("size", SIZES)
def test_a_direct_address_without_sign_in_brings_nothing_of_the_page_into_the_browser(screen, house, size):
    tab = screen(*SIZES[size])
    heard = frames_of(tab)
    for page in PAGES:
        for path in (path_of(page), f"{path_of(page)}?rapat=2024-10-21", f"{path_of(page)}?mode=rapat&instansi=KPU"):
            assert ASKED in tab.open(house.address, path).read()["text"]
    assert english(tab.words()) == []
    assert heard == [], "no connection at all"
    for secret in (DATA, CELL, "Data simulasi", "Formulir", "Subangjaya"):
        assert secret not in tab.tab.content()


def test_the_same_listening_finds_the_data_once_somebody_is_let_in(screen, house):
    tab = screen()
    tab.tab.context.add_cookies([cookie(house.address, "pimpinan@contoh.test")])
    heard = frames_of(tab)
    assert DATA in tab.open(house.address, PAGES[0]).read()["text"] and DATA.encode() in b"".join(heard)


def test_the_wanted_page_is_shown_after_sign_in(screen, house):
    tab = screen().open(house.address, "/risiko?rapat=2024-10-21")
    sign_in(tab, "pimpinan")
    tab.tab.wait_for_url("**/risiko?rapat=2024-10-21")
    assert "21 Oktober 2024" in tab.settle().read()["text"]


@pytest.mark.parametrize(
    "how, said",
    [
        ({"since": 60 - LASTS}, "Data simulasi"),
        ({"since": -LASTS - 60}, "Waktu masuk Anda sudah habis"),
        ({"secret": "rahasia-lain-0123456789-0123456789-ab"}, ASKED),
        ({"origin": "http://lain.test"}, ASKED),
        ({"is_logged_in": False}, ASKED),
        ({"iat": None}, "Waktu masuk Anda sudah habis"),
    ],
)
def test_a_cookie_is_worth_what_it_proves(screen, house, how, said):
    how = how | ({"since": int(time.time()) + how["since"]} if "since" in how else {})
    tab = screen()
    tab.tab.context.add_cookies([cookie(house.address, "sekretariat@contoh.test", **how)])
    shown = tab.open(house.address, "logistik").read()["text"]
    assert said in shown and ("Data simulasi" in shown) is (said == "Data simulasi")


def test_a_cookie_that_was_altered_is_worth_nothing(screen, house):
    good = cookie(house.address, "kpu@contoh.test")
    other = cookie(house.address, "sekretariat@contoh.test")["value"]
    tail = good["value"][-10:]
    for value in (good["value"][:-3] + "xyz", other[:-10] + tail, "", "x.y.z"):
        tab = screen()
        tab.tab.context.add_cookies([good | {"value": value}])
        assert ASKED in tab.open(house.address, "logistik").read()["text"]


def test_after_sign_out_the_other_tabs_are_out_too_and_so_are_the_files(screen, serve):
    with serve() as house:
        tab = sign_in(screen().open(house.address, "bahan"), "sekretariat")
        tab.tab.get_by_role("button", name="Siapkan").nth(3).click()
        with tab.tab.expect_response(re.compile("/media/")) as asked, tab.tab.expect_download() as loading:
            tab.tab.locator(".stDownloadButton button").first.click()
        file, content = re.sub("^.*(?=/media/)", "", asked.value.url), loading.value.path().read_bytes()
        mine = [f"{one['name']}={one['value']}" for one in tab.tab.context.cookies(house.address)]
        other = cookie(house.address, "kpu@contoh.test")
        assert house.get(file, *mine) == (200, content)
        assert house.get(file)[0] == house.get(file, f"{other['name']}={other['value']}")[0] == 403
        second = tab.tab.context.new_page()
        second.goto(f"{house.address}/logistik")
        second.get_by_text("Data simulasi").wait_for()
        tab.tab.get_by_role("button", name="Keluar").click()
        tab.tab.wait_for_url(lambda url: "logistik" not in url)
        second.get_by_text(ASKED).wait_for(timeout=SOON)
        assert "Data simulasi" not in second.inner_text("body")
        assert house.get(file, *mine)[0] == 403, "also with the cookie of before"
        deeds = [(line["akun"], line["tindakan"]) for line in house.record()]
        account = PEOPLE["sekretariat"]
        assert deeds == [(account, "masuk"), (account, "mengambil bahan"), (account, "keluar")]


def test_a_connection_that_comes_back_as_somebody_else_gets_what_belongs_to_him(screen, house):
    """The browser reconnects with the number of its visit, but with the cookie that it has by then."""
    tab, sockets = screen(), []
    tab.tab.context.add_cookies([cookie(house.address, "sekretariat@contoh.test")])

    def between(socket):
        sockets.append(socket)
        socket.connect_to_server()

    tab.tab.route_web_socket(re.compile("_stcore/stream"), between)
    tab.open(house.address, "mutu_data")
    assert "Masuk sebagai sekretariat@contoh.test" in tab.read()["text"]
    tab.tab.context.clear_cookies()
    tab.tab.context.add_cookies([cookie(house.address, "bpkpd@contoh.test")])
    sockets[0].close(code=1012)
    tab.tab.get_by_text("Masuk sebagai bpkpd@contoh.test").wait_for()
    assert len(sockets) > 1 and CELL not in tab.settle().read()["text"]
    assert not tab.tab.locator(".st-key-pemeriksaan button").count()


def test_who_loses_his_role_meanwhile_changes_nothing_any_more(screen, serve):
    with serve() as house:
        tab = sign_in(screen().open(house.address, "logistik"), "sekretariat")
        tab.tab.keyboard.press("k")
        tab.tab.get_by_label("Apa yang diputuskan").fill("Janji yang tidak boleh tercatat")
        house.write(ACCESS.replace('sekretariat = ["sekretariat@contoh.test"]', "sekretariat = []"))
        tab.tab.locator(".st-key-catat_simpan button").first.click()
        tab.tab.get_by_text("Akun ini belum terdaftar untuk dasbor monev.").wait_for(timeout=SOON)
        kept = [
            file for file in house.potret.rglob("*") if file.is_file() and b"tidak boleh tercatat" in file.read_bytes()
        ]
        assert kept == []
        assert [line["tindakan"] for line in house.record()][:2] == ["masuk", "ditolak"]


def test_the_record_tells_a_whole_meeting_and_of_people_only_their_account(screen, serve):
    with serve() as house:
        tab = sign_in(screen().open(house.address, "rapat"), "sekretariat")
        tab.tab.get_by_role("button", name="Bekukan angka dan mulai rapat").click()
        tab.tab.get_by_role("button", name="Akhiri rapat").wait_for()
        tab.open(house.address, "logistik").tab.keyboard.press("k")
        tab.tab.get_by_label("Apa yang diputuskan").fill("Kirim sisa formulir")
        tab.tab.locator(".st-key-catat_simpan button").first.click()
        tab.tab.locator(".tercatat").wait_for()
        tab.open(house.address, "rapat").tab.get_by_role("button", name="Akhiri rapat").click()
        tab.tab.get_by_role("button", name="Ya, akhiri dan buka notula").click()
        tab.tab.get_by_text("Berkas untuk dibawa pulang").wait_for()
        record = house.record()
    deeds = ["masuk", "membekukan angka", "memulai rapat", "mencatat keputusan", "mengakhiri rapat"]
    assert [line["tindakan"] for line in record] == deeds
    assert {line["akun"] for line in record} == {PEOPLE["sekretariat"]}
    assert set().union(*record) == {"waktu", "akun", "peran", "tindakan", "tentang"}
    assert "formulir" not in json.dumps(record)


@pytest.mark.parametrize(
    "access, said",
    [
        ("", "[akses] belum berisi satu akun pun."),
        ("[akses]\n", "[akses] belum berisi satu akun pun."),
        ('[akses]\nsekertariat = ["sekretariat@contoh.test"]\n', "peran “sekertariat” yang tidak dikenal"),
        ('[akses]\nsekretariat = "sekretariat@contoh.test"\n', "sekretariat harus berupa daftar"),
    ],
)
def test_an_empty_or_mistyped_list_lets_nobody_in_and_says_so(screen, house, access, said):
    tab = screen()
    tab.tab.context.add_cookies([cookie(house.address, "sekretariat@contoh.test")])
    try:
        house.write(access)
        shown = tab.open(house.address, "logistik").read()["text"]
    finally:
        house.write()
    assert "Dasbor ini belum dapat dibuka." in shown and said in shown and "Data simulasi" not in shown
    assert "Data simulasi" in tab.open(house.address, "logistik").read()["text"], "mended without a new start"


def test_sign_in_that_goes_missing_from_the_file_does_not_open_the_doors(screen, house):
    tab = screen()
    try:
        house.secrets.write_text("", "utf-8")
        shown = tab.open(house.address, "logistik").read()["text"]
    finally:
        house.write()
    assert "mulai ulang server" in shown and "Data simulasi" not in shown


def test_sign_in_that_is_incomplete_opens_for_nobody(serve):
    with serve(client_secret=None) as house:
        for path in ("/", "/logistik", "/_stcore/host-config"):
            status, body = house.get(path)
            assert status == 403 and "[auth] client_secret belum diisi." in body.decode()


def test_a_provider_that_does_not_answer_is_told_in_our_words(serve):
    with serve(server_metadata_url=f"http://localhost:{free_port()}/.well-known/openid-configuration") as home:
        status, said = home.get("/masuk")
        assert status == 503 and "Layanan akun untuk masuk sedang tidak menjawab." in said.decode()
        assert "Authentication error" not in said.decode() and 'href="/masuk"' in said.decode()


def test_without_sign_in_it_says_local_mode_and_refuses_whoever_comes_through_a_proxy(screen, address):
    tab = screen().open(address, "logistik")
    assert "Mode lokal: tanpa akun, hanya dilayani di komputer ini." in tab.read()["text"]
    away = screen()
    away.tab.set_extra_http_headers({"X-Forwarded-For": "203.0.113.7"})
    away.tab.goto(f"{address}/logistik")
    said = away.tab.inner_text("body")
    assert "Dasbor ini belum dibuka untuk siapa pun di sini." in said and "Data simulasi" not in said
    assert english(away.words()) == [] and away.tab.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_way_in_has_room_on_a_phone(screen, house):
    phone = screen(*SIZES["ponsel"]).open(house.address, "logistik")
    button = phone.tab.get_by_role("link", name=SIGN_IN).bounding_box()
    assert button["height"] >= 44 and button["x"] + button["width"] <= SIZES["ponsel"][0]
