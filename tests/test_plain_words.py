"""What is on the screen and on paper is said as a mayor would say it, and what is short is spelled out once."""

import ast
import re

from monev.screen.draw import abbreviations
from monev.settings import HOME
from monev.snapshot import queries
from tests.screen import PAGES

#: Words of those who run the server, which nobody else has to know; "tanda" only as part of a thing's own name.
OURS = re.compile(
    r"\b(?:ber)?(?:potret|terbaca|tanda(?!\s+(?:pengenal|tangan|minus|lain|sama|selain|kutip|ulang)))(?:nya)?\b", re.I
)
#: Where strings are shown to people; the others are read by operators, in a log or on the command line.
SHOWN = [
    "pages", "handouts", "monev/screen/draw", "monev/handouts", "monev/screen/decision_form", "monev/screen/sync_status.py",
    "monev/screen/whatsapp.py", "monev/words/indicator.py", "monev/screen/frame.py", "monev/screen/page.py",
    "monev/words/words.py", "monev/words/spoken.py", "monev/screen/downloads.py",
]  # fmt: skip
#: Names of classes, keys and shapes in what is drawn, of which nobody sees anything.
NOT_SEEN = re.compile(r'class="[^"]*"|data-\w+="[^"]*"')


def strings(path):
    """The strings of a module that can be shown: those of several words, without what documents the code."""
    tree = ast.parse(path.read_text("utf-8"))
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documents
            and " " in node.value
        ):
            yield NOT_SEEN.sub("", node.value)


def modules():
    for place in SHOWN:
        path = HOME / place
        assert path.exists(), place
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def test_no_string_that_is_shown_holds_a_word_of_ours():
    found = {
        path.relative_to(HOME).as_posix(): [one for one in strings(path) if OURS.search(one)] for path in modules()
    }
    # Names that an office program gives to shapes, and a style of a document.
    found["monev/handouts/slide_canvas.py"] = [
        one for one in found["monev/handouts/slide_canvas.py"] if one not in ("Tanda: ", "Tanda data simulasi")
    ]
    found["monev/handouts/word.py"] = [one for one in found["monev/handouts/word.py"] if one != "Tanda simulasi"]
    # What is logged.
    found["monev/screen/page.py"] = [
        one for one in found["monev/screen/page.py"] if not one.startswith("Folder potret belum dapat dibaca: %s")
    ]
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_no_sentence_of_a_query_holds_a_word_of_ours():
    found = {
        name: [
            one
            for one in re.findall(r"'((?:[^']|'')*)'", re.sub(r"--.*", "", question.sql))
            if " " in one and OURS.search(one)
        ]
        for name, question in queries.load().items()
    }
    assert {name: texts for name, texts in found.items() if texts} == {}


#: What is no abbreviation of words: codes of cases and cells, a time zone, a typed error.
CODES = {"KBP", "BWS", "WIB", "REF", "SIM", "SQL", "PPK", "PDF", "CSV"}
#: Where cells stand as they were typed.
TYPED = ("mutu_data", "perubahan")


def test_every_page_speaks_plainly_and_spells_out_once_what_is_short(screen, address, asked):
    known = {row["singkatan"]: row["kepanjangan"] for row in asked("bersama/singkatan")}
    tab = screen()
    for page in PAGES:
        text = " ".join(tab.open(address, page).tab.locator("[data-testid=stMain]").inner_text().split())
        body, _, foot = text.partition("Singkatan di halaman ini: ")
        assert OURS.findall(text) == [], page
        for short in abbreviations.found(body, tuple(known)):
            assert foot.count(f"{short} {known[short]}") == 1, (page, short)
        if page not in TYPED:
            assert set(re.findall(r"\b[A-Z]{3,}\b", body)) - set(known) - CODES == set(), page
            first = body[body.index("PPK") :] if "PPK" in body else "PPK kecamatan"
            assert first.startswith(("PPK kecamatan", "PPK (pembina kepegawaian)")), (page, first[:40])


def test_a_short_word_is_found_as_a_word_alone_and_the_longer_name_before_its_part():
    known = ("DPT", "DPTb", "PPK kecamatan", "C.Pemberitahuan")
    assert abbreviations.found("<p>DPTb dan C.Pemberitahuan untuk PPK kecamatan; PPK</p>", known) == {
        "DPTb", "PPK kecamatan", "C.Pemberitahuan",
    }  # fmt: skip
    assert abbreviations.found("<pre class='kode-teks'>DPT</pre> XDPT", known) == set()
    assert abbreviations.found("DPT", ()) == set() and abbreviations.line([], {"DPT"}) == ""
    row = {"singkatan": "DPT", "kepanjangan": "daftar <pemilih> tetap"}
    assert "<b>DPT</b> daftar &lt;pemilih&gt; tetap." in abbreviations.line([row], {"DPT"})
