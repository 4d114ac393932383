import { fail, ok, type Result } from '../lib/result.ts'
import type { PathStep } from './expression.ts'
import { problem, type FormulaProblem } from './problem.ts'

/** `{链接.列}` that begins at `from`; `to` is behind its closing brace. */
export function readPath(source: string, from: number): Result<{ path: readonly PathStep[]; to: number }, FormulaProblem> {
  const read = readSteps(source, from + 1, (sign) => sign === '}' || sign === '｝')
  if (read.to >= source.length) return fail(problem('unclosedName', { from, to: source.length }))
  const to = read.to + 1
  return read.path.some(isNameless) ? fail(problem('emptyName', { from, to })) : ok({ path: read.path, to })
}

/** A path without braces, as the text forms of link functions write it: `"链接"`. */
export function barePath(text: string): readonly PathStep[] | null {
  const { path } = readSteps(text, 0, () => false)
  return path.some(isNameless) ? null : path
}

/** A name as it stands between braces. A backslash makes the next sign plain. */
export const escapedName = (name: string): string => name.trim().replace(/[.}｝\\]|^#/gu, (sign) => `\\${sign}`)

export const stepText = (step: { kind: 'name'; name: string } | { kind: 'id'; id: number }): string =>
  step.kind === 'id' ? `#${step.id}` : escapedName(step.name)

const isNameless = (step: PathStep): boolean => step.kind === 'name' && step.name === ''

/** The steps from `start` to the sign that ends them, or to the end. */
export function readSteps(source: string, start: number, ends: (sign: string) => boolean): { path: readonly PathStep[]; to: number } {
  const path: PathStep[] = []
  let from = start
  let at = start
  for (; at < source.length && !ends(source[at] ?? ''); at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '.') {
      path.push(stepOf(source, from, at))
      from = at + 1
    }
  }
  // A backslash at the very end has nothing to make plain.
  const to = Math.min(at, source.length)
  path.push(stepOf(source, from, to))
  return { path, to }
}

function stepOf(source: string, from: number, to: number): PathStep {
  const raw = source.slice(from, to)
  const start = from + (raw.length - raw.trimStart().length)
  const span = { from: start, to: start + raw.trim().length }
  const text = source.slice(span.from, span.to)
  const id = /^#(\d{1,15})$/u.exec(text)?.[1]
  return id === undefined ? { kind: 'name', name: text.replace(/\\([\s\S])/gu, '$1'), span } : { kind: 'id', id: Number(id), span }
}
