// Makes the files of a chart when they are asked for: its rows as CSV, and itself as a picture, drawn by this browser
// from what stands on the page. Gives what ends it.
const chartFiles = () => {
  const SCALE = 2, FONT = "IBM Plex Sans"
  const save = (file, name) => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(file)
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  }
  const csv = (menu) => new Blob([`\ufeff${menu.dataset.csv}`], { type: "text/csv;charset=utf-8" })

  // The chart that follows the menu, and the legend of a map that has it outside.
  const pieces = (menu) => {
    const follows = (one) => menu.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING
    const chart = [...document.querySelectorAll(".stPlotlyChart, .m.peta-bingkai, .m.jalan")].find(follows)
    const legend = chart?.closest(".st-key-batas-kelurahan") && [...document.querySelectorAll(".m.legenda")]
      .find((one) => chart.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
    return [chart, legend].filter(Boolean)
  }
  const text = (tag, said) => Object.assign(document.createElement(tag), { textContent: said })
  // Title, chart and what is to be known of its numbers, laid out once where nobody sees it.
  const frame = (menu) => {
    const whole = document.createElement("div"), [chart, ...more] = pieces(menu)
    whole.className = "stApp unduh-bingkai"
    whole.setAttribute("aria-hidden", "true")
    const copy = chart.cloneNode(true)
    copy.style.cssText += `;width:${chart.offsetWidth}px;height:${chart.offsetHeight}px`
    whole.style.width = `${chart.offsetWidth}px`
    whole.append(text("h2", menu.dataset.judul), copy, ...more.map((one) => one.cloneNode(true)), text("footer", menu.dataset.kaki))
    return whole
  }
  const encoded = async (path) => {
    const read = new FileReader(), file = await (await fetch(path)).blob()
    return new Promise((done) => { read.onload = () => done(read.result); read.readAsDataURL(file) })
  }
  const rules = async () => {
    const look = [...document.querySelectorAll("body style")].map((one) => one.textContent).find((one) => one.includes("--i-hijau"))
    const face = await encoded(new URL("/app/static/ibm-plex-sans.woff2", location.href))
    return `@font-face{font-family:"${FONT}";font-weight:100 900;src:url(${face})format("woff2")}${look}
      :root,.unduh-bingkai{color-scheme:light} .unduh-bingkai{position:static!important}`
  }
  const picture = async (menu) => {
    const look = await rules(), whole = frame(menu)
    document.body.append(whole)
    // As wide as the window, since by that the rules of the look go; what is beyond the chart is left off.
    const [wide, high] = [whole.offsetWidth, whole.offsetHeight], across = Math.max(wide, innerWidth), paper = getComputedStyle(whole).backgroundColor
    whole.remove()
    const style = text("style", look)
    whole.prepend(style)
    const drawn = new XMLSerializer().serializeToString(whole)
    const image = new Image()
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${high}">` +
      `<foreignObject width="100%" height="100%">${drawn}</foreignObject></svg>`)}`
    await image.decode()
    await new Promise((done) => setTimeout(done, 100))  // for the letters of the font
    const canvas = document.createElement("canvas")
    ;[canvas.width, canvas.height] = [wide * SCALE, high * SCALE]
    const brush = canvas.getContext("2d")
    brush.fillStyle = paper
    brush.fillRect(0, 0, canvas.width, canvas.height)
    brush.drawImage(image, 0, 0, across * SCALE, canvas.height)
    return new Promise((done, failed) => canvas.toBlob((file) => (file ? done(file) : failed(new Error("empty"))), "image/png"))
  }

  const close = (menu) => {
    menu.open = false
    menu.querySelector("summary").focus()
  }
  const clicked = async (event) => {
    for (const one of document.querySelectorAll(".unduh[open]")) if (!one.contains(event.target)) one.open = false
    const button = event.target.closest?.(".unduh [data-unduh]")
    if (!button) return
    const menu = button.closest(".unduh"), kind = button.dataset.unduh, told = menu.querySelector("[role=status]")
    told.textContent = ""
    try {
      save(kind === "csv" ? csv(menu) : await picture(menu), `${menu.dataset.nama}.${kind}`)
      close(menu)
    } catch {  // a browser that draws no page into a picture
      told.textContent = "Belum dapat dibuat di peramban ini; paparan di halaman Bahan memuat bagan yang sama."
    }
  }
  const keys = (event) => {
    const menu = event.key === "Escape" && event.target.closest?.(".unduh[open]")
    if (menu) close(menu)
  }
  document.addEventListener("click", clicked)
  document.addEventListener("keydown", keys)
  return () => {
    document.removeEventListener("click", clicked)
    document.removeEventListener("keydown", keys)
  }
}
