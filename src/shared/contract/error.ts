import type { Lang } from '../i18n/lang.ts'

/** Codes are stable; the sentences live in `i18n/<lang>/errors.ts` under the same key. */
export const errorCodes = [
  'base.notFound',
  'base.notABase',
  'base.damaged',
  'base.newer',
  'base.readOnly',
  'base.fileReadOnly',
  'base.inUse',
  'base.exists',
  'base.none',
  'template.notEmpty',
  'base.cannotWrite',
  'base.diskFull',
  'table.notFound',
  'column.notFound',
  'column.computed',
  'column.cycle',
  'column.inUse',
  'column.nameTaken',
  'column.invalid',
  'column.cannotConvert',
  'column.wouldLose',
  'unique.exists',
  'unique.cannot',
  'row.duplicate',
  'formula.invalid',
  'view.notFound',
  'view.last',
  'view.locked',
  'view.noOwner',
  'scheme.notFound',
  'row.notFound',
  'cell.invalid',
  'member.notFound',
  'file.notFound',
  'file.notAWorkbook',
  'file.password',
  'file.empty',
  'file.noHeader',
  'file.tooManyRows',
  'file.unreadable',
  'file.cannotWrite',
  'import.nothingMapped',
  'import.noMatchKey',
  'import.columnTwice',
  'import.sheetNotFound',
  'import.noLinkKey',
  'find.badExpression',
  'find.tooSlow',
  'cancelled',
  'history.nothing',
  'input.invalid',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An error as a value: what the user reads in both languages, and what the log needs. */
export type AppError = {
  code: ErrorCode
  message: Record<Lang, string>
  details?: string
}
