(() => {
  const line = (text) => (text ?? "").replaceAll("\u00ad", "").replace(/\s+/g, " ").trim()
  const all = (where, root = document) => [...root.querySelectorAll(where)]
  const box = (element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    return { left, top, right, bottom, width, height }
  }
  const seen = (element) => {
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false
    const { width, height, right, bottom } = box(element)
    return width > 1 && height > 1 && right > 0 && bottom > 0
  }
  const place = (element) => element.closest("[data-testid]")?.dataset.testid ?? element.tagName.toLowerCase()
  const frame = () => new Promise((done) => setTimeout(done, 50))
  const drawn = () => !all("[data-testid=stMain] [data-testid=stSkeleton]").length
    && all(".stPlotlyChart").every((chart) => chart.querySelector(".main-svg"))
  const moved = () => {
    const main = document.querySelector("[data-testid=stMain], main.gerbang")
    return [main?.scrollHeight, main?.scrollWidth, main?.innerText.length, document.querySelectorAll("[data-stale=true]").length].join()
  }

  return {
    async settled() {
      await document.fonts.ready
      for (let still = 0, before = "", tries = 0; still < 4 && tries < 400; tries++) {
        await frame()
        const now = moved()
        still = drawn() && now === before ? still + 1 : 0
        before = now
      }
    },

    read() {
      const main = document.querySelector("[data-testid=stMain], main.gerbang")
      const named = (where) => all(where).map((element) => ({ said: line(element.innerText), ...box(element), seen: seen(element) }))
      return {
        language: document.documentElement.lang,
        title: document.title,
        exceptions: named("[data-testid=stException], [data-testid=stAlert], [data-testid=stDialog]"),
        headings: all("h1, h2, h3, h4, h5, h6").filter((h) => h.checkVisibility()).map((h) => ({ level: +h.tagName[1], said: line(h.innerText) })),
        wide: Math.max(document.documentElement.scrollWidth, main.scrollWidth),
        beyond: all(".m, .m *", main).filter((e) => seen(e) && !e.closest(".sr, thead") && box(e).right > document.documentElement.clientWidth + 1).map((e) => line(e.className + " " + e.innerText).slice(0, 80)),
        simulated: named(".simulasi"),
        turn: named(".strip .giliran"),
        badges: named(".lencana").map((one, i) => ({ ...one, status: all(".lencana")[i].dataset.s })),
        sentences: named(".kalimat"),
        numbers: all(".angka").map((e) => ({
          label: line(e.querySelector(".label").innerText), value: line(e.querySelector(".nilai").innerText),
          ground: line(e.querySelector(".dasar")?.innerText), status: e.dataset.s, ...box(e),
        })),
        others: all(".angka-lain li").map((e) => ({ said: line(e.innerText), status: e.querySelector(".tanda").dataset.s })),
        decisions: all(".putus li").map((e) => ({ said: line(e.innerText), status: e.querySelector(".tanda").dataset.s })),
        tiles: all(".petak").map((e) => ({
          name: line([...e.querySelectorAll(":scope > span:not(.kec)")].map((s) => s.firstChild.textContent).join("")),
          chip: line(e.querySelector(".jml")?.innerText), level: e.dataset.n,
          row: +getComputedStyle(e).gridRowStart, column: +getComputedStyle(e).gridColumnStart,
        })),
        apart: all(".beda-baris").map((e) => line(e.innerText)),
        hints: all(".petunjuk li").map((e) => line(e.innerText)),
        folded: all("details").map((e) => line(e.textContent)),
        agendas: all(".agenda-baris").map((e) => ({
          said: line(e.innerText), status: e.querySelector(".lencana").dataset.s, path: e.getAttribute("href"), ...box(e),
          marks: all(".hitung summary .tanda", e.parentElement).map((mark) => mark.dataset.s),
        })),
        counts: all(".tiga > div").map((e) => line(e.innerText)),
        tables: all("table").map((table) => all("tr", table).map((row) => all("th, td", row).map((cell) => line(cell.innerText)))),
        findings: all(".temuan-daftar .temuan").map((e) => line(e.innerText)),
        text: line(document.querySelector("[data-testid=stMain], main.gerbang").innerText),
        main_pictures: all(".peta, .stPlotlyChart, .tiga, .agenda-daftar, table.instansi").map((e) => ({ kind: e.className, ...box(e) })),
        pictures: all(".peta, .stPlotlyChart, img").map((e) => ({ kind: place(e), said: line(e.getAttribute("aria-label") ?? e.getAttribute("alt") ?? e.querySelector("[role=figure]")?.getAttribute("aria-label")) })),
        marks: all(".tanda").map((e) => ({
          role: e.getAttribute("role"), label: e.getAttribute("aria-label"), hidden: e.getAttribute("aria-hidden"),
          beside: line(e.parentElement.innerText), status: e.dataset.s,
        })),
        targets: all("a, button, summary, [role=button], [role=radio], [role=checkbox], input").filter(seen)
          .map((e) => ({ said: line(e.innerText || e.getAttribute("aria-label")).slice(0, 60), place: place(e), ...box(e) })),
        ends: main.scrollHeight,
      }
    },

    words() {
      const found = []
      const gather = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const node = walker.currentNode
          if (node.nodeType === Node.TEXT_NODE) {
            const parent = node.parentElement ?? root.host
            // An icon of Streamlit's font is spelled as a word and drawn as a sign.
            if (parent.closest("script, style, noscript, [data-testid=stIconMaterial]")) continue
            if (line(node.data)) found.push({ said: line(node.data), kind: parent.closest("pre, code") ? "query" : parent.closest("kbd") ? "key" : "text", seen: seen(parent), place: place(parent) })
            continue
          }
          if (node.shadowRoot) gather(node.shadowRoot)
          for (const kind of ["aria-label", "aria-description", "title", "placeholder", "alt"])
            if (line(node.getAttribute(kind))) found.push({ said: line(node.getAttribute(kind)), kind, seen: seen(node), place: place(node) })
        }
      }
      gather(document.body)
      found.push({ said: document.title, kind: "title of the window", seen: true, place: "head" })
      return found
    },
  }
})()
