import { assertNever } from '../lib/assertNever.ts'
import type { Typed } from './typed.ts'

/** The texts that stand in a formula between quotes, inside its conditions too. */
export function textsOf(typed: Typed): string[] {
  switch (typed.kind) {
    case 'literal':
      return typeof typed.value === 'string' ? [typed.value] : []
    case 'cell':
      return []
    case 'call':
      return typed.args.flatMap(textsOf)
    case 'outer':
      return textsOf(typed.value)
    case 'linked':
      return [typed.value, typed.condition, typed.pick?.by].flatMap((part) => (part == null ? [] : textsOf(part)))
    default:
      return assertNever(typed)
  }
}
