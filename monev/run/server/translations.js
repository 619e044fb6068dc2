// One observer for as long as the document lives: it also speaks before a page has come, and when the server is gone.
/* global WORDS, COUNTED, NAMED -- translations.py writes them ahead of this */
const LABELS = ["aria-label", "title", "placeholder", "alt"]

const counted = (value) => {
  const number = value.match(/\d+/)?.[0]
  const found = number && COUNTED.find(([ahead, behind]) => value === ahead + number + behind)
  return found && number + found[2]
}
const named = (value) => {
  const ahead = Object.keys(NAMED).find((ahead) => value.startsWith(ahead))
  return ahead && NAMED[ahead] + value.slice(ahead.length)
}
const said = (value) => WORDS[value.trim()] ?? counted(value.trim())
// What the pages write themselves, and what is written into a chart, is Indonesian already.
const OURS = ".m, .main-svg"
const own = (element) => !element?.isConnected || element.closest(OURS)
const text = (node) => {
  const word = said(node.data)
  if (word && word !== node.data) node.data = word
}
const labels = (element) => {
  for (const name of LABELS) {
    const value = element.getAttribute(name) ?? ""
    const word = said(value) ?? named(value)
    if (word) element.setAttribute(name, word)
  }
}
const all = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return text(node)
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(OURS)) return
  labels(node)
  for (let child = node.firstChild; child; child = child.nextSibling) all(child)
}
all(document.body)
new MutationObserver((changes) => {
  for (const change of changes) {
    const { type, target, addedNodes } = change
    if (own(type === "characterData" ? target.parentElement : target)) continue
    if (type === "childList") addedNodes.forEach(all)
    else if (type === "attributes") labels(target)
    else text(target)
  }
}).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: LABELS,
})
