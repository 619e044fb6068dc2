"""Which tables and views a query names, by DuckDB's own parser; nothing is run."""

from __future__ import annotations

import json
from functools import lru_cache

import duckdb

from monev.snapshot.file import CLOSED, lock


class QuestionError(ValueError):
    """A query file that cannot be read or used, in one line that names it."""


def _parser() -> duckdb.DuckDBPyConnection:
    """Takes queries apart and runs none."""
    parser = duckdb.connect(config=CLOSED)
    lock(parser)
    return parser


#: One for all: to make one takes longer than to take a query apart.
_kept_parser = lru_cache(maxsize=1)(_parser)


@lru_cache(maxsize=1)  # one statement is looked at in several ways, one after the other; a tree takes much memory
def parsed(sql: str) -> dict:
    """One SELECT as a tree, as DuckDB's own parser writes it; nobody changes it."""
    with _kept_parser().cursor() as parser:
        (text,) = parser.execute("select json_serialize_sql(?)", [sql]).fetchone()
    return json.loads(text)


def tables(what: str, sql: str) -> frozenset[str]:
    """The tables and views that one SELECT names, by DuckDB's own parser; the statement's own WITH names left out.
    QuestionError if it is none, with `what` before the reason."""
    why, named = _named(sql)
    if why:
        raise QuestionError(f"{what}: {why}")
    return named


@lru_cache(maxsize=1024)
def _named(sql: str) -> tuple[str, frozenset[str]]:
    """Why this is not one SELECT, else nothing, and what it names."""
    tree = parsed(sql)
    if tree["error"]:
        told = " ".join(tree.get("error_message", "bukan satu SELECT").split())
        return f"harus satu SELECT yang sah; DuckDB: {told}", frozenset()
    if len(tree["statements"]) != 1:
        return f"berisi {len(tree['statements'])} pernyataan; harus tepat satu SELECT.", frozenset()
    own, named = set(), set()
    _walk(tree, own, named)
    return "", frozenset(named - own)


@lru_cache(maxsize=1024)
def columns(sql: str) -> frozenset[str]:
    """The names of all columns that one SELECT speaks of, by whatever table; none where it cannot be taken apart."""
    named: set[str] = set()
    _walk_columns(parsed(sql), named)
    return frozenset(named)


@lru_cache(maxsize=1024)
def of_condition(condition: str) -> frozenset[str]:
    """The names of the columns of `t` (t.name) that a condition on the rows of a table speaks of."""
    named: set[str] = set()
    _walk_columns(parsed(f"from t select {condition}"), named, "t")
    return frozenset(named)


def _walk_columns(node: object, named: set[str], of: str | None = None) -> None:
    if isinstance(node, dict):
        if node.get("class") == "COLUMN_REF" and of in (None, node["column_names"][0]):
            named.add(node["column_names"][-1])
        for child in node.values():
            _walk_columns(child, named, of)
    elif isinstance(node, list):
        for child in node:
            _walk_columns(child, named, of)


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
