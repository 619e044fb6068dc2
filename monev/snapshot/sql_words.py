"""The words that SQL of all folders may use, laid down in an open snapshot when a question first uses one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import duckdb

from monev.settings import ENGINE_QUERIES, QUERIES
from monev.snapshot import formats
from monev.snapshot.literals import text

#: A word for one value of the whole snapshot, such as its date.
_OF_ALL = re.compile(r"macro \w+\(\) as (?!').+$", re.DOTALL)
#: A word that looks up one value by the name that it is given, such as a rule: the column, the table, and its key.
_LOOKED_UP = re.compile(r"macro \w+\((\w+)\) as\s+\(select ([\w:]+) from (\w+) where (\w+) = \1\)$")
#: Types whose text cannot be taken for anything else in a list.
_PLAIN = re.compile(r"(BOOLEAN|DATE|TIME|TIMESTAMP|DOUBLE|VARCHAR|[A-Z]*INT[A-Z]*)$|(BOOLEAN|DATE|DOUBLE|[A-Z]*INT[A-Z]*)\[\]$")


@lru_cache(maxsize=4)
def statements(folder: Path = QUERIES) -> Mapping[str, str]:
    """Word -> the statement that makes it: those of makro.sql, the engine's and the project's, and those of formats."""
    files = [path for one in (ENGINE_QUERIES, folder) if (path := one / "makro.sql").is_file()]
    text = "\n".join((*(f"{one};" for one in formats.macros()), *(path.read_text("utf-8") for path in files)))
    parts = re.split(r";\n", re.sub(r"(?m)^--.*\n", "", text))
    return {re.search(r"macro (\w+)\(", part)[1]: part.strip() for part in parts if part.strip()}


def states() -> list[str]:
    """The states of a number, the most urgent first, as the word `genting` has them."""
    return re.findall(r"'(\w+)'", statements()["genting"])


class Words:
    """The words of one snapshot's connection. `builders` are cursors by schema; `lay` makes those of the `tables` that
    a word reads."""

    def __init__(
        self, builders: Mapping[str, duckdb.DuckDBPyConnection], tables: Collection[str],
        lay: Callable[[Iterable[str], str], None],
    ) -> None:  # fmt: skip
        self._builders, self._tables, self._lay = builders, frozenset(tables), lay
        self._said = statements()
        self._laid: set[tuple[str, str]] = set()

    def lay(self, sql: str, schema: str) -> None:
        """The words that this SQL uses in the schema, each after the words and tables that it reads itself."""
        for word in sorted(set(re.findall(r"\w+", sql)) & self._said.keys()):
            if (schema, word) in self._laid:
                continue
            self._laid.add((schema, word))
            try:
                self.lay(self._said[word], schema)
                self._lay(set(re.findall(r"\w+", self._said[word])) & self._tables, schema)
                self._make(word, schema)
            except BaseException:
                self._laid.discard((schema, word))
                raise

    def _make(self, word: str, schema: str) -> None:
        """What a word says of the whole snapshot, or by a name, is looked up once, and not again wherever it is used: as
        a question within a question it takes longer to prepare than all else around it."""
        builder, said = self._builders[schema], self._said[word]
        builder.execute(said)
        if _OF_ALL.search(said):
            value, kind = builder.execute(f"select {word}()::varchar, typeof({word}())").fetchone()
            if _PLAIN.match(kind):
                told = "null" if value is None else text(value)
                builder.execute(f"create or replace macro {word}() as {told}::{kind}")
        elif found := _LOOKED_UP.search(said):
            name, column, table, key = found.groups()
            rows = builder.execute(f"select {key}::varchar, ({column})::varchar, {column} from {table}")
            kind, known = str(rows.description[2][1]), [row[:2] for row in rows.fetchall()]
            if _PLAIN.match(kind) and len({of for of, _ in known} - {None}) == len(known):
                told = text(json.dumps(dict(known), ensure_ascii=False))
                builder.execute(f"create or replace macro {word}({name}) as ({told}::json::map(varchar, {kind}))[{name}]")
