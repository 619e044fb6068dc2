"""The rules of the house, kept true: who may know whom, who may read what, and where each thing lives.

Each test names what breaks the rule.
"""

import ast
import csv
import itertools
import re
import subprocess
import sys

import pytest

from monev.contract import contracts, finding, reference
from monev.reading.reader import APART
from monev.regions import report
from monev.screen import navigation, sync_status
from monev.settings import CONTRACTS, ENGINE_PAGES, ENGINE_QUERIES, HOME, QUERIES, REFERENCE, SAMPLES, Settings
from monev.snapshot import comparison_sql, detail_sql, indicator_sql, outside_sql, queries, store
from monev.sync import sync
from monev.words import words

#: Every module by its dotted name below monev; a package goes by its own name ("store", "store.shelf").
MODULES = {
    ".".join(path.relative_to(HOME / "monev").with_suffix("").parts).removesuffix(".__init__"): path
    for path in (HOME / "monev").rglob("*.py")
    if path != HOME / "monev" / "__init__.py" and path.parent != ENGINE_PAGES
}
PAGES = {path.stem: path for folder in (ENGINE_PAGES, HOME / "pages") for path in folder.glob("*.py")}
#: What this topic adds to the hand-outs.
HANDOUTS = {path.stem: path for path in (HOME / "handouts").glob("*.py")}
QUESTIONS = queries.load()
INDICATORS = [question.declared.code for question in QUESTIONS.values() if question.kind is indicator_sql]
VIEWS = {question.view: question for question in QUESTIONS.values()}

#: Tables of a snapshot that are neither typed by an agency nor reference data.
ABOUT_ROWS = {"baris", "instansi", "meta", "tab"}
ABOUT_DATA = {
    "instansi",
    "kolom",
    "lembar",
    "meta",
    "pilihan",
    "rapat",
    "angka_rapat",
    "data_benar_rapat",
    "riwayat_temuan",
    "tab",
    "temuan",
    "letak",
}
#: Lie beside a snapshot and change while the snapshot does not; whoever reads them is asked anew each time.
BESIDE = {"sinkron", "kotak_keluar", "data_benar", "jadwal", "usulan"}
FRESH = {"bersama/gangguan", "bersama/sebab_gangguan", "tindak_lanjut/antre", "tindak_lanjut/dicatat",
         "tindak_lanjut/penutup", "bahan/menjawab", "bahan/pesan", "bersama/data_benar", "bersama/rapat_berikutnya",
         "bersama/usulan", "bersama/tenggat_kalender"}  # fmt: skip
#: Whom each folder of common tables may read, besides reference data: one way, along the way of the data.
MAY_READ = {
    "lama": (),
    "lembar": ("lembar",),
    "ukuran": ("lembar", "ukuran"),
    "rekonsiliasi": ("lembar", "ukuran", "rekonsiliasi"),
    "perubahan_lembar": ("perubahan_lembar",),
    "putusan": ("lembar", "ukuran"),
}
#: Folders that read the agencies' tabs themselves, and what no subject keeps.
READS_TABS = {"lembar", "perubahan_lembar"}
#: Bring together what the file of each indicator, comparison and page says.
GATHERED = {
    "ukuran/ukuran": ("ukuran_",), "ukuran/baris_di_luar_rumus": ("di_luar_",), "putusan/semua_putusan": ("putusan_",),
    "rekonsiliasi/pembandingan_semua": ("rekonsiliasi_",),
}  # fmt: skip
#: Knows what was seen of each promise on earlier days.
KNOWS_EARLIER_DAYS = {"lembar/janji_hilang", "lembar/tindak_lanjut"}
#: Look at cells as typed and at the contract: the comparison of two snapshots, cell by cell; and what to look
#: for where a promise is in no row that can be read.
LOOKS_AT_CELLS = {
    "perubahan_lembar/baris_lembar", "perubahan_lembar/kolom_lembar", "perubahan_lembar/perubahan_bentuk", "perubahan_lembar/baris_dua_saat",
    "perubahan_lembar/perubahan_sel", "perubahan_lembar/isi_terbuka", "lembar/kode_tertulis", "lembar/sebutan_tab", "lembar/isi_lembar",
}  # fmt: skip
#: Folders that look at the whole meeting, and so may read what the overview reads.
LOOKS_AT_ALL = {"bahan", "mutu_data", "perubahan"}
#: What is taken home quotes what one page says of itself, and what the meeting decided.
QUOTES = {"angka": {"baris", "sel"}, "bahan": {"netralitas_alur", "perubahan_daftar", "tindak_lanjut_dicatat"}}
#: Asked by nobody yet, with the reason.
NOT_ASKED_YET = {"putusan/putusan_biasa": "for a page without perlu_diputuskan.sql; ours all have one"}

