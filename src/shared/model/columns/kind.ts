import type { Lang } from '../../i18n/lang.ts'
import type { Result } from '../../lib/result.ts'
import type { CellValue } from '../cell.ts'
import type { ColumnOf, ColumnType } from '../column.ts'
import type { Operator } from '../filter.ts'
import type { Member } from '../member.ts'

export type FormatContext = { lang: Lang; members: readonly Member[] }
export type ParseContext = FormatContext & { /** ISO day, for dates typed without a year. */ today: string }

/** Why a text is not a value of the column. */
export type ParseFailure =
  | 'invalidNumber'
  /** A whole number of more digits than a number can hold: kept as typed it would not be. */
  | 'tooManyDigits'
  | 'invalidDate'
  | 'invalidCheckbox'
  | 'invalidEmail'
  | 'invalidPhone'
  | 'invalidUrl'
  | 'invalidDuration'
  | 'invalidRating'
  | 'invalidProgress'
  | 'invalidGeolocation'
  | 'unknownOption'
  | 'unknownMember'
  /** The engine fills the column. */
  | 'computed'
  /** A link is made by choosing rows, not by text. */
  | 'needsRows'
  /** A file is chosen, dropped or pasted as a file. */
  | 'needsFiles'

/** SQLite's affinity of a stored cell; BLOB converts nothing, for columns that take their type from another. */
export type Storage = 'TEXT' | 'REAL' | 'INTEGER' | 'BLOB'

/** A column type as one unit: how its cells are stored, read, written and compared. */
export type ColumnKind<Type extends ColumnType> = {
  readonly type: Type
  readonly storage: Storage
  /** Whether full-text search reads this column. */
  readonly searchable: boolean
  /** Operators a filter may use, in the order a person expects them. */
  readonly operators: readonly Operator[]
  /** Of a new column; null where a person must choose first. */
  readonly defaultSettings: ColumnOf<Type>['settings'] | null
  /** What a person reads; empty text for an empty cell. */
  format(value: CellValue, column: ColumnOf<Type>, context: FormatContext): string
  /** From typed, pasted or imported text; blank text is an empty cell. */
  parse(text: string, column: ColumnOf<Type>, context: ParseContext): Result<CellValue, ParseFailure>
}
