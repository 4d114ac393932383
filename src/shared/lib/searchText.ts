import { simplifiedPairs } from './data/simplifiedHan.ts'

/**
 * How texts are kept in the full-text index, so that any run of characters in them is found as one phrase. What counts
 * is the folded text: letters and digits alone, in half width and lower case, without accents, Han characters in their
 * simplified form. In the index each Han
 * character (kana, hangul) of it is a token of its own; of the rest each character begins a token of three, shorter
 * before the end of its run: `abcd华` is `abc bcd cd d 华`.
 */

/** The text as searches compare it. */
export function fold(text: string): string {
  const length = foldInto(text)
  return textOf(folded, length)
}

/** The folded text as code units; good until the next call. For those who fold a million short texts. */
export function foldedUnits(text: string): Uint16Array {
  const length = foldInto(text)
  return folded.subarray(0, length)
}

/** The folded text, and for each of its code units where in the original the character stands that gave it. */
export type FoldedText = { text: string; from: number[]; to: number[] }

export function foldWithPlaces(text: string): FoldedText {
  const found: FoldedText = { text: '', from: [], to: [] }
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const made = fold(character)
    for (let unit = 0; unit < made.length; unit += 1) {
      found.from.push(at)
      found.to.push(at + character.length)
    }
    found.text += made
    at += character.length
  }
  return found
}

/** The tokens of a text, parted by spaces. */
export function textTokens(text: string): string {
  const length = foldInto(text)
  const room = roomFor(length * 4)
  let end = 0
  for (let at = 0; at < length; at += 1) {
    const code = folded[at] ?? 0
    if (end > 0) room[end++] = space
    room[end++] = code
    if (isHighSurrogate(code)) {
      at += 1
      room[end++] = folded[at] ?? 0
      continue
    }
    if (isSingle(code) || at + 1 >= length) continue
    const second = folded[at + 1] ?? 0
    if (isSingle(second)) continue
    room[end++] = second
    const third = at + 2 < length ? (folded[at + 2] ?? 0) : 0
    if (third !== 0 && !isSingle(third)) room[end++] = third
  }
  return textOf(room, end)
}

/** A typed word as an FTS5 phrase over such tokens, which occurs exactly where the folded word does; null for a blank one. */
export function textPhrase(word: string): string | null {
  const all = textTokens(word).split(' ')
  const run = trailingRun(fold(word))
  if (all[0] === '') return null
  // What follows the word in a text is not known: of its last run only whole tokens are looked for, or how one begins.
  if (run === 0) return `"${all.join(' ')}"`
  if (run > 2) return `"${all.slice(0, -2).join(' ')}"`
  return `"${all.slice(0, all.length + 1 - run).join(' ')}" *`
}

/** How many characters at the end are no tokens of their own. */
function trailingRun(text: string): number {
  let run = 0
  while (run < text.length && !isSingle(text.charCodeAt(text.length - 1 - run))) run += 1
  return run
}

const space = 0x20

/** Written as numbers: gluing together a million short texts would take thrice as long. */
let folded = new Uint16Array(4096)
let tokens = new Uint16Array(16_384)

function roomFor(length: number): Uint16Array {
  if (tokens.length < length) tokens = new Uint16Array(length * 2)
  return tokens
}

/** Folds a text into `folded`; answers how long it is. */
function foldInto(text: string): number {
  // No character folds into more than 18 code units (U+FDFA).
  if (folded.length < text.length * 2) folded = new Uint16Array(text.length * 4)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      const kept = asciiFolds[code] ?? 0
      if (kept !== 0) folded[length++] = kept
      continue
    }
    if (code >= 0x4e00 && code <= 0x9fff) {
      folded[length++] = simplified(code)
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    at += character.length - 1
    const made = foldedCharacter(character)
    if (length + made.length + text.length - at > folded.length) folded = grown(folded)
    for (let unit = 0; unit < made.length; unit += 1) folded[length++] = made.charCodeAt(unit)
  }
  return length
}

function grown(array: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(array.length * 2 + 64)
  larger.set(array)
  return larger
}

function textOf(units: Uint16Array, length: number): string {
  if (length <= most) return String(Reflect.apply(String.fromCharCode, null, units.subarray(0, length)))
  let text = ''
  for (let from = 0; from < length; from += most)
    text += String(Reflect.apply(String.fromCharCode, null, units.subarray(from, Math.min(length, from + most))))
  return text
}

/** The most arguments given to one call. */
const most = 8192

/** The text with its traditional characters in their simplified form, as long as it was. */
export function simplifiedText(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (simplified(text.charCodeAt(at)) === text.charCodeAt(at)) continue
    return text.replace(/[\u4E00-\u9FFF]/gu, (common) => String.fromCharCode(simplified(common.charCodeAt(0))))
  }
  return text
}

/** Whether a text has characters that are also written in another way. */
export const hasOtherForms = (text: string): boolean => {
  const forms = simplifiedForms()
  const others = (written ??= new Set(Array.from({ length: simplifiedPairs.length / 2 }, (_, at) => simplifiedPairs.charCodeAt(at * 2 + 1))))
  return Array.from(text, (one) => one.charCodeAt(0)).some((code) => others.has(code) || (forms[code - firstHan] ?? code) !== code)
}
let written: ReadonlySet<number> | undefined

/** The simplified form of a common Han character, by its code. */
const simplified = (code: number): number => simplifiedForms()[code - firstHan] ?? code

function simplifiedForms(): Uint16Array {
  if (forms !== undefined) return forms
  forms = Uint16Array.from({ length: lastHan - firstHan + 1 }, (_, at) => firstHan + at)
  for (let at = 0; at < simplifiedPairs.length; at += 2) forms[simplifiedPairs.charCodeAt(at) - firstHan] = simplifiedPairs.charCodeAt(at + 1)
  return forms
}
let forms: Uint16Array | undefined

const firstHan = 0x4e00
const lastHan = 0x9fff

/** Digits and lower-case letters; 0 for what is left out. */
const asciiFolds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase()
  return /[0-9a-z]/u.test(character) ? character.charCodeAt(0) : 0
})

function foldedCharacter(character: string): string {
  const known = foldedCharacters.get(character)
  if (known !== undefined) return known
  const plain = character
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    // Characters of compatibility are common ones by now.
    .replace(/[\u4E00-\u9FFF]/gu, (common) => String.fromCharCode(simplified(common.charCodeAt(0))))
  if (foldedCharacters.size < 20_000) foldedCharacters.set(character, plain)
  return plain
}

const foldedCharacters = new Map<string, string>()

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** Whether a character is a token of its own: Han, kana, hangul, and all beyond the basic plane. */
export function isSingle(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x3005 && code <= 0x30ff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd800 && code <= 0xdfff)
  )
}
