"""Which texts a query holds against a column, and which it hands to a word: by DuckDB's own parser, nothing is run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from monev.snapshot.sql_tables import parsed

#: Words that look for texts in the list that a column holds.
_IN_LIST = {
    f"{kind}_{word}" for kind in ("list", "array") for word in ("contains", "has", "has_any", "has_all", "position")
}
_LIKE = {"~~", "!~~"}


class Held(NamedTuple):
    """A `text` that is held against `column` of `table`; `like`: as a pattern."""

    table: str
    column: str
    text: str
    like: bool = False


def held(sql: str, columns: Mapping[str, Collection[str]]) -> tuple[Held, ...]:
    """Every text that one SELECT holds against a column of one of these tables (name -> its columns). What cannot be
    traced to a column for certain is left out."""
    return _held(sql, frozenset((table, frozenset(names)) for table, names in columns.items()))


@lru_cache(maxsize=1024)
def _held(sql: str, columns: frozenset[tuple[str, frozenset[str]]]) -> tuple[Held, ...]:
    return tuple(_walk(parsed(sql), (), dict(columns)))


def handed(sql: str, words: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each of these words of one SELECT with the text that is handed to it first."""
    yield from ((word, text) for word, text in _handed(sql) if word in words)


@lru_cache(maxsize=1024)
def _handed(sql: str) -> tuple[tuple[str, str], ...]:
    functions = (node for node in _nodes(parsed(sql)) if node.get("class") == "FUNCTION")
    return tuple(
        (node["function_name"], text) for node in functions for first in _arguments(node)[:1] for text in _texts(first)
    )


def _nodes(node: object) -> Iterator[dict]:
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(child)


#: The names of a FROM, each with its table, innermost first.
_Scopes = tuple[Mapping[str, str], ...]


def _walk(node: object, scopes: _Scopes, columns: Mapping[str, Collection[str]]) -> Iterator[Held]:
    if isinstance(node, list):
        for child in node:
            yield from _walk(child, scopes, columns)
        return
    if not isinstance(node, dict):
        return
    if node.get("type") == "SELECT_NODE":
        scopes = (dict(_sources(node["from_table"])), *scopes)
    for sides, texts, like in _comparisons(node):
        for table, column in filter(None, (_column(side, scopes, columns) for side in sides)):
            yield from (Held(table, column, text, like) for text in texts)
    for child in node.values():
        yield from _walk(child, scopes, columns)


def _sources(node: object) -> Iterator[tuple[str, str]]:
    """The names of one FROM with what they stand for; of something else than a table, nothing."""
    if not isinstance(node, dict):
        return
    if node.get("type") == "BASE_TABLE":
        yield (node.get("alias") or node["table_name"]), node["table_name"]
    elif node.get("type") == "JOIN":
        yield from _sources(node["left"])
        yield from _sources(node["right"])
    elif node.get("alias"):
        yield node["alias"], ""


def _comparisons(node: dict) -> Iterator[tuple[list[object], list[str], bool]]:
    """What is compared in this node: the sides that may be columns, and the texts."""
    kind, name = str(node.get("type")), str(node.get("function_name"))
    if node.get("class") == "COMPARISON":
        yield [node["left"]], _texts(node["right"]), False
        yield [node["right"]], _texts(node["left"]), False
    elif kind in ("COMPARE_IN", "COMPARE_NOT_IN"):
        yield node["children"][:1], [text for one in node["children"][1:] for text in _texts(one)], False
    elif kind == "SUBQUERY" and node.get("subquery_type") == "ANY":  # 'a' = any(column)
        inner = node["subquery"]["node"].get("select_list") or [{}]
        if inner[0].get("function_name") == "unnest":
            yield _arguments(inner[0]), _texts(node.get("child")), False
    elif name in _IN_LIST and len(_arguments(node)) == 2:
        yield _arguments(node)[:1], _texts(_arguments(node)[1]), False
    elif name in _LIKE:
        yield _arguments(node)[:1], _texts(_arguments(node)[1]), True


def _arguments(node: dict) -> list:
    """The arguments of a word; DuckDB writes each either by itself or with its name."""
    return [one.get("expression", one) for one in node.get("arguments") or node.get("children") or ()]


def _texts(node: object) -> list[str]:
    """The text that stands here, or all of a list."""
    if not isinstance(node, dict):
        return []
    if node.get("class") == "CONSTANT":
        value = node.get("literal") or node.get("value") or {}
        said = value.get("text", value.get("value"))
        kind = value.get("kind") or (value.get("type") or {}).get("id")
        return [said] if kind in ("STRING", "VARCHAR") and isinstance(said, str) else []
    if node.get("class") == "CAST":
        return _texts(node["child"])
    if node.get("function_name") == "list_value":
        return [text for one in _arguments(node) for text in _texts(one)]
    return []


def _column(node: object, scopes: _Scopes, columns: Mapping[str, Collection[str]]) -> tuple[str, str] | None:
    """The table and the column that this stands for, by whatever name; None where that is not certain."""
    if not isinstance(node, dict):
        return None
    if node.get("class") == "CAST":
        return _column(node["child"], scopes, columns)
    if node.get("type") == "OPERATOR_COALESCE":
        return _column(node["children"][0], scopes, columns)
    if node.get("class") != "COLUMN_REF":
        return None
    *of, name = node["column_names"][-2:]
    for scope in scopes:
        if of and of[0] in scope:
            return (scope[of[0]], name) if name in columns.get(scope[of[0]], {}) else None
        if not of:
            found = {table for table in scope.values() if name in columns.get(table, {})}
            if found or any(table not in columns for table in scope.values()):
                return (found.pop(), name) if len(found) == 1 else None
    return None
