import type { Lang } from '../../i18n/lang.ts'
import type { Result } from '../../lib/result.ts'
import type { CellValue } from '../cell.ts'
import type { ColumnOf, ColumnType } from '../column.ts'
import type { Operator } from '../filter.ts'
import type { Member } from '../member.ts'

export type FormatContext = { lang: Lang; members: readonly Member[] }
export type ParseContext = FormatContext & { /** ISO day, for dates typed without a year. */ today: string }

/** Why a text is not a value of the column. */
export type ParseFailure = 'invalidNumber' | 'invalidDate' | 'invalidCheckbox' | 'invalidEmail' | 'unknownOption' | 'unknownMember' | 'computed'

/** A column type as one unit: how its cells are stored, read, written and compared. */
export type ColumnKind<Type extends ColumnType> = {
  readonly type: Type
  /** SQLite type of the stored cell. */
  readonly storage: 'TEXT' | 'REAL' | 'INTEGER'
  /** Whether full-text search reads this column. */
  readonly searchable: boolean
  /** Operators a filter may use, in the order a person expects them. */
  readonly operators: readonly Operator[]
  readonly defaultSettings: ColumnOf<Type>['settings']
  /** What a person reads; empty text for an empty cell. */
  format(value: CellValue, column: ColumnOf<Type>, context: FormatContext): string
  /** From typed, pasted or imported text; blank text is an empty cell. */
  parse(text: string, column: ColumnOf<Type>, context: ParseContext): Result<CellValue, ParseFailure>
}
