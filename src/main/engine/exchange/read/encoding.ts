import { createReadStream } from 'node:fs'
import type { Encoding } from './workbook.ts'

/** How much of a file is looked at for marks and zero bytes. */
export const headSize = 64 * 1024

/**
 * The encoding of a text file, or null for a file that is no text. In this order: a byte order mark; zero bytes in
 * every second place, where all of it reads as UTF-16; what reads as UTF-8 to the last byte; what reads as GB18030.
 * Statistical detectors take short GBK texts for other things; a strict reading does not.
 */
export async function detectEncoding(path: string, head: Buffer): Promise<Encoding | null> {
  const marked = byMark(head)
  if (marked !== null) return marked
  const wide = byZeros(head)
  // Bytes of any kind have their zeros on one side now and then; that alone makes no text of them.
  if (wide !== null) return (await readsAs(path, wide)) ? wide : null
  // Control characters other than tab, line ends and the end-of-file mark of DOS are no text.
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26)) return null
  if (await readsAs(path, 'utf-8')) return 'utf-8'
  return (await readsAs(path, 'gb18030')) ? 'gb18030' : null
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* decoded(path: string, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const text = Buffer.isBuffer(chunk) ? decoder.decode(chunk, { stream: true }) : ''
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

function byMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  // 84 31 95 33 is the mark of GB18030, rare but unmistakable.
  return head.readUIntBE(0, Math.min(4, head.length)) === 0x84319533 ? 'gb18030' : null
}

/** Commas, digits and line ends have a zero byte in UTF-16, on the same side; few other characters have one on the other. */
function byZeros(head: Buffer): Encoding | null {
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (odd > even * 3) return 'utf-16le'
  return even > odd * 3 ? 'utf-16be' : null
}

async function readsAs(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      if (Buffer.isBuffer(chunk)) decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
