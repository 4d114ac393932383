import type { LibraryEntry } from '#shared/contract/schemeLibrary.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { ColumnRole, SchemeCode } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { schemeById } from '../classify/schemes.ts'
import type { Schema } from '../context.ts'
import type { Handlers } from '../handlers.ts'
import { schemes as bookSchemes } from './customerBook/schemes.ts'
import { extendTemplate } from './extendTemplate.ts'
import { knownTemplates } from './knownTemplates.ts'
import { insertModuleSample } from './moduleSample.ts'
import { concernedBy, extendRules } from './modules/extendRules.ts'
import { modules } from './modules/modules.ts'
import { moduleTables } from './modules/moduleTables.ts'
import type { TemplateModule } from './modules/templateModule.ts'
import type { SchemeEntry } from './schemeLibrary/entry.ts'
import { schemeLibrary, tablesOf } from './schemeLibrary/schemeLibrary.ts'
import type { TemplateData, TemplateScheme } from './templateData.ts'
import { templateAbout, templateText } from './templateTexts.ts'
import { newerScheme, renewScheme } from './versions/renew.ts'
import { wholePack } from './wholePack.ts'

export const libraryHandlers: Handlers<'schemes.library' | 'schemes.addFromLibrary' | 'schemes.newer' | 'schemes.renew'> = {
  'schemes.library': ({ schema }, { lang }) => offered.map((each) => entryOf(schema, each, lang)),
  'schemes.newer': (context, { schemeId, lang }) => newerScheme(context, schemeById(context.schema, schemeId), lang),
  'schemes.renew': (context, { schemeId, lang }) => renewScheme(context, schemeById(context.schema, schemeId), lang),
  'schemes.addFromLibrary': (context, { codes, lang }) => {
    const { pack, modules } = packOf(context.schema, codes)
    const concerned = new Map(modules.flatMap((module) => concernedBy(context.schema, module)).map((each) => [each.scheme.id, each]))
    const ids = extendTemplate(context, pack, lang)
    extendRules(context, [...concerned.values()])
    for (const { code } of modules) insertModuleSample(context, ids, code, lang)
    const asked = offered.filter(({ scheme }) => codes.includes(scheme.code))
    return { schemes: asked.flatMap(({ scheme }) => schemeOf(context.schema, scheme.target) ?? []) }
  },
}

/** The schemes a book begins with stand in the library too: they may have been deleted. */
const offered: readonly SchemeEntry[] = [...bookSchemes.map((scheme) => ({ group: 'basis' as const, scheme, columns: [] })), ...schemeLibrary]

/** What schemes bring along; a module whose tables they read comes whole, so that nobody gets half of one. */
function packOf(schema: Schema, codes: readonly SchemeCode[]): { pack: TemplateData; modules: readonly TemplateModule[] } {
  const chosen = offered.filter(({ scheme }) => codes.includes(scheme.code))
  const own: TemplateData = { tables: tablesOf(chosen), schemes: chosen.map(({ scheme }) => scheme), views: [] }
  const lacking = new Set(wholePack(schema, own).tables.flatMap(({ role }) => (schema.tableByRole(role) === undefined ? [role] : [])))
  const brought = modules.filter((module) => moduleTables(module).some((role) => lacking.has(role)))
  const parts = [...brought, own]
  const pack = { tables: parts.flatMap(({ tables }) => tables), schemes: own.schemes, views: parts.flatMap(({ views }) => views) }
  return { pack, modules: brought }
}

/** The scheme that fills the column the library's would fill, whatever became of its rule. */
function schemeOf(schema: Schema, role: ColumnRole): Scheme | undefined {
  const target = schema.columnByRole(role)
  return [...schema.schemes.values()].find((scheme) => scheme.targetColumnId === target?.id)
}

function entryOf(schema: Schema, { group, scheme }: (typeof offered)[number], lang: Lang): LibraryEntry {
  const target = targetOf(scheme)
  const table = schema.tableByRole(scheme.table)
  const there = schemeOf(schema, scheme.target)
  const lacks = wholePack(schema, packOf(schema, there === undefined ? [scheme.code] : []).pack)
  const isThere = (role: string): boolean => schema.tableByRole(role) !== undefined
  return {
    code: scheme.code,
    group,
    name: templateText(lang, scheme.target),
    table: { name: table?.name ?? templateText(lang, `table.${scheme.table}`), id: table?.id ?? null },
    about: templateAbout(lang, scheme.target),
    classes: target.map(({ code, color }) => ({ name: templateText(lang, `${scheme.target}.${code}`), color })),
    schemeId: there?.id ?? null,
    adds: lacks.tables
      .filter(({ role }) => isThere(role))
      .flatMap(({ columns }) =>
        columns.flatMap(({ role }) => (role === scheme.target || schema.columnByRole(role) !== undefined ? [] : [templateText(lang, role)])),
      ),
    addsTables: lacks.tables.flatMap(({ role }) => (isThere(role) ? [] : [templateText(lang, `table.${role}`)])),
  }
}

function targetOf(scheme: TemplateScheme) {
  const column = knownTemplates
    .flatMap(({ tables }) => tables.flatMap(({ columns }) => columns))
    .find(({ role, type }) => role === scheme.target && (type === 'singleSelect' || type === 'multipleSelect'))
  return column?.type === 'singleSelect' || column?.type === 'multipleSelect' ? column.options : []
}
