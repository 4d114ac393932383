import type { ParsedInput } from '#shared/contract/engine.ts'
import type { FormulaCheck, FormulaSample } from '#shared/contract/formulas.ts'
import { check } from '#shared/formula/check.ts'
import { inferFormat } from '#shared/formula/inferFormat.ts'
import type { Typed } from '#shared/formula/typed.ts'
import { shadowingNames, toStored } from '#shared/formula/stored.ts'
import type { ReadContext } from '../../store/context.ts'
import { sql, tableRef } from '../../store/sql.ts'
import { titleSql } from '../../records/reads.ts'
import { treeSql } from './formulaSql.ts'
import { resultOf } from './settle.ts'

/** Reads a formula as a column of the table would, and tries it on some of the rows that were made last, those with a value first. */
export function checkFormulas(context: ReadContext, { tableId, source, samples }: ParsedInput<'formulas.check'>): FormulaCheck {
  const checked = check(source, tableId, context.schema)
  if (!checked.ok) return { ok: false, problem: checked.failure }
  return {
    ok: true,
    stored: toStored(source, tableId, context.schema),
    result: resultOf(checked.value),
    format: inferFormat(checked.value, context.schema.columns),
    samples: samplesOf(context, tableId, checked.value, samples),
    shadowing: shadowingNames(source, tableId, context.schema),
  }
}

/** A formula is tried while it is being typed: it must not read a whole table. */
const mostTried = 200

function samplesOf(context: ReadContext, tableId: number, tree: Typed, count: number): FormulaSample[] {
  const { value, error } = treeSql(context, tree, 'r')
  // Not `0 is null` for a formula that is a constant: SQLite would take it for the place of a column.
  const isLast = sql`case when ${value} is null then 1 end`
  const rows = context.db.rows(sql`select r.id, ${titleSql(context, tableId, 'r')}, ${value}, ${error}
    from (select * from ${tableRef(tableId)} order by id desc limit ${mostTried}) r order by ${isLast}, r.id desc limit ${count}`)
  return rows.map(([id, title, found, failed]) => ({ rowId: Number(id), title: String(title ?? ''), value: found ?? failed ?? null }))
}