MOST_LINES, MOST_LINES_OF_A_PAGE = 250, 70
NOT_OURS = {".git", ".venv", ".hypothesis", ".pytest_cache", ".ruff_cache", "__pycache__", "potret"}
TEXT = {
    ".conf",
    ".css",
    ".csv",
    ".example",
    ".js",
    ".md",
    ".py",
    ".service",
    ".sql",
    ".svg",
    ".toml",
    ".txt",
    ".yml",
    ".yaml",
    "",
}


def tree(path):
    return ast.parse(path.read_text("utf-8"))


def imports(path):
    """What a file imports: "duckdb", "monev.words.words"."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "monev":
            whole = {f"{node.module}.{name.name}" for name in node.names}
            found |= {name if name.removeprefix("monev.") in MODULES else node.module for name in whole}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


def own(path):
    return {name.removeprefix("monev.") for name in imports(path) if name.startswith("monev.")}


def texts(path):
    """Every text written out in a file, documentation aside."""
    parsed = tree(path)  # once: the ids below are those of its nodes only as long as it lives
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(parsed)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None
    }
    return [
        node.value
        for node in ast.walk(parsed)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


def committed():
    for path in HOME.rglob("*"):
        parts = path.relative_to(HOME).parts
        if path.is_file() and path.suffix in TEXT and not NOT_OURS & set(parts) and parts[-1] != "secrets.toml":
            yield path


def name_of(path):
    return path.relative_to(HOME).as_posix()


# --- who may know whom: most of it stands in pyproject.toml, for import-linter ---


def test_the_rules_of_who_may_know_whom_hold():
    """Those that no import can show are the tests below."""
    told = subprocess.run(
        [f"{sys.prefix}/bin/lint-imports", "--no-logo"], cwd=HOME, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout
    assert re.search(r"Contracts: [5-9] kept, 0 broken", told.stdout)


def test_every_room_says_what_it_is_for_and_what_it_must_never_do():
    faces = [path for path in MODULES.values() if path.name == "__init__.py" and len(path.relative_to(HOME).parts) == 3]
    assert len(faces) == 11
    assert not {name_of(path) for path in faces if not re.search(r"\b[Nn]ever\b", ast.get_docstring(tree(path)))}


def test_only_the_reading_decisions_findings_and_commands_ask_google():
    asks = {
        module
        for module in MODULES
        if any(name.startswith("sheets.google") for name in own(MODULES[module]) - {"sheets.google.formats"})
    }
    inside = {module for module in asks if module.startswith("sheets.google")}
    assert asks - inside == {
        "meeting.delivery", "meeting.to_google", "run.commands.doctor", "run.commands.doctor_told", "run.commands.tell",
        "run.commands.template_google", "run.commands.who", "sync.fetch", "sync.told.deliver", "sync.told.place",
        "sync.told.plan", "sync.told.tab", "sync.told.allowed", "sync.told.strangers", "sync.told.threads",
    }  # fmt: skip


def test_only_decisions_findings_and_the_command_line_change_anything_at_google():
    changing = {"template_google.change", "insert.insert", "comments.write", "own_tab.put", "try_comments.attempt"}
    calls = {
        module
        for module, path in MODULES.items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node).removeprefix("google.") in changing
    }
    assert calls - {"sheets.google.try_comments"} == {
        "run.commands.main", "run.commands.tell", "run.commands.doctor_told", "meeting.to_google", "sync.told.deliver",
    }  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_imports_only_what_it_draws_with(page):
    rooms = (
        "course",
        "detail",
        "changed_by",
        "meeting_control",
        "meeting_plan",
        "proposed_points",
        "region_sent",
        "vouching",
        "frame",
        "parts",
        "whatsapp",
        "downloads",
    )
    allowed = {
        "streamlit", "__future__", "monev.words.legends", "monev.words.place", "monev.words.words", *(f"monev.screen.{one}" for one in rooms),
        *(f"monev.{one}" for one in MODULES if one.startswith("screen.draw")),
    }  # fmt: skip
    assert not imports(PAGES[page]) - allowed


@pytest.mark.parametrize("name", HANDOUTS)
def test_a_hand_out_of_the_topic_imports_only_what_it_writes_with(name):
    """Each is loaded apart, so none of them knows another."""
    rooms = {f"monev.{one}" for one in MODULES if one.startswith(("handouts.", "words."))}
    assert not imports(HANDOUTS[name]) - rooms - {"__future__", "collections.abc", "datetime"}


def test_no_import_is_relative():
    files = [*MODULES.values(), *PAGES.values(), *HANDOUTS.values()]
    assert not {name_of(path) for path in files if any(name[:1] == "." for name in imports(path))}


def test_no_file_lies_deeper_than_two_folders_and_few_lie_loose():
    assert max(len(module.split(".")) for module in MODULES) <= 3
    assert {module for module, path in MODULES.items() if path.parent == HOME / "monev"} == {"__main__", "settings"}


# --- who may read what ---


@pytest.fixture(scope="module")
def tables():
    """The tables of the agencies' tabs, and those of reference/."""
    tabs = {tab.table for agency in contracts.load(CONTRACTS).values() for tab in agency.tabs.values()}
    return tabs | {"penyimpan", "janji_tertulis"}, {*reference.load(REFERENCE).tables, "pilihan", "tanpa_lembar"}


