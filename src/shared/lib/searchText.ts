/**
 * A text as the full-text index keeps it: its tokens, parted by spaces. Every Han character and every digit is a
 * token of its own, so that any run of them is found as a phrase; other words are whole, in lower case.
 */
export function searchTokens(text: string): string {
  return commonTokens(text) ?? tokensOf(text).join(' ')
}

/**
 * What is typed into a search box as an FTS5 query over such tokens, or null when there is nothing to look for.
 * Each word must occur, as a run of tokens; a Latin word at the end of one may be unfinished.
 */
export function matchPhrase(text: string): string | null {
  const phrases = text.split(/\s+/u).flatMap((word) => {
    const tokens = tokensOf(word)
    const last = tokens.at(-1)
    return last === undefined ? [] : [`"${tokens.join(' ')}"${isWord(last) ? '*' : ''}`]
  })
  return phrases.length === 0 ? null : phrases.join(' AND ')
}

/** Characters of the tokens being made; a character gives at most itself and a space. */
const made = new Uint16Array(8192)
const space = 0x20

/**
 * The tokens of a text of ASCII, common Han characters and Chinese punctuation, in one pass; null for any other, and for
 * a very long one. Written as numbers: gluing together a million short texts would take thrice as long.
 */
function commonTokens(text: string): string | null {
  if (text.length * 2 > made.length) return null
  let length = 0
  let isInWord = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (length > 0) made[length++] = space
      made[length++] = code
      isInWord = false
    } else if (code < 0x80) {
      const kind = asciiKinds[code] ?? 0
      if (kind === 0) {
        isInWord = false
        continue
      }
      if (!(isInWord && kind === 2) && length > 0) made[length++] = space
      made[length++] = code >= 0x41 && code <= 0x5a ? code + 0x20 : code
      isInWord = kind === 2
    } else if (chinesePunctuation.has(code)) isInWord = false
    else return null
  }
  return String(Reflect.apply(String.fromCharCode, null, made.subarray(0, length)))
}

/** 1 for digits, 2 for letters, 0 for what parts words. */
const asciiKinds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[0-9]/u.test(character) ? 1 : /[a-z]/iu.test(character) ? 2 : 0
})
const chinesePunctuation = new Set([...'，。、；：？！（）“”‘’《》【】—…￥·　'].map((sign) => sign.charCodeAt(0)))

function tokensOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(token)
      ?.map((found) => (isSingle.test(found) ? singleToken(found) : found)) ?? []
  )
}

/** The tokenizer unicode61 knows Unicode 6.1 alone; characters beyond the basic plane go in by their number. */
const singleToken = (character: string): string => (character.length === 1 ? character : `u${(character.codePointAt(0) ?? 0).toString(16)}`)

const isWord = (found: string): boolean => !isSingle.test(found) && !/^u[0-9a-f]{5}$/u.test(found)

const singles = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Nd}`
const token = new RegExp(String.raw`[${singles}]|(?:(?![${singles}])[\p{L}\p{N}\p{M}])+`, 'gu')
const isSingle = new RegExp(`^[${singles}]$`, 'u')
