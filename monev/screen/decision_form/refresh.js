export default function ({ data, parentElement, setTriggerValue }) {
  clearTimeout(parentElement.waits)
  if (data.waits) parentElement.waits = setTimeout(() => setTriggerValue("lihat", data.turn), data.waits)
  return () => clearTimeout(parentElement.waits)
}
