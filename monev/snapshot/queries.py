"""The query files: what each is called, what it reads, and in which order they can be laid down as views."""

from __future__ import annotations

import graphlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb

from monev.snapshot.file import CLOSED, lock

QUERIES = Path(__file__).parents[2] / "queries"
#: Folders whose files are not of one page: the tables that all others read, what every page asks of itself (column
#: `halaman`), and the checks made while a snapshot is built.
COMMON = ("lembar", "ukuran", "rekonsiliasi", "perubahan_lembar", "putusan")
SHARED, CHECKS = "bersama", "periksa"
#: What is asked for every agenda page, so that `ask` also takes it by the name of one: logistik/angka_pokok.
OF_EVERY_PAGE = ("angka_pokok", "perlu_diputuskan", "rekonsiliasi", "sumber")
#: A question by the name that it had, under which people still ask it.
FORMERLY = {"gabungan/rekonsiliasi": "rekonsiliasi/rekonsiliasi"}
#: Before the name of a table or view: that of the snapshot compared with.
BEFORE = "lampau"


class QuestionError(ValueError):
    """A query file that cannot be read or used, in one line that names it."""


@dataclass(frozen=True)
class Question:
    """One file of SQL that answers one question.

    `name` is folder and stem ("logistik/angka_pokok"); `view` the name under which other queries read it;
    `reads` the tables and views that it names, those of an earlier snapshot as "lampau.<name>": QuestionError where
    the file is not one SELECT.
    """

    name: str
    sql: str

    @property
    def folder(self) -> str:
        return self.name.split("/")[0]

    @property
    def view(self) -> str:
        folder, stem = self.name.split("/")
        return stem if folder in COMMON else f"{folder}_{stem}"

    @property
    def reads(self) -> frozenset[str]:
        return _read_by(self.name, self.sql)


def load(folder: Path = QUERIES) -> dict[str, Question]:
    """All query files below `folder` by name; QuestionError where two would be one view. None is parsed yet."""
    questions: dict[str, Question] = {}
    views: dict[str, str] = {}
    for path in sorted(folder.glob("*/*.sql")):
        name = f"{path.parent.name}/{path.stem}"
        questions[name] = question = Question(name, path.read_text("utf-8").strip().rstrip(";"))
        first = views.setdefault(question.view, name)
        if first != name:
            both = f"queries/{first}.sql dan queries/{name}.sql"
            raise QuestionError(f"{both}: dua pertanyaan dengan satu nama, {question.view}.")
    return questions


def in_order(loaded: Mapping[str, Question]) -> list[Question]:
    """The questions, each after those that it reads; QuestionError where some read each other in a circle."""
    by_view = {question.view: question for question in loaded.values()}
    graph = {
        # Sorted, so that every process has one order: the sorter keeps the one in which it is told.
        question.view: sorted({table.removeprefix(f"{BEFORE}.") for table in question.reads} & by_view.keys())
        for question in by_view.values()
    }
    try:
        return [by_view[view] for view in graphlib.TopologicalSorter(graph).static_order()]
    except graphlib.CycleError as error:
        circle = " -> ".join(error.args[1])
        raise QuestionError(f"queries/: {circle} saling membaca; putuskan lingkarannya.") from None


def of_page(loaded: Mapping[str, Question], name: str) -> tuple[str, str] | None:
    """What "logistik/angka_pokok" asks: the question that all agenda pages share, and the page; None where it is none
    such."""
    page, _, stem = name.partition("/")
    agenda = f"putusan/putusan_{page}" in loaded
    return (f"{SHARED}/{stem}", page) if agenda and stem in OF_EVERY_PAGE and name not in loaded else None


def beneath(loaded: Mapping[str, Question], wanted: Iterable[str] | None = None) -> dict[str, frozenset[str]]:
    """The tables from which each question is answered in the end, by its name; of those `wanted` (names) alone, where
    given. No two questions may read each other."""
    by_view = {question.view: question for question in loaded.values()}
    found: dict[str, frozenset[str]] = {}

    def under(view: str) -> frozenset[str]:
        if view not in by_view:
            return frozenset({view})
        if view not in found:
            read = sorted(table.removeprefix(f"{BEFORE}.") for table in by_view[view].reads)
            found[view] = frozenset().union(*map(under, read))
        return found[view]

    return {name: under(loaded[name].view) for name in (loaded if wanted is None else wanted)}


def digest(folder: Path = QUERIES) -> str:
    """A hash of all that computes: whether numbers of then and of now were worked out by the same queries."""
    texts = [path.read_text("utf-8").encode() for path in sorted([*folder.glob("*.sql"), *folder.glob("*/*.sql")])]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:16]


@lru_cache(maxsize=1024)
def _read_by(name: str, sql: str) -> frozenset[str]:
    """Parsing takes longer than most answers: it is done when a question is first asked, and once for the same text."""
    return tables(f"queries/{name}.sql", sql)


def _parser() -> duckdb.DuckDBPyConnection:
    """Takes queries apart and runs none."""
    parser = duckdb.connect(config=CLOSED)
    lock(parser)
    return parser


#: One for all: to make one takes longer than to take a query apart.
_kept_parser = lru_cache(maxsize=1)(_parser)


def tables(what: str, sql: str) -> frozenset[str]:
    """The tables and views that one SELECT names, by DuckDB's own parser; the statement's own WITH names left out.
    QuestionError if it is none, with `what` before the reason."""
    with _kept_parser().cursor() as parser:
        (text,) = parser.execute("select json_serialize_sql(?)", [sql]).fetchone()
    tree = json.loads(text)
    if tree["error"]:
        told = " ".join(tree.get("error_message", "bukan satu SELECT").split())
        raise QuestionError(f"{what}: {told}")
    if len(tree["statements"]) != 1:
        raise QuestionError(f"{what}: berisi {len(tree['statements'])} pernyataan; harus tepat satu SELECT.")
    own, named = set(), set()
    _walk(tree, own, named)
    return frozenset(named - own)


def _walk(node: object, own: set[str], named: set[str]) -> None:
    if isinstance(node, dict):
        if node.get("type") == "BASE_TABLE":
            schema = node["schema_name"]
            named.add(f"{schema}.{node['table_name']}" if schema else node["table_name"])
        if "cte_map" in node:
            own.update(entry["key"] for entry in node["cte_map"]["map"])
        for child in node.values():
            _walk(child, own, named)
    elif isinstance(node, list):
        for child in node:
            _walk(child, own, named)
