"""Which rules of reference/aturan.csv a number is worked out by, however many words and questions lie between."""

from __future__ import annotations

import re
from functools import lru_cache

from monev.snapshot import indicator_sql, queries, sql_words

#: How SQL asks for a rule, calls a word, and how a word names a table.
_RULE = re.compile(r"\baturan(?:_bulat)?\('(\w+)'\)")
_CALL = re.compile(r"\b(\w+)\(")
_TABLE = re.compile(r"\b(?:from|join) (\w+)")


@lru_cache(maxsize=256)
def of_number(code: str) -> frozenset[str]:
    """The codes of the rules; none of a number that is declared no more."""
    loaded = queries.load().values()
    beneath = {one.view: (one.asked, one.reads) for one in loaded if one.kind is not indicator_sql}
    words = {name: (said, _TABLE.findall(said)) for name, said in sql_words.statements().items()}
    left = [(one.asked, one.reads) for one in loaded if one.kind is indicator_sql and one.declared.code == code]
    found: set[str] = set()
    seen: set[str] = set()
    while left:
        text, reads = left.pop()
        found |= set(_RULE.findall(text))
        more = (set(_CALL.findall(text)) & words.keys() | set(reads) & beneath.keys()) - seen
        seen |= more
        left += [beneath.get(name) or words[name] for name in more]
    return frozenset(found)
