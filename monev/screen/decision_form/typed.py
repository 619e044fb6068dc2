"""The sentence in the form, as far as the server knows it."""

from __future__ import annotations

import streamlit as st

from monev.screen.decision_form import sentence_field

#: The field, and the sentence that takes the place of what is typed there, with a number that says which one it is.
FIELD, _PUT = "catat_kalimat", "catat_ganti"


def text() -> str:
    return (st.session_state.get(FIELD) or {}).get(sentence_field.TYPED) or ""


def entered() -> str:
    """What stood there when Enter was pressed."""
    return (st.session_state.get(FIELD) or {}).get(sentence_field.ENTERED) or ""


def dated() -> str:
    """What the field of the day held when Enter was pressed there."""
    return (st.session_state.get(FIELD) or {}).get(sentence_field.DATED) or ""


def keep(sentence: str) -> None:
    """This is what is typed."""
    st.session_state.setdefault(FIELD, {})[sentence_field.TYPED] = sentence


def replacement() -> tuple[int, str | None]:
    return st.session_state.get(_PUT, (0, None))


def put(sentence: str) -> None:
    """Put a sentence in the place of what is typed."""
    turn, _ = replacement()
    st.session_state[_PUT] = (turn + 1, sentence)
    keep(sentence)


def clear() -> None:
    for name in (FIELD, _PUT):
        st.session_state.pop(name, None)
