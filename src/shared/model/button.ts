import { z } from 'zod'
import { cellValueSchema } from './cell.ts'
import { columnsOfFilter, filterSchema } from './filter.ts'

const id = z.number().int().positive()
const days = z.number().int().min(-3660).max(3660)
const target = { columnId: id }

/** What a press writes into a cell: a value, or what today, now or the person at the keyboard is then, some days on. */
export const buttonCellSchema = z.discriminatedUnion('kind', [
  z.object({ ...target, kind: z.literal('value'), value: cellValueSchema }),
  z.object({ ...target, kind: z.literal('today'), days }),
  z.object({ ...target, kind: z.literal('now'), days }),
  z.object({ ...target, kind: z.literal('me') }),
])
export type ButtonCell = z.infer<typeof buttonCellSchema>

/** A piece of a web address: as it stands, or the row's value of a column. */
export const addressPartSchema = z.union([z.string().max(2000), z.object({ columnId: id })])
export type AddressPart = z.infer<typeof addressPartSchema>

const cells = z.array(buttonCellSchema).max(100)

/** One of the things a press does for its row. */
export const buttonActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('openUrl'), address: z.array(addressPartSchema).max(100) }),
  z.object({ kind: z.literal('setCells'), cells }),
  /** A row in the table of a link, linked to this one; `open`: its page is opened, to be written on. */
  z.object({ kind: z.literal('addLinked'), linkColumnId: id, cells, open: z.boolean() }),
])
export type ButtonAction = z.infer<typeof buttonActionSchema>

export const buttonSettingsSchema = z.object({
  /** What stands on it; empty: the name of its column. */
  label: z.string().max(60),
  /** A key of the palette of options. */
  color: z.string().max(20),
  /** Done in this order, as one change. */
  actions: z.array(buttonActionSchema).max(20),
  /** The rows it can be pressed for; null: every row. */
  condition: filterSchema.nullable(),
  /** Asked before it runs; empty: nothing is asked. */
  confirm: z.string().max(300),
})
export type ButtonSettings = z.infer<typeof buttonSettingsSchema>

/** The columns an action needs: of the button's own table, and of the table it adds a row to. */
export function columnsOfAction(action: ButtonAction): number[] {
  switch (action.kind) {
    case 'openUrl':
      return action.address.flatMap((part) => (typeof part === 'string' ? [] : [part.columnId]))
    case 'setCells':
      return action.cells.map(({ columnId }) => columnId)
    case 'addLinked':
      return [action.linkColumnId, ...action.cells.map(({ columnId }) => columnId)]
  }
}

/** Every column a button needs to be there. */
export function columnsOfButton({ actions, condition }: ButtonSettings): number[] {
  return [...new Set([...actions.flatMap(columnsOfAction), ...columnsOfFilter(condition)])]
}
