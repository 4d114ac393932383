/** A formula under the hand: its text and what is selected in it. */
export type Edited = { source: string; from: number; to: number }

/** Puts a text in place of the selection; the caret comes after it, or where `caret` counts from its start. */
export function inserted({ source, from, to }: Edited, text: string, caret = text.length): Edited {
  const at = from + caret
  return { source: source.slice(0, from) + text + source.slice(to), from: at, to: at }
}

/** A function's name and brackets, with the caret between them where it takes something. */
export function insertedFunction(edited: Edited, name: string, takesArguments: boolean): Edited {
  return inserted(edited, `${name}()`, takesArguments ? name.length + 1 : name.length + 2)
}

/** A closing sign typed before the one that is there already, and that closes what is open: the caret steps over it. */
export function steppedOver({ source, from, to }: Edited, sign: string): Edited | null {
  const pair = pairs.find(({ closing }) => closing.includes(sign))
  if (pair === undefined || from !== to || !pair.closing.includes(source[from] ?? '')) return null
  const count = (signs: string): number => [...source].filter((each) => signs.includes(each)).length
  return count(pair.opening) > count(pair.closing) ? null : { source, from: from + 1, to: from + 1 }
}

const pairs = [
  { opening: '(（', closing: ')）' },
  { opening: '{｛', closing: '}｝' },
]
