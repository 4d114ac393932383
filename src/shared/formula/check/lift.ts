import { fail, ok, type Result } from '../../lib/result.ts'
import { scalar } from '../formulaType.ts'
import type { Param } from '../functions/spec.ts'
import type { FormulaProblem } from '../problem.ts'
import type { Linked, Typed } from '../typed.ts'
import { isConstant } from './linked.ts'
import type { Checked } from './scope.ts'

/**
 * `{订单.单价} * {订单.数量}` is worked out in each linked row: where a function of single values is given lists of the
 * same rows, and nothing of its own row, it goes inside. Null where that is not so. Lists of texts are joined instead,
 * unless the function asks for something else than text.
 */
export function liftedCall(
  args: readonly Checked[],
  params: readonly Param[],
  callInside: (args: readonly Checked[]) => Result<Typed, FormulaProblem>,
): Result<Typed, FormulaProblem> | null {
  if (!params.every((param) => singles.has(param.type))) return null
  const lists = args.filter((arg) => arg.typed.type.list)
  const wanted = args.some((arg, index) => arg.typed.type.list && params[index]?.type !== 'text')
  const rows = lists[0]?.typed
  if (!wanted || rows?.kind !== 'linked') return null
  const inside: Checked[] = []
  for (const arg of args) {
    if (arg.typed.kind === 'linked' && isOfSameRows(arg.typed, rows)) inside.push({ ...arg, typed: arg.typed.value })
    else if (isConstant(arg.typed)) inside.push(arg)
    else return null
  }
  const value = callInside(inside)
  if (!value.ok) return fail(value.failure)
  return ok({ ...rows, value: value.value, type: { ...scalar(value.value.type.of), list: true } })
}

const singles: ReadonlySet<Param['type']> = new Set(['number', 'text', 'date', 'day', 'boolean', 'any', 'key', 'branch', 'unit', 'span', 'pattern'])

function isOfSameRows(a: Linked, b: Linked): boolean {
  return (
    JSON.stringify(a.linkColumnIds) === JSON.stringify(b.linkColumnIds) &&
    JSON.stringify(a.condition) === JSON.stringify(b.condition) &&
    JSON.stringify(a.pick) === JSON.stringify(b.pick)
  )
}
