/** A text in quotes; `to` is null where it never ends. */
export type Quoted = {
  value: string
  to: number | null
  /** The quote that ends it. */
  close: string
  /** Where in the source each unit of the value stands, and the end. */
  offsets: readonly number[]
}

/** The text that begins at `from`, or null where none does. A doubled quote inside stands for one. */
export function readQuoted(source: string, from: number): Quoted | null {
  const closing = closings[source[from] ?? '']
  if (closing === undefined) return null
  const close = closing.at(-1) ?? ''
  const offsets: number[] = []
  let value = ''
  for (let at = from + 1; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (closing.includes(sign)) {
      if (source[at + 1] !== sign) return { value, to: at + 1, close, offsets: [...offsets, at] }
      offsets.push(at++)
    } else {
      offsets.push(at)
    }
    value += sign
  }
  return { value, to: null, close, offsets }
}

/** As the inside of a text that begins with the quote. */
export const insideQuotes = (value: string, quote: string): string =>
  [...value].map((sign) => (closings[quote]?.includes(sign) === true ? sign + sign : sign)).join('')

// Chinese quotes are paired by some keyboards and not by others.
const closings: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '“”', '”': '“”', '‘': '‘’', '’': '‘’', '＂': '＂', '＇': '＇' }
