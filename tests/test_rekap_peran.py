"""Who sees what of 545 regions: the ministry all, a province its own, a region itself; of all others only totals.

Looked for in whatever the server sends, not in what a browser shows: no name of another region may be in it.
"""

import asyncio
import csv
import json
import re
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from bench.viewer import Viewer
from monev.settings import HOME
from tests import ministry, provider
from tests.conftest import monev, surroundings

pytestmark = pytest.mark.panjang

PROVINCE, REGION = "provinsi-00.01", "daerah-00.01.03"
PLACES = [*csv.DictReader((ministry.PROJECT / "reference" / "wilayah.csv").open(encoding="utf-8"))]
OWN = {
    PROVINCE: {row["kelurahan"] for row in PLACES if row["kecamatan"] == "Akasia"} | {"Akasia"},
    REGION: {"Kab. Akasia 03", "Akasia"},
}
NAMES = {row["kelurahan"] for row in PLACES} | {row["kecamatan"] for row in PLACES}
ANY = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(NAMES, key=len, reverse=True)))
OPEN = ("", "logistik", "risiko", "partisipasi", "netralitas", "stabilitas", "hibah", "pelaporan")
SHUT = ("tindak_lanjut", "perubahan", "rapat", "bahan", "mutu_data")
PEOPLE = {"pimpinan": "pimpinan@contoh.test", "sekretariat": "sekretariat@contoh.test",
          PROVINCE: "akasia@contoh.test", REGION: "kab@contoh.test"}  # fmt: skip
ACCESS = "[akses]\n" + "\n".join(f'"{role}" = ["{account}"]' for role, account in PEOPLE.items()) + "\n"


