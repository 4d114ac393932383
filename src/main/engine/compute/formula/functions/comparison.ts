import { displayColumn } from '#shared/model/columns/display.ts'
import { hasCaseBeyondAscii } from '../../../store/lowerCase.ts'
import { cellRef, namedIds, sql } from '../../../store/sql.ts'
import { filled, numberOf, textOf, type Scalar, type Sql } from '../compiled.ts'
import { argument, type Call, type FunctionSql } from './functionSql.ts'

/** Comparisons: an empty cell equals 0 and the empty text, and text does not tell capitals from small letters, as in spreadsheets. */
export const comparisonFunctions = {
  EQUAL: (call) => chosenOption(call) ?? compared(call, sql`=`),
  NOTEQUAL: (call) => {
    const option = chosenOption(call)
    return option === null ? compared(call, sql`<>`) : { ...option, value: sql`(not ${option.value})` }
  },
  LESS: (call) => compared(call, sql`<`),
  LESSEQUAL: (call) => compared(call, sql`<=`),
  GREATER: (call) => compared(call, sql`>`),
  GREATEREQUAL: (call) => compared(call, sql`>=`),
} satisfies Record<string, FunctionSql>

function compared({ call, args }: Call, operator: Sql): Scalar {
  const [left, right] = [argument(args, 0), argument(args, 1)]
  const types = call.args.map((arg) => arg.type.of)
  // A date with a time is later than its day: both are compared as text, and the longer one follows.
  if (types.every((type) => type === 'number' || type === 'boolean' || type === 'empty')) {
    return filled(sql`(${numberOf(left)} ${operator} ${numberOf(right)})`, args)
  }
  if (types.some((type) => type === 'date' || type === 'dateTime')) return filled(sql`(${textOf(left)} ${operator} ${textOf(right)})`, args)
  const fold = foldingFor([left, right])
  return filled(sql`(${folded(left, fold)} ${operator} ${folded(right, fold)})`, args)
}

type Folding = 'none' | 'ascii' | 'all'

/** How far capitals must be folded: not at all beside a text without letters that have them, such as 已成交. */
function foldingFor(sides: readonly Scalar[]): Folding {
  const literal = sides.map((side) => side.literal).find((each) => typeof each === 'string')
  if (literal === undefined || hasCaseBeyondAscii(literal)) return 'all'
  return literal.toLowerCase() === literal.toUpperCase() ? 'none' : 'ascii'
}

function folded(scalar: Scalar, fold: Folding): Sql {
  if (typeof scalar.literal === 'string') return sql`${scalar.literal.toLowerCase()}`
  const text = textOf(scalar)
  if (fold === 'none') return text
  // SQLite's own knows ASCII only, and is three times as fast.
  return fold === 'ascii' ? sql`lower(${text})` : sql`kebu_lower(${text})`
}

/** `{状态} = "已成交"` asks for the option, not for its name in each row. */
function chosenOption({ call, args, scope }: Call): Scalar | null {
  const [cell, name] = call.args[0]?.kind === 'cell' ? [call.args[0], call.args[1]] : [call.args[1], call.args[0]]
  if (cell?.kind !== 'cell' || name?.kind !== 'literal' || typeof name.value !== 'string' || name.value === '') return null
  const column = scope.context.schema.columns.get(cell.columnId)
  if (column === undefined || column.type === 'formula') return null
  const shown = displayColumn(column, scope.context.schema.columns)
  if (shown.type !== 'singleSelect') return null
  const wanted = name.value.toLowerCase()
  const ids = shown.settings.options.filter((option) => option.name.toLowerCase() === wanted).map((option) => option.id)
  return filled(sql`coalesce(${cellRef(column, scope.alias)} in ${namedIds(ids)}, 0)`, args)
}
