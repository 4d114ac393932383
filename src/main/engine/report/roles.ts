import type { Column, ColumnOf } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../context.ts'
import { describedType } from '../template/describedType.ts'
import { templateText } from '../template/templateTexts.ts'
import type { Words } from './words.ts'

/** Finds the columns a section reads; a role without a column leaves the section out, with a sentence. */
export type Roles = {
  column: (role: ColumnRole) => Column
  /** A column the section can do without. */
  maybe: (role: ColumnRole) => Column | undefined
  link: (role: ColumnRole) => ColumnOf<'link'>
}

/** Those of the needed columns that are not there; a link that was converted to something else leads nowhere and is none. */
export function lackingRoles({ schema }: Pick<ReadContext, 'schema'>, needed: readonly ColumnRole[]): ColumnRole[] {
  return needed.filter((role) => {
    const type = schema.columnByRole(role)?.type
    return type === undefined || (describedType(role) === 'link' && type !== 'link')
  })
}

/** Null when a needed column is not there. */
export function rolesOf(context: ReadContext, needed: readonly ColumnRole[]): Roles | null {
  const { schema } = context
  if (lackingRoles(context, needed).length > 0) return null
  const column = (role: ColumnRole): Column => {
    const found = schema.columnByRole(role)
    if (found === undefined) throw new Error(`report: ${role} was not asked for`)
    return found
  }
  return {
    column,
    maybe: (role) => schema.columnByRole(role),
    link: (role) => {
      const found = column(role)
      if (found.type !== 'link') throw new Error(`report: ${role} is not a link`)
      return found
    },
  }
}

/** What a section says instead of numbers when columns are missing. */
export function missingText(context: ReadContext, needed: readonly ColumnRole[], words: Words): string {
  const names = lackingRoles(context, needed).map((role) => words.quoted(templateText(words.lang, role)))
  return words.t('report.missing', { names: names.join(words.t('common.listSeparator')) })
}
