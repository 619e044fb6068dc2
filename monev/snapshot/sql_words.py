"""The words that SQL of all folders may use, laid down in an open snapshot when a question first uses one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import duckdb

from monev.settings import ENGINE_QUERIES, QUERIES
from monev.snapshot import formats
from monev.snapshot.literals import text

#: A word for one value of the whole snapshot, such as its date.
_OF_ALL = re.compile(r"macro \w+\(\) as\s+(?!')(.+)$", re.DOTALL)
#: A word that looks up one value by the name that it is given, such as a rule: the column, the table, and its key.
_LOOKED_UP = re.compile(r"macro \w+\((\w+)\) as\s+\(select ([\w:]+)\sfrom (\w+) where (\w+) = \1\)$")
#: The tables that a word names.
READ = re.compile(r"\b(?:from|join)\s+\"?(\w+)")
#: Types whose text is all that is needed to have a value of it again.
_PLAIN = re.compile(
    r"(BOOLEAN|DATE|TIME|TIMESTAMP|DOUBLE|VARCHAR|[A-Z]*INT[A-Z]*)|(BOOLEAN|DATE|DOUBLE|[A-Z]*INT[A-Z]*)\[\]"
)


@lru_cache(maxsize=4)
def statements(folder: Path = QUERIES) -> Mapping[str, str]:
    """Word -> the statement that makes it: those of makro.sql, the engine's and the project's, and those of formats."""
    files = [path for one in (ENGINE_QUERIES, folder) if (path := one / "makro.sql").is_file()]
    text = "\n".join((*(f"{one};" for one in formats.macros()), *(path.read_text("utf-8") for path in files)))
    parts = re.split(r";\n", re.sub(r"(?m)^--.*\n", "", text))
    return {re.search(r"macro (\w+)\(", part)[1]: part.strip() for part in parts if part.strip()}


def tables_of(word: str, folder: Path = QUERIES) -> frozenset[str]:
    """The tables and views that a word names, itself or by way of other words."""
    known, found, left, seen = statements(folder), set[str](), {word}, set[str]()
    while left := left - seen:
        seen |= left
        texts = [known[one] for one in left]
        found.update(*(READ.findall(text) for text in texts))
        left = {name for text in texts for name in re.findall(r"\w+", text)} & known.keys()
    return frozenset(found)


def states() -> list[str]:
    """The states of a number, the most urgent first, as the word `genting` has them."""
    return re.findall(r"'(\w+)'", statements()["genting"])


#: Makes the tables and views of these names, which a word reads, in a schema.
Beneath = Callable[[Iterable[str], str], None]


class Words:
    """The words of one snapshot's connection. `builders` are cursors by schema.

    Whoever owns it hands `beneath` in each time: a snapshot that nobody holds any more goes at once, with all that it
    has in memory, and need not be found as a circle first.
    """

    def __init__(self, builders: Mapping[str, duckdb.DuckDBPyConnection]) -> None:
        self._builders = builders
        self._said = statements()
        self._laid: set[tuple[str, str]] = set()

    def lay(self, sql: str, schema: str, beneath: Beneath) -> None:
        """The words that this SQL uses in the schema, each after the words and tables that it reads itself."""
        used = set(re.findall(r"\w+", sql))
        for function in used & formats.FUNCTIONS.keys():
            if ("", function) not in self._laid:  # of all schemas
                formats.register(self._builders[schema], function)
                self._laid.add(("", function))
        for word in sorted(used & self._said.keys()):
            if (schema, word) in self._laid:
                continue
            self._laid.add((schema, word))
            try:
                self.lay(self._said[word], schema, beneath)
                beneath(READ.findall(self._said[word]), schema)
                self._make(word, schema)
            except BaseException:
                self._laid.discard((schema, word))
                raise

    def _make(self, word: str, schema: str) -> None:
        """What a word says of the whole snapshot, or by a name, is looked up once, and not again wherever it is used: a
        question within a question takes longer to prepare than all else around it."""
        builder, said = self._builders[schema], self._said[word]
        if found := _OF_ALL.search(said):
            one = f"from (select {found[1]} as v) select v::varchar, typeof(v)"
            [(value, kind)] = builder.execute(one).fetchall()
            if _PLAIN.fullmatch(kind):
                said = f"create macro {word}() as {'null' if value is None else text(value)}::{kind}"
        elif found := _LOOKED_UP.search(said):
            name, column, table, key = found.groups()
            rows = builder.execute(f"from {table} select {key}::varchar, ({column})::varchar, {column}")
            kind, known = str(rows.description[2][1]), [row[:2] for row in rows.fetchall()]
            if _PLAIN.fullmatch(kind) and len({of for of, _ in known} - {None}) == len(known):
                told = text(json.dumps(dict(known), ensure_ascii=False))
                said = f"create macro {word}({name}) as ({told}::json::map(varchar, {kind}))[{name}]"
        builder.execute(said)
