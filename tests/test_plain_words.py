"""What is on the screen and on paper is said as a mayor would say it, and what is short is spelled out once."""

import ast
import html
import re

import pytest

from monev.draw import abbreviations
from monev.settings import HOME
from monev.store import questions
from tests.screen import PAGES
from tests.test_pages import run  # noqa: F401 - a fixture

#: Words of those who run the server, which nobody else has to know; "tanda" only as part of a thing's own name.
OURS = re.compile(
    r"\b(?:ber)?(?:potret|terbaca|tanda(?!\s+(?:pengenal|tangan|minus|lain|sama|selain|kutip|ulang)))(?:nya)?\b", re.I
)
#: Where strings are shown to people; the others are read by operators, in a log or on the command line.
SHOWN = [
    *("pages", "monev/draw", "monev/handouts", "monev/recording", "monev/visit/reading.py", "monev/message.py"),
    *(
        "monev/indicator.py",
        "monev/frame.py",
        "monev/opening.py",
        "monev/words.py",
        "monev/spoken.py",
        "monev/taking.py",
    ),
]
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
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def test_no_string_that_is_shown_holds_a_word_of_ours():
    found = {path.name: [one for one in strings(path) if OURS.search(one)] for path in modules()}
    # Names that an office program gives to shapes, and a style of a document.
    found["canvas.py"] = [one for one in found["canvas.py"] if one not in ("Tanda: ", "Tanda data simulasi")]
    found["document.py"] = [one for one in found["document.py"] if one != "Tanda simulasi"]
    # What is logged.
    found["opening.py"] = [
        one for one in found["opening.py"] if not one.startswith("Folder potret belum dapat dibaca: %s")
    ]
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_no_sentence_of_a_query_holds_a_word_of_ours():
    found = {
        name: [
            one
            for one in re.findall(r"'((?:[^']|'')*)'", re.sub(r"--.*", "", question.sql))
            if " " in one and OURS.search(one)
        ]
        for name, question in questions.load().items()
    }
    assert {name: texts for name, texts in found.items() if texts} == {}


def seen(drawn):
    """The text of a page, without queries that are shown on request."""
    bare = re.sub(r"<pre.*?</pre>", " ", drawn, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).split())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_nothing_in_words_of_ours_and_spells_out_what_is_short(run, samples_shot, asked, page):  # noqa: F811
    text = seen(run(samples_shot, page))
    assert OURS.findall(text) == []
    body, _, foot = text.partition("Singkatan di halaman ini: ")
    known = {row["singkatan"]: row["kepanjangan"] for row in asked("ringkasan/singkatan")}
    used = abbreviations.found(body, tuple(known))
    assert {short for short, long in known.items() if f"{short} {long}" in foot} >= used
    for short, long in known.items():
        assert foot.count(long) <= 1 + sum(long in other for other in known.values() if other != long), short


@pytest.mark.parametrize("page", ["ringkasan", "logistik", "netralitas", "bahan"])
def test_the_first_ppk_of_a_page_says_which_one(run, samples_shot, page):  # noqa: F811
    text = seen(run(samples_shot, page))
    first = text[text.index("PPK") :] if "PPK" in text else ""
    assert first.startswith(("PPK kecamatan", "PPK (pembina kepegawaian)")), first[:60]


#: What is no abbreviation of words: codes of cases and cells, a time zone, a typed error.
CODES = {"KBP", "BWS", "TL", "WIB", "REF", "SIM", "SQL", "RI", "PPK", "A4", "PDF", "CSV", "MD"}


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("mutu_data", "perubahan")])
def test_no_abbreviation_of_the_samples_is_without_its_words(run, samples_shot, asked, page):  # noqa: F811
    known = {row["singkatan"] for row in asked("ringkasan/singkatan")}
    capitals = set(re.findall(r"\b[A-Z]{3,}\b", seen(run(samples_shot, page))))
    assert capitals - known - CODES == set()


def test_a_short_word_is_found_as_a_word_alone_and_the_longer_name_before_its_part():
    known = ("DPT", "DPTb", "PPK kecamatan", "C.Pemberitahuan")
    assert abbreviations.found("<p>DPTb dan C.Pemberitahuan untuk PPK kecamatan; PPK</p>", known) == {
        "DPTb", "PPK kecamatan", "C.Pemberitahuan",
    }  # fmt: skip
    assert abbreviations.found("<pre class='kode-teks'>DPT</pre> XDPT", known) == set()
    assert abbreviations.found("DPT", ()) == set() and abbreviations.line([], {"DPT"}) == ""
    row = {"singkatan": "DPT", "kepanjangan": "daftar <pemilih> tetap"}
    assert "<b>DPT</b> daftar &lt;pemilih&gt; tetap." in abbreviations.line([row], {"DPT"})
