import { fold, foldWithPlaces } from '#shared/lib/searchText.ts'
import { pinyinSpans, type Span } from './pinyinWords.ts'
import { mixedParts, textForms, timeForms } from './typedWords.ts'

/** Where in a text what is typed was found, as places in the text as it stands; in order, without overlaps. */
export function marksIn(text: string, typed: string): Span[] {
  const { text: plain, from, to } = foldWithPlaces(text)
  const spans = wordsOf(typed).flatMap((word) => spansOf(plain, word))
  return merged(spans.map((span) => ({ from: from[span.from] ?? 0, to: to[span.to - 1] ?? text.length })))
}

/** Whether a typed word is found in a name: as text, or by its sound. */
export function isFoundIn(name: string, word: string): boolean {
  const plain = fold(name)
  const typed = fold(word)
  return typed !== '' && (plain.includes(typed) || pinyinSpans(plain, typed).length > 0)
}

function wordsOf(typed: string): string[] {
  const words = typed.normalize('NFC').trim().split(/\s+/u)
  return words.length > 1 ? [...words, typed.replace(/\s+/gu, '')] : words
}

/** As text where it stands so, else by its sound. */
function spansOf(text: string, word: string): Span[] {
  const forms = [...textForms(word), ...timeForms(word).map(({ digits }) => digits)].filter((form) => form !== '')
  const found = forms.flatMap((form) => placesOf(text, form))
  if (found.length > 0) return found
  const sounding = pinyinSpans(text, fold(word))
  if (sounding.length > 0) return sounding
  return mixedParts(word).flatMap((part) => (placesOf(text, part).length > 0 ? placesOf(text, part) : pinyinSpans(text, part)))
}

function placesOf(text: string, part: string): Span[] {
  const places: Span[] = []
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) places.push({ from: at, to: at + part.length })
  return places
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((left, right) => left.from - right.from)) {
    const last = result.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}
