"""The minutes: opened again by its library and by LibreOffice, every number as the pages have it, and nothing cut off."""

import datetime as dt
import io
import itertools
import re
import zipfile
from dataclasses import replace

import docx
import pytest

from monev.handouts import catalogue
from monev.handouts.paper import BLANK
from monev.snapshot import store
from monev.words import clock, indicator, project, words
from monev.words.safe_text import REPLACED
from tests import office
from tests.given import given
from tests.handed import source
from tests.test_netralitas_angka import cases, follow_ups, pacts
from tests.test_stabilitas_angka import incidents, kejadian

pytestmark = pytest.mark.panjang

#: Points that stay free at the edge of a page.
EDGE = 28
LONG = "Tambah petugas lipat dan sortir surat suara di gudang, lalu laporkan setiap sore kepada sekretariat. " * 4
DECIDED = [
    {"id": "TL-2024-11-04-b", "dicatat": dt.datetime(2024, 11, 4, 9, 40), "agenda": "netralitas", "uraian": LONG.strip(),
     "penanggung_jawab": "bawaslu", "pemilik": "Bawaslu", "tenggat": dt.date(2024, 11, 8), "keadaan_kata": None, "ditarik": False},
    {"id": "TL-2024-11-04-a", "dicatat": dt.datetime(2024, 11, 4, 9, 20), "agenda": "logistik", "uraian": "Kirim formulir – “segera”",
     "penanggung_jawab": "kpu", "pemilik": "KPU", "tenggat": dt.date(2024, 11, 6), "keadaan_kata": "Belum", "ditarik": False},
]  # fmt: skip


@pytest.fixture(scope="module")
def shot(samples_shot):
    """The newest snapshot of the samples, compared with their frozen meeting."""
    name = store.latest(samples_shot)
    with store.Snapshot(samples_shot, name, store.previous(samples_shot, name)) as opened:
        yield opened


@pytest.fixture(scope="module")
def made(shot):
    told = []
    content = catalogue.MINUTES.write(source(shot, DECIDED), lambda share, what: told.append((share, what)))
    return content, told


@pytest.fixture(scope="module")
def opened(made):
    return docx.Document(io.BytesIO(made[0]))


@pytest.fixture(scope="module")
def leaves(made, tmp_path_factory):
    return office.pages(made[0], "docx", tmp_path_factory.mktemp("notula"))


def lists(document):
    """Its tables with a head: neither the letterhead nor pairs nor signatures."""
    return [table for table in document.tables if table.rows[0]._tr.xpath("w:trPr/w:tblHeader")]


def test_what_was_decided_in_this_meeting_is_no_promise_of_an_earlier_one(shot):
    """Also where its row has come back from the sheet meanwhile; one that only the sheet knows stays."""
    old = shot.rows("tindak_lanjut/daftar")
    back = {
        **old[0],
        "id": " tl-2024-11-04-A ",
        "uraian": "Kirim formulir – “segera”",
        "keadaan": "belum",
        "lewat": False,
    }
    typed = {**back, "id": "TL-2024-11-04-9", "uraian": "Diketik sendiri di lembar"}
    found = source(shot, DECIDED, tindak_lanjut__daftar=[*old, back, typed])
    assert [row["id"] for row in found.promised] == [*(row["id"] for row in old), "TL-2024-11-04-9"]
    opened = docx.Document(io.BytesIO(catalogue.MINUTES.write(found, lambda *_: None)))
    [shown] = tables(opened, "Janji")
    left = [row for row in [*old, typed] if row["keadaan"] not in ("selesai", "ditarik")]
    assert len(shown) == len(left) and not any("segera" in row[0] for row in shown)
    late = sum(row["lewat"] for row in left)
    said = f"{len(left)} janji rapat sebelumnya belum selesai; {late} lewat tenggat."
    assert said in [part.text for part in opened.paragraphs]
    done = [row for row in old if row["keadaan"] == "selesai"]
    nothing = catalogue.MINUTES.write(source(shot, DECIDED, tindak_lanjut__daftar=[*done, back]), lambda *_: None)
    paragraphs = [part.text for part in docx.Document(io.BytesIO(nothing)).paragraphs]
    assert "Tidak ada janji rapat sebelumnya yang belum selesai." in paragraphs


@pytest.mark.parametrize(("said", "expected"), [("daring dan", "daring dan …"), ("", "…")])
def test_the_place_is_what_the_project_says_and_room_to_write(shot, monkeypatch, said, expected):
    monkeypatch.setattr(project, "place", lambda: said)
    opened = docx.Document(io.BytesIO(catalogue.MINUTES.write(source(shot, []), lambda *_: None)))
    rows = [row for table in opened.tables for row in table.rows if row.cells[0].text.startswith("Tempat")]
    [place] = [row.cells[-1].text for row in rows]
    assert place == expected.replace("…", BLANK)


