/** How a text names a picture that is kept in the base: `![photo](kebu-file:<hash>)`. */
export const fileMark = 'kebu-file:'

/** The hash in such an address, or null when it is none. */
export function hashOfMark(address: string): string | null {
  return /^kebu-file:([0-9a-f]{64})$/u.exec(address)?.[1] ?? null
}

export const markOfHash = (hash: string): string => `${fileMark}${hash}`

/** The text without the hashes of its pictures, which are no words that anybody looks for. */
export function withoutFileMarks(text: string): string {
  return text.includes(fileMark) ? text.replace(/kebu-file:[0-9a-f]{64}/gu, '') : text
}

/**
 * The text as it is edited: pictures stand in it by their number, `![photo](#1)`, and not by 64 letters. Hashes that are
 * known keep their numbers.
 */
export function shortMarks(text: string, known: readonly string[]): { text: string; hashes: readonly string[] } {
  const hashes = [...known]
  const short = text.replace(/\]\(kebu-file:([0-9a-f]{64})\)/gu, (_mark, hash: string) => {
    if (!hashes.includes(hash)) hashes.push(hash)
    return `](#${hashes.indexOf(hash) + 1})`
  })
  return { text: short, hashes }
}

/** The text as it is stored, from the one that is edited. */
export function longMarks(text: string, hashes: readonly string[]): string {
  return text.replace(/(?<=!\[[^\]\n]*)\]\(#(\d{1,4})\)/gu, (mark, number: string) => {
    const hash = hashes[Number(number) - 1]
    return hash === undefined ? mark : `](${markOfHash(hash)})`
  })
}
