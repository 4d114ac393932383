import { isDeepStrictEqual } from 'node:util'
import type { ModuleCode } from '#shared/model/modules.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Rule, Scheme } from '#shared/model/scheme.ts'
import { refuseUnfit } from '../../classify/schemes.ts'
import type { Schema, WriteContext } from '../../context.ts'
import { resolveRule, type Ids } from '../resolve.ts'
import type { TemplateRule } from '../templateData.ts'
import { moduleTables } from './moduleTables.ts'
import { modules } from './modules.ts'
import { extendedSchemes, standardRule } from './standardRules.ts'

/** A scheme that a module concerns; `isStandard` says whether its rule is still the one the template gave it. */
export type Concerned = { code: (typeof extendedSchemes)[number]; scheme: Scheme; isStandard: boolean }

/** The modules whose tables are all in the base. */
export function presentModules(schema: Schema): ReadonlySet<ModuleCode> {
  return new Set(modules.filter((module) => moduleTables(module).every((role) => schema.tableByRole(role) !== undefined)).map(({ code }) => code))
}

/** The schemes whose standard rule reads more with a module than without it. */
export function concernedBy(schema: Schema, code: ModuleCode): Concerned[] {
  const before = presentModules(schema)
  const after = new Set([...before, code])
  return extendedSchemes.flatMap((schemeCode) => {
    const [old, fresh] = [standardRule(schemeCode, before), standardRule(schemeCode, after)]
    const scheme = [...schema.schemes.values()].find((known) => known.code === schemeCode)
    if (scheme === undefined || isDeepStrictEqual(old, fresh)) return []
    return [{ code: schemeCode, scheme, isStandard: isDeepStrictEqual(ruleIn(schema, schemeCode, old), scheme.rule) }]
  })
}

/** Gives the schemes that are as they came the rule they have with this module; answers which. Called once its columns are there. */
export function extendRules(context: WriteContext, concerned: readonly Concerned[]): number[] {
  const has = presentModules(context.schema)
  return concerned.flatMap(({ code, scheme, isStandard }) => {
    const rule = isStandard ? ruleIn(context.schema, code, standardRule(code, has)) : null
    if (rule === null) return []
    const to = refuseUnfit(context.schema, { ...scheme, rule })
    context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: scheme, to }] })
    return [scheme.id]
  })
}

/** A rule of the template over the columns and options the base has; null where one of them is gone. */
function ruleIn(schema: Schema, code: Concerned['code'], rule: TemplateRule): Rule | null {
  let isWhole = true
  const known = (id: number | undefined): number => {
    if (id === undefined) isWhole = false
    return id ?? 0
  }
  const option = (role: ColumnRole | string | null, optionCode: string): number | undefined => {
    const column = schema.columnByRole(role ?? '')
    if (column?.type === 'lookup' || column?.type === 'rollup') {
      return option(schema.columns.get(column.settings.targetColumnId ?? 0)?.role ?? null, optionCode)
    }
    return column?.type === 'singleSelect' ? column.settings.options.find((each) => each.code === optionCode)?.id : undefined
  }
  const ids: Ids = {
    table: (role) => known(schema.tableByRole(role)?.id),
    column: (role) => known(schema.columnByRole(role)?.id),
    option: (role, optionCode) => known(option(role, optionCode)),
    link: (role) => {
      const column = schema.columnByRole(role)
      return column?.type === 'link' ? column.settings : { linkId: known(undefined), side: 'a' }
    },
    text: (textCode) => textCode,
  }
  const resolved = resolveRule(ids, `customer.${code}`, rule)
  return isWhole ? resolved : null
}
