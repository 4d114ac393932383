import { foldedUnits, isSingle } from '#shared/lib/searchText.ts'
import { initialMark, mostWays, syllableMark } from './pinyinWords.ts'
import { firstReading, readings } from './readings.ts'

/**
 * Where the tokens of a row are gathered, as the bytes SQLite takes. An import writes millions of short texts: made as
 * strings and turned into bytes by the driver, they would take twice as long.
 */
export type WordSink = { bytes: Uint8Array<ArrayBuffer>; end: number }

export const newSink = (): WordSink => ({ bytes: new Uint8Array(16_384), end: 0 })

/** What was gathered since the sink was emptied; good until it is written to again. */
export const gathered = (sink: WordSink): Uint8Array => sink.bytes.subarray(0, sink.end)

/** A token of signs, letters and digits. */
export function putToken(sink: WordSink, token: string): void {
  makeRoom(sink, token.length * 3 + 1)
  put(sink, space)
  for (let at = 0; at < token.length; at += 1) putUnit(sink, token.charCodeAt(at))
}

/** Parts cells, so that a phrase never goes from one to the next. */
export const putGap = (sink: WordSink): void => putToken(sink, '¶')

/**
 * The tokens of a text, as `textTokens` makes them; with those of its sound where it has no more Han characters than
 * `sounding`.
 */
export function putText(sink: WordSink, text: string, sounding: number): void {
  if (sounding === 0 || text.length > longestRecent) return putWords(sink, text, sounding)
  const isShort = text.length <= shortLength
  const key = isShort ? text : `${sounding} ${text}`
  const known = (isShort ? shortTexts : recentTexts).get(key)
  if (known !== undefined) {
    putBytes(sink, known)
    return
  }
  const start = sink.end
  putWords(sink, text, sounding)
  const words = sink.bytes.slice(start, sink.end)
  if (isShort) keepShort(key, words)
  else keepRecent(key, words)
}

const shortLength = 6
const mostShortTexts = 5000
/** Short texts come again and again: cities, sources, surnames. All their Han characters sound, whatever the column. */
const shortTexts = new Map<string, Uint8Array>()

function keepShort(text: string, words: Uint8Array): void {
  if (shortTexts.size >= mostShortTexts) shortTexts.clear()
  shortTexts.set(text, words)
}

const longestRecent = 60
const mostRecent = 30
/** Longer ones come again soon or never: the titles of tasks that a strategy makes, the customer of rows that follow each other. */
const recentTexts = new Map<string, Uint8Array>()

function keepRecent(key: string, words: Uint8Array): void {
  recentTexts.set(key, words)
  const [oldest] = recentTexts.keys()
  if (recentTexts.size > mostRecent && oldest !== undefined) recentTexts.delete(oldest)
}

function putWords(sink: WordSink, text: string, sounding: number): void {
  const units = foldedUnits(text)
  const { length } = units
  makeRoom(sink, length * 10)
  for (let at = 0; at < length; at += 1) {
    const code = units[at] ?? 0
    put(sink, space)
    if (code >= 0xd800 && code <= 0xdbff) {
      putPair(sink, code, units[(at += 1)] ?? 0)
      continue
    }
    putUnit(sink, code)
    if (isSingle(code)) continue
    const second = at + 1 < length ? (units[at + 1] ?? 0) : hole
    if (second === hole || isSingle(second)) continue
    putUnit(sink, second)
    const third = at + 2 < length ? (units[at + 2] ?? 0) : hole
    if (third !== hole && !isSingle(third)) putUnit(sink, third)
  }
  if (sounding > 0) putSounds(sink, units, sounding)
}

/**
 * The syllable of each Han character, and the initials of all, with letters and digits among them, in tokens of three. A
 * text that can be read in several ways has each of them.
 */
