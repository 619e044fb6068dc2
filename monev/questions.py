"""The query files: what each is called, what it reads, and in which order they can be laid down as views."""

from __future__ import annotations

import graphlib
import json
from dataclasses import dataclass
from pathlib import Path

import duckdb

QUERIES = Path(__file__).parent.parent / "queries"
#: Folders whose files are not pages: the common tables, and the checks made while a snapshot is built.
COMMON, CHECKS = "gabungan", "periksa"


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
        return stem if folder == COMMON else f"{folder}_{stem}"


def load(folder: Path = QUERIES) -> dict[str, Question]:
    """All query files below `folder` by name, in an order in which each comes after those that it reads."""
    questions = {}
    for path in sorted(folder.glob("*/*.sql")):
        name = f"{path.parent.name}/{path.stem}"
        sql = path.read_text("utf-8").strip().rstrip(";")
        questions[name] = Question(name, sql, frozenset(_tables(name, sql)))
    by_view = {question.view: question for question in questions.values()}
    graph = {q.view: {t.removeprefix("lampau.") for t in q.reads} & by_view.keys() for q in questions.values()}
    try:
        order = list(graphlib.TopologicalSorter(graph).static_order())
    except graphlib.CycleError as error:
        raise QuestionError(f"queries/: {' -> '.join(error.args[1])} saling membaca; putuskan lingkarannya.") from None
    return {by_view[view].name: by_view[view] for view in order}


def macros(folder: Path = QUERIES) -> list[str]:
    """The statements of makro.sql: words that SQL of all folders may use."""
    parts = (folder / "makro.sql").read_text("utf-8").split(";\n")
    return [part.strip() for part in parts if part.strip()]


def _tables(name: str, sql: str) -> set[str]:
    """The tables that a statement names, by DuckDB's own parser; the statement's own WITH names left out."""
    (text,) = duckdb.connect().execute("select json_serialize_sql(?)", [sql]).fetchone()
    tree = json.loads(text)
    if tree["error"]:
        raise QuestionError(f"queries/{name}.sql: {tree.get('error_message', 'bukan satu SELECT')}")
    if len(tree["statements"]) != 1:
        raise QuestionError(f"queries/{name}.sql: berisi {len(tree['statements'])} pernyataan; harus tepat satu SELECT.")
    own, named = set(), set()
    _walk(tree, own, named)
    return named - own


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
