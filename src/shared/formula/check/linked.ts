import { listOf } from '../formulaType.ts'
import type { Linked, Typed } from '../typed.ts'
import type { LinkColumn } from './scope.ts'

/** The value in the rows that the links lead to. */
export function linkedOf(links: readonly LinkColumn[], value: Typed, { condition = null, pick = null }: Partial<Only> = {}): Typed {
  const list = pick === null && links.some((link) => link.settings.multiple)
  return { kind: 'linked', linkColumnIds: links.map((link) => link.id), value, condition, pick, type: { of: value.type.of, list } }
}

type Only = Pick<Linked, 'condition' | 'pick'>

/** The same as a list also where each link takes one row only: no row is no value, and none is counted. */
export function listOfLinked(links: readonly LinkColumn[], value: Typed, condition: Typed | null): Typed {
  return { kind: 'linked', linkColumnIds: links.map((link) => link.id), value, condition, pick: null, type: listOf(value.type.of) }
}

/** What is done to each value of a list is done inside it: in the linked row, where SQL reads it. */
export function eachOf(typed: Typed, change: (value: Typed) => Typed): Typed {
  if (typed.kind === 'linked') {
    const value = change(typed.value)
    return { ...typed, value, type: { of: value.type.of, list: typed.type.list } }
  }
  if (typed.kind === 'outer') {
    const value = eachOf(typed.value, change)
    return { ...typed, value, type: value.type }
  }
  if (typed.kind !== 'call' || !typed.type.list) return change(typed)
  const args = typed.args.map((arg) => (arg.type.list ? eachOf(arg, change) : arg))
  return { ...typed, args, type: { of: args.find((arg) => arg.type.list)?.type.of ?? typed.type.of, list: true } }
}

/** Whether the value is the same in every row: it can be taken into linked rows as it is. */
export function isConstant(typed: Typed): boolean {
  if (typed.kind === 'call') return typed.args.every(isConstant)
  return typed.kind === 'literal'
}
