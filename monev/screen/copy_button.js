export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  button.textContent = data.label
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text)
      button.textContent = data.done
    } catch {  // no permission, or a page without TLS: leave the text to be copied by hand
      button.textContent = data.refused
    }
    setTimeout(() => { button.textContent = data.label }, 4000)
  }
}