def reads(question):
    return {name.removeprefix(f"{queries.BEFORE}.") for name in question.reads}


def folder_views(*folders):
    return {question.view for question in QUESTIONS.values() if question.folder in folders}


def test_every_folder_of_questions_has_its_place():
    folders = {re.sub(r"/(indikator|rekonsiliasi)$", "", question.folder) for question in QUESTIONS.values()}
    assert folders <= {*queries.COMMON, queries.SHARED, queries.CHECKS, detail_sql.FOLDER, report.FOLDER, *PAGES}
    assert MAY_READ.keys() == set(queries.COMMON)


@pytest.mark.parametrize("name", [name for name in QUESTIONS if QUESTIONS[name].folder in queries.COMMON])
def test_a_common_table_reads_tabs_reference_and_other_common_tables(tables, name):
    tabs, known = tables
    folder, kind = QUESTIONS[name].folder, QUESTIONS[name].kind
    gathers = {one.view for one in QUESTIONS.values() if one.declared and one.kind.VALUE in GATHERED.get(name, ())}
    by_row = kind is outside_sql or READS_TABS & {folder, name}
    allowed = known | ABOUT_ROWS | folder_views(*MAY_READ[folder]) | gathers | (tabs if by_row else set())
    if name in KNOWS_EARLIER_DAYS:
        allowed = allowed | {"riwayat_janji"}
    if name in LOOKS_AT_CELLS:
        allowed = allowed | {"sel", "kolom"}
    assert not reads(QUESTIONS[name]) - allowed


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name.startswith("periksa/")])
def test_a_check_reads_what_was_typed_and_never_another_check(tables, name):
    tabs, known = tables
    assert not reads(QUESTIONS[name]) - (tabs | known | {"tab", "kolom", "meta"} | folder_views("lembar"))
    assert QUESTIONS[name].reads == reads(QUESTIONS[name]), "a check knows only its own snapshot"


