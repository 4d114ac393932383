import { byte, isNameEnd, seek } from './bytes.ts'
import { decodeOfficeText } from './xmlTags.ts'
import { wholePieces } from './xmlChunks.ts'
import { DamagedFile } from './zip.ts'

/** More text than this is made to fill the memory, not to be read. */
const textLimit = 2 * 1024 * 1024 * 1024

/** The workbook's table of strings, which cells refer to by position. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = []
  let size = 0
  for await (const { bytes, prefix } of wholePieces(chunks, 'si')) {
    size += bytes.length
    if (size > textLimit) throw new DamagedFile('shared strings')
    pushStrings(bytes, prefix, strings)
  }
  return strings
}

/** Each string is decoded on its own: cut from a larger one it would keep the larger one in memory. */
function pushStrings(bytes: Buffer, prefix: string, strings: string[]): void {
  const open = Buffer.from(`<${prefix}si`)
  const close = Buffer.from(`</${prefix}si>`)
  const plainStart = Buffer.from(`<${prefix}t>`)
  const plainEnd = Buffer.from(`</${prefix}t></${prefix}si>`)
  let at = bytes.indexOf(open)
  while (at >= 0) {
    // `<si>` or `<si …>` or `<si/>`, but not another element whose name begins so.
    const isString = isNameEnd(bytes[at + open.length])
    const start = seek(bytes, byte.greaterThan, at) + 1
    const isEmpty = bytes[start - 2] === byte.slash
    if (isString && isEmpty) strings.push('')
    if (!isString || isEmpty) {
      at = bytes.indexOf(open, start)
      continue
    }
    const from = start + plainStart.length
    const to = seek(bytes, byte.lessThan, from)
    if (isAt(bytes, plainStart, start) && isAt(bytes, plainEnd, to)) {
      strings.push(contentText(bytes.toString('utf8', from, to)))
      at = nextString(bytes, open, to + plainEnd.length)
      continue
    }
    const end = bytes.indexOf(close, start)
    if (end < 0) return
    strings.push(textOf(bytes.toString('utf8', start, end), prefix))
    at = nextString(bytes, open, end + close.length)
  }
}

/** Strings follow each other closely, nearly always without a space between. */
function nextString(bytes: Buffer, open: Buffer, from: number): number {
  return isAt(bytes, open, from) ? from : bytes.indexOf(open, from)
}

function isAt(bytes: Buffer, wanted: Buffer, at: number): boolean {
  for (let index = 0; index < wanted.length; index += 1) if (bytes[at + index] !== wanted[index]) return false
  return true
}

/**
 * The text of a string element: its `t`s joined, without the phonetic readings (`rPh`) that Japanese and some Chinese
 * files carry beside the text.
 */
export function textOf(xml: string, prefix: string): string {
  const open = `<${prefix}t`
  const close = `</${prefix}t>`
  const spoken = xml.includes('rPh') ? xml.replace(new RegExp(`<${prefix}rPh[\\s>][\\s\\S]*?</${prefix}rPh>`, 'g'), '') : xml
  let text = ''
  let at = spoken.indexOf(open)
  while (at >= 0) {
    const tagEnd = spoken.indexOf('>', at)
    const after = spoken.charCodeAt(at + open.length)
    const isText = (after === 62 || after === 32) && spoken.charCodeAt(tagEnd - 1) !== 47
    const end = isText ? spoken.indexOf(close, tagEnd) : tagEnd
    if (end < 0) break
    if (isText) text += contentText(spoken.slice(tagEnd + 1, end))
    at = spoken.indexOf(open, end)
  }
  return text
}

/** Text as it stands between two tags. */
export function contentText(content: string): string {
  const text = content.startsWith('<![CDATA[') ? content.slice(9, content.lastIndexOf(']]>')) : decodeOfficeText(content)
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
}
