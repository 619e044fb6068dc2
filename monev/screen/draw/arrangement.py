"""How pieces of a page stand below and beside each other, as HTML, in the same places as blocks of Streamlit would."""

from __future__ import annotations

from collections.abc import Sequence

from monev.screen.draw.html import Html, every, html


def below(pieces: Sequence[Html], kind: str = "") -> Html:
    """Pieces of HTML one below the other, with the gap that blocks have there; one alone is left as it is.

    `kind` is "dempet" where they stand closer.
    """
    if len(pieces) < 2:
        return html("").join(pieces)
    stacked = every("<div>{}</div>", ([piece] for piece in pieces))
    return html('<div class="{}">{}</div>', f"susun {kind}".strip(), stacked)


def beside(widths: Sequence[float], columns: Sequence[Sequence[Html]]) -> Html:
    """Columns of pieces of HTML with their `widths` as a share of all; one below the other on a phone."""
    sides = ((f"{width / sum(widths):.6f}", below(pieces)) for width, pieces in zip(widths, columns, strict=True))
    return html('<div class="belah">{}</div>', every('<div class="sisi" style="--lebar:{}">{}</div>', sides))
