"""What the search of the head finds: everything that whoever looks may see, each with the page on which it opens."""

import re
from types import SimpleNamespace

import pytest

from monev.contract import wilayah_csv
from monev.screen import navigation, search
from monev.screen.access.roles import LEADERS, SECRETARIAT, Person
from monev.screen.draw import search as drawn
from monev.settings import REFERENCE
from monev.snapshot import queries
from tests.given import given, rows

DATE = "2024-11-04"


def page(asked, role=SECRETARIAT):
    return SimpleNamespace(ask=asked, person=Person("", role))


def kinds(found):
    return {kind: [row for row in found if row["jenis"] == kind] for kind in drawn.KINDS}


@pytest.fixture(scope="module")
def everything(asked):
    return kinds(search.found(page(asked)))


def test_every_number_is_found_and_opens_on_its_own_page(everything, asked):
    numbers = {row["kode"] for row in asked("bersama/angka_pokok")}
    assert {row["ke"] for row in everything["angka"]} == {f"angka?kode={code}" for code in numbers}
    [cases] = [row for row in everything["angka"] if row["kode"] == "kasus_aktif"]
    assert cases["judul"] == "Kasus aktif" and cases["keterangan"] == "2 Risiko"


def test_a_number_is_found_by_the_words_by_which_it_is_spoken_of_too(everything):
    known = search._spoken_of()
    code, said = next((code, said) for code, said in known.items() if said)
    [row] = [row for row in everything["angka"] if row["kode"] == code]
    assert all(one in row["kata"] for one in said)


def test_every_page_of_the_menu_is_found(everything):
    named = [row["ke"] for row in everything["halaman"]]
    assert sorted(named) == sorted(navigation.entries())


def test_every_place_opens_on_the_first_page_that_has_a_map(everything, asked):
    places = asked("risiko/peta")
    assert len(everything["tempat"]) == len(places) + len({row["kecamatan"] for row in places})
    assert {row["ke"] for row in everything["tempat"]} == {"risiko"}
    assert all("peta di 2 Risiko" in row["keterangan"] for row in everything["tempat"])


def test_a_place_is_found_by_its_code(everything):
    found = {(row["judul"], word) for row in everything["tempat"] for word in row["kata"].split()}
    for one in wilayah_csv.read(REFERENCE):
        assert (one["kelurahan"], one["kode_kelurahan"]) in found
        assert (one["kecamatan"], one["kode_kecamatan"]) in found


def test_where_no_page_has_a_map_no_place_is_found(asked, monkeypatch):
    without = {name: one for name, one in queries.load().items() if not name.endswith("/peta")}
    monkeypatch.setattr(queries, "load", lambda: without)
    found = kinds(search.found(page(asked)))
    assert found["tempat"] == [] and found["angka"] and found["janji"]


def test_every_promise_opens_where_all_of_them_are_listed_at_its_own_row(everything, asked):
    promises = {row["id"] for row in asked("tindak_lanjut/daftar")}
    assert promises and {row["sasaran"] for row in everything["janji"]} == promises
    assert {row["ke"] for row in everything["janji"]} == {"tindak_lanjut?lembaga=semua"}


def test_open_findings_open_at_their_agency_and_settled_ones_are_not_found(everything, asked):
    still = [row for row in asked("mutu_data/temuan") if row["terbuka"]]
    assert len(everything["temuan"]) == len(still) > 0
    assert {row["ke"] for row in everything["temuan"]} == {
        f"mutu_data?instansi={row['instansi']}&bobot=semua" for row in still
    }


@pytest.mark.parametrize("role", [LEADERS, SECRETARIAT, "kpu", "bawaslu"])
def test_findings_are_found_only_by_whoever_sees_the_cells_of_their_agency(asked, role):
    found, whole = kinds(search.found(page(asked, role))), kinds(search.found(page(asked)))
    agencies = {row["instansi"] for row in whole["temuan"]}
    seen = agencies if role in (LEADERS, SECRETARIAT) else agencies & {role}
    assert {row["instansi"] for row in found["temuan"]} == seen and len(agencies) > 2
    for kind in ("angka", "halaman", "tempat", "janji"):
        assert found[kind] == whole[kind]


def test_no_word_of_a_restricted_row_is_in_the_index_and_no_cell_as_typed(tmp_path):
    sheets = {
        "kesbangpol/potensi_konflik": """
            kecamatan | kelurahan | jenis_potensi | tingkat | status | klasifikasi | keterangan
            Cikole | Cisarua | Politik | tinggi | aktif | terbatas | rahasiasekali
            Cikole | Cikole | Politik | sangaaat | aktif | biasa | ceritabiasa
        """
    }
    with given(tmp_path, DATE, sheets) as snapshot:
        told = " ".join(str(row) for row in rows(snapshot, "bersama/cari"))
    assert "rahasiasekali" not in told and "ceritabiasa" not in told and "kesbangpol" in told


def test_the_index_holds_what_is_found_as_text_alone():
    row = {
        "jenis": "janji",
        "judul": "**Kirim** <img src=x>",
        "keterangan": "a & b",
        "ke": 'x" onclick="1',
        "kata": "'",
    }
    html = drawn.index([row])
    assert "<img" not in html and 'onclick="1' not in html and "Kirim &lt;img" in html and "a &amp; b" in html
    assert html.startswith('<ul class="cari-isi"') and " hidden>" in html


def test_a_number_is_listed_with_its_sign_and_its_value():
    row = {"jenis": "angka", "judul": "Kasus aktif", "keterangan": "2 Risiko", "ke": "angka?kode=x", "status": "kuning",
           "halaman": "risiko", "nilai": 3.0, "satuan": "kasus", "kata": None}  # fmt: skip
    html = drawn.index([row])
    assert 'aria-label="Perlu perhatian"' in html and "<em>3 kasus</em>" in html and "None" not in html


def test_the_button_says_its_key_and_the_box_says_what_it_is():
    assert re.search(r"<button [^>]*>Cari <kbd>/</kbd></button>", drawn.button())
    assert 'role="combobox"' in drawn.BOX and 'role="listbox"' in drawn.BOX and 'aria-label="Cari"' in drawn.BOX