def others(text, role):
    """The names in a text of places that are not the role's own."""
    return {hit for hit in ANY.findall(text) if hit not in OWN[role]}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A gathered nation of the generator, with late, corrected and hostile sets."""
    folder = tmp_path_factory.mktemp("negeri")
    subprocess.run([sys.executable, "examples/rekap/simulasi.py", folder / "kiriman", "--rapat", "1"], cwd=HOME,
                   check=True, capture_output=True, timeout=300)  # fmt: skip
    rekap = f"[rekap]\nsumber = {json.dumps(str(folder / 'kiriman'))}\n"
    (folder / "secrets.toml").write_text(rekap, "utf-8")
    done = monev("rekap", "sync", PROYEK=ministry.PROJECT, POTRET=folder / "potret", RAHASIA=folder / "secrets.toml")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def seen(world):
    """Role -> question -> what a page of that role is given, as text."""
    done = subprocess.run([sys.executable, "-m", "tests.ministry_seen", world / "potret", "sekretariat", PROVINCE, REGION],
                          cwd=HOME, capture_output=True, text=True, timeout=300,
                          env=surroundings(PROYEK=ministry.PROJECT, POTRET=world / "potret"))  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class House:
    """A server with sign-in on that nation."""

    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}"
        with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=60) as answer:
            self.token = re.search("_streamlit_xsrf=([^;]+)", answer.headers["Set-Cookie"])[1]

    def cookie(self, role):
        one = provider.cookie(self.address, PEOPLE[role])
        return {"Cookie": f"{one['name']}={one['value']}; _streamlit_xsrf={self.token}"}

    def sent(self, role, page, query=""):
        """All that the server sends of a page: what stands on it, and every field of every element."""

        async def run():
            async with Viewer(self.address, self.cookie(role), self.token) as viewer:
                found = await viewer.open(page, query)
                return found.html(), "\n".join(str(one) for one in found.elements.values()), sorted(viewer.hashes)

        html, fields, pages = asyncio.run(run())
        return html, html + json.dumps(fields).encode().decode("unicode_escape", "ignore"), pages

    def get(self, role, path):
        try:
            asked = urllib.request.Request(self.address + path, headers=self.cookie(role))
            with urllib.request.urlopen(asked, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@pytest.fixture(scope="module")
def house(start, world):
    port = provider.free_port()
    file = provider.secrets(world / "masuk.toml", port, "https://penyedia.test", ACCESS)
    with start.anew(world / "potret", port=port, PROYEK=ministry.PROJECT, RAHASIA=file):
        yield House(port)


@pytest.mark.parametrize("role", [PROVINCE, REGION])
def test_no_question_and_no_search_names_another_place(seen, role):
    assert {name: others(text, role) for name, text in seen[role].items() if others(text, role)} == {}
    assert len(seen[role]) > 100


def test_the_ministry_finds_every_region(seen):
    assert set(ANY.findall(seen["sekretariat"]["rekap/daerah"])) >= {row["kelurahan"] for row in PLACES}
    assert "Kab. Anggrek 03" in seen["sekretariat"]["cari"]


def test_a_region_sees_itself_and_the_totals_of_the_nation_and_of_no_province(seen):
    own = json.loads(seen[REGION]["rekap/daerah"])
    assert [row["daerah"] for row in own] == ["Kab. Akasia 03"]
    heat = json.loads(seen[REGION]["rekap/panas"])
    assert len(heat) == 5 and {row["provinsi"] for row in heat} == {None} and heat[0]["jumlah"] == 545
    assert json.loads(seen[REGION]["hibah/penerima"]) == json.loads(seen["sekretariat"]["hibah/penerima"])
    assert "Kab. Akasia 03" in seen[REGION]["cari"]


def test_a_province_sees_its_own_regions(seen):
    own = json.loads(seen[PROVINCE]["rekap/daerah"])
    assert {row["daerah"] for row in own} == OWN[PROVINCE] - {"Akasia"}
    assert {row["provinsi"] for row in json.loads(seen[PROVINCE]["rekap/panas"])} == {None, "Akasia"}


@pytest.mark.parametrize("page", OPEN)
@pytest.mark.parametrize("role", [PROVINCE, REGION])
def test_a_page_sends_a_place_nothing_that_names_another(house, role, page):
    html, sent, _ = house.sent(role, page)
    assert "kalimat" in html and "545" in html
    assert others(sent, role) == set()


@pytest.mark.parametrize("query", ["daerah=00.02.03", "kec=Anggrek", "daerah=00.01.04", "merah=barang_siap_persen"])
def test_what_is_asked_for_in_the_address_opens_no_other_place(house, query):
    for page in ("", "logistik", "angka"):
        _, sent, _ = house.sent(REGION, page, query)
        assert others(sent.replace(query.partition("=")[2], ""), REGION) == set(), page


@pytest.mark.parametrize("role", [PROVINCE, REGION])
def test_the_page_of_a_number_sends_a_place_totals_alone(house, role):
    html, sent, _ = house.sent(role, "angka", "kode=logistik_kritis")
    assert "486" in html and others(sent, role) == set()


@pytest.mark.parametrize("role", [PROVINCE, REGION])
@pytest.mark.parametrize("page", SHUT)
def test_pages_that_name_places_are_closed_to_a_place(house, role, page):
    html, sent, _ = house.sent(role, page)
    assert "Halaman ini tidak dibuka untuk peran Anda." in html and "nama daerah lain" in html
    assert others(sent, role) == set()


def test_a_calendar_is_not_given_to_a_place(house):
    assert house.get(REGION, "/kalender/tenggat.ics")[0] == 403
    assert house.get("pimpinan", "/kalender/tenggat.ics")[0] in (200, 404)


@pytest.mark.parametrize("role", ["pimpinan", "sekretariat"])
@pytest.mark.parametrize("page", [*OPEN, *SHUT])
def test_the_ministry_sees_every_page(house, role, page):
    html, sent, _ = house.sent(role, page)
    assert "tidak dibuka untuk peran" not in html
    if page in ("", "logistik", "pelaporan"):
        assert "Kab. " in sent


def test_a_region_reads_its_own_numbers_grants_promises_and_the_way_to_its_dashboard(house):
    html, _, _ = house.sent(REGION, "", "daerah=00.01.03")
    assert "Kab. Akasia 03" in html and "Kode data" in html and "Mutu lembarnya" in html and "Hibah" in html
    for link in re.findall(r'<a[^>]*href="http[^>]*>', html):
        assert 'href="https://' in link and 'rel="noopener"' in link


def test_a_place_may_neither_record_nor_take_nor_freeze(house):
    _, sent, _ = house.sent(PROVINCE, "logistik")
    assert "catat_buka" not in sent and "catat_buka" in house.sent("sekretariat", "logistik")[1]


def test_no_role_of_a_place_can_be_given_to_an_assistant(world):
    done = monev("mcp", "--peran", REGION, PROYEK=ministry.PROJECT, POTRET=world / "potret")
    assert done.returncode != 0 and "--peran" in done.stderr
