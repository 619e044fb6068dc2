"""What an operator or an agency might put into files and declarations to break the house: each is refused in one line, or
stays text."""

import csv
import datetime as dt
import io
import json
import math
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from xml.parsers import expat

import openpyxl
import pptx
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from pptx.util import Inches
from streamlit.testing.v1 import AppTest

from monev import settings
from monev.contract import geojson, logo_svg
from monev.contract.reference import ReferenceDataError
from monev.handouts import catalogue, slide_canvas, slide_charts, workbook
from monev.reading.layout import tab_titles
from monev.run.commands import main
from monev.settings import CONTRACTS, HOME, REFERENCE, Settings
from monev.sheets import SourceError, limits, read_folder
from monev.sheets.csv_insert import plain_text
from monev.snapshot import schema, store
from monev.sync import sync
from monev.words.safe_text import line
from tests import handed
from tests.absent import needs_proc
from tests.conftest import surroundings
from tests.screen import FILES, FIRST, PAGES

pytestmark = pytest.mark.panjang

#: Seconds and bytes within which a bad declaration is refused.
SECONDS, MEMORY = 10, 600_000_000
#: What a column, a tab or an agency may not be called: each would become a name in SQL.
NAMES = {
    "a quote": 'a"b',
    "another column": 'a" bigint, "b',
    "a statement": 'a" bigint); drop table sel; create table "b" ("c',
    "two lines": "a\nb",
    "a return": "a\rb",
    "a bell": "a\x07b",
    "colours of a terminal": "a\x1b[31mb",
    "blank": " ",
    "empty": "",
    "a path": "../../etc/passwd",
    "markup": "<script>",
    "turned": "a\u202eb",
    "wide letters": "ａｂ",
    "a hyphen": "a-b",
    "a semicolon": "a;b",
    "a digit first": "1a",
    "what parts agency and tab": "a__b",
    "capitals": "Sel",
    "very long": "k" * 61,
    "longer than a page": "k" * 100_000,
}
#: Those that no file can be called by, or that stand for none.
NO_FILE = ("a path", "longer than a page", "empty", "blank")
#: Texts that no header and no page can hold.
TEXTS = {
    "two lines": "a\nb",
    "a bell": "a\x07b",
    "turned": "a\u202eb",
    "no sign": "a\ufffeb",
    "line separator": "a\u2028b",
    "very long": "x" * 501,
    "longer than a page": "x" * 200_000,
}


@pytest.fixture
def declared(tmp_path, monkeypatch):
    """Copies of contracts/ and reference/ that the command line is made to use."""
    contracts = shutil.copytree(CONTRACTS, tmp_path / "contracts")
    reference = shutil.copytree(REFERENCE, tmp_path / "rujukan", ignore=lambda *_: [geojson.FILE, settings.LOGO])
    monkeypatch.setattr("monev.sync.declared.CONTRACTS", contracts)
    monkeypatch.setenv("MONEV_RUJUKAN", str(reference))
    return contracts, reference


def refused(capsys, file):
    """What `monev check` says: one line that names the file, without a word of the program's own, soon."""
    began = time.process_time()
    status = main.main(["check"])
    said = capsys.readouterr()
    assert status == 1 and not said.out, said.out
    told = said.err.removesuffix("\n")
    assert told.startswith(f"monev: {file}") and len(told.splitlines()) == 1 and len(told) < 600, told[:2_000]
    assert told == line(told) and not re.search(r"Error|Traceback|Exceeds|Potret", told), told
    assert time.process_time() - began < SECONDS
    return told


def typed(text):
    """A text as TOML writes it."""
    return json.dumps(text)


def column(name, title="Kolom Uji"):
    return f'{typed(name)} = {{ title = {typed(title)}, type = "bil", example = "1", meaning = "Uji." }}\n'


def tab(code, title="Tab Uji", more=""):
    head = f'\n[tabs.{typed(code)}]\ntitle = {typed(title)}\nmeaning = "Uji."\nkey = ["satu"]\n{more}'
    return f"{head}[tabs.{typed(code)}.columns]\n{column('satu', 'Satu')}"


def put_column(contracts, made):
    path, above = contracts / "kpu.toml", "[tabs.pemilih_tps.columns]\n"
    path.write_text(path.read_text("utf-8").replace(above, above + made), "utf-8")


