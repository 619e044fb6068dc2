const WAITS = 200
const signs = (text) => [...text]

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  // What is put right has a draft of its own: it must never come back as a decision of its own.
  const KEY = `naskah-keputusan${data.of}`
  const area = parentElement.querySelector("textarea"), echo = parentElement.querySelector(".gema")
  if (!area) return
  // What Enter and typing do with the newest of what the server said; listeners are there once.
  area.told = { setStateValue, setTriggerValue }
  const draw = () => {
    // Underlined is what was understood, as long as that is what stands there.
    const typed = signs(area.value), spans = data.read === area.value ? data.spans : []
    echo.replaceChildren()
    let at = 0
    for (const [from, to] of spans) {
      const mark = document.createElement("u")
      mark.textContent = typed.slice(from, to).join("")
      echo.append(typed.slice(at, from).join(""), mark)
      at = to
    }
    echo.append(typed.slice(at).join(""), " ")
    area.style.height = "auto"
    area.style.height = `${area.scrollHeight}px`
  }
  const say = () => {
    clearTimeout(area.waits)
    if (area.said === area.value) return
    area.said = area.value
    area.told.setStateValue("kalimat", area.value)
  }
  const put = (text) => {
    area.value = text
    sessionStorage.setItem(KEY, text)
    say()
  }
  area.oninput = () => {
    // What is typed lies in the browser until it is recorded: no change of page and no lost server takes it away.
    sessionStorage.setItem(KEY, area.value)
    draw()
    clearTimeout(area.waits)
    area.waits = setTimeout(say, WAITS)
  }
  area.onblur = (event) => event.relatedTarget?.closest(".st-key-catat") && say()
  // Whoever presses elsewhere is on the way to another page, and what is asked of this one then meets the next.
  area.leaves ??= document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".st-key-catat")) clearTimeout(area.waits)
  }, true) ?? true
  area.onkeydown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    clearTimeout(area.waits)
    area.said = area.value
    area.told.setTriggerValue("catat", area.value)
  }
  // For as long as the form is there, and from when its field is: keys of what stands beside.
  area.keys ??= addEventListener("keydown", function beside(event) {
    if (!area.isConnected) return removeEventListener("keydown", beside, true)
    // Enter in the field of the day keeps the decision, too, with the day that stands there at that moment; it is asked
    // last, since what the field itself then tells the server would take the place of a question that is under way.
    if (event.key === "Enter" && event.target.matches?.(".st-key-catat .stTextInput input")) {
      const day = event.target.value
      say()
      return setTimeout(() => area.told.setTriggerValue("hari", day), 80)
    }
    // Esc in an open list closes the list alone.
    if (event.key !== "Escape" || !document.querySelector(".st-key-catat [aria-expanded=true]")) return
    event.stopImmediatePropagation()
    document.activeElement.blur()
  }, true) ?? true
  // Once per opening: a later run of the form must not take the cursor away from where it is.
  if (area.opened !== data.times) {
    area.opened = data.times
    const draft = sessionStorage.getItem(KEY)
    setTimeout(() => {
      if (data.put !== null) put(data.put)
      else if (draft && !area.value) put(draft)
      area.turn = data.turn
      draw()
      area.focus()
    }, 60)
  } else if (data.put !== null && area.turn !== data.turn) {
    area.turn = data.turn
    put(data.put)
    area.focus()
  }
  draw()
}
