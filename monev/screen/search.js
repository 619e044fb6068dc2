// Finds what can be found by words and goes there: `ask` wishes for the index, `go` leads to a page, `ready` says
// whether a key may open it. Gives what hears keys, what hears clicks, and what is done whenever the page changed.
const search = ({ dialog, ask, go, ready }) => {
  const MOST = 12, OF_A_KIND = 5, PATIENCE = 8000
  const field = dialog.querySelector("input"), list = dialog.querySelector("[role=listbox]")
  const told = dialog.querySelector("[role=status]")
  // The listener begins anew when its page runs again; what was found so far stays with the box.
  const kept = (dialog.kept ??= { known: null, wished: null, looked: null })
  let options = [], at = -1

  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "").toLowerCase()
  const words = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  // By what the index of other numbers is told apart: the field that keeps what a visit looks at, and its address.
  const numbers = () => [
    document.querySelector(".st-key-potret_dilihat input")?.value, new URLSearchParams(location.search).get("rapat"),
  ].join(" ")

  const read = () => {
    const index = document.querySelector(".cari-isi")
    if (!index || kept.known?.index === index) return
    kept.known = {
      index, numbers: numbers(), titles: { ...index.dataset },
      rows: [...index.children].map((one, place) => {
        const { jenis, ke, sasaran, kata } = one.dataset, title = one.querySelector("b").textContent.trim()
        const rest = `${one.querySelector("small").textContent} ${kata}`
        return { jenis, ke, sasaran, place, inner: one.innerHTML, title: plain(title), head: words(title), rest: words(rest) }
      }),
    }
    if (dialog.open) show()
  }

  // How well one word fits: the beginning of a word of the title, of another word, anywhere in one.
  const fits = (row, word) => {
    if (row.head.includes(word)) return 10
    if (row.head.some((one) => one.startsWith(word))) return 8
    if (row.rest.some((one) => one.startsWith(word))) return 4
    return word.length > 2 && [...row.head, ...row.rest].some((one) => one.includes(word)) ? 1 : 0
  }
  // One letter too many, too few, another, or two that changed places, within the beginning of a word of the title.
  const nearly = (row, word) => (word.length > 3 && row.head.some((one) => slip(one, word)) ? 1 : fits(row, word))
  const slip = (one, word) => {
    let same = 0
    while (same < word.length && one[same] === word[same]) same += 1
    const [a, b] = [one.slice(same), word.slice(same)]
    return a.startsWith(b.slice(1)) || a.slice(1).startsWith(b) || a.slice(1).startsWith(b.slice(1)) ||
      (a[0] === b[1] && a[1] === b[0] && a.slice(2).startsWith(b.slice(2)))
  }
  const sought = (asked, how) => {
    const whole = plain(field.value.trim())
    return kept.known.rows.map((row) => {
      const each = asked.map((word) => how(row, word))
      const begins = row.title === whole ? 20 : row.title.startsWith(whole) ? 6 : 0
      return { row, score: each.includes(0) ? 0 : begins + each.reduce((sum, one) => sum + one, 0) / each.length }
    }).filter(({ score }) => score).sort((a, b) => b.score - a.score || a.row.place - b.row.place)
  }
  // The best of all, no kind so often that it pushes the others out.
  const best = (found) => {
    const taken = [], left = [], count = {}
    for (const one of found) {
      const times = (count[one.row.jenis] = (count[one.row.jenis] ?? 0) + 1)
      ;(times <= OF_A_KIND ? taken : left).push(one)
    }
    return [...taken, ...left].slice(0, MOST)
  }

  const show = () => {
    const asked = words(field.value)
    let found = []
    if (kept.known && asked.length) {
      found = sought(asked, fits)
      if (!found.length) found = sought(asked, nearly)
    }
    const shown = best(found), kinds = [...new Set(shown.map(({ row }) => row.jenis))]
    list.replaceChildren(...kinds.map((kind) => group(kind, shown.filter(({ row }) => row.jenis === kind))))
    options = [...list.querySelectorAll("[role=option]")]
    field.setAttribute("aria-expanded", String(options.length > 0))
    mark(options.length ? 0 : -1)
    const left = found.length - shown.length
    told.textContent = !asked.length ? "Ketik beberapa huruf; ↑ ↓ memilih, Enter membuka, Esc menutup."
      : !kept.known ? (kept.wished && Date.now() - kept.wished < PATIENCE ? "Menyiapkan …" : "Belum ada yang dapat dicari di sini.")
      : !found.length ? `Tidak ada yang cocok dengan “${field.value.trim()}”.`
      : `${shown.length} ditemukan${left ? `, dan ${left} lainnya; tambah kata untuk mempersempit` : ""}.`
  }
  const group = (kind, found) => {
    const one = document.createElement("div"), title = document.createElement("div")
    one.setAttribute("role", "group")
    title.id = `cari-${kind}`
    title.className = "golongan"
    title.textContent = kept.known.titles[kind]
    one.setAttribute("aria-labelledby", title.id)
    one.append(title, ...found.map(({ row }) => {
      const option = document.createElement("div")
      option.setAttribute("role", "option")
      option.id = `cari-${row.place}`
      option.innerHTML = row.inner
      option.dataset.place = row.place
      return option
    }))
    return one
  }
  const mark = (place) => {
    at = place
    options.forEach((one, index) => one.setAttribute("aria-selected", String(index === place)))
    const one = options[place]
    if (!one) return field.removeAttribute("aria-activedescendant")
    field.setAttribute("aria-activedescendant", one.id)
    one.scrollIntoView({ block: "nearest" })
  }

  const open = () => {
    if (kept.known?.numbers !== numbers()) {
      kept.known = null
      kept.wished = Date.now()
      ask()
      setTimeout(() => { if (dialog.open && !kept.known) show() }, PATIENCE + 50)
    }
    field.value = ""
    dialog.className = "m cari"
    dialog.showModal()
    field.focus()
    show()
  }
  const follow = (option) => {
    if (!option) return
    const row = kept.known.rows[option.dataset.place]
    dialog.close()
    const [page, more] = row.ke.split("?")
    kept.looked = { page, sasaran: row.sasaran, until: Date.now() + 6000 }
    go(more ? `${page}?${more}` : page)
  }
  // What was chosen is looked at once its page stands: opened where it is folded away, in the middle, with the focus;
  // again where a part of the page that comes late takes its place.
  const look = () => {
    const { page, sasaran, until } = kept.looked ?? {}
    if (!sasaran || Date.now() > until) return (kept.looked = null)
    if (!location.pathname.endsWith(`/${page}`) || document.activeElement?.dataset.cari === sasaran) return
    const there = [...document.querySelectorAll("[data-cari]")].find((one) => one.dataset.cari === sasaran)
    if (!there || (kept.looked.seen && document.activeElement !== document.body)) return
    kept.looked = { ...kept.looked, seen: true, until: kept.looked.seen ? until : Date.now() + 1500 }
    for (let fold = there.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true
    there.tabIndex = -1
    there.focus({ preventScroll: true })
    there.scrollIntoView({ block: "center" })
  }

  const steps = { ArrowDown: 1, ArrowUp: -1 }
  const typing = (target) => target.closest?.("input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable=true]")
  const keys = (event) => {
    if (dialog.open) {
      event.stopImmediatePropagation()  // no key of the page behind it
      if (event.isComposing) return
      if (event.key in steps && options.length) mark((at + steps[event.key] + options.length) % options.length)
      else if (event.key === "Enter" && event.target === field) follow(options[at])
      else if (event.key === "Escape") dialog.close()
      else return
      event.preventDefault()
      return
    }
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.composedPath()[0])) return
    if (!ready()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    open()
  }
  const clicked = (event) => {
    if (event.target.closest?.(".buka-cari")) return open()
    if (event.target === dialog || (dialog.contains(event.target) && event.target.closest(".tutup"))) return dialog.close()
    if (list.contains(event.target)) follow(event.target.closest("[role=option]"))
  }
  if (dialog.open) show()
  field.oninput = show
  dialog.onclose = () => { dialog.className = "cari" }
  return { keys, clicked, changed: () => { read(); look() } }
}
