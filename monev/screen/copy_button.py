"""A button that copies a text, in the look of the buttons beside it; Streamlit's own is English and too small."""

from __future__ import annotations

import streamlit as st

_BUTTON = st.components.v2.component(
    "salin",
    html="<button type='button'></button>",
    css="""
button{font:400 .9rem var(--st-font);min-height:2.5rem;padding:.25rem .75rem;cursor:pointer;
  border-radius:var(--st-button-radius);color:var(--st-text-color);
  background:var(--st-background-color);border:1px solid var(--st-border-color)}
button:hover{border-color:var(--st-primary-color);color:var(--st-primary-color)}
button:focus-visible{outline:3px solid var(--st-text-color);outline-offset:2px}
""",
    js="""
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  button.textContent = data.label
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text)
      button.textContent = data.done
    } catch {  // no permission, or a page without TLS: leave the text to be copied by hand
      button.textContent = data.refused
    }
    setTimeout(() => { button.textContent = data.label }, 4000)
  }
}
""",
)


def copy_button(text: str, label: str, key: str) -> None:
    """A button called `label` that puts `text` on the clipboard and says so."""
    _BUTTON(
        key=key,
        data={"text": text, "label": label, "done": "Tersalin", "refused": "Blok teks di atas, lalu salin"},
        height="content",
    )