function putSounds(sink: WordSink, units: Uint16Array, sounding: number): void {
  const known = readings()
  if (syllableIds.length < units.length) syllableIds = new Uint16Array(units.length * 2)
  let han = 0
  let isAmbiguous = false
  for (let at = 0; at < units.length; at += 1) {
    const code = units[at] ?? 0
    const id = firstReading(known, code)
    syllableIds[at] = id
    if (id === 0) continue
    han += 1
    isAmbiguous ||= known.others.has(code)
  }
  if (han === 0 || han > sounding) return
  const first = syllableIds.subarray(0, units.length)
  for (const way of isAmbiguous ? waysToRead(first, units) : [first]) {
    putSyllables(sink, way)
    if (units.length > 1) putInitials(sink, way, units)
  }
}
let syllableIds = new Uint16Array(64)

/** Every way to read a text, the commonest first. */
function waysToRead(first: Uint16Array, units: Uint16Array): Uint16Array[] {
  let ways = [first]
  units.forEach((code, at) => {
    const others = readings().others.get(code) ?? []
    if (others.length > 0) ways = [...ways, ...others.flatMap((id) => ways.map((way) => way.with(at, id)))].slice(0, mostWays)
  })
  return ways
}

function putSyllables(sink: WordSink, way: Uint16Array): void {
  const tokens = syllableTokens()
  makeRoom(sink, (way.length + 1) * 10)
  for (const id of way) {
    const token = id === 0 ? gapBytes : (tokens[id] ?? gapBytes)
    for (let at = 0; at < token.length; at += 1) put(sink, token[at] ?? 0)
  }
  putGap(sink)
}

/** Han characters by their initials, letters and digits as they are; any other is left out and parts them. */
function putInitials(sink: WordSink, way: Uint16Array, units: Uint16Array): void {
  const { initials } = readings()
  const initialAt = (at: number): number => {
    const id = way[at] ?? 0
    if (id !== 0) return initials[id] ?? 0
    const code = units[at] ?? 0
    return code < 0x80 ? code : 0
  }
  makeRoom(sink, way.length * 6 + 4)
  for (let at = 0; at < way.length; at += 1) {
    if (initialAt(at) === 0) {
      putGap(sink)
      continue
    }
    putBytes(sink, initialBytes)
    for (let place = at; place < at + 3 && place < way.length && initialAt(place) !== 0; place += 1) put(sink, initialAt(place))
  }
  putGap(sink)
}

function putBytes(sink: WordSink, bytes: Uint8Array): void {
  makeRoom(sink, bytes.length)
  sink.bytes.set(bytes, sink.end)
  sink.end += bytes.length
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const gapBytes = bytesOf(' ¶')
const initialBytes = bytesOf(` ${initialMark}`)

/** By the number of a syllable, its token with the space before it. */
function syllableTokens(): readonly Uint8Array[] {
  return (tokensMade ??= readings().syllables.map((syllable) => bytesOf(` ${syllableMark}${syllable}`)))
}
let tokensMade: readonly Uint8Array[] | undefined

const space = 0x20
/** Stands for what is past the end. */
const hole = 0

function makeRoom(sink: WordSink, length: number): void {
  if (sink.end + length <= sink.bytes.length) return
  const larger = new Uint8Array((sink.end + length) * 2)
  larger.set(sink.bytes)
  sink.bytes = larger
}

function put(sink: WordSink, byte: number): void {
  sink.bytes[sink.end] = byte
  sink.end += 1
}

function putUnit(sink: WordSink, code: number): void {
  if (code < 0x80) put(sink, code)
  else if (code < 0x800) {
    put(sink, 0xc0 | (code >> 6))
    put(sink, 0x80 | (code & 0x3f))
  } else {
    put(sink, 0xe0 | (code >> 12))
    put(sink, 0x80 | ((code >> 6) & 0x3f))
    put(sink, 0x80 | (code & 0x3f))
  }
}

function putPair(sink: WordSink, high: number, low: number): void {
  const point = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
  put(sink, 0xf0 | (point >> 18))
  put(sink, 0x80 | ((point >> 12) & 0x3f))
  put(sink, 0x80 | ((point >> 6) & 0x3f))
  put(sink, 0x80 | (point & 0x3f))
}
