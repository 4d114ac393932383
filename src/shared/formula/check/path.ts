import { nearestName } from '../../lib/nearestName.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { holdsValues, type Column } from '../../model/column.ts'
import type { PathStep } from '../expression.ts'
import { scalar } from '../formulaType.ts'
import { problem, type FormulaProblem } from '../problem.ts'
import type { Typed } from '../typed.ts'
import { linkedOf } from './linked.ts'
import { cellTypeOf, tablesOf, type FormulaSchema, type LinkColumn, type Scope } from './scope.ts'

/** A path looked up: links to follow, then a column of the table they lead to. */
export type Road = { links: readonly LinkColumn[]; column: Column }

export function roadOf(path: readonly PathStep[], tableId: number, schema: FormulaSchema): Result<Road, FormulaProblem> {
  const links: LinkColumn[] = []
  let table = tableId
  for (const [index, step] of path.entries()) {
    const column = columnOfStep(step, table, schema)
    if (column === undefined) return fail(unknownColumn(step, table, schema))
    if (!holdsValues(column.type)) return fail(problem('holdsNothing', step.span, { name: column.name }))
    if (index === path.length - 1) return ok({ links, column })
    if (column.type !== 'link') return fail(problem('notALink', step.span, { name: column.name }))
    links.push(column)
    table = column.settings.otherTableId
  }
  return fail(problem('emptyName', path[0]?.span ?? { from: 0, to: 0 }))
}

/** The table of the rows that the links of a road lead to; null where it leads over none. */
export function farTable({ links, column }: Road): number | null {
  const last = column.type === 'link' ? column : links.at(-1)
  return last === undefined ? null : last.settings.otherTableId
}

/** Where a path begins: in a row `levels` further out than the nearest. */
export type Start = { levels: number; tableId: number; path: readonly PathStep[] }

/**
 * The rule of names: of the rows an expression can see, the nearest that has such a column is meant, the linked row before
 * the row of the formula; `{本行.列}` is always the row of the formula.
 */
export function startOf(path: readonly PathStep[], tableIds: readonly number[], schema: FormulaSchema): Start {
  const [first, ...rest] = path
  const levels = tableIds.findIndex((tableId) => first !== undefined && columnOfStep(first, tableId, schema) !== undefined)
  if (levels === -1 && rest.length > 0 && first?.kind === 'name' && ownRowWords.some((word) => plainName(word) === plainName(first.name))) {
    return { levels: tableIds.length - 1, tableId: tableIds.at(-1) ?? 0, path: rest }
  }
  return { levels: Math.max(0, levels), tableId: tableIds[Math.max(0, levels)] ?? 0, path }
}

/** `{本行.列}`, `{this row.column}`. */
export const ownRowWords = ['本行', 'this row'] as const

/** The word in the language of the name behind it. */
export const ownRowWord = (name: string): string => ownRowWords[/\p{Script=Han}/u.test(name) ? 0 : 1]

/** What a path reads, seen from the row the scope stands in. */
export function typedOfPath(path: readonly PathStep[], scope: Scope): Result<Typed, FormulaProblem> {
  const start = startOf(path, tablesOf(scope), scope.schema)
  const road = roadOf(start.path, start.tableId, scope.schema)
  if (!road.ok) return road
  const value = typedOfRoad(road.value, scope.schema)
  return ok(start.levels === 0 ? value : { kind: 'outer', levels: start.levels, value, type: value.type })
}

/** The cell a road leads to, or the cells. */
export function typedOfRoad({ links, column }: Road, schema: FormulaSchema): Typed {
  const cell: Typed = { kind: 'cell', columnId: column.id, type: scalar(cellTypeOf(column, schema)) }
  return links.length === 0 ? cell : linkedOf(links, cell)
}

/** The column of a name or id in the table; a name that is written a little differently counts where it fits one column only. */
export function columnOfStep(step: PathStep, tableId: number, schema: FormulaSchema): Column | undefined {
  if (step.kind === 'id') {
    const column = schema.columns.get(step.id)
    return column?.tableId === tableId ? column : undefined
  }
  const columns = schema.columnsOf(tableId)
  const exact = columns.find((column) => column.name === step.name) ?? columns.find((column) => column.name.trim() === step.name)
  if (exact !== undefined) return exact
  const alike = columns.filter((column) => plainName(column.name) === plainName(step.name))
  return alike.length === 1 ? alike[0] : undefined
}

const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

function unknownColumn(step: PathStep, tableId: number, schema: FormulaSchema): FormulaProblem {
  if (step.kind === 'id') return problem('deletedColumn', step.span, { id: `#${step.id}` })
  const near = nearestName(
    step.name,
    schema.columnsOf(tableId).map((column) => column.name),
  )
  return near === null ? problem('unknownColumn', step.span, { name: step.name }) : problem('unknownColumnNear', step.span, { name: step.name, near })
}
