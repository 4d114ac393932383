import { fail, ok, type Result } from './result.ts'

/**
 * Regular expressions that cannot hang. A pattern is read into a small machine that goes through the text once, in every
 * state it may be in at a time (Thompson 1968): the work is at most the length of the text times the size of the pattern,
 * whatever either holds. Known are literals, `.`, `[a-z]`, `[^a-z]`, `\d \w \s` and their opposites, `( )`, `(?: )`, `|`,
 * `* + ? {n} {n,} {n,m}`, `^` and `$` at the ends. Back-references and look-around are refused: they are what hangs.
 */
export type SafePattern = { /** Whether the whole text is as the pattern says. */ matches: (text: string) => boolean }

/** Why a pattern cannot be used. */
export type PatternFailure = 'tooLong' | 'tooLarge' | 'notKnown' | 'unbalanced' | 'badRepeat'

export function safePattern(source: string): Result<SafePattern, PatternFailure> {
  if (source.length > longestSource) return fail('tooLong')
  const signs = [...source.replace(/^\^/u, '').replace(/(?<!\\)\$$/u, '')]
  const read = readChoice(signs, 0)
  if (!read.ok) return read
  if (read.value.next < signs.length) return fail('unbalanced')
  const size = sizeOf(read.value.node)
  if (size > mostStates) return fail('tooLarge')
  const states: State[] = []
  const start = build(read.value.node, addState(states, { kind: 'end' }), states)
  return ok({ matches: (text) => run(states, start, text) })
}

const longestSource = 200
const mostStates = 2000

type Test = (sign: string) => boolean
type Node =
  | { kind: 'one'; test: Test }
  | { kind: 'all'; parts: Node[] }
  | { kind: 'any'; parts: Node[] }
  | { kind: 'repeat'; part: Node; from: number; to: number | null }

/** A node, and where the pattern goes on behind it. */
type Read = Result<{ node: Node; next: number }, PatternFailure>

const readNode = (node: Node, next: number): Read => ok({ node, next })

function readChoice(signs: readonly string[], start: number): Read {
  const parts: Node[] = []
  let at = start
  for (;;) {
    const read = readSequence(signs, at)
    if (!read.ok) return read
    parts.push(read.value.node)
    at = read.value.next
    if (signs[at] !== '|') return readNode(parts.length === 1 ? read.value.node : { kind: 'any', parts }, at)
    at += 1
  }
}

function readSequence(signs: readonly string[], start: number): Read {
  const parts: Node[] = []
  let at = start
  while (at < signs.length && signs[at] !== '|' && signs[at] !== ')') {
    const one = readOne(signs, at)
    if (!one.ok) return one
    const repeated = readRepeat(signs, one.value.node, one.value.next)
    if (!repeated.ok) return repeated
    parts.push(repeated.value.node)
    at = repeated.value.next
  }
  return readNode({ kind: 'all', parts }, at)
}

function readOne(signs: readonly string[], at: number): Read {
  const sign = signs[at] ?? ''
  switch (sign) {
    case '(':
      return readGroup(signs, at + 1)
    case '[':
      return readClass(signs, at + 1)
    case '\\': {
      const test = escapeTest(signs[at + 1])
      return test === null ? fail('notKnown') : readNode({ kind: 'one', test }, at + 2)
    }
    case '.':
      return readNode({ kind: 'one', test: (other) => other !== '\n' }, at + 1)
    case '*':
    case '+':
    case '?':
    case '{':
      return fail('badRepeat')
    case '^':
    case '$':
      return fail('notKnown')
    default:
      return readNode({ kind: 'one', test: (other) => other === sign }, at + 1)
  }
}

function readGroup(signs: readonly string[], at: number): Read {
  const isPlain = signs[at] === '?' && signs[at + 1] === ':'
  if (signs[at] === '?' && !isPlain) return fail('notKnown')
  const inner = readChoice(signs, isPlain ? at + 2 : at)
  if (!inner.ok) return inner
  return signs[inner.value.next] === ')' ? readNode(inner.value.node, inner.value.next + 1) : fail('unbalanced')
}

function readRepeat(signs: readonly string[], part: Node, at: number): Read {
  const bounds = repeatAt(signs, at)
  if (bounds === null) return readNode(part, at)
  if (bounds === 'bad') return fail('badRepeat')
  const lazy = signs[bounds.next] === '?' ? 1 : 0
  if (repeatAt(signs, bounds.next + lazy) !== null) return fail('badRepeat')
  return readNode({ kind: 'repeat', part, from: bounds.from, to: bounds.to }, bounds.next + lazy)
}

