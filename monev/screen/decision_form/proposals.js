const ROW = ".putus li[data-uraian]"
export default function ({ parentElement, setTriggerValue }) {
  parentElement.stop?.()
  const pressed = (event) => {
    const row = event.target.closest?.(ROW)
    // A link in the row leads to its cell, and who marks words to copy them does not press.
    if (!row || event.target.closest("a") || String(getSelection()).trim()) return
    setTriggerValue("baris", { ...row.dataset })
  }
  const keys = (event) => {
    if (event.key !== "Enter" || !event.target.matches?.(ROW)) return
    event.preventDefault()
    pressed(event)
  }
  // Rows come and go with the pages: each is within reach of the keyboard while it is there.
  const reach = () => {
    for (const row of document.querySelectorAll(`${ROW}:not([tabindex])`)) row.setAttribute("tabindex", "0")
  }
  const watch = new MutationObserver(reach)
  watch.observe(document.body, { subtree: true, childList: true })
  reach()
  document.addEventListener("click", pressed)
  document.addEventListener("keydown", keys)
  parentElement.stop = () => {
    watch.disconnect()
    document.removeEventListener("click", pressed)
    document.removeEventListener("keydown", keys)
  }
  return () => parentElement.stop()
}
