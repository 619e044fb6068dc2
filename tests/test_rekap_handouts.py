"""What is taken home from the ministry's meeting over 545 invented regions: frozen, compared, decided on, as it is opened."""

import datetime as dt
import io
import json
import re
import shutil
import subprocess
import sys
from types import SimpleNamespace

import openpyxl
import pptx
import pypdf
import pytest

from monev.handouts.workbook import HEADER
from monev.settings import HOME
from tests import ministry, nation as nations, office
from tests.conftest import monev, surroundings
from tests.test_browser_rekap import CITY
from tests.topic_told import READ

pytestmark = pytest.mark.panjang

MET = "2024-11-04"
BODY = HEADER + 1
GRANTS = ("kpu", "bawaslu", "kodim", "polres")
FILES = {
    "paparan.pptx", "notula.docx", "notula.pdf", "nota-dinas.docx", "nota-dinas.pdf", "rekap-daerah.xlsx",
    "rekap-hibah.xlsx", "rekap-hibah.pdf", "tabel.xlsx",
}  # fmt: skip


@pytest.fixture(scope="module")
def handed(nation, tmp_path_factory):
    """All hand-outs of the frozen second meeting: their bytes by name, and what was asked."""
    folder = tmp_path_factory.mktemp("bahan")
    shutil.copytree(nation.potret, folder / "potret")
    settings = nation.settings | {"POTRET": folder / "potret", "TANGGAL": MET}
    done = monev("pin", "--jam", "09.00", **settings)
    assert done.returncode == 0, done.stderr
    (made := folder / "berkas").mkdir()
    run = [sys.executable, "-m", "tests.ministry_handed", MET, made]
    done = subprocess.run(run, cwd=HOME, capture_output=True, text=True, timeout=300, env=surroundings(**settings))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return SimpleNamespace(**found, made={path.name: path.read_bytes() for path in made.iterdir()}, settings=settings,
                           potret=folder / "potret")  # fmt: skip


@pytest.fixture(scope="module")
def regions(handed):
    """The sheet of all regions, as it is opened, and its rows by heading."""
    sheet = openpyxl.load_workbook(io.BytesIO(handed.made["rekap-daerah.xlsx"]))["Daerah"]
    return sheet, rows_of(sheet)


def rows_of(sheet):
    titles = [cell.value for cell in sheet[HEADER]]
    return [dict(zip(titles, line, strict=True)) for line in sheet.iter_rows(min_row=BODY, values_only=True)]


def texts(handed, name):
    return "\n".join(READ[name.rpartition(".")[2]](handed.made[name]))


def test_every_hand_out_that_is_offered_is_made_within_reach_of_a_meeting(handed):
    assert set(handed.made) == FILES and handed.wrong == []
    assert all(name.startswith(f"{file.split('.')[0]}-{MET}-") for file, name in handed.names.items())
    assert all("-simulasi." in name for name in handed.names.values())
    assert max(handed.took.values()) < 20, "seconds of one processor"


@pytest.mark.parametrize("name", sorted(FILES))
def test_each_says_that_it_is_simulated_and_frozen_and_nothing_of_a_city(handed, name):
    said = texts(handed, name)
    assert re.search("data simulasi", said, re.I) and "dibekukan" in said
    # The unit in which regions count some of their own numbers stands alone in its cell.
    assert CITY.findall(re.sub("^kelurahan$", "", said, flags=re.M)) == []
    assert "None" not in said and "nan" not in said.split() and "NaT" not in said


# --- all regions ---


def test_every_region_has_one_row_in_the_order_of_the_codes(regions):
    _, rows = regions
    codes = [row["Kode"] for row in rows]
    assert len(rows) == nations.REGIONS and codes == sorted(codes) and len(set(codes)) == len(codes)


def test_it_opens_with_a_filter_and_with_its_head_and_its_names_in_view(regions):
    sheet, _ = regions
    assert sheet.auto_filter.ref.startswith(f"A{HEADER}:") and sheet.auto_filter.ref.endswith(str(HEADER + 545))
    assert sheet.freeze_panes == f"C{BODY}" and sheet.print_title_cols == "$A:$B"
    assert sheet.print_title_rows == f"${HEADER}:${HEADER}"
    for column in sheet.iter_cols(min_row=HEADER):
        wide = sheet.column_dimensions[column[0].column_letter].width
        assert 8 <= wide <= 52, column[0].value
        longest = max((len(f"{cell.value:,}") for cell in column if isinstance(cell.value, int)), default=0)
        assert wide >= longest + 2, "Excel shows #### else"


