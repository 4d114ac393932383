import type { Column, ColumnOf } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../../context.ts'
import type { DealFields } from '../../models/service/winProbability.ts'
import { quantile } from '../../models/lib/quantile.ts'
import { otherSide } from '../../store/schema.ts'
import { cellRef, join, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import { isOneGroup } from '../columnWords.ts'
import type { Stages } from './deals.ts'

/** A deal with what is known of it before its end. */
export type KnownDeal = { id: number; name: string; customer: string; stageId: number; amount: number | null; fields: DealFields }

/** `columns`: what a field reads, by its key; `bounds`: the greatest of the low amounts, and the least of the high ones. */
export type WinFields = { deals: KnownDeal[]; columns: ReadonlyMap<string, Column>; bounds: readonly [number, number] | null }

/** The field of the amount, in three bands of equally many closed deals. */
export const amountField = 'amount'

/**
 * What may tell how a deal ends: its own selects, members and check boxes, how much it is about, and of its customer what
 * was so before. The stage and what follows from winning, such as the customer's grade, would tell the end by the end.
 */
export function winFields(context: ReadContext, stages: Stages): WinFields {
  const { schema } = context
  const { tableId } = stages.column
  const own = schema.columnsOf(tableId).filter((column) => isOwnField(context, column))
  const link = schema.columnByRole('opportunity.customer')
  const ofCustomer = link?.type === 'link' ? customerRoles.flatMap((role) => customerField(context, link, role)) : []
  const fields = [...own.map((column) => ({ column, cell: cellRef(column, 'r') })), ...ofCustomer]
  const cell = (role: ColumnRole): RawBuilder<unknown> => {
    const column = schema.columnByRole(role)
    return column === undefined ? sql`null` : cellRef(column, 'r')
  }
  const stage = cellRef(stages.column, 'r')
  const rows = context.db.rows(sql`select r.id, ${stage}, ${cell('opportunity.name')}, ${cell('opportunity.customer')}, ${cell('opportunity.amount')}
    ${join(
      fields.map((field) => sql`, ${field.cell}`),
      ' ',
    )} from ${tableRef(tableId)} r where ${stage} is not null order by r.id`)
  const isClosed = (stageId: unknown): boolean => stageId === stages.wonId || stageId === stages.lostId
  const amounts = rows.flatMap(([, stageId, , , amount]) => (isClosed(stageId) && typeof amount === 'number' ? [amount] : []))
  const bounds = boundsOf(amounts)
  const deals = rows.map(([id, stageId, name, customer, amount, ...cells]): KnownDeal => {
    const sum = typeof amount === 'number' ? amount : null
    const known = fields.flatMap(({ column }, place) => {
      const value = cells[place] ?? null
      return value === null ? [] : [[String(column.id), value] as const]
    })
    const band = sum === null || bounds === null ? [] : [[amountField, sum <= bounds[0] ? 0 : sum < bounds[1] ? 1 : 2] as const]
    return {
      id: Number(id),
      stageId: Number(stageId),
      name: String(name ?? ''),
      customer: String(customer ?? ''),
      amount: sum,
      fields: Object.fromEntries([...known, ...band]),
    }
  })
  return { deals, columns: new Map(fields.map(({ column }) => [String(column.id), column])), bounds }
}

const customerRoles: readonly ColumnRole[] = ['customer.source', 'customer.type', 'customer.industry']
/** What is only known once a deal has ended, or says the same as how far it is. */
const tellsTheEnd: ReadonlySet<string | null> = new Set<ColumnRole>(['opportunity.stage', 'opportunity.lostReason', 'opportunity.probability'])

function isOwnField({ schema }: ReadContext, column: Column): boolean {
  if (tellsTheEnd.has(column.role) || column.type === 'lookup' || column.type === 'rollup' || column.type === 'modifiedBy') return false
  // A class that a scheme gives may read the stage itself.
  if ([...schema.schemes.values()].some(({ targetColumnId }) => targetColumnId === column.id)) return false
  return isOneGroup(displayColumn(column, schema.columns))
}

function customerField({ schema }: ReadContext, link: ColumnOf<'link'>, role: ColumnRole) {
  const column = schema.columnByRole(role)
  if (column?.type !== 'singleSelect') return []
  const { linkId, side } = link.settings
  const cell = sql`(select ${cellRef(column, 'c')} from ${linkRef(linkId)} k join ${tableRef(column.tableId)} c on c.id = ${nameRef(otherSide(side), 'k')}
    where ${nameRef(side, 'k')} = r.id limit 1)`
  return [{ column, cell }]
}

/** Null where the amounts do not fall into three bands. */
function boundsOf(amounts: readonly number[]): WinFields['bounds'] {
  if (amounts.length === 0) return null
  const ascending = amounts.toSorted((left, right) => left - right)
  const [low, high] = [quantile(ascending, 1 / 3), quantile(ascending, 2 / 3)]
  return low < high ? [low, high] : null
}
