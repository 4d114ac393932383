import Papa from 'papaparse'
import { formulaUnsafe } from '../formulaSafe.ts'
import { decoded } from './encoding.ts'
import type { Encoding, RawRow, RawSheet, Workbook } from './workbook.ts'

/** A quote that is never closed would swallow the rest of the file; a cell larger than this is one. */
const cellLimit = 16 * 1024 * 1024

/** A text file with separated values, as one sheet. Rows are counted as a spreadsheet program counts them on opening. */
export function openCsv(path: string, name: string, encoding: Encoding): Workbook {
  const sheet: RawSheet = { name, looks: new Map(), merges: () => Promise.resolve([]), rows: () => readRows(path, encoding) }
  return { format: 'csv', encoding, sheets: [sheet], close: () => {} }
}

async function* readRows(path: string, encoding: Encoding): AsyncIterable<RawRow[]> {
  let delimiter: string | null = null
  let rest = ''
  let number = 0
  for await (const text of evenLines(decoded(path, encoding))) {
    rest += text
    if (delimiter === null) {
      const stated = /^sep=(.)\n/i.exec(rest)
      if (stated !== null) rest = rest.slice(stated[0].length)
      delimiter = stated?.[1] ?? guessDelimiter(rest)
    }
    const { rows, used } = parseLines(rest, delimiter, number, true)
    if (used === 0 && rest.length > cellLimit) throw new Error('a quote is never closed')
    number += rows.length
    rest = rest.slice(used)
    if (rows.length > 0) yield rows
  }
  const { rows } = parseLines(rest, delimiter ?? ',', number, false)
  if (rows.length > 0) yield rows
}

/** All line ends as `\n`, also inside quotes; a file of an old Mac has `\r` alone. */
async function* evenLines(texts: AsyncIterable<string>): AsyncIterable<string> {
  let held = ''
  for await (const text of texts) {
    let whole = held + text
    held = whole.endsWith('\r') ? '\r' : ''
    if (held !== '') whole = whole.slice(0, -1)
    yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  }
  if (held !== '') yield '\n'
}

/** Rows of the text, and how many characters they took; the last row is left when more text is to come. */
function parseLines(text: string, delimiter: string, rowsBefore: number, hasMore: boolean): { rows: RawRow[]; used: number } {
  if (text === '') return { rows: [], used: 0 }
  const parser = new Papa.Parser({ delimiter, newline: '\n' })
  const parsed: unknown = parser.parse(text, 0, hasMore)
  if (!isParsed(parsed)) throw new Error('the parser answers in another form')
  const { data, meta } = parsed
  const rows = data.map((values, index) => ({ number: rowsBefore + index + 1, cells: values.map(cellOf) }))
  // The line end of the last row makes one more row of one empty cell.
  if (!hasMore && text.endsWith('\n') && data.at(-1)?.length === 1 && data.at(-1)?.[0] === '') rows.pop()
  return { rows, used: meta.cursor }
}

/** The parser's types leave its answer open. */
function isParsed(answer: unknown): answer is { data: string[][]; meta: { cursor: number } } {
  return typeof answer === 'object' && answer !== null && 'data' in answer && Array.isArray(answer.data) && 'meta' in answer
}

/**
 * `="00123"` is how people keep a spreadsheet program from eating zeros; an apostrophe before a
 * formula is how an export keeps it from being run. Neither belongs to the value.
 */
function cellOf(value: string): string | null {
  if (value === '') return null
  const first = value.charCodeAt(0)
  if (first === 61) {
    const kept = /^="((?:[^"]|"")*)"$/.exec(value)
    return kept === null ? value : (kept[1] ?? '').replaceAll('""', '"')
  }
  return first === 39 ? formulaUnsafe(value) : value
}

const delimiters = [',', '\t', ';', '|', '，']

/** The mark that parts most lines into the same number of cells, of the first lines and outside quotes. */
function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, 256 * 1024)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .slice(0, 50)
  const scores = delimiters.map((delimiter) => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(delimiter).length - 1
      counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    return Math.max(0, ...[...counts].map(([count, lineCount]) => count * lineCount))
  })
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ','
}
