export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.stop?.()
  const unlink = links((page) => setTriggerValue("ke", page)), endFiles = chartFiles()
  const sheet = parentElement.querySelector("dialog")
  const seeking = search({
    dialog: parentElement.querySelector("dialog.cari"), ask: () => setTriggerValue("ke", data.search),
    go: (page) => setTriggerValue("ke", page), ready: () => { if (sheet.open) sheet.close(); return true },
  })
  let known = null, asked = null

  // What the line says, or said last: between two pages there is none for a moment.
  const line = () => {
    const shown = document.querySelector(".rel")
    if (shown && shown !== known?.shown) {
      const { acara, nomor, detik, terpakai, ke, sejak, kini, halaman } = shown.dataset
      const numbers = (text) => (text ? text.split(" ").map(Number) : [])
      known = {
        shown, page: halaman, pages: acara ? acara.split(" ") : [], keys: nomor ? nomor.split(" ") : [],
        seconds: numbers(detik), used: numbers(terpakai),
        point: Number(ke), since: Number(sejak), ahead: Number(kini) - Date.now() / 1000,
      }
      if (asked?.page === halaman) asked = null
    }
    return document.querySelector("[data-rapat=ya]") && known
  }

  // A page that comes begins at its top, however far the one before was rolled.
  let at = location.pathname
  const begin = () => {
    if (at === location.pathname) return
    at = location.pathname
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0)
  }

  // The time left of the point that runs; over it, how much over. Nothing changes the page by itself.
  const two = (number) => String(number).padStart(2, "0")
  const draw = () => {
    begin()
    seeking.changed()
    const now = line(), clock = now && now.shown.querySelector(".sisa")
    if (!clock) return
    // Keys that come faster than pages may overtake each other on the server: what is at rest elsewhere is asked again.
    const resting = document.querySelector("[data-test-script-state=notRunning]")
    if (asked && !asked.repeated && resting && Date.now() - asked.at > 700) {
      asked.repeated = true
      setTriggerValue("ke", asked.page)
    }
    const running = Math.max(Date.now() / 1000 + now.ahead - now.since, 0)
    const used = (place) => now.used[place] + (place === now.point ? running : 0)
    // A point without minutes of its own is told how long it has been spoken on.
    const planned = now.seconds[now.point], left = planned ? Math.ceil(planned - used(now.point)) : 0
    const whole = planned ? Math.abs(left) : Math.floor(used(now.point))
    const said = `${planned ? (left < 0 ? data.over : data.left) : data.on} ${two(Math.floor(whole / 60))}.${two(whole % 60)}`
    if (clock.textContent !== said) clock.textContent = said
    clock.classList.toggle("lewat", left < 0)
    now.shown.querySelectorAll(".langkah i").forEach((bar, place) => {
      bar.style.setProperty("--p", Math.min(100, now.seconds[place] ? (100 * used(place)) / now.seconds[place] : 0).toFixed(1))
      bar.classList.toggle("kini", place === now.point)
    })
  }

  // Keys count from the page that was asked for last, also when it has not come yet; one that nobody brought, as with a
  // server that was gone, is given up.
  const coming = () => (asked && Date.now() - asked.at < 3000 ? asked : null)
  const goal = (key, now) => {
    const last = now.pages.length - 1
    const from = coming()?.point ?? now.point
    const [on, back] = [from + 1, from - 1]
    const steps = { ArrowRight: on, PageDown: on, ArrowLeft: back, PageUp: back, Home: 0, End: last }
    if (key in steps) return Math.min(Math.max(steps[key], 0), last)
    const numbered = /^[0-9]$/.test(key) ? now.keys.indexOf(key) : -1
    return numbered < 0 ? null : numbered
  }
  // The page stands in a box of its own, which nobody has clicked into yet.
  const rolled = { ArrowDown: 0.4, ArrowUp: -0.4, " ": 0.85 }
  const roll = (event) => {
    const resting = !sheet.open && event.composedPath()[0] === document.body
    if (!(event.key in rolled) || !resting) return false
    const box = document.querySelector("[data-testid=stMain]"), back = event.key === " " && event.shiftKey ? -1 : 1
    box?.scrollBy({ top: back * rolled[event.key] * box.clientHeight, behavior: "smooth" })
    return true
  }
  // To the list of all decisions, of which the first screen has the first.
  const onward = () => {
    const lists = [...document.querySelectorAll(".putus")]
    lists.at(-1)?.scrollIntoView({ behavior: "smooth", block: "center" })
  }
  const press = (key) => {
    const now = line(), others = { m: data.leave, w: data.again }
    if (key === "h") {
      sheet.className = "m tombol"
      sheet.onclose = () => { sheet.className = "" }
      sheet.innerHTML = now.shown.querySelector(".daftar-tombol").innerHTML
      if (sheet.open) return sheet.close()
      sheet.showModal()
      return sheet.querySelector("[aria-current]")?.focus()
    }
    const point = now.pages.length ? goal(key, now) : null
    if (point === null && !(key in others)) return false
    if (sheet.open) sheet.close()
    return point === null ? setTriggerValue("ke", others[key]) : turn(point, now)
  }
  const turn = (point, now) => {
    const page = now.pages[point]
    if (page === (coming()?.page ?? now.page)) return
    asked = { point, page, at: Date.now() }
    setTriggerValue("ke", page)
  }

  // Where a choice was reached with Tab its arrows belong to it; after a click they turn the page.
  let tabbed = false
  const pointed = () => { tabbed = false }
  const field = "input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable=true], [role=listbox]"
  const choice = "[role=radiogroup], [role=tablist]"
  const typing = (target) => target.closest?.(field) || (tabbed && target.closest?.(choice))
  const keys = (event) => {
    if (event.key === "Tab") tabbed = true
    if (!line() || event.ctrlKey || event.metaKey || event.altKey || typing(event.composedPath()[0])) return
    if (!roll(event) && press(event.key.length === 1 ? event.key.toLowerCase() : event.key) === false) {
      if (event.key.length === 1 && sheet.open) sheet.close()  // for what the key opens elsewhere
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const clicked = (event) => {
    seeking.clicked(event)
    if (event.target === sheet) return sheet.close()  // beside it
    if (event.target.closest?.(".rel .bantu")) return press("h")
    if (event.target.closest?.(".lanjut")) return onward()
    const pressed = sheet.contains(event.target) && event.target.closest("[data-tombol], [data-ke]")?.dataset
    if (!pressed) return
    if (pressed.tombol) return press(pressed.tombol)
    sheet.close()
    turn(Number(pressed.ke), line())
  }
  const clock = setInterval(draw, 250), drawn = new MutationObserver(draw)
  drawn.observe(document.body, { childList: true, subtree: true })
  draw()
  addEventListener("keydown", seeking.keys, true)
  addEventListener("keydown", keys, true)
  addEventListener("pointerdown", pointed, true)
  document.addEventListener("click", clicked)
  parentElement.stop = () => {
    unlink()
    endFiles()
    clearInterval(clock)
    drawn.disconnect()
    removeEventListener("keydown", seeking.keys, true)
    removeEventListener("keydown", keys, true)
    removeEventListener("pointerdown", pointed, true)
    document.removeEventListener("click", clicked)
  }
  return () => parentElement.stop()
}