def last_line(leaf):
    """What stands lowest on a page, above its foot."""
    above = [word for word in leaf.words if word.bottom < leaf.height - 67]
    low = max(word.top for word in above)
    return office.same("".join(word.text for word in above if word.top > low - 4))


@pytest.mark.parametrize("more", [0, 5, 11, 17])
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(shot, tmp_path, more):
    told = source(shot, DECIDED)
    [lead] = told.ask("ringkasan/kalimat")
    longer = source(
        shot, DECIDED, ringkasan__kalimat=[{"kalimat": lead["kalimat"] + " Tetap dipantau setiap hari." * 3 * more}]
    )
    content = catalogue.MINUTES.write(longer, lambda *_: None)
    document = docx.Document(io.BytesIO(content))
    alone = {office.same(one.text) for one in document.paragraphs if one.style.name.startswith("Heading")}
    # Below the head of one to be written in there are empty rows, which stay with it.
    filled = [table for table in lists(document) if any(cell.text for row in table.rows[1:] for cell in row.cells)]
    alone |= {office.same("".join(cell.text for cell in table.rows[0].cells)) for table in filled}
    leaves = office.pages(content, "docx", tmp_path)
    assert not [last_line(leaf) for leaf in leaves if last_line(leaf) in alone]


def test_what_leads_to_a_table_stays_with_it_and_the_head_of_a_table_comes_again(opened):
    body = [one for one in opened.element.body if one.tag.endswith(("}p", "}tbl"))]
    by_element = {one._p: one for one in opened.paragraphs}
    for one, following in itertools.pairwise(body):
        if following.tag.endswith("}tbl") and one in by_element and by_element[one].text:
            lead = by_element[one]
            keeps = lead.paragraph_format.keep_with_next
            assert keeps or lead.style.paragraph_format.keep_with_next or lead.style.name == "Subtitle", lead.text
    pairs = [table for table in opened.tables if table.rows[0].cells[min(1, len(table.columns) - 1)].text == ":"]
    assert len(lists(opened)) + len(pairs) + 2 == len(opened.tables), "all but the letterhead and the signatures"


