// What the page holds that changes how other parts of it look stands, by name, at the root of it. Stylesheets could ask
// for it themselves with :has, but then it is worked out for every piece of a page whenever one of them changes.
{
  const PRESENT = {
    rapat: "i.layar[data-rapat=ya]", tawaran: ".st-key-tawaran", catat: ".st-key-catat_buka",
    isian: ".st-key-catat .kalimat-isian", tercatat: ".st-key-catat .tercatat", gerbang: ".gerbang",
  }
  const root = document.getElementById("root")
  const tell = () => {
    const present = Object.keys(PRESENT).filter((name) => root.querySelector(PRESENT[name])).join(" ")
    if (root.dataset.ada !== present) root.dataset.ada = present
  }
  tell()
  new MutationObserver(tell).observe(root, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-rapat", "class"],
  })
}
