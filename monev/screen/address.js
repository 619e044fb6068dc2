// Follows links within the visit: tells the page that one leads to, and gives what ends it.
const links = (tell) => {
  // A row that names a choice of its page is chosen like there; a phone has what it chose further down.
  const choose = (row) => {
    const named = (one) => one.textContent.trim() === row.dataset.pilih
    ;[...document.querySelectorAll(".st-key-saring [role=radio]")].find(named)?.click()
    if (!matchMedia("(max-width: 640px)").matches) return
    document.querySelector(":has(> .st-key-saring) + *")?.scrollIntoView()
  }
  // The choice of a kecamatan folds away once it is made, by Esc, and by a click beside it. Whoever made it with the
  // keyboard goes on from there: the line that comes in its place has lost the focus.
  const list = () => document.querySelector(".pilih-kec[open]")
  const fold = () => { if (list()) list().open = false }
  const chosen = (by_key) => {
    fold()
    if (!by_key) return
    const drawn = new MutationObserver(() => {
      const summary = document.querySelector(".pilih-kec summary")
      if (document.activeElement === document.body) summary?.focus()
    })
    drawn.observe(document.body, { childList: true, subtree: true })
    setTimeout(() => drawn.disconnect(), 5000)
  }
  const follow = (event) => {
    const row = event.target.closest?.(".m tr[data-pilih]")
    if (row && !String(getSelection()).trim()) choose(row)
    const link = event.target.closest?.(".m a"), path = link?.getAttribute("href") ?? ""
    if (!event.target.closest?.(".pilih-kec")) fold()
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (elsewhere || !/^\/\w*(\?(kode=\w+&?)?(kec=[\w%.~-]*)?)?$/.test(path)) return
    event.preventDefault()
    if (link.closest(".pilih-kec")) chosen(event.detail === 0)
    tell(path.slice(1).replace(/^(?=\?|$)/, "ringkasan"))
  }
  const leave = (event) => {
    if (event.key !== "Escape" || !list()) return
    list().querySelector("summary").focus()
    fold()
  }
  document.addEventListener("click", follow)
  document.addEventListener("keydown", leave)
  return () => {
    document.removeEventListener("click", follow)
    document.removeEventListener("keydown", leave)
  }
}