def said(document):
    """All paragraphs and cells, as the words between the blanks."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return office.same("".join(texts))


def tables(document, first):
    """The rows below the heading of the tables whose first heading this is."""
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [rows[1:] for rows in found if rows[0][0] == first]


def plain(text):
    return str(text).replace("**", "").replace("\N{NO-BREAK SPACE}", " ")


def test_every_agenda_point_stands_with_its_status_and_sentence(shot, opened):
    points = source(shot).agendas()
    headings = [line.text for line in opened.paragraphs if line.style.name == "Heading 1"]
    assert [line for line in headings if line[0].isdigit()] == [f"{row['nomor']}. {row['judul']}" for row in points]
    for row in points:
        word = words.status_word(row["status"], row["halaman"])
        assert office.same(plain(f"{word}. {row['kalimat']}")) in said(opened)


def test_every_number_is_the_one_on_the_page_with_what_it_was_before(shot, opened):
    told = source(shot)
    for point, shown in zip(told.agendas(), tables(opened, "Angka"), strict=True):
        expected = []
        for row in told.numbers(point["halaman"]):
            early, was_early = (row[key] == "belum_waktunya" for key in ("status", "dulu_status"))
            value = "–" if early else words.value_text(row["nilai"], row["satuan"])
            before = (
                "–" if was_early or row["dulu_nilai"] is None else words.value_text(row["dulu_nilai"], row["satuan"])
            )
            word, why = words.status_word(row["status"], point["halaman"]), indicator.reason(row)
            expected.append([row["indikator"], before, value, f"{word}: {why}" if why else word])
        assert [[plain(cell) for cell in row[:4]] for row in shown] == expected


def test_a_frozen_meeting_stands_with_its_title_and_its_time_and_one_without_title_leaves_room(shot, opened):
    frozen = {"rapat": "2024-11-04-2", "rapat_tanggal": dt.date(2024, 11, 4), "rapat_judul": "Rapat monev pekan ini",
              "rapat_mulai": dt.time(9)}  # fmt: skip
    meant = source(shot, DECIDED)
    held = docx.Document(
        io.BytesIO(catalogue.MINUTES.write(replace(meant, facts=meant.facts | frozen), lambda *_: None))
    )
    first, second = (facts_of(document) for document in (held, opened))
    assert first["Rapat"] == "Rapat monev pekan ini" and first["Waktu"].startswith(
        "dibuka pukul 09.00\N{NO-BREAK SPACE}WIB, ditutup pukul …"
    )
    assert set(second["Rapat"]) <= {".", "…"}
    assert "2024-11-04-2" not in said(held)


def facts_of(document):
    """The table at the head, as a dictionary."""
    return {row.cells[0].text: row.cells[-1].text for row in document.tables[1].rows}


def test_where_agencies_differ_and_what_is_to_be_decided_stand_as_on_the_page(shot, opened):
    told = source(shot)
    rows = [
        row
        for row in told.ask("bersama/rekonsiliasi")
        if not row["petunjuk"] and row["status"] not in ("hijau", "belum_waktunya")
    ]
    on_their_way = [row["kalimat"] for row in rows if row["berjalan"]]
    assert len(on_their_way) == 2 and all(office.same(one) in said(opened) for one in on_their_way)
    rows = [row for row in rows if not row["berjalan"]]
    assert rows
    shown = [[plain(cell) for cell in row] for table in tables(opened, "Yang dibandingkan") for row in table]
    assert [row[0] for row in shown] == [row["kunci"] for row in rows]
    for row, cells in zip(rows, shown, strict=True):
        for side, cell in (("kiri", cells[1]), ("kanan", cells[2])):
            assert cell == f"{row[side]}: {words.value_text(row[f'nilai_{side}'], row['satuan'])}"
        assert cells[3] == words.value_text(abs(row["selisih"]), row["satuan"])
    decisions = [[plain(cell) for cell in row] for table in tables(opened, "Hal") for row in table]
    assert decisions == [
        [
            plain(row["uraian"]),
            words.status_word(row["status"], row["halaman"]),
            row["pemilik"] or "–",
            row["tenggat"] or "–",
        ]
        for row in told.ask("bersama/perlu_diputuskan")
    ]


def test_decisions_stand_in_the_order_in_which_they_were_taken_with_owner_and_date(opened):
    [shown] = tables(opened, "Keputusan")
    taken = [[plain(cell) for cell in row] for row in shown if row[0]]
    assert taken == [
        ["Kirim formulir – “segera”\nTL-2024-11-04-a", "1 Logistik", "KPU", "6 Nov 2024"],
        [f"{LONG.strip()}\nTL-2024-11-04-b", "4 Netralitas", "Bawaslu", "8 Nov 2024"],
    ]
    assert len(shown) > len(taken), "there is room to write more"


def test_a_withdrawn_decision_is_none_but_is_told_in_one_line(shot):
    back = DECIDED[1] | {"ditarik": True, "diubah": dt.datetime(2024, 11, 4, 9, 31), "uraian": "Kirim formulir."}
    document = docx.Document(
        io.BytesIO(catalogue.MINUTES.write(source(shot, [DECIDED[0], back]), lambda share, what: None))
    )
    told = "Dicatat lalu ditarik dalam rapat: “Kirim formulir” (TL-2024-11-04-a, pukul 09.31)."
    assert office.same(told) in said(document)
    [shown] = tables(document, "Keputusan")
    assert [row[0].rpartition("\n")[2] for row in shown if row[0]] == ["TL-2024-11-04-b"]


def test_without_a_recorded_decision_that_is_said_and_there_is_room_to_write(shot):
    document = docx.Document(io.BytesIO(catalogue.MINUTES.write(source(shot, []), lambda share, what: None)))
    assert office.same("Belum ada keputusan yang dicatat di layar.") in said(document)
    [rows] = tables(document, "Keputusan")
    assert rows and not any(any(row) for row in rows)


def test_open_promises_stand_with_their_state_and_those_that_are_done_do_not(shot, opened):
    promised = source(shot).ask("tindak_lanjut/daftar")
    [shown] = tables(opened, "Janji")
    codes = [row[0].rpartition("\n")[2] for row in shown]
    assert codes == [row["id"] for row in promised if row["keadaan"] != "selesai"]
    assert 0 < len(codes) < len(promised)
    late = next(row for row in promised if row["lewat"])
    assert plain(shown[0][3]) == f"{late['keadaan_kata']}, lewat {late['lewat_hari']} hari"


def test_those_present_are_listed_by_agency_and_without_a_name(opened):
    [shown] = tables(opened, "No.")[-1:]
    assert {row[2] for row in shown} == {*project.agencies().values(), ""}
    assert not any(row[1] or row[3] or row[4] for row in shown)


def test_styles_language_and_what_is_said_about_the_file(shot, opened):
    assert {line.style.name for line in opened.paragraphs} >= {"Title", "Subtitle", "Heading 1", "Heading 2"}
    core, facts = opened.core_properties, source(shot).facts
    assert (core.title, core.language) == (project.record(), "id-ID")
    made = clock.aware(facts["dibuat"]).astimezone(dt.UTC).replace(microsecond=0)
    assert core.created.replace(tzinfo=dt.UTC) == made
    styles = opened.styles.element.xml
    assert 'w:lang w:val="id-ID"' in styles
    assert "python-docx" not in core.author + (core.comments or "")


def test_header_rows_come_again_and_no_row_breaks(opened):
    for table in opened.tables:
        heads = [row for row in table.rows if "w:tblHeader" in row._tr.xml]
        if heads:
            assert len(heads) == 1
            assert all("w:cantSplit" in row._tr.xml for row in table.rows)


def test_the_same_snapshot_gives_the_same_bytes(shot, made):
    assert catalogue.MINUTES.write(source(shot, DECIDED), lambda share, what: None) == made[0]
    assert catalogue.MINUTES.write(source(shot, []), lambda share, what: None) != made[0]
    with zipfile.ZipFile(io.BytesIO(made[0])) as archive:
        assert len({entry.date_time for entry in archive.infolist()}) == 1


def test_progress_only_grows_and_is_told_in_words(made):
    shares = [share for share, _ in made[1]]
    assert shares == sorted(shares) and shares[0] == 0 and 0.8 < shares[-1] < 1
    assert "Menulis agenda 1: Logistik" in [what for _, what in made[1]]


def test_nothing_is_cut_off_and_every_text_can_be_read_on_a_page(opened, leaves):
    assert not [word for leaf in leaves for word in leaf.outside(EDGE)]
    assert all(len(leaf.words) > 40 for leaf in leaves), "no page is empty but for its head and foot"
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    texts = {line for text in [*(line.text for line in opened.paragraphs), *cells] for line in text.splitlines()}
    assert not office.missing([text for text in texts if text.strip(". \t")], leaves)
    together = " ".join(leaf.text for leaf in leaves)
    for sign in ("–", "“segera”", "…"):
        assert sign in together


def test_every_page_says_which_numbers_these_are_and_its_own_number(shot, leaves):
    ground = office.same(source(shot).ground())
    for place, leaf in enumerate(leaves, start=1):
        whole = office.same(leaf.text)
        assert ground in whole and "DATASIMULASI" in whole
        assert f"Halaman{place}dari{len(leaves)}" in whole


def test_a_number_on_the_paper_is_one_that_the_data_has_or_the_frame_counts(leaves):
    """No page number, list number or date of the frame aside, every amount of rupiah was given by a query."""
    amounts = {hit for leaf in leaves for hit in re.findall(r"Rp[\d.,]*\d", leaf.text)}
    assert {"Rp15,0", "Rp14,8", "Rp0,2", "Rp4,14", "Rp2,76", "Rp6,9"} <= amounts


@pytest.fixture
def odd(tmp_path):
    """A first meeting, with little data and a cell as long as an incident's report."""
    deed = "Mediasi dua pihak; " + "patroli bersama " * 30
    sheets = cases("nihil") | follow_ups("nihil") | pacts("Dinas A | 10 | 9")
    with given(tmp_path, "2024-11-04", sheets | incidents(kejadian(level="tinggi", deed=deed))) as snapshot:
        yield snapshot