@pytest.mark.parametrize(
    "name", [name for name in QUESTIONS if QUESTIONS[name].kind in (indicator_sql, comparison_sql)]
)
def test_an_indicator_and_a_comparison_read_subjects_and_the_tabs_that_they_declare(tables, name):
    _, known = tables
    question = QUESTIONS[name]
    declared = {f"{use.agency}__{use.tab}" for use in question.declared.uses}
    measured = ("ukuran",) if question.kind is indicator_sql else MAY_READ["rekonsiliasi"]
    assert not reads(question) - (known | ABOUT_ROWS | declared | folder_views("lembar", *measured))


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, question in QUESTIONS.items()
        if question.folder not in (*queries.COMMON, queries.CHECKS, report.FOLDER) and not question.declared
    ],
)
def test_a_page_reads_common_tables_reference_and_findings(tables, name):
    _, known = tables
    question = QUESTIONS[name]
    shared = {queries.SHARED, *(["ringkasan"] if question.folder in LOOKS_AT_ALL else [])}
    more = QUOTES.get(question.folder, set())
    own = folder_views(*queries.COMMON, *shared, question.folder)
    allowed = known | ABOUT_DATA | own | more | (BESIDE & reads(question))
    assert not reads(question) - allowed


def test_only_what_is_asked_anew_each_time_reads_what_lies_beside_a_snapshot():
    """Any other answer is kept as long as its snapshot, so it would hold on to a trouble that is long over."""
    assert {name for name, tables in queries.beneath(QUESTIONS).items() if BESIDE & tables} == FRESH
    own = {
        page: {stem for folder, stem in (name.split("/") for name in FRESH) if folder in (page, queries.SHARED)}
        for page in PAGES
    }
    assert not {page for page, path in PAGES.items() if (FRESH | own[page]) & set(texts(path))}
    # Hand-outs, and whatever freezes or sends, open their snapshot themselves, each time anew.
    anew = ("handouts.", "meeting.", "run.news.")
    serving = [MODULES[name] for name in MODULES if not name.startswith(anew)]
    naming = {name_of(path) for path in serving if FRESH & set(texts(path))}
    assert naming == {"monev/screen/sync_status.py"} and set(sync_status.OF_NOW) == FRESH, (
        "so all of it is made ready, too"
    )
    called = {
        ast.unparse(node.func) for node in ast.walk(tree(MODULES["screen.sync_status"])) if isinstance(node, ast.Call)
    }
    assert "ask_now" in called and not {name for name in called if name in ("ask", "answers.ask")}


def test_the_meeting_before_is_never_compared_with_one_before_it():
    """`lampau.x` of an x that itself looks back would answer for the wrong meeting."""
    looks_back = {question.view for question in QUESTIONS.values() if question.reads != reads(question)}
    while more := {q.view for q in QUESTIONS.values() if q.reads & looks_back} - looks_back:
        looks_back |= more
    wrong = {
        question.name: table
        for question in QUESTIONS.values()
        for table in question.reads
        if table.startswith(f"{queries.BEFORE}.") and table.removeprefix(f"{queries.BEFORE}.") in looks_back
    }
    assert not wrong


def test_every_query_is_asked():
    """By a page of its folder, by name anywhere, or by another query; checks are asked at every sync."""
    by_name = {text for path in [*PAGES.values(), *MODULES.values(), *HANDOUTS.values()] for text in texts(path)}
    shared = {
        text
        for module in ("screen.frame", "screen.page", "screen.declared_page", "run.commands.main")
        for text in texts(MODULES[module])
    }
    read = set().union(*(reads(question) for question in QUESTIONS.values()))
    orphans = []
    for name, question in QUESTIONS.items():
        folder, _, stem = name.rpartition("/")
        by_page = folder in PAGES and stem in texts(PAGES[folder])
        by_page = by_page or (folder == queries.SHARED and stem in shared)
        by_page = by_page or folder == detail_sql.FOLDER  # by the page of a number, for whichever it shows
        if not (folder in (queries.CHECKS, report.FOLDER) or question.view in read or name in by_name or by_page):
            orphans.append(name)
    assert sorted(orphans) == sorted(NOT_ASKED_YET)


