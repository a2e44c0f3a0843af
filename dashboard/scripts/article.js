// Shows a text with marks that can be chosen, and tells the page what a reader does with them.
//
// `data.lines`: lines of [text, id of its mark or ""]; `data.marks`: by id the `look`, `state`
// and `label` of each mark; `data.order`: all ids; `data.chosen`: one of them; `data.legend`:
// what the looks mean; `data.keys`: by key what it does, such as {a: "accept"}; `data.heard`: the
// last thing told that the page knows of; `data.focus`: changes when a field is to be typed into;
// `data.parameter`: what of the address names the chosen mark, or "".
// Every text goes into the page as a text node.

const CARD = "st-key-desk-card"
const FIELD = ".st-key-desk-fields :is(input, textarea)"
const TYPED_INTO = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]"
const STEPS = { j: 1, ArrowDown: 1, ArrowRight: 1, k: -1, ArrowUp: -1, ArrowLeft: -1 }
const SOON = 120 // milliseconds between the last step and telling the page
const LOST = 3000 // milliseconds after which the page is taken to have missed what it was told
const TRIES = 20 // looks for what is to have the focus, this often
const EVERY = 100 // milliseconds
const views = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("[data-text]")
  const view = views.get(root) ?? { root, moved: null, told: 0 }
  const first = !views.has(root)
  views.set(root, view)
  const before = view.data
  Object.assign(view, { data, send: setTriggerValue })
  if (!view.pending && !isWaiting(view)) view.moved = null
  if (JSON.stringify(before?.lines) !== JSON.stringify(data.lines)) write(view)
  drawLegend(parentElement.querySelector("[data-legend]"), data.legend)
  dress(view)
  const chosen = view.moved ?? data.chosen
  if (first || before?.chosen !== data.chosen) scrollTo(view, chosen)
  place(view, { within: hasFocus(root), fields: before?.focus !== data.focus && data.focus })
  view.listening?.abort()
  view.listening = new AbortController()
  const { signal } = view.listening
  root.addEventListener("click", (event) => clicked(view, event), { signal })
  document.addEventListener("keydown", (event) => pressed(view, event), { signal, capture: true })
  return () => view.listening.abort()
}

function write(view) {
  view.pieces = new Map()
  const lines = view.data.lines.map((line) => {
    const paragraph = document.createElement("p")
    paragraph.dir = "auto"
    paragraph.append(...line.map(([text, id]) => piece(view, text, id)))
    return paragraph
  })
  view.root.replaceChildren(...lines)
}

function piece(view, text, id) {
  if (!id) return document.createTextNode(text)
  const mark = document.createElement("mark")
  mark.textContent = text
  mark.dataset.id = id
  if (!view.pieces.has(id)) {
    mark.role = "button" // its first piece; the others can be clicked all the same
    view.pieces.set(id, [])
  }
  view.pieces.get(id).push(mark)
  return mark
}

// The chosen mark is the one stop of the Tab key; the steps lead to the others.
function dress(view) {
  const { data, pieces, root } = view
  const chosen = view.moved ?? data.chosen
  const hues = Object.fromEntries(data.legend.map((one) => [one.look, one]))
  for (const [id, parts] of pieces) {
    const { look, state, label } = data.marks[id]
    for (const mark of parts) {
      mark.className = state
      mark.style.setProperty("--hue", hues[look]?.colour ?? "currentColor")
      mark.style.setProperty("--line", hues[look]?.line ?? "solid")
      mark.title = label
      mark.toggleAttribute("data-chosen", id === chosen)
    }
    parts[0].tabIndex = id === chosen ? 0 : -1
    parts[0].ariaLabel = label
    parts[0].ariaCurrent = id === chosen ? "true" : null
  }
  root.tabIndex = pieces.has(chosen) ? -1 : 0
  root.ariaLabel = data.label
}

function drawLegend(list, legend) {
  const items = legend.map(({ label, colour, line }) => {
    const item = document.createElement("li")
    item.textContent = label
    item.style.setProperty("--hue", colour)
    item.style.setProperty("--line", line)
    return item
  })
  list.replaceChildren(...items)
  list.hidden = !items.length
}

function scrollTo(view, id) {
  const mark = view.pieces.get(id)?.[0]
  if (!mark) return
  const seen = view.root.getBoundingClientRect()
  const at = mark.getBoundingClientRect()
  const margin = 2 * at.height
  if (at.top < seen.top + margin || at.bottom > seen.bottom - margin)
    view.root.scrollTop += at.top - seen.top - seen.height / 3
}

function clicked(view, event) {
  const id = event.target.closest("mark")?.dataset.id
  if (id) step(view, id, 0)
}

function pressed(view, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const path = event.composedPath()
  const inText = path.includes(view.root)
  const inCard = path.some((one) => one.classList?.contains(CARD))
  if (!(inText || inCard) || path[0].matches?.(TYPED_INTO)) return
  const { order, keys } = view.data
  const now = view.moved ?? view.data.chosen
  if (event.key in STEPS && (inText || event.key.length === 1) && order.length) {
    const next = order.indexOf(now) + STEPS[event.key]
    step(view, order[Math.min(Math.max(next, 0), order.length - 1)])
  } else if (inText && [" ", "Enter"].includes(event.key) && path[0].dataset?.id) {
    step(view, path[0].dataset.id, 0)
  } else if (event.key in keys && now) {
    if (!event.repeat && !isWaiting(view)) tell(view, keys[event.key], now)
  } else return
  event.preventDefault()
  event.stopImmediatePropagation()
}

function step(view, id, delay = SOON) {
  const within = hasFocus(view.root)
  view.moved = id
  view.pending = true
  dress(view)
  scrollTo(view, id)
  if (within) (view.pieces.get(id)?.[0] ?? view.root).focus({ preventScroll: true })
  clearTimeout(view.stepping)
  view.stepping = setTimeout(() => chosen(view, id), delay)
}

// A run of the page that is told something else breaks off, so nothing is told while one runs.
function chosen(view, id) {
  if (isWaiting(view)) view.stepping = setTimeout(() => chosen(view, id), SOON)
  else if (id !== view.data.chosen) choose(view, id)
  else Object.assign(view, { pending: false, moved: null })
}

// The address is changed here, so that the page, which then finds it so, adds no step to the history.
function choose(view, id) {
  const { parameter } = view.data
  const address = new URL(location.href)
  if (parameter) address.searchParams.set(parameter, id)
  history.replaceState(history.state, "", address)
  tell(view, "choose", id)
}

function isWaiting(view) {
  return view.data.heard < view.told && Date.now() - view.told < LOST
}

function tell(view, does, id) {
  clearTimeout(view.stepping)
  view.pending = false
  view.told = Date.now()
  view.send("told", { does, id, at: view.told })
}

function hasFocus(root) {
  return root.contains(root.getRootNode().activeElement)
}

// Puts the focus where a reader goes on: a field that was asked for, or else the chosen mark
// where the focus was in the text or is nowhere, as after a button that went away.
function place(view, { within, fields }, tries = TRIES) {
  clearTimeout(view.placing)
  const field = fields && document.querySelector(FIELD)
  const mark = view.pieces.get(view.moved ?? view.data.chosen)?.[0] ?? view.root
  if (field) field.focus()
  else if (!fields && within) mark.focus({ preventScroll: true })
  if (field || (!fields && within)) return
  if (!fields && document.activeElement === document.body) mark.focus({ preventScroll: true })
  else if (tries) view.placing = setTimeout(() => place(view, { within, fields }, tries - 1), EVERY)
}
