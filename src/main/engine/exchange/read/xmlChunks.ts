import { DamagedFile } from './zip.ts'

/** The most bytes one row or one string may take; far beyond what Excel writes. */
const pieceLimit = 64 * 1024 * 1024

/**
 * Joins the chunks of a large part into pieces that end after a closing tag, so that no row or string is cut.
 * The tag is given without its namespace prefix; the prefix is read from the part's first element.
 */
export async function* wholePieces(chunks: AsyncIterable<Buffer>, tag: string): AsyncIterable<{ bytes: Buffer; prefix: string }> {
  let rest: Buffer = Buffer.alloc(0)
  let prefix: string | null = null
  let closing = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (prefix === null) {
      prefix = rootPrefix(bytes)
      closing = Buffer.from(`</${prefix ?? ''}${tag}>`)
    }
    const end = prefix === null ? -1 : bytes.lastIndexOf(closing)
    if (end >= 0) yield { bytes: bytes.subarray(0, end + closing.length), prefix: prefix ?? '' }
    rest = end >= 0 ? bytes.subarray(end + closing.length) : bytes
    if (rest.length > pieceLimit) throw new DamagedFile(`no ${tag} ends within ${pieceLimit} bytes`)
  }
  if (rest.length > 0) yield { bytes: rest, prefix: prefix ?? '' }
}

/** `x:` of `<x:worksheet …>`, empty for most files, null while the first element has not arrived. */
function rootPrefix(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 65_536)
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) throw new DamagedFile('UTF-16 part')
  const found = /<((?:[A-Za-z_][\w.-]*:)?)[A-Za-z_][\w.-]*[\s>/]/.exec(head.replace(/<!--[\s\S]*?-->/g, ''))
  return found?.[1] ?? null
}