def test_every_question_that_a_page_asks_exists():
    for page, path in PAGES.items():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("ask", "own"):
                [asked] = [one.value for one in node.args if isinstance(one, ast.Constant)]
                folder = queries.SHARED if node.func.attr == "own" else page
                assert (asked if "/" in asked else f"{folder}/{asked}") in QUESTIONS, f"pages/{page}.py asks {asked}"


def test_a_query_says_first_what_it_asks_and_what_one_row_is():
    wrong = []
    for path in (path for folder in (ENGINE_QUERIES, QUERIES) for path in folder.glob("*/**/*.sql")):
        asked = re.sub(r"/\*.*?\*/\n", "", path.read_text("utf-8"), flags=re.S)
        told = " ".join(itertools.takewhile(lambda line: line.startswith("-- "), asked.splitlines()))
        if not re.match(r"-- [^?]+\? .*\bSatu baris\b", told):
            wrong.append(name_of(path))
    assert not wrong


#: Left as it is: the text of a check is part of the code of every snapshot, and so of every hand-out.
SHADOWS = {"periksa/belanja_turun": {"hibah"}}


def test_no_part_of_a_query_hides_a_table(tables):
    tabs, known = tables
    every = tabs | known | VIEWS.keys() | ABOUT_ROWS | ABOUT_DATA | BESIDE | {"sel", "riwayat_janji"}
    hidden = {
        name: found
        for name, question in QUESTIONS.items()
        if (found := every & set(re.findall(r"^(?:with )?(\w+)(?:\([\w, ]+\))? as \(", question.sql, re.M)))
    }
    assert hidden == SHADOWS


# --- pages ---


def agenda():
    return list(navigation.everywhere())


def test_every_page_is_on_the_agenda_once_and_every_line_of_it_has_its_page():
    assert sorted(agenda()) == sorted(PAGES)


def test_every_agenda_point_has_a_page_and_a_folder_of_its_questions():
    with (REFERENCE / "agenda.csv").open(encoding="utf-8-sig", newline="") as file:
        points = [row["halaman"] for row in csv.DictReader(file)]
    assert [page for page in agenda() if page in points] == points, "in the order of the meeting"
    assert {f"{queries.SHARED}/{stem}" for stem in queries.OF_EVERY_PAGE} <= QUESTIONS.keys()
    for point in points:
        assert f"putusan/putusan_{point}" in QUESTIONS
        assert any(question.folder == f"{point}/indikator" for question in QUESTIONS.values())
        assert queries.of_page(QUESTIONS, f"{point}/angka_pokok") == (f"{queries.SHARED}/angka_pokok", point)


# --- where things live ---


def test_colours_live_in_the_theme_alone():
    colour = re.compile(r"(?<!&)#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b")
    files = [
        *MODULES.values(),
        *PAGES.values(),
        *HANDOUTS.values(),
        HOME / "app.py",
        *HOME.glob("monev/**/*.css"),
        *HOME.glob("monev/**/*.js"),
        *ENGINE_QUERIES.rglob("*.sql"),
        *QUERIES.rglob("*.sql"),
    ]
    found = {name_of(path): hits for path in files if (hits := colour.findall(path.read_text("utf-8")))}
    assert not found
    assert colour.search((HOME / ".streamlit" / "config.toml").read_text("utf-8"))


def codes(file):
    with (REFERENCE / file).open(encoding="utf-8-sig", newline="") as lines:
        return [row["kode"] for row in csv.DictReader(lines)]


def test_no_indicator_and_no_rule_is_named_in_python():
    known = {*INDICATORS, *codes("aturan.csv")}
    files = [*MODULES.values(), *PAGES.values(), *HANDOUTS.values()]
    found = {name_of(path): hits for path in files if (hits := known & set(texts(path)))}
    assert not found


