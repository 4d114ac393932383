/**
 * A text that sorts by code unit as people expect mixed Chinese text to sort: digits by their number,
 * then Latin letters without regard to case, then Han characters by pinyin (CLDR collation zh).
 */
export function chineseSortKey(text: string): string {
  let key = ''
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0x30 && code <= 0x39) {
      let end = index + 1
      while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1
      const digits = text.slice(index, end).replace(/^0+(?=\d)/u, '')
      // The length first makes 9 sort before 10.
      key += `0${String.fromCharCode(0x30 + digits.length)}${digits}`
      index = end - 1
    } else if (code >= firstHan && code <= lastHan) {
      key += String.fromCharCode(firstHan + (hanRanks()[code - firstHan] ?? 0))
    } else {
      key += text.charAt(index).toLowerCase()
    }
  }
  return key
}

const firstHan = 0x4e00
const lastHan = 0x9fff

let ranks: Uint16Array | undefined

/** The place of each character of the basic Han block in pinyin order; built once, on first use. */
function hanRanks(): Uint16Array {
  if (ranks !== undefined) return ranks
  const collator = new Intl.Collator('zh-CN')
  const characters = Array.from({ length: lastHan - firstHan + 1 }, (_, index) => String.fromCharCode(firstHan + index))
  const built = new Uint16Array(characters.length)
  characters.sort(collator.compare).forEach((character, rank) => {
    built[character.charCodeAt(0) - firstHan] = rank
  })
  ranks = built
  return built
}
