"""Which rules of reference/aturan.csv a number is worked out by, however many words and questions lie between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from monev.snapshot import indicator_sql, queries, sql_words

#: What SQL says in quotes, wherever no remark says it: a rule is asked for by its code, also by way of a word that is
#: handed the code, and of a table. How SQL calls a word.
_QUOTED = re.compile(r"""--[^\n]*|/\*.*?\*/|"[^"]*"|'((?:[^']|'')*)'""", re.DOTALL)
_CALL = re.compile(r"\b(\w+)\(")


class _Text(NamedTuple):
    """What one SQL names itself: in quotes, and what may lie beneath it."""

    quoted: frozenset[str]
    beneath: frozenset[str]


def of_number(code: str) -> frozenset[str]:
    """What stands in quotes anywhere beneath a number, among it the codes of its rules; nothing of a number that is
    declared no more."""
    return _by_number().get(code, frozenset())


@lru_cache(maxsize=1)
def _by_number() -> Mapping[str, frozenset[str]]:
    """Of all numbers at once: most of what lies beneath them is the same."""
    loaded = queries.load().values()
    words = {name: _text(said, sql_words.READ.findall(said)) for name, said in sql_words.statements().items()}
    questions = {one.view: _text(one.asked, one.reads) for one in loaded if one.kind is not indicator_sql}
    numbers = {one.declared.code: _text(one.asked, one.reads) for one in loaded if one.kind is indicator_sql}
    return {code: _all_beneath(text, words | questions) for code, text in numbers.items()}


def _text(sql: str, reads: Iterable[str]) -> _Text:
    return _Text(frozenset(filter(None, _QUOTED.findall(sql))), frozenset({*_CALL.findall(sql), *reads}))


def _all_beneath(text: _Text, known: Mapping[str, _Text]) -> frozenset[str]:
    found, seen, left = set(text.quoted), set[str](), [text]
    while left:
        more = (left.pop().beneath & known.keys()) - seen
        seen |= more
        found |= {said for name in more for said in known[name].quoted}
        left += [known[name] for name in more]
    return frozenset(found)
