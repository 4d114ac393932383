import { parsePattern, type PatternFailure, type PatternNode } from './patternSyntax.ts'
import { fail, ok, type Result } from './result.ts'

/** Tells whether a text holds what the pattern describes, anywhere in it. */
export type Pattern = (text: string) => boolean

/** Whether the text is a pattern that `readPattern` takes. */
export const isPattern = (text: string): boolean => readPattern(text).ok

/**
 * A regular expression, without regard to case, whose search takes time in proportion to the text whatever the pattern:
 * it follows all ways through the pattern at once and never goes back. So there are no back references and no looking
 * around; everything else is as in JavaScript.
 */
export function readPattern(text: string): Result<Pattern, PatternFailure> {
  const known = kept.get(text)
  if (known !== undefined) return known
  const made = compile(text)
  if (kept.size >= mostKept) kept.clear()
  kept.set(text, made)
  return made
}

const mostKept = 50
const kept = new Map<string, Result<Pattern, PatternFailure>>()

function compile(text: string): Result<Pattern, PatternFailure> {
  const parsed = parsePattern(text)
  if (!parsed.ok) return parsed
  const program: Step[] = []
  const end = emit(program, parsed.value, [])
  if (end === null) return fail({ reason: 'tooLong', at: text.length })
  land(program, end)
  program.push({ kind: 'match' })
  return ok(searchOf(program))
}

/** One step of the machine; `next` is where it goes on, `or` a second way. */
type Step =
  | { kind: 'character'; is: (character: string) => boolean; next: number }
  | { kind: 'fork'; next: number; or: number }
  | { kind: 'start' | 'end'; next: number }
  | { kind: 'match' }

/** Places of steps whose way on is not known yet. */
type Loose = { at: number; way: 'next' | 'or' }[]

const mostSteps = 2000
const unknown = -1

/** Appends the steps of a part, entered by the loose ends; null when they become too many. */
function emit(program: Step[], node: PatternNode, entering: Loose): Loose | null {
  if (program.length > mostSteps) return null
  switch (node.kind) {
    case 'character':
      land(program, entering)
      program.push({ kind: 'character', is: node.is, next: unknown })
      return [{ at: program.length - 1, way: 'next' }]
    case 'start':
    case 'end':
      land(program, entering)
      program.push({ kind: node.kind, next: unknown })
      return [{ at: program.length - 1, way: 'next' }]
    case 'sequence': {
      let loose: Loose | null = entering
      for (const item of node.items) {
        loose = emit(program, item, loose)
        if (loose === null) return null
      }
      return loose
    }
    case 'choice': {
      const [first, ...rest] = node.items
      if (first === undefined) return entering
      if (rest.length === 0) return emit(program, first, entering)
      land(program, entering)
      program.push({ kind: 'fork', next: unknown, or: unknown })
      const fork = program.length - 1
      const one = emit(program, first, [{ at: fork, way: 'next' }])
      const other = one && emit(program, { kind: 'choice', items: rest }, [{ at: fork, way: 'or' }])
      return one && other && [...one, ...other]
    }
    case 'repeat':
      return emitRepeat(program, node, entering)
  }
}

function emitRepeat(program: Step[], { item, least, most }: PatternNode & { kind: 'repeat' }, entering: Loose): Loose | null {
  let loose: Loose | null = entering
  for (let turn = 0; turn < least; turn += 1) {
    loose = emit(program, item, loose)
    if (loose === null) return null
  }
  if (most === null) {
    land(program, loose)
    program.push({ kind: 'fork', next: unknown, or: unknown })
    const fork = program.length - 1
    const round = emit(program, item, [{ at: fork, way: 'next' }])
    if (round === null) return null
    for (const { at, way } of round) setWay(program, at, way, fork)
    return [{ at: fork, way: 'or' }]
  }
  const left: Loose = []
  for (let turn = least; turn < most; turn += 1) {
    land(program, loose)
    program.push({ kind: 'fork', next: unknown, or: unknown })
    left.push({ at: program.length - 1, way: 'or' })
    loose = emit(program, item, [{ at: program.length - 1, way: 'next' }])
    if (loose === null) return null
  }
  return [...loose, ...left]
}

/** Leads loose ends to the step that comes next. */
function land(program: Step[], loose: Loose): void {
  for (const { at, way } of loose) setWay(program, at, way, program.length)
}

function setWay(program: Step[], at: number, way: 'next' | 'or', to: number): void {
  const step = program[at]
  if (step === undefined || step.kind === 'match') return
  if (way === 'next') step.next = to
  else if (step.kind === 'fork') step.or = to
}

/** All steps the machine may stand on at once, and where each character takes it from there; grown as texts need it. */
type State = { steps: readonly number[]; found: boolean; foundAtEnd: boolean; after: Map<string, State> }

const mostStates = 2000

function searchOf(program: readonly Step[]): Pattern {
  let states = new Map<string, State>()
  const stateOf = (steps: readonly number[]): State => {
    const key = steps.join()
    const known = states.get(key)
    if (known !== undefined) return known
    const reaches = (at: number): boolean => program[at]?.kind === 'match'
    const made = { steps, found: steps.some(reaches), foundAtEnd: closure(program, steps, 'end').some(reaches), after: new Map<string, State>() }
    states.set(key, made)
    return made
  }
  const step = (state: State, character: string): State => {
    const next = state.steps.flatMap((at) => {
      const here = program[at]
      return here?.kind === 'character' && here.is(character) ? [here.next] : []
    })
    const made = stateOf(closure(program, [...next, 0], 'inside'))
    state.after.set(character, made)
    return made
  }
  return (text) => {
    if (states.size > mostStates) states = new Map()
    let state = stateOf(closure(program, [0], 'start'))
    for (const character of text) {
      if (state.found) return true
      state = state.after.get(character) ?? step(state, character)
    }
    return state.found || state.foundAtEnd
  }
}

/** Where the machine stands without reading on: characters to be read, ends to be met, a match. */
function closure(program: readonly Step[], from: readonly number[], place: 'start' | 'inside' | 'end'): number[] {
  const seen = new Set<number>()
  const stands: number[] = []
  const open = [...from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    const step = program[at]
    if (step?.kind === 'fork') open.push(step.next, step.or)
    else if (step?.kind === 'start') {
      if (place === 'start') open.push(step.next)
      else if (place === 'end') stands.push(at)
    } else if (step?.kind === 'end' && place === 'end') open.push(step.next)
    else stands.push(at)
  }
  return stands.sort((left, right) => left - right)
}
