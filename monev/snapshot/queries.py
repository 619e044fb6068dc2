"""The query files: what each is called, what it reads, and in which order they can be laid down as views."""

from __future__ import annotations

import graphlib
import hashlib
import json
from collections.abc import Mapping
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
    `reads` the tables and views that it names, those of an earlier snapshot as "lampau.<name>".
    """

    name: str
    sql: str
    reads: frozenset[str]

    @property
    def folder(self) -> str:
        return self.name.split("/")[0]

    @property
    def view(self) -> str:
        folder, stem = self.name.split("/")
        return stem if folder in COMMON else f"{folder}_{stem}"


def load(folder: Path = QUERIES) -> dict[str, Question]:
    """All query files below `folder` by name, in an order in which each comes after those that it reads."""
    paths = sorted(folder.glob("*/*.sql"))
    texts = ((f"{path.parent.name}/{path.stem}", path.read_text("utf-8").strip().rstrip(";")) for path in paths)
    return dict(_in_order(tuple(texts)))


@lru_cache(maxsize=4)
def _in_order(texts: tuple[tuple[str, str], ...]) -> dict[str, Question]:
    """Parsing takes longer than most answers: it is done once for the same texts."""
    by_view: dict[str, Question] = {}
    with _parser() as parser:
        for name, sql in texts:
            question = Question(name, sql, _tables(f"queries/{name}.sql", sql, parser))
            first = by_view.setdefault(question.view, question)
            if first is not question:
                both = f"queries/{first.name}.sql dan queries/{name}.sql"
                raise QuestionError(f"{both}: dua pertanyaan dengan satu nama, {question.view}.")
    graph = {
        # Sorted, so that every process has one order: the sorter keeps the one in which it is told.
        question.view: sorted({table.removeprefix(f"{BEFORE}.") for table in question.reads} & by_view.keys())
        for question in by_view.values()
    }
    try:
        order = list(graphlib.TopologicalSorter(graph).static_order())
    except graphlib.CycleError as error:
        circle = " -> ".join(error.args[1])
        raise QuestionError(f"queries/: {circle} saling membaca; putuskan lingkarannya.") from None
    return {by_view[view].name: by_view[view] for view in order}


def _parser() -> duckdb.DuckDBPyConnection:
    """Takes queries apart and runs none."""
    parser = duckdb.connect(config=CLOSED)
    lock(parser)
    return parser


def of_page(loaded: Mapping[str, Question], name: str) -> tuple[str, str] | None:
    """What "logistik/angka_pokok" asks: the question that all agenda pages share, and the page; None where it is none
    such."""
    page, _, stem = name.partition("/")
    agenda = f"putusan/putusan_{page}" in loaded
    return (f"{SHARED}/{stem}", page) if agenda and stem in OF_EVERY_PAGE and name not in loaded else None


def beneath(loaded: Mapping[str, Question]) -> dict[str, frozenset[str]]:
    """The tables from which each question, by its name, is answered in the end; `loaded` as `load` gives them."""
    found: dict[str, frozenset[str]] = {}
    for question in loaded.values():
        read = (table.removeprefix(f"{BEFORE}.") for table in question.reads)
        found[question.view] = frozenset().union(*(found.get(table, {table}) for table in read))
    return {question.name: found[question.view] for question in loaded.values()}


def digest(folder: Path = QUERIES) -> str:
    """A hash of all that computes: whether numbers of then and of now were worked out by the same queries."""
    texts = [path.read_text("utf-8").encode() for path in sorted([*folder.glob("*.sql"), *folder.glob("*/*.sql")])]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:16]


def macros(folder: Path = QUERIES) -> list[str]:
    """The statements of makro.sql: words that SQL of all folders may use."""
    parts = (folder / "makro.sql").read_text("utf-8").split(";\n")
    return [part.strip() for part in parts if part.strip()]


def tables(what: str, sql: str) -> frozenset[str]:
    """The tables and views that one SELECT names; `what` stands before the reason if it is none."""
    with _parser() as parser:
        return _tables(what, sql, parser)


def _tables(what: str, sql: str, parser: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """By DuckDB's own parser; the statement's own WITH names left out."""
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
