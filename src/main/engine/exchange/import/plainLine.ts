/**
 * Whether a text is kept as it is by `cleanLine`, seen at one glance: printable ASCII, common Chinese characters and
 * full-width signs, and no space at either end. Nearly every cell is such a text, and cleaning costs more than looking.
 */
export function isPlainLine(text: string): boolean {
  const { length } = text
  if (length === 0 || text.charCodeAt(0) === 32 || text.charCodeAt(length - 1) === 32) return false
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    const isPlain =
      (code >= 0x4e00 && code <= 0x9fff) || (code >= 32 && code < 127) || (code >= 0xff01 && code <= 0xff5e) || (code > 0x3000 && code <= 0x3020)
    if (!isPlain) return false
  }
  return true
}