def test_numbers_are_numbers_dates_are_dates_and_links_lead_to_the_dashboards(handed, regions):
    sheet, rows = regions
    reported = [row for row in rows if row["Laporan"] == "melapor"]
    assert len(reported) == sum(one["lapor"] == "melapor" for one in handed.asked["bahan/daerah"]) > 400
    for row in reported:
        assert isinstance(row["Diterima (jam kementerian)"], dt.datetime)
        assert isinstance(row["Rapat daerah"], dt.datetime) and isinstance(row["Janji belum selesai"], int)
        assert row["Terhadap batas"] in ("tepat waktu", "terlambat")
        for name in ("KPU", "Bawaslu", "TNI", "Polri"):
            signed = row[f"{name}: keadaan"] != "NPHD belum ditandatangani"
            kinds = {type(row[f"{name}: {what}"]) for what in ("nilai NPHD", "sudah cair", "sisa")}
            assert kinds == ({int} if signed else {type(None)})
            assert isinstance(row[f"{name}: rencana cair"], dt.datetime | None)
    column = next(cell.column for cell in sheet[HEADER] if cell.value == "Dasbor daerah")
    linked = [sheet.cell(line, column).hyperlink for line in range(BODY, sheet.max_row + 1)]
    assert sum(one is not None and one.target.startswith("https://dasbor-") for one in linked) == len(reported)


def test_of_a_region_that_did_not_report_nothing_is_known_and_nothing_is_zero(regions):
    _, rows = regions
    silent = [row for row in rows if row["Laporan"] != "melapor"]
    assert {row["Laporan"] for row in silent} == {"belum melapor", "kiriman belum dihitung"}
    for row in silent:
        known = {
            title: value for title, value in row.items() if value not in (None, "Belum dilaporkan", "belum melapor")
        }
        assert set(known) <= {"Kode", "Daerah", "Provinsi", "Laporan"}, known


def test_its_sums_are_those_of_the_pages(handed, regions):
    _, rows = regions
    for one, name in zip(handed.asked["hibah/penerima"][:4], ("KPU", "Bawaslu", "TNI", "Polri"), strict=True):
        assert one["nama"] == name
        both = [row for row in rows if None not in (row[f"{name}: nilai NPHD"], row[f"{name}: sudah cair"])]
        assert sum(row[f"{name}: nilai NPHD"] for row in both) == one["nilai_rp"]
        assert sum(row[f"{name}: sudah cair"] for row in both) == one["dibayar_rp"]
        assert sum(row[f"{name}: keadaan"] == "100%" for row in rows) == one["penuh"]
    for cell in (one for one in handed.asked["rekap/panas"] if one["provinsi"] is None):
        title = f"{cell['nomor']} {cell['judul_pendek']}"
        assert sum(row[title] == "Kritis" for row in rows) == cell["merah"]
        assert sum(row[title] == "Perlu perhatian" for row in rows) == cell["kuning"]
        assert sum(row[title] in ("Siap", "Aman") for row in rows) == cell["hijau"]
        assert sum(row[title] == "Belum dilaporkan" for row in rows) == cell["belum"]


def test_all_numbers_what_was_refused_and_the_money_stand_behind_it(handed):
    book = openpyxl.load_workbook(io.BytesIO(handed.made["rekap-daerah.xlsx"]), read_only=False)
    assert book.sheetnames == ["Daerah", "Angka", "Kiriman ditolak", "Hibah"]
    numbers = rows_of(book["Angka"])
    assert len(numbers) == len(handed.asked["rekap/angka_daerah"]) > 15_000
    asked = handed.asked["rekap/angka_daerah"]
    assert [row["Nilai"] for row in numbers] == [pytest.approx(one["nilai"]) for one in asked]
    refused = [row["Apa yang ada"] for row in rows_of(book["Kiriman ditolak"])]
    assert refused == [one["alasan"] for one in handed.asked["pelaporan/ditolak"]] and len(refused) >= 5
    assert [row["Nilai NPHD"] for row in rows_of(book["Hibah"])] == [
        one["nilai_rp"] for one in handed.asked["bahan/hibah_nasional"]
    ]


# --- the money ---


