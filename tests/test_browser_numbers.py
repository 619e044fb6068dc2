"""What stands on the screen is what `python -m monev ask` answers: numbers, decisions, maps, differences."""

import re

import pytest

from monev.words import words
from tests.screen import FIRST, POINTS, Screen, one_line

pytestmark = pytest.mark.panjang

every_point = pytest.mark.parametrize("page", POINTS)


@pytest.fixture(scope="module")
def shown(chromium, address):
    """What a page shows on a screen; one tab walks through all pages."""
    known = {}
    with Screen(chromium, 1280, 720) as tab:

        def find(page):
            if page not in known:
                known[page] = tab.open(address, page).read()
            return known[page]

        yield find


def plain(text):
    """A sentence as it looks when its bold parts are drawn."""
    return one_line((text or "").replace("**", ""))


def value(row, page):
    """What must stand as the value of an indicator."""
    if row["nilai"] is None or row["status"] == "belum_waktunya":
        return words.status_word(row["status"], page)
    return words.value_text(row["nilai"], row["satuan"])


@every_point
def test_every_headline_number_is_that_of_ask(shown, asked, page):
    wanted = {(row["indikator"], value(row, page), row["status"]) for row in asked(f"{page}/angka_pokok")}
    first = {(one["label"], one["value"], one["status"]) for one in shown(page)["numbers"]}
    rest = wanted - first
    assert first <= wanted
    # What does not fit into the first row stands in one line at the foot of the page.
    assert sorted((f"{name} {said}", status) for name, said, status in rest) == sorted(
        (one["said"], one["status"]) for one in shown(page)["others"]
    )


@every_point
def test_every_headline_number_says_what_it_rests_on(shown, asked, page):
    rows = {row["indikator"]: row for row in asked(f"{page}/angka_pokok")}
    for number in shown(page)["numbers"]:
        row = rows[number["label"]]
        if row["status"] == "belum_waktunya":
            reached = words.value_text(row["nilai"], row["satuan"]) if row["nilai"] is not None else ""
            assert reached in number["ground"]
        else:
            counted, all_rows = row["terhitung"], row["terhitung"] + row["dikecualikan"]
            rows_alone = f"{words.number(counted)} dari {words.number(all_rows)} baris terhitung"
            assert one_line(row["landasan"] or rows_alone) in number["ground"], number
            if row["landasan"]:
                assert bool(row["dikecualikan"]) == ("tanpa" in number["ground"]), number


@every_point
def test_badge_and_sentence_of_a_point_are_those_of_ask(shown, asked, page):
    [row] = [row for row in asked("bersama/status_agenda") if row["halaman"] == page]
    seen = shown(page)
    assert seen["badges"][0]["status"] == row["status"]
    assert seen["badges"][0]["said"] == words.status_word(row["status"], page)
    assert seen["sentences"][0]["said"] == plain(row["kalimat"])


@every_point
def test_the_decisions_are_those_of_ask_in_their_order(shown, asked, page):
    rows, lines = asked(f"{page}/perlu_diputuskan"), shown(page)["decisions"]
    assert [line["status"] for line in lines] == [row["status"] for row in rows] and rows
    for row, line in zip(rows, lines, strict=True):
        for part in ("uraian", "pemilik", "tenggat", "tempat"):
            assert plain(row[part]) in line["said"], (part, line["said"])


@pytest.mark.parametrize("page", ["risiko", "partisipasi", "stabilitas"])
def test_the_map_has_the_counts_and_levels_of_ask(shown, asked, page):
    def chip(row):
        return row.get("label") or (words.number(row["jumlah"]) if row["jumlah"] else "")

    wanted = {
        (row["petak_baris"], row["petak_kolom"]): (
            one_line(row["nama_petak"]).replace(" ", ""),
            one_line(chip(row)),
            "kosong" if row["tingkat"] is None else str(row["tingkat"]),
        )
        for row in asked(f"{page}/peta")
    }
    drawn = {
        (tile["row"], tile["column"]): (tile["name"].replace(" ", ""), tile["chip"], tile["level"])
        for tile in shown(page)["tiles"]
    }
    assert drawn == wanted and len(wanted) == 33


