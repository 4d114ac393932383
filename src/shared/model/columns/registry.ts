import type { Result } from '../../lib/result.ts'
import type { CellValue } from '../cell.ts'
import type { Column, ColumnOf, ColumnType } from '../column.ts'
import { address } from './address.ts'
import { autoNumber } from './autoNumber.ts'
import { button } from './button.ts'
import { checkbox } from './checkbox.ts'
import { createdBy } from './createdBy.ts'
import { createdTime } from './createdTime.ts'
import { date } from './date.ts'
import { dateTime } from './dateTime.ts'
import { duration } from './duration.ts'
import { email } from './email.ts'
import { formula } from './formula.ts'
import { geolocation } from './geolocation.ts'
import { file } from './file.ts'
import { image } from './image.ts'
import type { ColumnKind, FormatContext, ParseContext, ParseFailure, Storage } from './kind.ts'
import { link } from './link.ts'
import { longText } from './longText.ts'
import { lookup } from './lookup.ts'
import { member } from './member.ts'
import { members } from './members.ts'
import { modifiedBy } from './modifiedBy.ts'
import { modifiedTime } from './modifiedTime.ts'
import { multipleSelect } from './multipleSelect.ts'
import { number } from './number.ts'
import { phone } from './phone.ts'
import { progress } from './progress.ts'
import { rating } from './rating.ts'
import { rollup } from './rollup.ts'
import { signature } from './signature.ts'
import { singleSelect } from './singleSelect.ts'
import { text } from './text.ts'
import { url } from './url.ts'

/** What a column type is: storage, operators, default settings, how it reads and writes. */
export function columnKind<Type extends ColumnType>(type: Type): ColumnKind<Type> {
  return kinds[type]
}

/** What a person reads in a cell. For a lookup or rollup pass its `displayColumn`. */
export function formatCell(column: Column, value: CellValue, context: FormatContext): string {
  return formatAs(column.type, column, value, context)
}

/** The stored value of a text typed, pasted or imported into the column. */
export function parseCell(column: Column, typed: string, context: ParseContext): Result<CellValue, ParseFailure> {
  return parseAs(column.type, column, typed, context)
}

/** SQLite's affinity of the column's cells. */
export const storageOf = (type: ColumnType): Storage => kinds[type].storage

const kinds: { readonly [Type in ColumnType]: ColumnKind<Type> } = {
  text,
  longText,
  number,
  checkbox,
  date,
  dateTime,
  singleSelect,
  multipleSelect,
  member,
  members,
  phone,
  email,
  address,
  geolocation,
  url,
  duration,
  rating,
  progress,
  image,
  file,
  signature,
  autoNumber,
  createdTime,
  modifiedTime,
  createdBy,
  modifiedBy,
  link,
  lookup,
  rollup,
  formula,
  button,
}

// Generic in the type, so that a column and the kind that reads it are known to belong together.
function formatAs<Type extends ColumnType>(type: Type, column: Column, value: CellValue, context: FormatContext): string {
  return isColumnOf(column, type) ? columnKind(type).format(value, column, context) : ''
}

function parseAs<Type extends ColumnType>(type: Type, column: Column, typed: string, context: ParseContext): Result<CellValue, ParseFailure> {
  return isColumnOf(column, type) ? columnKind(type).parse(typed, column, context) : { ok: false, failure: 'computed' }
}

function isColumnOf<Type extends ColumnType>(column: Column, type: Type): column is ColumnOf<Type> {
  return column.type === type
}
