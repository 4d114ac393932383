import type { Merge } from './workbook.ts'
import { xmlTags } from './xmlTags.ts'

/** More text than this is no list of merges. */
const listLimit = 64 * 1024 * 1024

/** The merged ranges of a worksheet part. They stand behind the rows, which are passed over unread. */
export async function readMerges(chunks: AsyncIterable<Buffer>): Promise<Merge[]> {
  const mark = Buffer.from('mergeCells')
  const list: Buffer[] = []
  let size = 0
  let carry: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = list.length > 0 || carry.length === 0 ? chunk : Buffer.concat([carry, chunk])
    const at = list.length > 0 ? 0 : bytes.indexOf(mark)
    if (at >= 0 && size < listLimit) {
      // The tag's name is kept whole: a prefix before it does not matter to the tags inside.
      list.push(at === 0 ? bytes : bytes.subarray(at))
      size += bytes.length - at
    }
    carry = Buffer.from(bytes.subarray(Math.max(0, bytes.length - mark.length)))
  }
  const merges: Merge[] = []
  for (const { name, attributes } of xmlTags(Buffer.concat(list).toString('utf8'))) {
    const merge = name === 'mergeCell' ? rangeOf(attributes['ref'] ?? '') : null
    if (merge !== null) merges.push(merge)
  }
  return merges
}

/** `A1:C2` as numbers. */
export function rangeOf(text: string): Merge | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/i.exec(text)
  if (found === null) return null
  const [, left = '', top = '', right = '', bottom = ''] = found
  return { top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right) }
}

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
