import { fail, ok, type Result } from './result.ts'

/** Why a text is no pattern, and at which character. */
export type PatternFailure = { reason: 'syntax' | 'unsupported' | 'tooLong'; at: number }

/** A pattern as a tree. */
export type PatternNode =
  | { kind: 'character'; is: (character: string) => boolean }
  | { kind: 'start' | 'end' }
  | { kind: 'sequence' | 'choice'; items: PatternNode[] }
  | { kind: 'repeat'; item: PatternNode; least: number; most: number | null }

const longest = 500
const mostRepeats = 1000
const deepest = 50

/** Reads the syntax of JavaScript's regular expressions, without back references, look-around and word boundaries. */
export function parsePattern(text: string): Result<PatternNode, PatternFailure> {
  if (text === '') return fail({ reason: 'syntax', at: 0 })
  if (text.length > longest) return fail({ reason: 'tooLong', at: longest })
  const reader: Reader = { text, at: 0, depth: 0 }
  try {
    const node = readChoice(reader)
    return reader.at < text.length ? fail({ reason: 'syntax', at: reader.at }) : ok(node)
  } catch (error) {
    if (error instanceof PatternError) return fail({ reason: error.reason, at: reader.at })
    throw error
  }
}

type Reader = { text: string; at: number; depth: number }

/** Stays inside this file: what goes out is a value. */
class PatternError extends Error {
  readonly reason: PatternFailure['reason']
  constructor(reason: PatternFailure['reason']) {
    super(reason)
    this.reason = reason
  }
}

function readChoice(reader: Reader): PatternNode {
  const items = [readSequence(reader)]
  while (take(reader, '|')) items.push(readSequence(reader))
  return { kind: 'choice', items }
}

function readSequence(reader: Reader): PatternNode {
  const items: PatternNode[] = []
  while (reader.at < reader.text.length && !'|)'.includes(reader.text.charAt(reader.at))) items.push(readRepeat(reader))
  return { kind: 'sequence', items }
}

function readRepeat(reader: Reader): PatternNode {
  const item = readAtom(reader)
  const counted = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(reader.text.slice(reader.at))
  if (counted === null) return item
  if (item.kind === 'start' || item.kind === 'end') throw new PatternError('syntax')
  const [whole, sign, low, comma, high] = counted
  const least = sign === undefined ? Number(low) : sign === '+' ? 1 : 0
  const most = sign === undefined ? (comma === undefined ? least : high === '' ? null : Number(high)) : sign === '?' ? 1 : null
  if (most !== null && most < least) throw new PatternError('syntax')
  if (Math.max(least, most ?? 0) > mostRepeats) throw new PatternError('tooLong')
  reader.at += whole.length
  if (/^[*+?]/u.test(reader.text.slice(reader.at))) throw new PatternError('syntax')
  return { kind: 'repeat', item, least, most }
}

function readAtom(reader: Reader): PatternNode {
  const rest = reader.text.slice(reader.at)
  if (take(reader, '^')) return { kind: 'start' }
  if (take(reader, '$')) return { kind: 'end' }
  if (rest.startsWith('(')) return readGroup(reader)
  if (/^[*+?{]/u.test(rest)) throw new PatternError('syntax')
  if (/^\\(?:[bB1-9k])/u.test(rest)) throw new PatternError('unsupported')
  const source = /^(?:\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]*\}|.)|\[(?:\\.|[^\\\]])*\]|[^\\[])/isu.exec(rest)?.[0]
  if (source === undefined) throw new PatternError('syntax')
  const is = oneCharacter(source)
  if (is === null) throw new PatternError('syntax')
  reader.at += source.length
  return { kind: 'character', is }
}

function readGroup(reader: Reader): PatternNode {
  if (reader.depth >= deepest) throw new PatternError('tooLong')
  const opening = /^\((?:\?:|\?<[a-z_]\w*>)?(?!\?)/iu.exec(reader.text.slice(reader.at))
  if (opening === null) throw new PatternError('unsupported')
  reader.at += opening[0].length
  reader.depth += 1
  const node = readChoice(reader)
  reader.depth -= 1
  if (!take(reader, ')')) throw new PatternError('syntax')
  return node
}

/** A class, escape or literal is asked of single characters, which JavaScript's own engine does at once. */
function oneCharacter(source: string): ((character: string) => boolean) | null {
  const literal = /^[\]}]$/u.test(source) ? `\\${source}` : source
  try {
    const whole = new RegExp(`^${literal}$`, 'iu')
    return (character) => whole.test(character)
  } catch {
    return null
  }
}

function take(reader: Reader, sign: string): boolean {
  if (!reader.text.startsWith(sign, reader.at)) return false
  reader.at += sign.length
  return true
}
