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
const own = (element) => !element || element.closest(".m")
const text = (node) => {
  const word = !own(node.parentElement) && said(node.data)
  if (word && word !== node.data) node.data = word
}
const labels = (element) => {
  if (own(element)) return
  for (const name of LABELS) {
    const value = element.getAttribute(name) ?? ""
    const word = said(value) ?? named(value)
    if (word) element.setAttribute(name, word)
  }
}
const all = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return text(node)
  if (node.nodeType !== Node.ELEMENT_NODE) return
  labels(node)
  const inside = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  while (inside.nextNode())
    inside.currentNode.nodeType === Node.TEXT_NODE ? text(inside.currentNode) : labels(inside.currentNode)
}
all(document.body)
new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "childList") change.addedNodes.forEach(all)
    else all(change.target)
  }
}).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: LABELS,
})
