/** What a button or key does to the text of an editor: a stretch is replaced, and a stretch is chosen afterwards. */
export type TextEdit = { from: number; to: number; insert: string; selectFrom: number; selectTo: number }

/** Puts marks around what is chosen, or takes them off when they are there. */
export function marked(text: string, from: number, to: number, mark: string): TextEdit {
  const inner = text.slice(from, to)
  const isMarked = text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark
  if (isMarked) {
    return { from: from - mark.length, to: to + mark.length, insert: inner, selectFrom: from - mark.length, selectTo: to - mark.length }
  }
  return { from, to, insert: `${mark}${inner}${mark}`, selectFrom: from + mark.length, selectTo: to + mark.length }
}

/** Makes the chosen lines items of a list, or plain lines again when all of them are such items. */
export function listed(text: string, from: number, to: number, prefix: '- ' | '- [ ] '): TextEdit {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', to)
  const end = next === -1 ? text.length : next
  const lines = text.slice(start, end).split('\n')
  const bare = (line: string) => line.replace(/^(\s*)(?:[-*+] (?:\[[ xX]\] )?)/u, '$1')
  const isItem = (line: string) => (prefix === '- [ ] ' ? /^\s*[-*+] \[[ xX]\] /u : /^\s*[-*+] (?!\[[ xX]\] )/u).test(line)
  const isOff = lines.every((line) => isItem(line))
  const insert = lines.map((line) => (isOff ? bare(line) : bare(line).replace(/^\s*/u, (space) => `${space}${prefix}`))).join('\n')
  const caret = start + insert.length
  return { from: start, to: end, insert, selectFrom: lines.length === 1 ? caret : start, selectTo: caret }
}

/** A link on what is chosen; its address is chosen then, to be typed over. */
export function linked(text: string, from: number, to: number, words: string): TextEdit {
  const inner = text.slice(from, to)
  const address = 'https://'
  const isAddress = /^https?:\/\/\S+$/u.test(inner)
  const insert = isAddress ? `[${words}](${inner})` : `[${inner === '' ? words : inner}](${address})`
  const selectFrom = isAddress ? from + 1 : from + insert.length - address.length - 1
  return { from, to, insert, selectFrom, selectTo: isAddress ? from + 1 + words.length : from + insert.length - 1 }
}

/** Enter within a list begins the next item; on an empty item it ends the list. Null where Enter only breaks the line. */
export function continued(text: string, caret: number): TextEdit | null {
  const start = text.lastIndexOf('\n', caret - 1) + 1
  const item = /^(\s*)([-*+]|(\d{1,6})([.)]))( +\[[ xX]\])? +/u.exec(text.slice(start, caret))
  if (item === null) return null
  if (caret === start + item[0].length) return { from: start, to: caret, insert: '', selectFrom: start, selectTo: start }
  const [, space = '', mark = '-', number, point = '.', box] = item
  const next = number === undefined ? mark : `${Number(number) + 1}${point}`
  const insert = `\n${space}${next}${box === undefined ? '' : ' [ ]'} `
  return { from: caret, to: caret, insert, selectFrom: caret + insert.length, selectTo: caret + insert.length }
}

/** Text put in where the caret stands, over what is chosen. */
export function inserted(from: number, to: number, insert: string): TextEdit {
  return { from, to, insert, selectFrom: from + insert.length, selectTo: from + insert.length }
}
