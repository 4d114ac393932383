import { langs, type Lang } from '#shared/i18n/lang.ts'
import type { Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { Schema } from '../../context.ts'
import { isWorking } from '../../store/schemesAtWork.ts'
import { knownTemplates } from '../knownTemplates.ts'
import { standardRule } from '../modules/standardRules.ts'
import { rolesOfColumn, rolesOfScheme } from '../rolesNamed.ts'
import type { TemplateColumn, TemplateScheme } from '../templateData.ts'
import { columnFingerprint, schemeFingerprint } from './fingerprint.ts'
import { fingerprints } from './fingerprints.ts'
import { namesIn } from './namesIn.ts'
import { linesOfColumn, linesOfScheme, type Line } from './templateFingerprints.ts'

/** What the template describes otherwise than it did when a scheme of the base was made. */
export type Newer = {
  /** As the template describes it now, for the tables of this base. */
  template: TemplateScheme
  /** The language the scheme was made in, where its words tell. */
  lang: Lang | null
  /** Whether its rule, its scope or its class of what is left is another. */
  isRuleOld: boolean
  /** What it measures and the template measures otherwise by now. */
  columns: readonly { column: Column; template: TemplateColumn }[]
  /** What it reads now and the base has not. */
  lacks: readonly ColumnRole[]
}

/**
 * Whether there is a newer version of a scheme: it came from a template, its owner changed nothing of its rule, and the
 * template says something else by now, of the rule or of what it measures. What the owner changed stays out of it.
 */
export function newerOf(schema: Schema, scheme: Scheme): Newer | null {
  const described = knownTemplates.flatMap(({ schemes }) => schemes).find(({ code }) => code === scheme.code)
  if (described === undefined || schema.columnByRole(described.target)?.id !== scheme.targetColumnId || !isWorking(schema, scheme)) return null
  const own = standing(`scheme.${described.code}`, schemeFingerprint(scheme, namesIn(schema)), linesOfScheme(described))
  if (own === null) return null
  const template = { ...described, rule: standardRule(described, (role) => schema.tableByRole(role) !== undefined) }
  const { columns, lacks } = measuresOf(schema, template)
  if (!own.isOld && columns.length === 0) return null
  return { template, lang: own.lang, isRuleOld: own.isOld, columns, lacks }
}

/** Of what a scheme reads, directly and through other columns: what is measured as the template did before, and what is not there. */
function measuresOf(schema: Schema, template: TemplateScheme): Pick<Newer, 'columns' | 'lacks'> {
  const names = namesIn(schema)
  const columns: { column: Column; template: TemplateColumn }[] = []
  const lacks: ColumnRole[] = []
  const seen = new Set<ColumnRole>()
  const visit = (role: ColumnRole): void => {
    if (seen.has(role)) return
    seen.add(role)
    const column = schema.columnByRole(role)
    if (column === undefined) return void lacks.push(role)
    const described = describedColumns.get(role)
    if (described?.type !== column.type) return
    const found = standing(`column.${role}`, columnFingerprint(column, names), linesOfColumn(described, describedTables))
    if (found === null) return
    if (found.isOld) columns.push({ column, template: described })
    rolesOfColumn(described, describedTables).forEach(visit)
  }
  rolesOfScheme(template).forEach(visit)
  return { columns, lacks }
}

const describedTables = knownTemplates.flatMap(({ tables }) => tables)
const describedColumns = new Map<ColumnRole, TemplateColumn>(describedTables.flatMap(({ columns }) => columns.map((column) => [column.role, column])))

/** Whether something stands as a template describes it now, or did before; null: its owner made or changed it. */
function standing(key: string, digits: string | null, now: readonly Line[]): { isOld: boolean; lang: Lang | null } | null {
  if (digits === null) return null
  const isOf = (line: Line): boolean => line === digits || line.endsWith(` ${digits}`)
  const current = now.find(isOf)
  const former = fingerprints[key]?.find(isOf)
  const line = current ?? former
  if (line === undefined) return null
  return { isOld: current === undefined, lang: langs.find((lang) => line.startsWith(`${lang} `)) ?? null }
}