def test_a_first_meeting_has_no_column_of_before_and_says_what_is_not_reported(odd, tmp_path):
    content = catalogue.MINUTES.write(source(odd), lambda share, what: None)
    document = docx.Document(io.BytesIO(content))
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert ["Angka", "Kini", "Keadaan", "Dasar"] in heads
    assert "DATA SIMULASI" not in document.sections[0].header.paragraphs[0].text
    assert "belumdiketahui" in said(document) and "Belumdilaporkan." in said(document)
    leaves = office.pages(content, "docx", tmp_path / "halaman")
    assert not [word for leaf in leaves for word in leaf.outside(EDGE)]
    together = office.same("".join(leaf.text for leaf in leaves))
    assert "patrolibersama" * 30 in together


def test_a_sign_that_no_office_file_may_hold_is_seen_to_have_been_there(odd):
    [row] = source(odd).ask("bersama/perlu_diputuskan")[:1]
    told = source(odd, bersama__perlu_diputuskan=[row | {"uraian": "Dua\x07pihak\ufffe"}])
    document = docx.Document(io.BytesIO(catalogue.MINUTES.write(told, lambda share, what: None)))
    assert f"Dua{REPLACED}pihak{REPLACED}" in said(document)


def test_those_present_and_the_signatures_share_the_last_page(leaves):
    last = office.same(leaves[-1].text)
    assert "Daftarhadir" in last and "Pimpinanrapat,Notulis," in last


def test_room_for_the_discussion_stays_with_its_title(leaves):
    pages = [office.same(leaf.text) for leaf in leaves]
    assert sum(page.count("PembahasanOlehYangdisampaikan") for page in pages) == 5
    assert sum(page.count("Yangdisampaikan") for page in pages) == 5