@every_point
def test_what_agencies_count_differently_is_that_of_ask(shown, asked, page):
    rows, seen = asked(f"{page}/rekonsiliasi"), shown(page)
    compared = [row for row in rows if not row["petunjuk"] and not row["berjalan"]]
    agreed = [
        row for row in compared if row["status"] == "hijau" or (row["status"] == "kuning" and row["selisih"] == 0)
    ]
    apart = [row for row in compared if row["status"] != "belum_waktunya" and row not in agreed]
    assert len(seen["apart"]) == len(apart)
    for row, line in zip(apart, seen["apart"], strict=True):
        for side in ("kiri", "kanan"):
            amount = row[f"nilai_{side}"]
            said = "belum diketahui" if amount is None else words.value_text(amount, row["satuan"])
            assert one_line(row[side]) in line and one_line(said) in line, line
        if row["selisih"] is not None:
            assert words.value_text(abs(row["selisih"]), row["satuan"]) in line
    folded = " ".join(seen["folded"])
    for row in compared:
        if row in agreed:
            assert f"{row['kunci']} {words.value_text(row['nilai_kiri'], row['satuan'])}" in folded
        if row["status"] == "belum_waktunya":
            assert one_line(row["kalimat"]) in folded
    hints = [row for row in rows if row["petunjuk"] and row["status"] != "hijau"]
    under_way = [row for row in rows if row["berjalan"] and row["status"] not in ("hijau", "belum_waktunya")]
    assert seen["hints"] == [plain(row["kalimat"]) for row in [*under_way, *hints]]


def test_the_three_counts_of_asn_cases_are_those_of_ask(shown, asked):
    rows, cells = asked("netralitas/tiga_angka"), shown("netralitas")["counts"]
    for row, cell in zip(rows, cells, strict=True):
        said = "belum dilaporkan" if row["nilai"] is None else words.value_text(row["nilai"], row["satuan"])
        assert cell.replace(" ", "").startswith(f"{row['pemilik']}{said}".replace(" ", "")), cell


def test_the_overview_has_the_statuses_and_sentences_of_ask(shown, asked):
    rows, lines = asked("bersama/status_agenda"), shown(FIRST)["agendas"]
    for row, line in zip(rows, lines, strict=True):
        assert line["status"] == row["status"] and sorted(line["marks"]) == sorted(row["tanda"])
        assert words.status_word(row["status"], row["halaman"]) in line["said"]
        assert row["judul"] in line["said"] and plain(row["kalimat"]) in line["said"]
    [said] = asked("ringkasan/kalimat")
    assert shown(FIRST)["sentences"][0]["said"] == plain(said["kalimat"])


def test_the_agencies_in_mutu_data_are_those_of_ask(shown, asked):
    table = shown("mutu_data")["tables"][0]
    cells = {row[0]: row[1:] for row in table}
    for row in asked("ringkasan/instansi"):
        line = cells[row["nama"]]
        assert f"{words.number(row['terhitung'])} dari {words.number(row['baris'])}" in line
        assert words.number(row["ditahan"]) in line and words.number(row["temuan"]) in line


def test_the_findings_of_the_chosen_agency_are_those_of_ask(shown, asked):
    lines = shown("mutu_data")["findings"]
    first = asked("ringkasan/instansi")[0]["instansi"]
    own = [row for row in asked("mutu_data/temuan") if row["instansi"] == first]
    assert len(lines) == len(own)
    for row in own:
        where = row["sel"] or row["judul_tab"]
        assert any(one_line(row["alasan"]) in line and where in line for line in lines), row


def test_choosing_another_agency_shows_its_findings_and_its_message(screen, address, asked):
    tab = screen().open(address, "mutu_data")
    tab.tab.get_by_role("radio", name="Bawaslu").click()
    tab.tab.wait_for_url(re.compile("instansi=bawaslu", re.IGNORECASE))
    tab.tab.get_by_text("Yth. rekan Bawaslu").first.wait_for()
    tab.settle()
    own = [row for row in asked("mutu_data/temuan") if row["instansi"] == "bawaslu"]
    seen = tab.read()
    assert len(seen["findings"]) == len(own) and "Yth. rekan Bawaslu" in seen["text"]
    # The choice lies in the address: the same page opened anew shows the same agency.
    again = screen().open(tab.tab.url, "").read()
    assert again["findings"] == seen["findings"]
