"""What is written down is true: every name that a page gives exists, and every file; its tables are those of today."""

import json
import pkgutil
import re
import runpy
import tomllib

import pytest

from monev.contract import reference
from monev.settings import ENVIRONMENT, HOME, REFERENCE

ARCHITECTURE = sorted((HOME / "docs" / "arsitektur").glob("*.md"))
CONTRIBUTING = HOME / "CONTRIBUTING.md"
ALL = [*ARCHITECTURE, CONTRIBUTING, HOME / "README.md", *sorted((HOME / "docs").glob("*.md"))]
#: What is in a module, a file or a folder of the project, and a link to another page, as the pages write them.
NAME, FILE = re.compile(r"`(monev(?:\.\w+)+)`"), re.compile(r"`([\w.-]+(?:/[\w.-]+)+/?)`")
LINK = re.compile(r"\]\(([\w./-]+)\)")
#: Folders of the project; what lies in potret/ is made by the program.
FOLDERS = {path.name for path in HOME.iterdir() if path.is_dir()} - {"potret", ".git", ".venv"}
#: Named as what somebody makes himself.
MADE = {".streamlit/secrets.toml"}


def as_name(path):
    return path.relative_to(HOME).as_posix()


@pytest.mark.parametrize("path", [*ARCHITECTURE, CONTRIBUTING], ids=as_name)
def test_every_name_that_a_page_gives_exists(path):
    for name in sorted({*NAME.findall(path.read_text("utf-8"))}):
        assert pkgutil.resolve_name(name) is not None


def test_a_name_that_does_not_exist_is_missed():
    for name in ("monev.nowhere", "monev.sync.sync.never", "monev.settings.Settings.none"):
        with pytest.raises((ImportError, AttributeError)):
            pkgutil.resolve_name(name)


@pytest.mark.parametrize("path", ALL, ids=as_name)
def test_every_file_that_a_page_names_is_there(path):
    text = path.read_text("utf-8")
    written = set(re.findall(r"^`([\w./-]+)`$", text, re.MULTILINE))  # in the folder that the page leads through
    named = {name for name in FILE.findall(text) if name.split("/")[0] in FOLDERS} - MADE - written
    assert not {name for name in named if not (HOME / name).exists()}
    assert not {link for link in LINK.findall(text) if not (path.parent / link).exists()}


def test_the_pages_for_those_who_carry_on_name_real_functions_and_stay_short():
    for path in (one for one in ARCHITECTURE if one.stem in ("meeting_and_outbox", "one_cell", "snapshot")):
        assert len({*NAME.findall(path.read_text("utf-8"))}) > 15
    for path in (*ARCHITECTURE, CONTRIBUTING):
        lines = path.read_text("utf-8").splitlines()
        assert len(lines) <= 120 and max(map(len, lines)) <= 160, path.name


def test_every_setting_that_the_program_reads_is_told():
    """MONEV_CI_GROUP is CI's own."""
    files = [path for path in (HOME / "monev").rglob("*.py") if path != HOME / "monev" / "settings.py"]
    read = {name for path in files for name in re.findall(r"\bMONEV_[A-Z]+", path.read_text("utf-8"))}
    settings = (HOME / "monev" / "settings.py").read_text("utf-8")
    read |= {*re.findall(r"environ\.get\(\"(MONEV_[A-Z]+)", settings)}
    assert read == {*ENVIRONMENT}


def test_the_formula_of_every_indicator_is_told():
    text = (HOME / "docs" / "cara-menghitung.md").read_text("utf-8")
    told = re.search(r"## Rumus\n(.*?)\n\n", text, re.DOTALL)[1]
    codes = {row["kode"] for row in reference.load(REFERENCE).tables["ambang"].rows}
    assert {*re.findall(r"`(\w+)`", "".join(re.findall(r"^\|(.*?)\|", told, re.M)))} == codes


@pytest.fixture(scope="module")
def docs():
    return runpy.run_path(str(HOME / ".ci" / "docs.py"))


def test_a_table_that_repeats_a_declaration_is_missed_once_it_is_stale(docs):
    lines = docs["TABLES"]["setelan"]()
    page = "a\n<!-- dibuat: x -->\nold\n<!-- akhir: x -->\nb\n"
    assert docs["made"](page, "x", lines) == "a\n<!-- dibuat: x -->\n" + "\n".join(lines) + "\n<!-- akhir: x -->\nb\n"
    with pytest.raises(ValueError, match="tepat satu kali"):
        docs["made"](page, "y", lines)


def test_the_tables_are_those_of_today(docs):
    """As `make gaya` asks it."""
    for page, names in docs["PAGES"].items():
        text = (HOME / page).read_text("utf-8")
        for name in names:
            assert docs["made"](text, name, docs["TABLES"][name]()) == text, f"{page}: make docs"


def test_a_cell_of_a_table_holds_whatever_a_declaration_says(docs):
    assert docs["table"](["a|b"], [["c\nd"]]) == ["| a\\|b |", "| --- |", "| c d |"]


def test_the_editor_in_a_browser_begins_with_what_the_makefile_has_and_opens_our_port():
    told = json.loads((HOME / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    makefile = (HOME / "Makefile").read_text("utf-8")
    first, *targets = told["postCreateCommand"].split()
    assert first == "make" and targets
    assert not {
        target for target in (*targets, "run", "test") if not re.search(rf"^{re.escape(target)}:", makefile, re.M)
    }
    port = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))["server"]["port"]
    assert told["forwardPorts"] == [port] and [*told["portsAttributes"]] == [str(port)]
    assert "/" not in told["image"], "no registry's address"
