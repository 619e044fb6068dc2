"""The table of grants that the ministry asks for: given BPKPD's sheets, expect every figure, and its file as it is opened."""

import csv
import datetime as dt
import functools
import io
import re

import openpyxl
import pypdf
import pytest

from handouts import rekap_hibah
from monev.handouts import catalogue, pdf
from monev.handouts.workbook import HEADER
from monev.settings import SAMPLES, Settings
from monev.snapshot import store
from monev.sync import sync
from monev.words import words
from tests.given import given, rows
from tests.handed import source
from tests.test_hibah import agreement, paid, sheets, waits


def amount(text):
    """A figure of the samples, by hand: "Rp 25.000.000.000,-", "750 jt", "-", "nihil"."""
    if text.strip() in ("-", "nihil", ""):
        return 0
    digits = int(re.sub(r"\D", "", text.split(",")[0]))
    return digits * 10**6 if text.endswith("jt") else digits


def day(text):
    """A date of the samples, by hand: 20/6/2024."""
    return dt.date(*(int(part) for part in reversed(text.split("/"))))


def typed(name, head, delimiter):
    """The rows of a sheet of BPKPD's samples below the header, up to the first that is none."""
    with (SAMPLES / "bpkpd" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter=delimiter))
    titles = next(line for line in lines if line[0] == head)
    body = lines[lines.index(titles) + 1 :]
    return [dict(zip(titles, line, strict=True)) for line in body if line[0] in ("KPU", "Bawaslu", "Polres", "Kodim")]


@pytest.fixture(scope="module")
def sampled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("contoh")
    name = sync.sync(Settings("folder", SAMPLES, folder, None))[-1].snapshot
    with store.Snapshot(folder, name, store.previous(folder, name)) as snapshot:
        yield snapshot


@pytest.mark.panjang
def test_every_figure_of_the_samples_is_what_their_csv_files_say(sampled):
    told = rows(sampled, "bahan/rekap_hibah")
    assert [row["nama"] for row in told] == ["KPU", "Bawaslu", "Polres", "Kodim", "Jumlah"]
    agreements, payments = typed("nphd", "Penerima", ","), typed("pencairan", "Penerima", ";")
    sums = [0, 0]
    for row, one in zip(told, agreements, strict=False):
        own = [line for line in payments if line["Penerima"] == one["Penerima"]]
        value = amount(one["Nilai NPHD (Rp)"]) + amount(one["Nilai Addendum (Rp)"])
        done = [line for line in own if line["Status"] == "cair" and day(line["Tanggal SP2D"]) <= dt.date(2024, 11, 4)]
        sum_paid = sum(amount(line["Nilai SP2D (Rp)"]) for line in done)
        assert (row["nama"], row["nomor_nphd"]) == (one["Penerima"], one["Nomor NPHD"])
        assert (row["nilai_rp"], row["dibayar_rp"], row["sisa_rp"]) == (value, sum_paid, value - sum_paid)
        assert row["persen_cair"] == pytest.approx(sum_paid * 100 / value)
        plans = [
            line["Tanggal Rencana Cair"] for line in own if line["Status"] != "cair" and line["Tanggal Rencana Cair"]
        ]
        assert row["rencana"] == (day(plans[-1]) if plans else None)
        assert [line.split(", ")[0] for line in row["bukti_cair"].split("\n")] == [line["Nomor SP2D"] for line in done]
        sums = [sums[0] + value, sums[1] + sum_paid]
    assert (told[-1]["nilai_rp"], told[-1]["dibayar_rp"], told[-1]["sisa_rp"]) == (*sums, sums[0] - sums[1])
    assert [row["keadaan"] for row in told[:4]] == [
        "100%", "40% sampai di bawah 100%", "100%", "40% sampai di bawah 100%",
    ]  # fmt: skip


OTHERS = ("bawaslu", "kodim")


@pytest.fixture(scope="module")
def table_of(tmp_path_factory):
    """A function that gives the table by receiver where KPU got all, and these others so much of what they signed; None
    is nothing signed."""

    @functools.cache
    def told(value, *others):
        agreements = [agreement("kpu")] + ([] if value is None else [agreement(who) for who in others])
        payments = [paid("kpu", 1000)] + ([paid(who, value) for who in others] if value else [])
        snapshot = given(tmp_path_factory.mktemp("rekap"), "2024-11-04", sheets(agreements, payments))
        return {row["nama"]: row for row in rows(snapshot, "bahan/rekap_hibah")}

    return told


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (None, "NPHD belum ditandatangani"),
        (0, "belum cair"),
        (399, "sebagian, di bawah 40%"),
        (400, "40% sampai di bawah 100%"),
        (999, "40% sampai di bawah 100%"),
        (1000, "100%"),
        (1100, "belum jelas seluruhnya"),  # while somebody is asked which of the two is right
    ],
)
@pytest.mark.parametrize("who", OTHERS)
def test_each_state_that_the_ministry_names(table_of, who, value, state):
    known = value is None or value <= 1000
    told = table_of(value, *(OTHERS if known else [who]))
    name = who.capitalize()
    assert told[name]["keadaan"] == state
    assert (told["Jumlah"]["keadaan"], told["Jumlah"]["sisa_rp"] is None) == (
        (None, False) if known else ("belum diketahui seluruhnya", True)
    )