def test_the_table_of_grants_adds_up_in_both_of_its_files(handed):
    book = openpyxl.load_workbook(io.BytesIO(handed.made["rekap-hibah.xlsx"]))
    assert book.sheetnames == ["Hibah", "Rencana cair", "Tiap provinsi"]
    *rows, whole = rows_of(book["Hibah"])
    assert [row["Penerima"] for row in rows] == ["KPU", "Bawaslu", "TNI", "Polri"] and whole["Penerima"] == "Jumlah"
    counts = ("NPHD belum ditandatangani", "di bawah 40%", "40% sampai di bawah 100%", "100%", "belum jelas",
              "belum melapor")  # fmt: skip
    assert all(sum(row[one] for one in counts) == nations.REGIONS for row in rows)
    assert all(whole[one] is None for one in counts), "one region stands with every receiver"
    for what in ("Nilai NPHD", "Sudah cair", "Sisa"):
        assert sum(row[what] for row in rows) == whole[what]
        *provinces, last = rows_of(book["Tiap provinsi"])
        assert len(provinces) == 38 and sum(row[what] for row in provinces) == last[what] == whole[what]
    printed = texts(handed, "rekap-hibah.pdf").replace("\n", " ")
    for row in (*rows, whole):
        assert f"{row['Nilai NPHD']:,}".replace(",", ".") in printed and row["Penerima"] in printed
    assert "KEMENTERIAN CONTOH" in printed and "Yang menyusun" in printed


# --- as pages ---


@pytest.mark.parametrize("name", ["rekap-hibah.pdf", "notula.pdf", "nota-dinas.pdf"])
def test_what_is_printed_lies_within_its_pages(handed, tmp_path, name):
    leaves = office.printed(handed.made[name], tmp_path)
    assert [leaf.outside(20) for leaf in leaves] == [[]] * len(leaves)
    assert len(leaves) == {"rekap-hibah.pdf": 2, "nota-dinas.pdf": 1}.get(name, len(leaves)) <= 12


@pytest.mark.parametrize("name", ["paparan.pptx", "notula.docx", "nota-dinas.docx"])
def test_what_is_written_lies_within_its_pages_in_an_office_program(handed, tmp_path, name):
    leaves = office.pages(handed.made[name], name.rpartition(".")[2], tmp_path)
    assert [leaf.outside(10) for leaf in leaves] == [[]] * len(leaves)


def test_every_point_has_its_slide_with_a_picture_and_what_is_to_be_decided(handed):
    deck = pptx.Presentation(io.BytesIO(handed.made["paparan.pptx"]))
    said = ["\n".join(_texts(slide)) for slide in deck.slides]
    for point in handed.asked["bersama/status_agenda"]:
        [slide] = [
            one for one in said if f"{point['nomor']} {point['judul']}" in one and "Yang perlu diputuskan" in one
        ]
        assert "belum dapat dibuat" not in slide
        picture = {"hibah": "Jumlah daerah menurut pencairan", "pelaporan": "Yang belum melapor menurut provinsi"}
        assert picture.get(point["halaman"], "Daerah kritis di tiap provinsi") in slide
    assert any("21 Okt" in one for one in said), "compared with the meeting before"
    assert "antarlembaga" not in "\n".join(said), "nothing is held against each other here"
    assert any("Mendampingi provinsi dengan daerah kritis terbanyak" in one for one in said), "what was decided"


def _texts(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_minutes_hold_every_point_with_its_numbers_then_and_now_and_what_was_decided(handed, suffix):
    said = " ".join(texts(handed, f"notula.{suffix}").split())
    for point in handed.asked["bersama/status_agenda"]:
        assert point["judul"] in said
    assert "21 Okt 2024" in said and "Menagih tanggal cair hibah" in said and f"TL-{MET}-01" in said
    assert "486 dari 545 daerah" in said and "dibuka pukul 09.00" in said and "antarlembaga" not in said


def test_the_minutes_are_a_pdf_with_fields_to_fill_in(handed):
    assert pypdf.PdfReader(io.BytesIO(handed.made["notula.pdf"])).get_fields()


# --- what else is given out of a meeting ---


def test_the_frozen_meeting_is_exported_with_every_table_that_was_sent(handed, tmp_path):
    done = monev("export", MET, tmp_path / "data", **handed.settings)
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "data").rglob("*.parquet")}
    assert any("angka" in name for name in names)
    assert ministry.PROJECT.name not in " ".join(names)
