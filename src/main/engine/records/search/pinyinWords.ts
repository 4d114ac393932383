import { allSyllables, readingsOf } from './readings.ts'

/** The most Han characters of a text whose sounds are kept: what is longer is no name, and looked for by its characters. */
export const mostHan = 24
/** The most ways to read one text that are kept, and to cut one word into syllables that are tried. */
export const mostWays = 8

/** Begin the tokens of sounds. No text holds them: folding leaves signs out. */
export const syllableMark = '´'
export const initialMark = '°'

/** Phrases over such tokens, any of which a folded word of letters is found by. One letter alone stands for no sound. */
export function pinyinPhrases(word: string): string[] {
  if (!isSpelled(word)) return []
  const spelled = syllableCuts(word).map((cut) => `"${cut.map((syllable) => syllableMark + syllable).join(' ')}" *`)
  const initials = initialSpellings(word).map((letters) => {
    const tokens = Array.from({ length: Math.max(1, letters.length - 2) }, (_, at) => initialMark + letters.slice(at, at + 3))
    return `"${tokens.join(' ')}"${letters.length < 3 ? ' *' : ''}`
  })
  return [...spelled, ...initials]
}

/** A stretch of characters, from one up to another. */
export type Span = { from: number; to: number }

/** Where in a folded text the sounds of a folded word are found: the same places the index finds. */
export function pinyinSpans(text: string, word: string): Span[] {
  if (!isSpelled(word)) return []
  const characters = readCharacters(text)
  if (characters === null) return []
  const cuts = syllableCuts(word)
  const spellings = initialSpellings(word)
  return characters.flatMap((_, from): Span[] => {
    const isRead = (at: number, begins: string, whole: boolean): boolean => {
      const character = characters[at]
      return character?.isHan === true && character.sounds.some((sound) => (whole ? sound === begins : sound.startsWith(begins)))
    }
    const cut = cuts.find((syllables) => syllables.every((syllable, at) => isRead(from + at, syllable, at < syllables.length - 1)))
    if (cut !== undefined) return [{ from, to: from + cut.length }]
    const letters = spellings.find((spelling) =>
      [...spelling].every((letter, at) => characters[from + at]?.sounds.some((sound) => sound.startsWith(letter)) ?? false),
    )
    return letters === undefined ? [] : [{ from, to: from + letters.length }]
  })
}

type ReadCharacter = { isHan: boolean; sounds: readonly string[] }

/** The characters of a name; null where there is no Han character that is read, or too many for a name. */
function readCharacters(text: string): ReadCharacter[] | null {
  let han = 0
  const characters: ReadCharacter[] = []
  for (let at = 0; at < text.length; at += 1) {
    const sounds = readingsOf(text.charCodeAt(at))
    const isHan = sounds.length > 0
    if (isHan) han += 1
    if (han > mostHan) return null
    characters.push({ isHan, sounds: isHan ? sounds : [text.charAt(at)] })
  }
  return han === 0 ? null : characters
}

const isSpelled = (word: string): boolean => word.length > 1 && word.length <= 60 && /^(?=.*[a-z])[0-9a-z]+$/u.test(word)

/** The ways a word falls into syllables, of which the last may be unfinished. */
function syllableCuts(word: string): string[][] {
  const cuts: string[][] = []
  // From the end: whether what follows a place can be spelled, so that no time goes into what cannot.
  const canEnd = Array.from(word, () => false)
  const lengthsFrom = (from: number): number[] =>
    [6, 5, 4, 3, 2, 1].filter((length) => canEnd[from + length] === true && allSyllables().has(word.slice(from, from + length)))
  for (let from = word.length - 1; from >= 0; from -= 1) canEnd[from] = beginnings().has(word.slice(from)) || lengthsFrom(from).length > 0
  const cut = (from: number, before: readonly string[]): void => {
    if (cuts.length >= mostWays) return
    const rest = word.slice(from)
    if (beginnings().has(rest)) cuts.push([...before, rest])
    for (const length of lengthsFrom(from)) cut(from + length, [...before, rest.slice(0, length)])
  }
  cut(0, [])
  return cuts
}

/** What syllables begin with, whole ones too. */
function beginnings(): ReadonlySet<string> {
  return (begins ??= new Set([...allSyllables()].flatMap((syllable) => Array.from(syllable, (_, at) => syllable.slice(0, at + 1)))))
}
let begins: ReadonlySet<string> | undefined

/** A word as initials: each letter one, and also with zh, ch and sh for one where more than one is left. */
function initialSpellings(word: string): string[] {
  return [...new Set([word, word.replace(/([zcs])h/gu, '$1')])].filter(({ length }) => length > 1)
}