def test_what_is_confirmed_above_the_agreement_is_told_as_more(tmp_path):
    typed_sheets = sheets([agreement("kodim")], [paid("kodim", 600), paid("kodim", 500, stage="tahap_2")])
    typed_sheets["bpkpd/pencairan"] = "\n".join(
        line + (" | keterangan" if place == 0 else " | sudah benar")
        for place, line in enumerate(typed_sheets["bpkpd/pencairan"].splitlines())
    )
    [row] = rows(given(tmp_path, "2024-11-04", typed_sheets), "bahan/rekap_hibah", nama="Kodim")
    assert (row["keadaan"], row["sisa_rp"], row["keterangan"]) == ("melebihi NPHD", -100_000_000, "lebih Rp100.000.000")


@pytest.mark.parametrize("missing", ["bpkpd/nphd", "bpkpd/pencairan"])
def test_a_tab_that_nobody_sent_is_not_a_grant_that_nobody_signed_or_paid(tmp_path, missing):
    typed_sheets = sheets([agreement("kpu")], [paid("kpu", 400)])
    del typed_sheets[missing]
    told = {row["nama"]: row for row in rows(given(tmp_path, "2024-11-04", typed_sheets), "bahan/rekap_hibah")}
    assert told["KPU"]["keadaan"] == "belum dilaporkan" and told["KPU"]["sisa_rp"] is None
    assert told["Jumlah"]["nilai_rp"] is None


def test_the_plan_and_the_delay_stand_beside_the_rest(tmp_path):
    agreements = [agreement("kpu", pola="sekaligus"), agreement("polres")]
    payments = [paid("kpu", 400), waits("kpu", 600, status="tertunda"), paid("polres", 400), waits("polres", 600, "10 Jan 2025")]  # fmt: skip
    told = {
        row["nama"]: row
        for row in rows(given(tmp_path, "2024-12-31", sheets(agreements, payments)), "bahan/rekap_hibah")
    }
    assert told["KPU"]["kata_rencana"] == "tertunda, belum ada tanggal"
    assert told["KPU"]["keterangan"] == "lewat 77 hari dari batas 15 Okt 2024; tertunda: Menunggu laporan"
    assert (told["KPU"]["pola"], told["Polres"]["pola"]) == ("sekaligus", "bertahap")
    assert (told["Polres"]["kata_rencana"], told["Polres"]["keterangan"]) == ("10 Jan 2025", None)


def test_the_file_holds_the_same_figures_as_numbers_and_says_of_when_they_are(sampled):
    made = source(sampled, recorded=[])
    ws = openpyxl.load_workbook(io.BytesIO(rekap_hibah.write(made, lambda *_: None))).active
    assert ws.title == "Rekap hibah"
    assert ws.cell(3, 1).value == made.ground() and "Senin, 4 November 2024, dibaca " in made.ground()
    assert re.search(r"\d\d\.\d\d", made.ground())
    heads = [cell.value for cell in ws[HEADER]]
    assert heads == [heading for _, heading, _ in rekap_hibah.TABLE.columns]
    for line, row in enumerate(made.ask("bahan/rekap_hibah"), start=HEADER + 1):
        for place, (key, _, kind) in enumerate(rekap_hibah.TABLE.columns, start=1):
            if kind in ("rp", "persen"):
                assert ws.cell(line, place).value == row[key]
    assert ws.max_row == HEADER + 5


def test_on_paper_it_holds_the_same_figures_and_documents_on_one_page_to_be_signed(sampled):
    made = source(sampled, recorded=[])
    paper = rekap_hibah.compose(made, lambda *_: None)
    read = pypdf.PdfReader(io.BytesIO(pdf.write(paper, made)))
    [page] = read.pages
    told = " ".join(page.extract_text().split())
    for row in made.ask("bahan/rekap_hibah"):
        for amount_rp in (row["nilai_rp"], row["dibayar_rp"], row["sisa_rp"]):
            assert words.number(amount_rp) in told
        for line in (row["bukti_cair"] or "").split("\n"):
            assert line.partition(",")[0] in told.replace(" ", "") or line.partition(",")[0] in told
    assert "bukan dasar keputusan" in told and "tertunda, belum ada tanggal" in told
    assert [field for field in read.get_fields().values() if field["/FT"] == "/Sig"]


def test_it_is_offered_in_both_forms():
    [one] = [one for one in catalogue.offered() if one.code == "rekap-hibah"]
    assert [form.suffix for form in one.forms] == ["xlsx", "pdf"]
