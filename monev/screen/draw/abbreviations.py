"""What the abbreviations on a page stand for, in one quiet line below it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from monev.screen.draw.elements import Row, block
from monev.screen.draw.html import html

#: A query that is shown on request is no text of the page.
_CODE = re.compile(r"<pre.*?</pre>", re.DOTALL)


@lru_cache(maxsize=256)
def found(drawn: str, known: tuple[str, ...]) -> frozenset[str]:
    """Those of the `known` that stand in a piece of HTML as words of their own; one of several words in all of them."""
    return frozenset(pattern(known).findall(_CODE.sub("", drawn)) if known else ())


@lru_cache(maxsize=16)
def pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the `known` in a text; not in a sign that HTML writes by its name or number, as in &lt; and &#x27;."""
    longest_first = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<![\w.&])(?<!&#)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def line(rows: Sequence[Row], said: Collection[str]) -> str:
    """Those of the rows that are `said` on the page; nothing without any. Keys: singkatan, kepanjangan."""
    spelled = html("; ").join(
        html("<b>{}</b> {}", row["singkatan"], row["kepanjangan"]) for row in rows if row["singkatan"] in said
    )
    return block(html("Singkatan di halaman ini: {}.", spelled), "kecil redup singkatan", "p") if spelled else ""
