"""The field for a decision's one sentence: as high as the sentence is long, read while it is typed, kept by Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

LABEL = "Apa yang diputuskan"
#: As the component calls what is typed, what was typed when Enter was pressed, and what the field of the day beside it
#: holds when Enter was pressed there.
TYPED, ENTERED, DATED = "kalimat", "catat", "hari"

_FIELD = st.components.v2.component(
    "kalimat_keputusan",
    html=f"""<div class="kalimat-isian"><div class="gema" aria-hidden="true"></div><textarea rows="1" maxlength="600"
aria-label="{LABEL}" placeholder="Siapa mengerjakan apa, paling lambat kapan" autocomplete="off"></textarea></div>""",
    js=Path(__file__).with_suffix(".js").read_text("utf-8"),
    isolate_styles=False,
)

_FORGET = st.components.v2.component(
    "naskah",
    html="<span></span>",
    js=Path(__file__).with_name("forget_draft.js").read_text("utf-8"),
    isolate_styles=False,
)


def field(key: str, read: str, spans: Sequence[tuple[int, int]], times: int, put: tuple[int, str | None],
          entered: Callable[[], None], dated: Callable[[], None], of: str = "") -> None:  # fmt: skip
    """The field under `key`, whose text is then st.session_state[key]["kalimat"].

    `spans` are the parts of the text `read` that were understood; `times` counts how often the form was opened, and
    `put` is a text that takes the place of what is typed, with a number that says which one it is. `entered` is called
    after Enter, with the text as st.session_state[key]["catat"], and `dated` after Enter in the field of the day, with
    what stands there as st.session_state[key]["hari"]. `of` is the id of the decision that is put right.
    """
    _FIELD(
        key=key, on_kalimat_change=lambda: None, on_catat_change=entered, on_hari_change=dated,
        data={"read": read, "spans": [list(one) for one in spans], "times": times, "turn": put[0], "put": put[1],
              "of": of},
    )  # fmt: skip


def forget() -> None:
    """The draft in the browser, once the decision is kept."""
    _FORGET(key="naskah")
