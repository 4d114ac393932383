import { isDeepStrictEqual } from 'node:util'
import { langs, type Lang } from '#shared/i18n/lang.ts'
import type { TableRole } from '#shared/model/roles.ts'
import type { Rule, Scheme } from '#shared/model/scheme.ts'
import { refuseUnfit } from '../../classify/schemes.ts'
import type { Schema, WriteContext } from '../../context.ts'
import { knownTemplates } from '../knownTemplates.ts'
import { resolveRule, type Ids } from '../resolve.ts'
import type { TemplateRule, TemplateScheme } from '../templateData.ts'
import { templateText } from '../templateTexts.ts'
import { moduleTables } from './moduleTables.ts'
import { standardRule } from './standardRules.ts'
import type { TemplateModule } from './templateModule.ts'

/** A scheme of the base that a module concerns; its rule is the template's own, in the language it was made in, or `null` where it was changed. */
export type Concerned = { template: TemplateScheme; scheme: Scheme; standardIn: Lang | null }

/** The schemes whose standard rule reads more with the module than without it. */
export function concernedBy(schema: Schema, module: TemplateModule): Concerned[] {
  const own = moduleTables(module)
  const before = tablesOf(schema)
  const after = (role: TableRole): boolean => before(role) || own.includes(role)
  return knownTemplates
    .flatMap(({ schemes }) => schemes)
    .flatMap((template) => {
      const scheme = [...schema.schemes.values()].find(({ code }) => code === template.code)
      const [old, fresh] = [standardRule(template, before), standardRule(template, after)]
      if (scheme === undefined || isDeepStrictEqual(old, fresh)) return []
      const standardIn = langs.find((lang) => isDeepStrictEqual(ruleIn(schema, template, old, lang), scheme.rule)) ?? null
      return [{ template, scheme, standardIn }]
    })
}

/** Gives the schemes that are as they came the rule they have with this module; answers which. Called once its columns are there. */
export function extendRules(context: WriteContext, concerned: readonly Concerned[]): number[] {
  const has = tablesOf(context.schema)
  return concerned.flatMap(({ template, scheme, standardIn }) => {
    const rule = standardIn === null ? null : ruleIn(context.schema, template, standardRule(template, has), standardIn)
    if (rule === null) return []
    const to = refuseUnfit(context.schema, { ...scheme, rule })
    context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: scheme, to }] })
    return [scheme.id]
  })
}

const tablesOf =
  (schema: Schema) =>
  (role: TableRole): boolean =>
    schema.tableByRole(role) !== undefined

/** A rule of the template over the columns and options the base has; null where one of them is gone. */
function ruleIn(schema: Schema, { target }: TemplateScheme, rule: TemplateRule, lang: Lang): Rule | null {
  let isWhole = true
  const known = (id: number | undefined): number => {
    if (id === undefined) isWhole = false
    return id ?? 0
  }
  const option = (role: string, code: string): number | undefined => {
    const column = schema.columnByRole(role)
    if (column?.type === 'lookup' || column?.type === 'rollup') {
      return option(schema.columns.get(column.settings.targetColumnId ?? 0)?.role ?? '', code)
    }
    const isSelect = column?.type === 'singleSelect' || column?.type === 'multipleSelect'
    return isSelect ? column.settings.options.find((each) => each.code === code)?.id : undefined
  }
  const ids: Ids = {
    table: (role) => known(schema.tableByRole(role)?.id),
    column: (role) => known(schema.columnByRole(role)?.id),
    option: (role, code) => known(option(role, code)),
    link: (role) => {
      const column = schema.columnByRole(role)
      return column?.type === 'link' ? column.settings : { linkId: known(undefined), side: 'a' }
    },
    text: (code) => templateText(lang, code),
  }
  const resolved = resolveRule(ids, target, rule)
  return isWhole ? resolved : null
}
