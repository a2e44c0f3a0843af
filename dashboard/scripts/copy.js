// Copies `data.text` when the button is used, and says “Copied” for a moment.
// `data.absolute`: the text is an address on this server; its host is known only here.

const MOMENT = 2000 // milliseconds
const forgetting = new WeakMap()

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  button.textContent = data.label
  button.onclick = async () => {
    const text = data.absolute ? new URL(data.text, location.origin).href : data.text
    const done = (await written(text)) || selected(text, button)
    say(parentElement.querySelector("[role=status]"), done ? "Copied" : "Could not be copied")
  }
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // over plain http there is no clipboard, and a reader may refuse it
  }
}

function selected(text, button) {
  const area = document.createElement("textarea")
  area.value = text
  area.oncopy = (event) => {
    event.clipboardData.setData("text/plain", text)
    event.preventDefault()
  }
  button.after(area)
  area.select()
  const done = document.execCommand("copy")
  area.remove()
  button.focus()
  return done
}

function say(status, words) {
  status.textContent = words
  clearTimeout(forgetting.get(status))
  forgetting.set(status, setTimeout(() => (status.textContent = ""), MOMENT))
}