function repeatAt(signs: readonly string[], at: number): { from: number; to: number | null; next: number } | 'bad' | null {
  switch (signs[at]) {
    case '*':
      return { from: 0, to: null, next: at + 1 }
    case '+':
      return { from: 1, to: null, next: at + 1 }
    case '?':
      return { from: 0, to: 1, next: at + 1 }
    case '{': {
      const end = signs.indexOf('}', at)
      const match = /^(\d{1,4})(?:(,)(\d{1,4})?)?$/u.exec(signs.slice(at + 1, Math.max(at, end)).join(''))
      if (end === -1 || match === null) return 'bad'
      const from = Number(match[1])
      const to = match[2] === undefined ? from : match[3] === undefined ? null : Number(match[3])
      return to !== null && to < from ? 'bad' : { from, to, next: end + 1 }
    }
    default:
      return null
  }
}

/** `[a-z\d]`, from behind its bracket. */
function readClass(signs: readonly string[], start: number): Read {
  const isNot = signs[start] === '^'
  const tests: Test[] = []
  let at = isNot ? start + 1 : start
  for (let first = true; signs[at] !== ']' || first; first = false) {
    const low = signs[at]
    if (low === undefined || low === '[') return fail('unbalanced')
    if (low === '\\') {
      const test = escapeTest(signs[at + 1])
      if (test === null) return fail('notKnown')
      tests.push(test)
      at += 2
    } else if (signs[at + 1] === '-' && signs[at + 2] !== ']' && signs[at + 2] !== undefined) {
      const high = signs[at + 2] ?? low
      if (high === '\\' || codeOf(high) < codeOf(low)) return fail('notKnown')
      tests.push((sign) => codeOf(sign) >= codeOf(low) && codeOf(sign) <= codeOf(high))
      at += 3
    } else {
      tests.push((sign) => sign === low)
      at += 1
    }
  }
  const isIn: Test = (sign) => tests.some((test) => test(sign))
  return readNode({ kind: 'one', test: isNot ? (sign) => !isIn(sign) : isIn }, at + 1)
}

const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0

function escapeTest(letter: string | undefined): Test | null {
  switch (letter) {
    case 'd':
      return isDigit
    case 'D':
      return (sign) => !isDigit(sign)
    case 'w':
      return isWord
    case 'W':
      return (sign) => !isWord(sign)
    case 's':
      return isSpace
    case 'S':
      return (sign) => !isSpace(sign)
    case 't':
      return (sign) => sign === '\t'
    case 'n':
      return (sign) => sign === '\n'
    default:
      return letter === undefined || /[a-z\d]/iu.test(letter) ? null : (sign) => sign === letter
  }
}

const isDigit: Test = (sign) => sign >= '0' && sign <= '9'
const isWord: Test = (sign) => /^\w$/u.test(sign)
const isSpace: Test = (sign) => /^\s$/u.test(sign)

/** How many states a node becomes; far more than allowed is counted no further. */
function sizeOf(node: Node): number {
  switch (node.kind) {
    case 'one':
      return 1
    case 'all':
    case 'any':
      return node.parts.reduce((sum, part) => sum + sizeOf(part), 1)
    case 'repeat':
      return Math.min(mostStates + 1, (sizeOf(node.part) + 1) * Math.max(node.from, node.to ?? node.from + 1, 1))
  }
}

type State = { kind: 'end' } | { kind: 'one'; test: Test; next: number } | { kind: 'fork'; next: number[] }

function addState(states: State[], state: State): number {
  return states.push(state) - 1
}

/** The states of a node that go on to `next`; answers the first of them. */
function build(node: Node, next: number, states: State[]): number {
  switch (node.kind) {
    case 'one':
      return addState(states, { kind: 'one', test: node.test, next })
    case 'all':
      return node.parts.reduceRight((after, part) => build(part, after, states), next)
    case 'any':
      return addState(states, { kind: 'fork', next: node.parts.map((part) => build(part, next, states)) })
    case 'repeat':
      return buildRepeat(node, next, states)
  }
}

function buildRepeat({ part, from, to }: Extract<Node, { kind: 'repeat' }>, next: number, states: State[]): number {
  let after = next
  if (to === null) {
    const loop: State = { kind: 'fork', next: [next] }
    after = addState(states, loop)
    loop.next.push(build(part, after, states))
  }
  for (let more = from; more < (to ?? from); more += 1) after = addState(states, { kind: 'fork', next: [next, build(part, after, states)] })
  for (let more = 0; more < from; more += 1) after = build(part, after, states)
  return after
}

function run(states: readonly State[], start: number, text: string): boolean {
  let current = reached(states, [start])
  for (const sign of text) {
    const next: number[] = []
    for (const at of current) {
      const state = states[at]
      if (state?.kind === 'one' && state.test(sign)) next.push(state.next)
    }
    if (next.length === 0) return false
    current = reached(states, next)
  }
  return [...current].some((at) => states[at]?.kind === 'end')
}

/** The states themselves, and what their forks lead to. */
function reached(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const known = new Set<number>()
  const open = [...from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (known.has(at)) continue
    known.add(at)
    const state = states[at]
    if (state?.kind === 'fork') open.push(...state.next)
  }
  return known
}