def test_no_code_and_no_query_names_the_city_or_a_place_of_it():
    with (REFERENCE / "wilayah.csv").open(encoding="utf-8-sig", newline="") as lines:
        places = {row[level] for row in csv.DictReader(lines) for level in ("kecamatan", "kelurahan")}
    [city] = reference.load(REFERENCE).tables["daerah"].rows
    named = {city["nama"], city["nama"].removeprefix("Kota "), city["kode_daerah"], *places}
    assert len(named) > 30
    word = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, named))})(?!\w)", re.I)
    files = [
        HOME / "app.py",
        *(path for part in ("monev", "pages", "queries", "handouts") for path in (HOME / part).rglob("*")),
    ]
    written = {
        path: path.read_text("utf-8") for path in files if path.suffix in (".py", ".sql", ".css", ".js", ".html")
    }
    assert len(written) > 250
    assert not {(name_of(path), found) for path, text in written.items() for found in word.findall(text)}


def test_no_sql_is_written_in_python_but_by_the_store_and_sync():
    """Those two take whole tables out of a snapshot and put them in; nothing is worked out there."""
    sql = re.compile(r"\bselect\s.+\bfrom\b|\bgroup by\b|\bjoin\s+\w+\s+(?:using|on)\b", re.S)
    files = {name_of(path): path for path in [*MODULES.values(), *PAGES.values(), *HANDOUTS.values()]}
    found = {name for name, path in files.items() if any(sql.search(text) for text in texts(path))}
    # What follows from declarations alone: how their files are put together.
    follows = {name for name in found if re.fullmatch(r"monev/snapshot/\w+_sql\.py", name)}
    assert found - follows <= {"monev/snapshot/store.py", "monev/snapshot/file.py", "monev/sync/fallback.py"}


def test_no_script_and_no_rule_of_the_look_is_written_in_python():
    """Both lie beside the module that needs them, where editors and linters read them."""
    script = re.compile(r"\bexport default\b|=>|\bdocument\.\w|(?<![\w$])\.[a-z][\w-]+\{[a-z-]+:")
    found = {name_of(path) for path in [*MODULES.values(), *PAGES.values()] if any(map(script.search, texts(path)))}
    assert not found
    assert script.search(".st-key-tautan{display:none}") and script.search("a => b")


def test_a_module_is_one_subject_and_a_page_is_short():
    def lines(path):
        return len(path.read_text("utf-8").splitlines())

    modules = MODULES | {f"handouts/{name}": path for name, path in HANDOUTS.items()}
    assert not {module: n for module, path in modules.items() if (n := lines(path)) > MOST_LINES}
    assert not {page: n for page, path in PAGES.items() if (n := lines(path)) > MOST_LINES_OF_A_PAGE}


def test_a_module_opens_with_one_sentence_saying_what_it_is_for():
    files = [*MODULES.values(), *HANDOUTS.values()]
    first = {name_of(path): (ast.get_docstring(tree(path)) or "").splitlines()[:1] for path in files}
    assert not {name: line for name, line in first.items() if not line or not line[0].rstrip().endswith((".", "…"))}


def test_no_committed_file_names_a_place_on_somebodys_machine():
    places = re.compile(r"(?<![\w.])/(?:" + "|".join(["work", "root", "Users", "home"]) + r")/\w|[A-Z]:\\\\?Users")
    files = list(committed())
    assert len(files) > 100
    assert not {name_of(path): hit[0] for path in files if (hit := places.search(path.read_text("utf-8", "replace")))}


def test_nothing_is_left_to_do_and_no_error_is_swallowed():
    todo = re.compile(r"\b(?:TODO" + "|FIXME" + r"|XXX)\b|except Exception:\s*pass|except:\s")
    files = [
        *MODULES.values(),
        *PAGES.values(),
        *HANDOUTS.values(),
        HOME / "app.py",
        *ENGINE_QUERIES.rglob("*.sql"),
        *QUERIES.rglob("*.sql"),
        *HOME.glob("monev/**/*.js"),
    ]
    assert not {name_of(path) for path in files if todo.search(path.read_text("utf-8"))}


