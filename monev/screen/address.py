"""Links to other pages, rows that stand for a choice, and the meeting in the address: all stay within the visit."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from monev import settings
from monev.screen import meeting_mode

#: The part of the address that names a meeting, and the same in the session.
MEETING = "rapat"

_LINKS = st.components.v2.component(
    "tautan",
    html="<span></span>",
    css=".st-key-tautan{display:none}",
    js="""
export default function ({ parentElement, setTriggerValue }) {
  parentElement.stop?.()
  // A row that names a choice of its page is chosen like there; a phone has what it chose further down.
  const choose = (row) => {
    const named = (one) => one.textContent.trim() === row.dataset.pilih
    ;[...document.querySelectorAll(".st-key-saring [role=radio]")].find(named)?.click()
    if (!matchMedia("(max-width: 640px)").matches) return
    document.querySelector(":has(> .st-key-saring) + *")?.scrollIntoView()
  }
  const follow = (event) => {
    const row = event.target.closest?.(".m tr[data-pilih]")
    if (row && !String(getSelection()).trim()) choose(row)
    const path = event.target.closest?.(".m a")?.getAttribute("href") ?? ""
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (elsewhere || !/^\\/\\w*$/.test(path)) return
    event.preventDefault()
    setTriggerValue("ke", path.slice(1) || "ringkasan")
  }
  document.addEventListener("click", follow)
  parentElement.stop = () => document.removeEventListener("click", follow)
  return () => parentElement.stop()
}
""",
    isolate_styles=False,
)


def links_within() -> None:
    """Let links to other pages of ours stay within the visit; as a new one they would bring the newest numbers."""
    _LINKS(key="tautan", on_ke_change=_follow)


def meeting_in_address() -> None:
    """Keep ?rapat= in the address through every change of page, back and forth; once per run, before the page.

    A field nobody sees: Streamlit carries along only what belongs to a field.
    """
    st.text_input("Rapat", key=MEETING, bind="query-params", label_visibility="collapsed")


def absolute(path: str, meeting: str = "") -> str:
    """The whole address of a path of ours, as others can open it, with the numbers of a meeting where it is named."""
    here = urlsplit(st.context.url or "")
    site = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{site}{path}?{MEETING}={meeting}" if meeting else f"{site}{path}"


def _follow() -> None:
    told = st.session_state.get("tautan")  # nothing where a page was left before it stood
    go_to(told.ke if told else "")


def go_to(name: str) -> None:
    """Callback: to another page within the visit; nothing happens where there is no such page."""
    if name in {path.stem for path in (settings.HOME / "pages").glob("*.py")}:
        st.switch_page(f"pages/{name}.py", query_params=meeting_mode.carried(name))
