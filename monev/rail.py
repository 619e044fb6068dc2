"""The keys of Mode Rapat and the time that counts down, both in the browser; and the way into the mode."""

from __future__ import annotations

import time

import streamlit as st

from monev.draw import rail
from monev.visit import links, stage
from monev.visit.clock import Clock

#: The key that opens the mode, and the same that leaves it.
OPENS = "M"

_KEYS = st.components.v2.component(
    "rel",
    html="<dialog class='m tombol' aria-label='Tombol Mode Rapat'></dialog>",
    js="""
export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.stop?.()
  const sheet = parentElement.querySelector("dialog"), ahead = data.now - Date.now() / 1000
  sheet.innerHTML = data.keys_html

  // The time left of the point that runs; over it, how much over. Nothing changes the page by itself.
  const runs = () => Math.max(Date.now() / 1000 + ahead - data.since, 0)
  const used = (place) => data.used[place] + (place === data.point ? runs() : 0)
  const two = (number) => String(number).padStart(2, "0")
  const draw = () => {
    const line = document.querySelector(".rel"), clock = line?.querySelector(".sisa")
    if (!clock) return
    const left = Math.ceil(data.seconds[data.point] - used(data.point)), whole = Math.abs(left)
    const said = `${left < 0 ? data.over : data.left} ${two(Math.floor(whole / 60))}.${two(whole % 60)}`
    if (clock.textContent !== said) clock.textContent = said
    clock.classList.toggle("lewat", left < 0)
    line.querySelectorAll(".langkah i").forEach((bar, place) => {
      bar.style.setProperty("--p", Math.min(100, (100 * used(place)) / data.seconds[place]).toFixed(1))
      bar.classList.toggle("kini", place === data.point)
    })
  }

  const press = (key) => {
    if (key === "h") return sheet.open ? sheet.close() : sheet.showModal()
    const goes = data.goes[key]
    if (!goes) return false
    if (sheet.open) sheet.close()
    if (goes !== data.here) setTriggerValue("ke", goes)
  }
  // Where a choice was reached with Tab its arrows belong to it; after a click they turn the page.
  let tabbed = false
  const pointed = () => { tabbed = false }
  const field = "input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable=true], [role=listbox]"
  const choice = "[role=radiogroup], [role=tablist]"
  const typing = (target) => target.closest?.(field) || (tabbed && target.closest?.(choice))
  const keys = (event) => {
    if (event.key === "Tab") tabbed = true
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.composedPath()[0])) return
    if (press(event.key.length === 1 ? event.key.toLowerCase() : event.key) === false) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const clicked = (event) => {
    if (event.target === sheet) return sheet.close()  // beside it
    if (event.target.closest?.(".rel .bantu")) return press("h")
    const key = sheet.contains(event.target) && event.target.closest("[data-tombol]")?.dataset.tombol
    if (key) press(key)
  }
  const clock = setInterval(draw, 250)
  draw()
  addEventListener("keydown", keys, true)
  addEventListener("pointerdown", pointed, true)
  document.addEventListener("click", clicked)
  parentElement.stop = () => {
    clearInterval(clock)
    removeEventListener("keydown", keys, true)
    removeEventListener("pointerdown", pointed, true)
    document.removeEventListener("click", clicked)
  }
  return () => parentElement.stop()
}
""",
    isolate_styles=False,
)

#: What the browser sends for a key that goes to no page.
_LEAVE, _AGAIN = "keluar", "ulang"


def entrance() -> None:
    """The button that opens Mode Rapat, which its key also does."""
    with st.container(key="mode-tombol"):
        st.button("Mode Rapat", shortcut=OPENS, key="mode_buka", on_click=stage.toggle)


def listen(points: list[dict], here: str, clock: Clock) -> None:
    """Listen for keys on page `here`, and count the time of the point that runs. `points` are the rows of
    queries/ringkasan/acara.sql.
    """
    pages = [row["halaman"] for row in points]
    _KEYS(
        key="rel",
        data={
            "here": here, "goes": _goes(pages, clock.point), "keys_html": rail.keys(points, clock.point),
            "point": clock.point, "since": clock.since, "used": clock.used, "now": time.time(),
            "seconds": [row["menit"] * 60 for row in points], "left": "sisa", "over": "lewat",
        },
        on_ke_change=_go,
    )  # fmt: skip


def _goes(pages: list[str], point: int) -> dict[str, str]:
    """Key as the browser names it -> page, or what else it does."""
    if not pages:
        return {"m": _LEAVE}
    after, before = pages[min(point + 1, len(pages) - 1)], pages[max(point - 1, 0)]
    named = {
        "ArrowRight": after, "PageDown": after, "ArrowLeft": before, "PageUp": before,
        "Home": pages[0], "End": pages[-1], "m": _LEAVE, "0": _AGAIN,
    }  # fmt: skip
    return named | {str(place): page for place, page in enumerate(pages[:9], 1)}


def _go() -> None:
    wanted = st.session_state["rel"].ke
    if wanted == _LEAVE:
        stage.toggle()
    elif wanted == _AGAIN:
        stage.again()
    else:
        links.go_to(wanted)
