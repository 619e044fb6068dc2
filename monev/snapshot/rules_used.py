"""Which rules of reference/aturan.csv a number is worked out by, however many words and questions lie between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from monev.snapshot import indicator_sql, queries, sql_words

#: How SQL asks for a rule, calls a word, and how a word names a table.
_RULE = re.compile(r"\baturan(?:_bulat)?\('(\w+)'\)")
_CALL = re.compile(r"\b(\w+)\(")
_TABLE = re.compile(r"\b(?:from|join) (\w+)")


class _Text(NamedTuple):
    """What one SQL names itself: rules by their codes, and what may lie beneath it."""

    rules: frozenset[str]
    beneath: frozenset[str]


def of_number(code: str) -> frozenset[str]:
    """The codes of the rules; none of a number that is declared no more."""
    return _by_number().get(code, frozenset())


@lru_cache(maxsize=1)
def _by_number() -> Mapping[str, frozenset[str]]:
    """Of all numbers at once: most of what lies beneath them is the same."""
    loaded = queries.load().values()
    words = {name: _text(said, _TABLE.findall(said)) for name, said in sql_words.statements().items()}
    questions = {one.view: _text(one.asked, one.reads) for one in loaded if one.kind is not indicator_sql}
    numbers = {one.declared.code: _text(one.asked, one.reads) for one in loaded if one.kind is indicator_sql}
    return {code: _all_beneath(text, words | questions) for code, text in numbers.items()}


def _text(sql: str, reads: Iterable[str]) -> _Text:
    return _Text(frozenset(_RULE.findall(sql)), frozenset({*_CALL.findall(sql), *reads}))


def _all_beneath(text: _Text, known: Mapping[str, _Text]) -> frozenset[str]:
    found, seen, left = set(text.rules), set[str](), [text]
    while left:
        more = (left.pop().beneath & known.keys()) - seen
        seen |= more
        found |= {rule for name in more for rule in known[name].rules}
        left += [known[name] for name in more]
    return frozenset(found)