def test_no_module_becomes_a_drawer_for_everything():
    assert not {part for module in MODULES for part in module.split(".")} & {
        "utils",
        "util",
        "helpers",
        "common",
        "constants",
        "managers",
        "services",
        "factories",
    }


# --- numbers and words ---


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    place = Settings("folder", SAMPLES, tmp_path_factory.mktemp("potret"), None)
    result = sync.sync(place)[-1]
    with store.Snapshot(place.snapshots, result.snapshot, store.previous(place.snapshots, result.snapshot)) as opened:
        yield opened


def test_every_indicator_comes_out_of_exactly_one_page(snapshot):
    found = snapshot.ask(f"{queries.SHARED}/angka_pokok")["kode"]
    assert sorted(found) == sorted(INDICATORS)


def test_what_all_pages_ask_is_also_answered_by_the_name_of_a_page_and_by_its_former_name(snapshot):
    for stem in queries.OF_EVERY_PAGE:
        whole = snapshot.ask(f"{queries.SHARED}/{stem}")
        found = {page: snapshot.ask(f"{page}/{stem}") for page in set(whole["halaman"])}
        assert len(found) == 5 and sum(map(len, found.values())) == len(whole)
        assert all("halaman" not in answer.columns for answer in found.values())
    for former, now in queries.FORMERLY.items():
        assert sorted(snapshot.ask(former)["kunci"]) == sorted(snapshot.ask(now)["kunci"])
    with pytest.raises(store.StoreError):
        snapshot.ask("ringkasan/angka_pokok")


def test_every_status_that_a_query_gives_has_a_word(snapshot):
    ranked = re.search(r"genting\(status\).*?\[(.*?)\]", (ENGINE_QUERIES / "makro.sql").read_text("utf-8"), re.S)
    assert tuple(re.findall(r"'(\w+)'", ranked[1])) == words.STATUSES
    for name in QUESTIONS:
        answer = snapshot.ask(name)
        if "status" in answer.columns and name.split("/")[1] in (
            "angka_pokok",
            "perlu_diputuskan",
            "status_agenda",
        ):
            for status in set(answer["status"].dropna()):
                assert words.status_word(status), name


def test_queries_and_program_mean_the_same_open_findings_and_rows(snapshot):
    weights = [*finding.OPEN, finding.RIGHT, "info"]
    asked = snapshot.select("select perlu_dibenahi(w) as asks from unnest($weights) as t(w)", weights=weights)["asks"]
    assert [weight for weight, asks in zip(weights, asked, strict=True) if asks] == list(finding.OPEN)
    [row] = snapshot.select("select nomor_baris($one) as row", one=2 * APART + 7)["row"]
    assert row == 7


def test_rows_that_are_restricted_are_counted_but_never_shown(snapshot):
    hidden = snapshot.select("select id_kejadian from kesbangpol__kejadian where klasifikasi = 'terbatas'")
    secret = set(hidden["id_kejadian"])
    assert secret, "the samples hold such rows"
    for name, question in QUESTIONS.items():
        if question.folder in (*PAGES, queries.SHARED):
            shown = " ".join(str(cell) for row in snapshot.ask(name).itertuples(index=False) for cell in row)
            assert not {code for code in secret if code in shown}, name


def test_what_a_page_draws_once_for_all_depends_on_nothing_but_its_page():
    for name, path in PAGES.items():
        parsed = tree(path)
        varying = {
            target.id
            for node in parsed.body
            if isinstance(node, ast.Assign)
            for target in ast.walk(node)
            if isinstance(target, ast.Name) and isinstance(target.ctx, ast.Store) and not target.id.isupper()
        }
        for function in parsed.body:
            if isinstance(function, ast.FunctionDef):
                own_names = {one.arg for one in function.args.args}
                used = {one.id for one in ast.walk(function) if isinstance(one, ast.Name)} - own_names
                stored = {
                    one.id for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
                }
                assert not (used - stored) & varying, f"pages/{name}.py, {function.name}: {(used - stored) & varying}"
