"""How pieces of a page stand below and beside each other, as HTML, in the same places as blocks of Streamlit would."""

from __future__ import annotations

from collections.abc import Sequence


def below(pieces: Sequence[str], kind: str = "") -> str:
    """Pieces one below the other, with the gap that blocks have there; one alone is left as it is.

    `kind` is "dempet" where they stand closer.
    """
    if len(pieces) < 2:
        return "".join(pieces)
    return f'<div class="{f"susun {kind}".strip()}">{"".join(f"<div>{piece}</div>" for piece in pieces)}</div>'


def beside(widths: Sequence[float], columns: Sequence[Sequence[str]]) -> str:
    """Columns of pieces with their `widths` as a share of all; one below the other on a phone."""
    sides = "".join(
        f'<div class="sisi" style="--lebar:{width / sum(widths):.6f}">{below(pieces)}</div>'
        for width, pieces in zip(widths, columns, strict=True)
    )
    return f'<div class="belah">{sides}</div>'
