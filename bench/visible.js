// Every piece of text that a viewer has before him on the first screen, from top to bottom of the document: what is cut
// off, laid aside for readers aloud or drawn as a sign is none, and neither is the clock, which is another one at each
// moment. A word that is broken over two lines is two pieces.
() => {
  const within = (inner, outer) =>
    inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1
  const cutters = (element) => {
    const found = [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }]
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one)
      if (style.clipPath !== "none" && one.classList.contains("sr")) return null
      if (!(one instanceof SVGElement) && /hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY)) found.push(one.getBoundingClientRect())
    }
    return found
  }
  const shown = (element) =>
    !element.closest("script, style, noscript, [data-testid=stIconMaterial], .sr, .rel .sisa") && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const pieces = []
  const gather = (node, walls) => {
    const range = document.createRange()
    for (const word of node.data.matchAll(/\S+/g)) {
      let last = null
      for (const part of word[0].matchAll(/[^\u00ad]+/g)) {
        range.setStart(node, word.index + part.index)
        range.setEnd(node, word.index + part.index + part[0].length)
        // where a line was broken just before it, its first box is an empty one at the end of that line
        const box = [...range.getClientRects()].findLast((one) => one.width && one.height)
        if (!box || !walls.every((wall) => within(box, wall))) continue
        if (last && Math.abs(last.top - box.top) < box.height / 2) last.said += part[0]
        else pieces.push((last = { said: part[0], top: box.top }))
      }
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !shown(element)) continue
    const walls = cutters(element)
    if (walls) gather(walker.currentNode, walls)
  }
  return pieces.map((piece) => piece.said)
}