def add(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


# --- contracts ---


@pytest.mark.parametrize("what, case", [(what, case) for what in ("column", "tab", "shared", "agency") for case in NAMES
                                        if what != "agency" or case not in NO_FILE])  # fmt: skip
def test_what_is_to_be_a_name_in_sql_and_is_none_is_refused(declared, capsys, what, case):
    contracts, _ = declared
    name, file = NAMES[case], "kpu.toml"
    if what == "column":
        put_column(contracts, column(name))
    elif what == "tab":
        add(contracts / "kpu.toml", tab(name))
    elif what == "shared":
        path, file = contracts / "bersama.toml", "bersama.toml"
        path.write_text(path.read_text("utf-8").replace("[columns]\n", f"[columns]\n{column(name)}"), "utf-8")
    else:
        file = f"{line(name)}.toml"
        (contracts / f"{name}.toml").write_text(f'name = "Uji"\norder = 9\n{tab("uji")}', "utf-8")
    assert "nama" in refused(capsys, f"contracts/{file}")


@pytest.mark.parametrize("name", ["baris", "kolom_rusak"])
def test_a_column_may_not_be_called_as_one_of_the_houses_own(declared, capsys, name):
    put_column(declared[0], column(name))
    assert "dipakai dasbor sendiri" in refused(capsys, "contracts/kpu.toml")


def test_a_name_that_is_a_word_of_sql_is_only_a_name(declared, capsys):
    for number, name in enumerate(["select", "order", "rowid", "table", "sel", "k" * 60]):
        put_column(declared[0], column(name, f"Kolom Uji {number}"))
        add(declared[0] / "kpu.toml", tab(name, f"Tab Uji {number}"))
    assert main.main(["check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("what", ["title", "tab", "choice", "alias", "name"])
def test_a_text_that_fits_on_no_line_is_refused(declared, capsys, what, case):
    contracts, _ = declared
    text, file = TEXTS[case], "kpu.toml"
    if what == "title":
        put_column(contracts, column("uji", text))
    elif what == "tab":
        add(contracts / file, tab("uji", text))
    elif what == "name":
        path = contracts / file
        path.write_text(re.sub(r"(?m)^name .*$", lambda _: f"name = {typed(text)}", path.read_text("utf-8")), "utf-8")
    else:
        file = "bersama.toml"
        made = typed(text) if what == "choice" else f'{{ label = "Label", alias = [{typed(text)}] }}'
        add(contracts / file, f"\n[options.uji]\nsatu = {made}\n")
    assert "satu baris" in refused(capsys, f"contracts/{file}")


WRONG = {
    "code with a statement": ("bersama.toml", "\n[options.uji]\n\"a'; drop table sel\" = \"Label\"\n"),
    "code of 1.000 signs": ("bersama.toml", f'\n[options.uji]\n{"k" * 1_000} = "Label"\n'),
    "no choices": ("bersama.toml", "\n[options.uji]\n"),
    "a list as tab": ("kpu.toml", "\n[[tabs.uji]]\ntitle = 'x'\n"),
    "a date as title": ("kpu.toml", tab("uji").replace('"Tab Uji"', "2024-11-04")),
    "no number as title": ("kpu.toml", tab("uji").replace('"Tab Uji"', "nan")),
    "a table as key": ("kpu.toml", tab("uji").replace('["satu"]', "[{}]")),
    "a key that is no column": ("kpu.toml", tab("uji").replace('["satu"]', '["sel; drop table sel"]')),
    "twice the same tab": ("kpu.toml", tab("uji") + tab("uji")),
    "twice the same title": ("kpu.toml", tab("uji") + tab("coba")),
    "an unknown key": ("kpu.toml", tab("uji", more='"\\u001b[31m\\n" = 1\n')),
    "like itself": ("kpu.toml", '\n[tabs.uji]\nlike = "kpu.uji"\ntitle = "T"\nmeaning = "M."\n'),
    "a bound of 400 digits": ("kpu.toml", tab("uji").replace("type =", f'usual = "{"9" * 499}..1", type =')),
    "a condition of 499 digits": ("kpu.toml", tab("uji").replace("type =", f'required_if = "satu > {"9" * 480}", type =')),
    "a pattern of 501 stars": ("kpu.toml", tab("uji", more=f'tabs = "{"*a" * 251}"\n')),
    "no TOML": ("kpu.toml", "\n]"),
    "zeros": ("kpu.toml", "\0" * 1_000),
    "more than a million bytes": ("kpu.toml", "#" * limits.DECLARED),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_contract_that_cannot_be_is_refused(declared, capsys, case):
    file, text = WRONG[case]
    add(declared[0] / file, text)
    refused(capsys, f"contracts/{file}")


@pytest.mark.parametrize("file, key", [("kpu.toml", "order"), ("bersama.toml", "example_year")])
@pytest.mark.parametrize("figure", ["-1", "99999", "9223372036854775808", "9" * 4_000])
def test_a_figure_of_a_contract_beyond_reason_is_refused(declared, capsys, file, key, figure):
    path = declared[0] / file
    path.write_text(re.sub(rf"(?m)^({key} *)=.*$", rf"\1= {figure}", path.read_text("utf-8")), "utf-8")
    assert key in refused(capsys, f"contracts/{file}")


# --- reference data ---

FACTS = [
    *[("tanggal_pemungutan", day) for day in ("0001-01-01", "9999-12-31", "1900-01-01", '"2024-11-27"')],
    *[("dpt_acuan", figure) for figure in ("-5", "0", "9" * 20, "9" * 4_000, "true", "nan")],
    *[("partisipasi_sebelumnya_tahun", figure) for figure in ("9" * 19, "0")],
    *[("target_partisipasi_persen", figure) for figure in ("nan", "inf", "-inf", "-1e308", "1e400", "101.0")],
    *[("nama", typed(text)) for text in (*TEXTS.values(), "", " ")],
    *[("zona_waktu", typed(text)) for text in ("../../etc/passwd", "x" * 100_000, "a\nb", "")],
    ("singkatan_zona", typed("a\nb")), ("jumlah_kelurahan", "9" * 4_000), ("kode_daerah", "[]"),
]  # fmt: skip


@pytest.mark.parametrize("key, value", FACTS, ids=lambda one: one[:12])
def test_facts_of_a_city_that_cannot_be_are_refused(declared, capsys, key, value):
    path = declared[1] / "daerah.toml"
    path.write_text(re.sub(rf"(?m)^{key} *=.*$", lambda _: f"{key} = {value}", path.read_text("utf-8")), "utf-8")
    assert key in refused(capsys, "rujukan/")


CELLS = [
    *[("wilayah.csv", "petak_kolom", figure) for figure in ("0", "101", "9" * 19, "9" * 5_000, "-1", "１", "²")],
    *[("wilayah.csv", "kelurahan", text) for text in TEXTS.values()],
    *[("wilayah.csv", "kode_kelurahan", text) for text in TEXTS.values()],
    *[("tps_kecamatan.csv", "tps_acuan", figure) for figure in ("9" * 19, "9" * 4_301)],
    *[("ambang.csv", "hijau", figure) for figure in ("9" * 400, "nan", "-inf", "1e5")],
    *[("ambang.csv", "dasar", text) for text in TEXTS.values()],
    *[("aturan.csv", "nilai", figure) for figure in ("9" * 400, "9" * 17, "nan")],
    *[("tahapan.csv", "mulai", day) for day in ("0001-01-01", "9999-12-31", "99999-01-01", "H+99999", "H+٣")],
    ("agenda.csv", "nomor", "9" * 19), ("agenda.csv", "judul_pendek", "a\nb"), ("acara.csv", "menit", "9" * 5_000),
    ("jenis_barang.csv", "per_tps_satu", "9" * 19),
    ("alias_wilayah.csv", "tingkat", "a\nb"), ("alias_wilayah.csv", "nama", "x" * 50_000),
]  # fmt: skip


@pytest.mark.parametrize("file, name, text", CELLS, ids=lambda one: ascii(one[:12]))
def test_a_cell_of_reference_data_that_cannot_be_is_refused(declared, capsys, file, name, text):
    path = declared[1] / file
    if file == "ambang.csv":  # which a city need not have
        path.write_text("kode,hijau,kuning,dasar\nkasus_aktif,,,\n", "utf-8")
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source))
    rows[-1][rows[0].index(name)] = text
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
    assert file in refused(capsys, "")


# --- outlines ---

with (REFERENCE / "wilayah.csv").open(encoding="utf-8", newline="") as table:
    CODES = [row["kode_kelurahan"] for row in csv.DictReader(table)]


def square(number):
    east, south = 106.9 + number % 7 * 0.01, -6.9 - number // 7 * 0.01
    return [[east, south], [east + 0.01, south], [east + 0.01, south + 0.01], [east, south]]


def outlines(**geometry):
    made = [
        {"type": "Feature", "properties": {"kode": code}, "geometry": {"type": "Polygon", "coordinates": [square(n)]}}
        for n, code in enumerate(CODES)
    ]
    made[0]["geometry"] |= geometry
    return json.dumps({"type": "FeatureCollection", "features": made})


def circle(points):
    turns = (2 * math.pi * number / points for number in range(points))
    return [[107 + 0.01 * math.cos(turn), -6.9 + 0.01 * math.sin(turn)] for turn in turns]


ONE = outlines()
OUTLINES = {
    "a figure of 4.000 digits": ONE.replace("106.9", "9" * 4_000, 1),
    "a figure of 5.000 digits": ONE.replace("106.9", "9" * 5_000, 1),
    "infinite": ONE.replace("106.9", "Infinity", 1),
    "beyond a double": ONE.replace("106.9", "1e400", 1),
    "no number": ONE.replace("106.9", "NaN", 1),
    "true": ONE.replace("106.9", "true", 1),
    "deeper than a stack": outlines(coordinates="@").replace('"@"', "[" * 100_000 + "]" * 100_000),
    "deep": outlines(coordinates="@").replace('"@"', "[" * 500 + "]" * 500),
    "kind is a list": outlines(type=["Polygon"]),
    "kind is a table": outlines(type={"Polygon": 1}),
    "rings are a table": outlines(coordinates={"0": [square(0)]}),
    "parts of nothing": outlines(type="MultiPolygon", coordinates=[[None]]),
    "an empty ring": outlines(coordinates=[[]]),
    "a ring that is a point many times over": outlines(coordinates=[[[107, -6.9]] * 50]),
    "a code of two lines": ONE.replace(CODES[0], "a\\nb\\u001b[31m\\u202e", 1),
    "a code of a million signs": ONE.replace(CODES[0], "x" * 1_000_000, 1),
    "a code that is half a sign": ONE.replace(CODES[0], "\\ud800", 1),
    "a code twice in one place": ONE.replace('"kode": ', f'"kode": "x", "kode": "{CODES[1]}", "kode": ', 1).replace(f'"{CODES[0]}"', '"y"', 1),
    "a code that is markup": ONE.replace(CODES[0], "<script>alert(1)</script>", 1),
    "features are a table": '{"type": "FeatureCollection", "features": {}}',
    "only a number": "1",
    "nothing": "",
    "zeros": "\0" * 1_000,
}  # fmt: skip


@pytest.mark.parametrize("case", OUTLINES)
def test_outlines_that_cannot_be_are_refused(declared, capsys, case):
    (declared[1] / geojson.FILE).write_text(OUTLINES[case], "utf-8")
    refused(capsys, "rujukan/kelurahan.geojson")


HUGE = {
    "too many points": lambda: outlines(coordinates=[circle(limits.POINTS + 1)]),
    "too many parts": lambda: outlines(type="MultiPolygon", coordinates=[[square(n)] for n in range(30_000)]),
    "a million points": lambda: outlines(coordinates=[circle(1_000_000)]),
    "millions of tables": lambda: '{"type": "FeatureCollection", "features": [' + ",".join(["{}"] * 3_200_000) + "]}",
    "millions of lists": lambda: '{"type": "FeatureCollection", "features": [' + ",".join(["[]"] * 3_200_000) + "]}",
    "millions of keys": lambda: "{" + ",".join(f'"{number}":1' for number in range(900_000)) + "}",
    "50 MB of blanks": lambda: ONE + " " * 50_000_000,
}


#: The most memory that the system counts for a child begins with that of whoever started it; this is the child's own.
CHECK_AND_TELL = """
import time
from monev.__main__ import main
status = main(["check"])
print(open("/proc/self/status").read())
print("CPU:", time.process_time())
raise SystemExit(status)
"""


@needs_proc
@pytest.mark.parametrize("case", HUGE)
def test_outlines_beyond_all_size_are_refused_soon_and_in_little_memory(declared, case):
    (declared[1] / geojson.FILE).write_text(HUGE[case](), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CHECK_AND_TELL], cwd=HOME, capture_output=True, text=True, encoding="utf-8",
        env=surroundings(RUJUKAN=declared[1]),
    )  # fmt: skip
    told, used = done.stderr, int(re.search(r"VmHWM:\s+(\d+) kB", done.stdout)[1]) * 1_024
    took = float(re.search(r"CPU: ([\d.]+)", done.stdout)[1])
    assert done.returncode == 1 and told.startswith("monev: rujukan/kelurahan.geojson"), told[-500:]
    assert len(told.splitlines()) == 1 and len(told) < 600
    assert took < SECONDS and used < MEMORY, (took, used)


def test_the_most_points_that_outlines_may_have_are_read_in_time(declared, capsys):
    content = outlines(coordinates=[circle(limits.POINTS - 4 * len(CODES))])
    (declared[1] / geojson.FILE).write_text(content, "utf-8")
    began = time.process_time()
    assert main.main(["check"]) == 0, capsys.readouterr().err
    assert time.process_time() - began < SECONDS


# --- the mark of the city ---

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
LOGOS = {
    "a script": SVG.format("<script>alert(1)</script>"),
    "a script by another name": SVG.replace("<svg", '<svg xmlns:x="http://www.w3.org/2000/svg"').format("<x:script/>"),
    "a script of the xhtml kind": SVG.format('<script xmlns="http://www.w3.org/1999/xhtml">1</script>'),
    "onload": SVG.replace("<svg", '<svg onload="alert(1)"').format(""),
    "ONLOAD": SVG.format('<g ONCLICK="alert(1)"/>'),
    "a page within": SVG.format('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
    "a link": SVG.format('<a xlink:href="https://bocor.example"><path d="M0 0"/></a>'),
    "a picture from elsewhere": SVG.format('<image href="https://bocor.example/x.png"/>'),
    "a picture of the host": SVG.format('<image xlink:href="file:///etc/passwd"/>'),
    "a picture of our own": SVG.format('<image href="/metrics"/>'),
    "a picture that is a drawing": SVG.format('<image href="data:image/svg+xml,x"/>'),
    "a script as address": SVG.format('<use href="javascript:alert(1)"/>'),
    "a shape from elsewhere": SVG.format('<use href="//bocor.example/x.svg#a"/>'),
    "a style from elsewhere": SVG.format("<style>@import 'https://bocor.example/x.css';</style>"),
    "a style in pieces": SVG.format("<style>@im&#112;ort 'x';</style>"),
    "a style behind strokes": SVG.format(r"<style>@\\69mport 'x';</style>"),
    "a font from elsewhere": SVG.format("<style>@font-face{src:url( 'https://bocor.example/x')}</style>"),
    "a filling from elsewhere": SVG.format('<path fill="url(https://bocor.example/x)"/>'),
    "a sheet beside": f'<?xml-stylesheet href="https://bocor.example/x.css"?>{SVG.format("")}',
    "laughs": '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + SVG.format("&b;"),
    "an entity from elsewhere": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("&a;"),
    "a definition from elsewhere": '<!DOCTYPE svg SYSTEM "https://bocor.example/x.dtd">' + SVG.format(""),
    "deep": SVG.format("<g>" * 10_000 + "</g>" * 10_000),
    "huge": SVG.format("<path/>" * 100_000),
    "cut": SVG.format("")[:-3],
    "no svg": "<html><script>alert(1)</script></html>",
    "no xml": "GIF89a",
    "zeros": "\0" * 100,
    "nothing": "",
    "other letters": f'<?xml version="1.0" encoding="tidak-ada"?>{SVG.format("")}',
}


@pytest.mark.parametrize("case", LOGOS)
def test_a_logo_that_is_more_than_a_picture_is_refused(declared, case):
    (declared[1] / "logo.svg").write_text(LOGOS[case], "utf-8")
    with pytest.raises(ReferenceDataError) as told:
        logo_svg.check(declared[1])
    said = str(told.value)
    assert said.startswith("rujukan/logo.svg: ") and len(said.splitlines()) == 1 and len(said) < 120


@pytest.mark.parametrize("kind", ["folder", "pipe", "link to a device", "link to nothing"])
def test_a_logo_that_is_no_file_is_refused_and_never_served(declared, kind):
    path = declared[1] / "logo.svg"
    made = {"folder": path.mkdir, "pipe": lambda: os.mkfifo(path), "link to a device": lambda: path.symlink_to("/dev/zero"),
            "link to nothing": lambda: path.symlink_to("tidak-ada")}  # fmt: skip
    made[kind]()
    with pytest.raises(ReferenceDataError, match=r"rujukan/logo\.svg"):
        logo_svg.check(declared[1])
    assert settings.logo() is None


def test_a_logo_that_is_too_large_is_not_served(declared):
    (declared[1] / "logo.svg").write_bytes(b" " * (limits.LOGO + 1))
    assert settings.logo() is None


@pytest.mark.parametrize(
    "path", [HOME / "reference" / "logo.svg", HOME / "tests" / "kota_lain" / "reference" / "logo.svg"]
)
def test_a_logo_as_one_draws_it_is_accepted(declared, path):
    shutil.copyfile(path, declared[1] / "logo.svg")
    logo_svg.check(declared[1])
    assert settings.logo() == declared[1] / "logo.svg"


def test_the_check_looks_at_the_logo_too(declared, capsys):
    (declared[1] / "logo.svg").write_text(LOGOS["a script"], "utf-8")
    assert "<script>" in refused(capsys, "rujukan/logo.svg")


# --- words of an operator ---

MARK = "<img src=x onerror=bocor>\"'>"
#: Texts of reference data that anybody may word as he likes; all of them are shown somewhere.
WORDED = {
    "agenda.csv": ("judul", "judul_pendek"), "ambang.csv": ("dasar",), "aturan.csv": ("arti", "dasar"),
    "tahapan.csv": ("nama", "dasar"), "jenis_barang.csv": ("dasar",), "bentuk_pelanggaran.csv": ("uraian", "dasar"),
    "indikator_tps_rawan.csv": ("variabel", "indikator", "dasar"), "wilayah.csv": ("nama_petak",),
}  # fmt: skip


@pytest.fixture(scope="module")
def worded(tmp_path_factory):
    """The samples in a city whose every free word is followed by markup: where its reference data and snapshots lie."""
    reference = shutil.copytree(REFERENCE, tmp_path_factory.mktemp("kata") / "rujukan")
    (reference / "ambang.csv").write_text("kode,hijau,kuning,dasar\nkasus_aktif,,,Usulan\n", "utf-8")
    for file, names in WORDED.items():
        with (reference / file).open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        for row in rows:
            row |= {name: row[name] + MARK for name in names}
        with (reference / file).open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    facts = reference / "daerah.toml"
    told = re.sub(
        r'(?m)^((?:nama|provinsi|dasar_acuan) *= "[^"]*)', r"\1<img src=x onerror=bocor>", facts.read_text("utf-8")
    )
    facts.write_text(told, "utf-8")
    contracts = shutil.copytree(CONTRACTS, reference.parent / "contracts")
    for path in contracts.glob("*.toml"):
        told = re.sub(r'(meaning *= "|(?m:^)name *= "\w+)', r"\1<img src=x onerror=bocor>", path.read_text("utf-8"))
        path.write_text(told, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("monev.sync.declared.CONTRACTS", contracts)
        patch.setenv("MONEV_RUJUKAN", str(reference))
        patch.setenv("MONEV_POTRET", str(reference.parent / "potret"))
        assert not any(result.failed for result in sync.sync(settings.load()))
    return reference, reference.parent / "potret"


@pytest.mark.parametrize("page", PAGES)
def test_markup_in_the_words_of_a_city_stays_text_on_every_page(worded, monkeypatch, page):
    reference, potret = worded
    monkeypatch.setenv("MONEV_RUJUKAN", str(reference))
    monkeypatch.setenv("MONEV_POTRET", str(potret))
    app = AppTest.from_file(str(HOME / "app.py"), default_timeout=60).run()
    app = app if page == FIRST else app.switch_page(FILES[page]).run()
    assert not app.exception and not app.error
    drawn = " ".join(str(block.value) for kind in ("html", "markdown") for block in app.get(kind))
    assert "onerror=bocor" in drawn and "<img src=x" not in drawn


def test_markup_in_the_words_of_a_city_stays_text_in_every_file(worded):
    _, potret = worded
    name = store.latest(potret)
    with store.Snapshot(potret, name, store.previous(potret, name), schema.today()) as snapshot:
        source = handed.source(snapshot)
        files = {one.code: one.write(source, lambda *_: None) for one in catalogue.offered()}
    for code, content in files.items():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(part).decode() for part in archive.namelist() if part.endswith((".xml", ".rels"))]
        for part in parts:
            expat.ParserCreate().Parse(part, True)
            assert "<img" not in part, code
        assert any("onerror=bocor" in part for part in parts), code


# --- what else lies in a workbook ---

HOST = "bocor.example"
LINES = [
    ["tahap_pencairan", "tanggal_masuk", "nilai_diterima", "belanja_kumulatif", "tanggal_data", "keterangan"],
    ["tahap_1", "5 Feb 2024", 10_000_000_000, 4_000_000_000, "4 November 2024", "a"],
    ["tahap_2", "6 Feb 2024", 5_000_000_000, 6_000_000_000, "4 November 2024", "b"],
]
BOTH = [10_000_000_000, 5_000_000_000]


def filtered(sheet):
    sheet.auto_filter.ref = "A1:F3"
    sheet.auto_filter.add_filter_column(0, ["tahap_1"])
    sheet.row_dimensions[3].hidden = True


def hidden_behind(sheet):
    sheet.parent.create_sheet("kosong")
    sheet.parent.active = 1
    sheet.sheet_state = "veryHidden"


def chosen(sheet):
    rule = DataValidation(type="list", formula1=f"'[https://{HOST}/x.xlsx]S'!$A$1:$A$9", allow_blank=False)
    rule.add("A2:F1048576")
    sheet.add_data_validation(rule)


def noted(sheet):
    for row in sheet.iter_rows():
        for cell in row:
            cell.comment = Comment("rahasia <script>alert(1)</script> =1+1", "x" * 200)


#: What an agency's workbook holds besides its cells; none of it may take a row from the count.
BESIDE = {
    "a hidden row": lambda sheet: setattr(sheet.row_dimensions[3], "hidden", True),
    "rows folded away": lambda sheet: sheet.row_dimensions.group(2, 3, hidden=True),
    "hidden by a filter": filtered,
    "a hidden column": lambda sheet: setattr(sheet.column_dimensions["C"], "hidden", True),
    "a hidden tab": hidden_behind,
    "a format that shows nothing": lambda sheet: setattr(sheet["C3"], "number_format", ";;;"),
    "a format that shows another number": lambda sheet: setattr(sheet["C3"], "number_format", '"Rp0"'),
    "notes": noted,
    "choices from elsewhere": chosen,
    "a link": lambda sheet: setattr(sheet["F3"], "hyperlink", f"https://{HOST}/a"),
    "a formula that asks elsewhere": lambda sheet: setattr(sheet["F3"], "value", f'=WEBSERVICE("https://{HOST}")'),
    "a formula of another book": lambda sheet: setattr(sheet["F3"], "value", f"='[https://{HOST}/x.xlsx]S'!A1"),
    "a formula that runs a program": lambda sheet: setattr(sheet["F3"], "value", "=cmd|'/C calc'!A0"),
    "merged remarks": lambda sheet: sheet.merge_cells("F2:F3"),
}


def read(folder, change, beside=()):
    """The figures that are counted of a workbook of kpu, and its row of what was seen."""
    book = openpyxl.Workbook()
    book.active.title = "hibah"
    for cells in LINES:
        book.active.append(cells)
    change(book.active)
    (folder / "lembar").mkdir()
    book.save(folder / "lembar" / "kpu.xlsx")
    with zipfile.ZipFile(folder / "lembar" / "kpu.xlsx", "a") as archive:
        for name, content in beside:
            archive.writestr(name, content)
    [result] = sync.sync(Settings("folder", folder / "lembar", folder / "potret", dt.date(2024, 11, 4)))
    kpu = next(one for one in result.agencies if one.agency == "kpu")
    assert kpu.trouble is None and kpu.seen == kpu.counted + kpu.held + kpu.layout
    with store.Snapshot(folder / "potret", result.snapshot) as snapshot:
        kept = " ".join(map(str, snapshot.select("from sel")["isi"]))
        assert "rahasia" not in kept
        return list(snapshot.select("from kpu__hibah order by baris")["nilai_diterima"])


@pytest.mark.parametrize("case", BESIDE)
def test_what_a_workbook_hides_is_counted_and_what_lies_beside_its_cells_is_nothing(tmp_path, case):
    assert read(tmp_path, BESIDE[case]) == BOTH


def test_macros_and_links_of_a_workbook_are_never_looked_at(tmp_path):
    parts = [("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 1_000), ("xl/externalLinks/externalLink1.xml", "<not closed"),
             ("xl/connections.xml", f'<connections url="https://{HOST}"/>'), ("xl/activeX/activeX1.bin", bytes(500)),
             ("customUI/customUI.xml", "<customUI onLoad='x'/>")]  # fmt: skip
    assert read(tmp_path, lambda _: None, parts) == BOTH


#: Titles in which every step of looking for a copy finds another.
TITLES = ["hibah" + " (1)" * 12_000, "hibah" + " copy" * 9_000, "Salinan dari " * 3_000 + "hibah", "x\n" * 200]


@pytest.mark.parametrize("title", TITLES, ids=lambda title: ascii(title[:14]))
def test_a_title_of_a_tab_beyond_all_length_is_told_at_once(tmp_path, title):
    book = openpyxl.Workbook()
    book.save(tmp_path / "mentah.xlsx")
    with zipfile.ZipFile(tmp_path / "mentah.xlsx") as old, zipfile.ZipFile(tmp_path / "kpu.xlsx", "w") as new:
        for name in old.namelist():
            said = title.replace("\n", "&#10;").encode()
            new.writestr(name, old.read(name).replace(b'name="Sheet"', b'name="' + said + b'"'))
    began = time.process_time()
    with pytest.raises(SourceError) as told:
        read_folder(tmp_path, "kpu")
    said = str(told.value)
    assert "judul lebih dari 255 huruf" in said and len(said.splitlines()) == 1 and len(said) < 200
    assert time.process_time() - began < 3


@pytest.mark.parametrize("title", [title[: limits.TITLE] for title in TITLES], ids=lambda title: ascii(title[:14]))
def test_a_title_of_the_most_length_is_looked_at_in_no_time(title):
    began = time.process_time()
    for _ in range(limits.TABS):
        tab_titles.copy_of(title, {"hibah": "Hibah"})
    assert time.process_time() - began < 3


# --- hand-outs ---

ALIVE = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)"]
DEAD = [
    "a=1",
    "1+1",
    "a\ud800b",
    "a\ufffeb\uffff",
    "a\x00b\x0b",
    "]]>",
    "<![CDATA[x]]>",
    "&lt;&#x41;&",
    "\u202eterbalik",
]
ODD = ["_x0041_", "_x000D__x0000_", "x" * 40_000, "\r\n\n", " " * 50, "\u2028\u2029\x85"]
ADDRESSES = [f"https://{HOST}", f"mailto:a@{HOST}", "internal:A1", "external:C:\\x.xlsx", "{=1+1}", f"ftp://{HOST}"]


@pytest.mark.parametrize("text", ALIVE)
def test_what_begins_as_a_formula_is_none_in_a_csv_file(text):
    assert plain_text(text) == f" {text}"


@pytest.mark.parametrize("text", [*ALIVE, *DEAD, *ODD, *ADDRESSES], ids=lambda text: ascii(text[:12]))
def test_a_text_in_the_workbook_is_that_text_and_marked_where_it_could_be_a_formula(text):
    book = openpyxl.Workbook()
    cell = workbook._put(book.active["A1"], text)
    assert cell.data_type == "s" and bool(cell.quotePrefix) is cell.value.startswith(tuple("=+-@\t\r＝＋－＠"))
    out = io.BytesIO()
    book.save(out)
    [[again]] = openpyxl.load_workbook(out).active.iter_rows()
    assert again.data_type in "sn" and not again.hyperlink
    if text.startswith("_x"):
        from openpyxl.utils.escape import unescape

        assert unescape(again.value) == text, "Excel shows what was typed"


@pytest.mark.parametrize("text", [*ALIVE, *DEAD, *ODD, *ADDRESSES], ids=lambda text: ascii(text[:12]))
def test_a_name_in_a_chart_is_neither_formula_nor_link_in_the_workbook_behind_it(text):
    deck = pptx.Presentation()
    page = slide_canvas.Canvas(deck, 5, "Uji", handed.COLOURS)
    box = slide_canvas.Box(20, 20, Inches(5).pt, Inches(3).pt)
    slide_charts.bars(page, box, [slide_charts.Bar(text, 1.0), slide_charts.Bar("biasa", 2.0)], 0, "0", "Nilai", "Uji.")
    out = io.BytesIO()
    deck.save(out)
    with zipfile.ZipFile(out) as archive:
        [behind] = [name for name in archive.namelist() if name.endswith(".xlsx")]
        with zipfile.ZipFile(io.BytesIO(archive.read(behind))) as inner:
            said = {name: inner.read(name).decode() for name in inner.namelist()}
    sheets = [part for name, part in said.items() if "worksheets" in name]
    assert sheets and not [part for part in sheets if re.search("<f[ >]|hyperlink", part)]
    pptx.Presentation(io.BytesIO(out.getvalue()))
