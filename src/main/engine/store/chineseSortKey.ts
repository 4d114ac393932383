/**
 * A text that sorts by code point as people expect mixed text to sort: signs, then digits by their number (2 < 10), Latin
 * letters without regard to case and width, other letters, kana, and Han characters by pinyin (CLDR's collation for zh),
 * rare ones among them; emoji last. Accents decide only between texts that are alike without them. Of a very long text
 * the beginning alone counts.
 */
export function chineseSortKey(text: string): string {
  const end = Math.min(text.length, longest)
  const table = keyUnits()
  let length = 0
  for (let index = 0; index < end; index += 1) {
    const unit = table[text.charCodeAt(index)] ?? 0
    if (unit === 0) return unusualKey(text)
    if (unit !== digit) {
      made[length++] = unit
      continue
    }
    let from = index
    while (from < end && text.charCodeAt(from) === zero) from += 1
    let to = from
    while (to < end && table[text.charCodeAt(to)] === digit) to += 1
    made[length++] = zero
    // The count of digits first makes 9 sort before 10.
    made[length++] = zero + to - from
    for (let at = from; at < to; at += 1) made[length++] = text.charCodeAt(at)
    index = to - 1
  }
  return String(Reflect.apply(String.fromCharCode, null, made.subarray(0, length)))
}

/** Names the order: keys made under another are not to be compared with ours. */
export const sortKeyVersion = (): string => `1 ${process.versions.icu ?? process.versions.v8}`

const longest = 200
const zero = 0x30
/** Units of the key being made: numbers gluing together is a third as fast. */
const made = new Uint16Array(longest * 3)

/** Stands in the table for the ten digits. */
const digit = 1
/** Ranks of Han characters begin above kana, and end below Hangul. */
const firstRank = 0x3400
const signs = ` _-,;:!?.'"()[]{}@*/\\&#%\`^+<=>|~$`
/** Before other signs, so that they too stand before digits. */
const otherSign = '\u0028'

let units: Uint16Array | undefined
let inOrder: readonly string[] = []

/** For each UTF-16 unit what stands for it in a key; 0 where that takes more thought. Built once, on first use. */
function keyUnits(): Uint16Array {
  if (units !== undefined) return units
  const table = new Uint16Array(0x10000)
  inOrder = [...charactersOf(0x3400, 0x4dbf), ...charactersOf(0x4e00, 0x9fff)].sort(collator.compare)
  inOrder.forEach((character, rank) => {
    table[character.charCodeAt(0)] = firstRank + rank
  })
  ;[...signs].forEach((sign, place) => {
    table[sign.charCodeAt(0)] = 2 + place
  })
  for (const letter of charactersOf(0x61, 0x7a)) {
    table[letter.charCodeAt(0)] = letter.charCodeAt(0)
    table[letter.toUpperCase().charCodeAt(0)] = letter.charCodeAt(0)
  }
  for (const figure of charactersOf(0x30, 0x39)) table[figure.charCodeAt(0)] = digit
  units = table
  return table
}

const collator = new Intl.Collator('zh-CN')

const charactersOf = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index))

/** Full-width forms, accents, kana, signs of other scripts, rare characters, emoji. */
function unusualKey(text: string): string {
  const begin = text.slice(0, longest)
  const plain = begin.normalize('NFKD').replace(/\p{M}/gu, '')
  let key = ''
  for (const part of plain.match(/\d+|\D/gu) ?? []) key += isKnown(part) ? chineseSortKey(part) : unusualPart(part)
  // Told apart only where all else is alike: an accent is more than its letter, width and case are not.
  return /\p{M}/u.test(begin.normalize('NFKD')) ? `${key}\u0001${begin.normalize('NFKC').toLowerCase()}` : key
}

const isKnown = (part: string): boolean => part.length <= longest && [...part].every((character) => (keyUnits()[character.charCodeAt(0)] ?? 0) > 0)

function unusualPart(character: string): string {
  if (/\p{Script=Han}/u.test(character)) return rareKey(character)
  if (/[\p{P}\p{S}\p{Z}\p{C}]/u.test(character) && character.length === 1) return `${otherSign}${character}`
  const code = character.charCodeAt(0)
  // Katakana stand with their hiragana.
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - 0x60) : character.toLowerCase()
}

const rareKeys = new Map<string, string>()

/** A Han character beyond the table stands right behind the one it follows in the order. */
function rareKey(character: string): string {
  const known = rareKeys.get(character)
  if (known !== undefined) return known
  let low = 0
  let high = inOrder.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (collator.compare(inOrder[middle] ?? '', character) < 0) low = middle + 1
    else high = middle
  }
  const key = `${String.fromCharCode(firstRank + low - 1)}\u{10fffd}${character}`
  rareKeys.set(character, key)
  return key
}
