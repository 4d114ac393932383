import type { Column, NumberSettings } from '../model/column.ts'
import { displayColumn } from '../model/columns/display.ts'
import type { FunctionName } from './functionName.ts'
import type { Typed } from './typed.ts'

type Columns = ReadonlyMap<number, Column>

/** How a formula's numbers are best shown, by what they are made of: sums of money as money, counts without decimals. */
export function inferFormat(tree: Typed, columns: Columns): NumberSettings {
  return formatOf(tree, columns) ?? plain
}

const plain: NumberSettings = { format: 'plain', decimals: 2, thousands: false, symbol: '￥' }
const whole: NumberSettings = { ...plain, decimals: 0 }

function formatOf(tree: Typed, columns: Columns): NumberSettings | null {
  switch (tree.kind) {
    case 'literal':
      return null
    case 'cell': {
      const column = columns.get(tree.columnId)
      const shown = column === undefined ? null : displayColumn(column, columns)
      return shown?.type === 'number' ? shown.settings : null
    }
    case 'linked':
    case 'outer':
      return formatOf(tree.value, columns)
    case 'call':
      return formatOfCall(tree.name, tree.args, columns)
  }
}

function formatOfCall(name: FunctionName, args: readonly Typed[], columns: Columns): NumberSettings | null {
  if (wholeNumbers.has(name)) return whole
  const formats = args.map((arg) => formatOf(arg, columns))
  const money = formats.filter((format) => format?.format === 'currency')
  if (sameKind.has(name)) return money[0] ?? formats.find((format) => format !== null) ?? null
  // Money times money is no money, and money by money is a ratio.
  if (name === 'MULTIPLY') return money.length === 1 ? (money[0] ?? null) : null
  if (name === 'DIVIDE') return money.length === 1 && formats[0]?.format === 'currency' ? formats[0] : null
  return null
}

/** Functions whose result is of the kind of what goes in. */
const sameKind: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'SUM',
  'AVERAGE',
  'MAX',
  'MIN',
  'MEDIAN',
  'FIRST',
  'LAST',
  'LARGE',
  'SMALL',
  'ADD',
  'SUBTRACT',
  'NEGATE',
  'ABS',
  'ROUND',
  'ROUNDUP',
  'ROUNDDOWN',
  'IF',
  'IFS',
  'SWITCH',
  'IFERROR',
  'IFBLANK',
  'COALESCE',
])

const wholeNumbers: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'COUNT',
  'COUNTA',
  'COUNTALL',
  'COUNTBLANK',
  'COUNTUNIQUE',
  'DAYSBETWEEN',
  'LEN',
])
