// Follows links within the visit: tells the page that one leads to, and gives what ends it.
const links = (tell) => {
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
    if (elsewhere || !/^\/\w*$/.test(path)) return
    event.preventDefault()
    tell(path.slice(1) || "ringkasan")
  }
  document.addEventListener("click", follow)
  return () => document.removeEventListener("click", follow)
}
