import { fold, isSingle, textPhrase } from '#shared/lib/searchText.ts'
import { clockToken, dayToken, monthDayToken, numberToken } from './cellWords.ts'
import { pinyinPhrases } from './pinyinWords.ts'

/** The tokens of options and members whose names a typed word is found in. */
export type TokensOfNames = (word: string) => readonly string[]

/**
 * What is typed into a search box as an FTS5 query, or null when there is nothing to look for. Each word must occur, as
 * text, by its sound, as a number or a time, or in the name of an option or a member.
 */
export function typedQuery(text: string, tokensOfNames: TokensOfNames): string | null {
  const typed = text.normalize('NFC').trim()
  const words = typed.split(/\s+/u).flatMap((word) => {
    const found = alternatives(word, tokensOfNames)
    return found.length === 0 ? [] : [anyOf(found)]
  })
  if (words.length === 0) return null
  const whole = words.length === 1 ? [] : wholeAlternatives(typed, tokensOfNames)
  return anyOf([words.join(' AND '), ...whole])
}

/** Forms of a typed word that are looked for as text: itself, and a phone number without its country code. */
export function textForms(word: string): string[] {
  const plain = fold(word)
  const withoutCountry = /^(?:00)?86(\d{7,})$/u.exec(plain)?.[1]
  return withoutCountry === undefined ? [plain] : [plain, withoutCountry]
}

/** The parts of a word of Han characters and letters, such as `zhang三`; empty for any other. */
export function mixedParts(word: string): string[] {
  const parts = fold(word).match(/[a-z]+|[^a-z]+/gu) ?? []
  const isMixed = parts.length > 1 && parts.every((part) => /^[a-z]/u.test(part) || [...part].every((one) => isSingle(one.charCodeAt(0))))
  return isMixed ? parts : []
}

/** The digits of a moment as cells show them, by what is typed: a day or how one begins, a day of any year, a time of day. */
export function timeForms(word: string): { kind: 'day' | 'monthDay' | 'clock'; digits: string }[] {
  const plain = word.normalize('NFKC').replace(/\s+/gu, '')
  const two = (digits: string): string => digits.padStart(2, '0')
  const day = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?)?日?$/u.exec(plain)
  if (day !== null) return [{ kind: 'day', digits: `${day[1] ?? ''}${two(day[2] ?? '')}${day[3] === undefined ? '' : two(day[3])}` }]
  const monthDay = /^(\d{1,2})[-/.月](\d{1,2})日?$/u.exec(plain)
  if (monthDay !== null) return [{ kind: 'monthDay', digits: `${two(monthDay[1] ?? '')}${two(monthDay[2] ?? '')}` }]
  const clock = /^(\d{1,2}):(\d{2})$/u.exec(plain)
  if (clock !== null) return [{ kind: 'clock', digits: `${two(clock[1] ?? '')}${clock[2] ?? ''}` }]
  const year = /^(\d{4,8})年?$/u.exec(plain)
  return year === null ? [] : [{ kind: 'day', digits: year[1] ?? '' }]
}

/** The digits of a typed number as the index keeps them; null for what is none. */
export function numberForm(word: string): string | null {
  const plain = word.normalize('NFKC').replace(/^[-−]?[¥$€£]?/u, '')
  if (!/^\d[\d,]*(?:\.\d*)?%?$/u.test(plain)) return null
  const digits = plain.replace(/[,%]/gu, '').replace(/^0+(?=\d)/u, '')
  return digits.includes('.') ? digits.replace(/\.?0*$/u, '') : digits
}

function alternatives(word: string, tokensOfNames: TokensOfNames): string[] {
  const plain = fold(word)
  if (plain === '') return []
  const mixed = mixedParts(word).map((part) => anyOf(soundOrText(part)))
  return [
    ...textForms(word).flatMap((form) => textPhrase(form) ?? []),
    ...pinyinPhrases(plain),
    ...(mixed.length === 0 ? [] : [mixed.join(' AND ')]),
    ...valueForms(word),
    ...tokensOfNames(word).map((token) => `"${token}"`),
  ]
}

/** What is typed with spaces in it and yet one thing: a phone number, a day, the name of an option. */
function wholeAlternatives(typed: string, tokensOfNames: TokensOfNames): string[] {
  const isPhone = /^[\d\s()+-]{7,}$/u.test(typed.normalize('NFKC'))
  return [
    ...(isPhone ? textForms(typed).flatMap((form) => textPhrase(form) ?? []) : []),
    ...valueForms(typed),
    ...tokensOfNames(typed).map((token) => `"${token}"`),
  ]
}

function valueForms(word: string): string[] {
  const number = numberForm(word)
  const times = timeForms(word).map(({ kind, digits }) => {
    if (kind === 'day') return `"${dayToken(digits)}" *`
    return `"${kind === 'clock' ? clockToken(digits) : monthDayToken(digits)}"`
  })
  return number === null ? times : [`"${numberToken(number)}" *`, ...times]
}

const soundOrText = (part: string): string[] => [textPhrase(part) ?? '', ...pinyinPhrases(part)].filter((phrase) => phrase !== '')

const anyOf = (phrases: readonly string[]): string =>
  phrases.length === 1 ? (phrases[0] ?? '') : `(${phrases.map((phrase) => (phrase.includes(' AND ') ? `(${phrase})` : phrase)).join(' OR ')})`
