"""What a number is made of: the things that count for and against it, and the rows of the sheets, add up to it."""

from collections import Counter

import pytest

from bench import grown
from monev.screen.draw import one_number
from monev.settings import SAMPLES, Settings
from monev.snapshot import schema, store
from monev.sync import sync

TIMES = 100
#: Numbers whose things are not what they count: a share, or an amount of money.
SHARES = ("persen", "rp")


def opened(sheets, potret):
    result = list(sync.sync(Settings("folder", sheets, potret, None), bounded=False))[-1]
    assert not result.failed
    before = store.previous(potret, result.snapshot)
    return store.Snapshot(potret, result.snapshot, before, schema.today())


@pytest.fixture(scope="module", params=["sebelum", "sesudah", pytest.param("besar", marks=pytest.mark.panjang)])
def city(request, tmp_path_factory):
    """Before the vote, after it, and with a hundred times the rows."""
    folder = tmp_path_factory.mktemp(request.param)
    sheets = {"sebelum": SAMPLES, "sesudah": SAMPLES / "sesudah"}.get(request.param)
    if sheets is None:
        grown.grow(sheets := folder / "lembar", TIMES)
    with opened(sheets, folder / "potret") as snapshot:
        yield snapshot


@pytest.fixture(scope="module")
def numbers(city):
    return city.rows("bersama/angka_pokok")


def things(city, code):
    return city.rows(f"rincian/{code}")


def declared(city):
    return [name.partition("/")[2] for name in city._questions if name.startswith("rincian/")]


def test_what_counts_against_a_number_adds_up_to_it(city, numbers):
    told = declared(city)
    for row in numbers:
        if row["kode"] not in told or row["satuan"] in SHARES or row["nilai"] is None:
            continue
        against = sum(one["jumlah"] for one in things(city, row["kode"]) if one["memberatkan"])
        assert against == row["nilai"], row["kode"]


def test_a_share_counts_for_what_does_not_count_against_it(city, numbers):
    [ready] = [row for row in numbers if row["kode"] == "barang_siap_persen"]
    weighed = Counter()
    for one in things(city, "barang_siap_persen"):
        weighed[one["memberatkan"]] += one["jumlah"]
    assert 100 * weighed[False] / (weighed[False] + weighed[True]) == pytest.approx(ready["nilai"])
    [fkdm] = [row for row in numbers if row["kode"] == "kelurahan_tanpa_fkdm_persen"]
    found = [one for one in things(city, "kelurahan_tanpa_fkdm_persen") if one["memberatkan"] is not None]
    assert 100 * sum(one["memberatkan"] for one in found) / len(found) == pytest.approx(fkdm["nilai"])


def test_each_is_of_a_number_that_there_is_and_says_what_and_why(city, numbers):
    codes = {row["kode"] for row in numbers}
    assert declared(city) and set(declared(city)) <= codes
    for code in declared(city):
        for one in things(city, code):
            assert one["hal"] and one["keterangan"] and one["jumlah"] > 0, (code, one)


def test_restricted_incidents_are_counted_and_not_named(city):
    hidden = {row["id_kejadian"] for row in city.rows("lembar/kejadian") if row["terbatas"]}
    assert hidden
    for code in ("kejadian_14_hari", "kejadian_tinggi_terbuka"):
        assert not hidden & {one["hal"] for one in things(city, code)}


def test_the_rows_of_every_number_add_up(city, numbers):
    """Rows that are counted and rows that are not: the first of each tab are written out, the rest are counted."""
    found = city.rows("angka/baris")
    for row in numbers:
        of = {(one["instansi"], one["tab"], one["terhitung"], one["dipakai"]): one["sekeadaan"]
              for one in found if one["kode"] == row["kode"]}  # fmt: skip
        counted = sum(rows for (_, _, counts, _), rows in of.items() if counts)
        assert (counted, sum(of.values()) - counted) == (row["terhitung"], row["dikecualikan"]), row["kode"]
        written = Counter((one["instansi"], one["tab"], one["terhitung"], one["dipakai"]) for one in found
                          if one["kode"] == row["kode"])  # fmt: skip
        assert all(rows <= 5 for rows in written.values())


# --- drawn ---

NUMBER = {"nilai": 7, "satuan": "jenis", "status": "kuning"}


def thing(name, against=True, count=1):
    return {"hal": name, "keterangan": "kurang", "memberatkan": against, "jumlah": count}


def test_the_first_that_count_against_it_are_named_and_all_others_counted():
    found = [
        *(thing(f"B{place}") for place in range(6)),
        thing("Terbatas", count=2),
        thing("C", False),
        thing("D", None),
    ]
    said = one_number.weighed(found, NUMBER)
    assert said.count("<li>") == 5 and "B4" in said and "B5" not in said and "8 dari 10" in said
    assert "3 lagi memberatkan, 1 tidak memberatkan, dan 1 belum diketahui." in said


def test_a_number_that_is_none_has_nothing_for_or_against_it():
    assert one_number.weighed([thing("A")], NUMBER | {"nilai": None}) == ""
    assert one_number.weighed([thing("A")], NUMBER | {"status": "belum_waktunya"}) == ""
    assert one_number.weighed([], NUMBER) == ""


def test_where_nothing_counts_against_it_that_is_said():
    said = one_number.weighed([thing("A", False)], NUMBER)
    assert "<li>" not in said and "0 dari 1" in said and "1 tidak memberatkan." in said
