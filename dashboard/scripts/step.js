// Goes to another page once: `data.to` is its address, relative to this one.
export default function ({ data }) {
  location.assign(data.to)
}
