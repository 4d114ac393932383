import type { ModuleEntry } from '#shared/contract/modules.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { ReadContext } from '../context.ts'
import type { Handlers } from '../handlers.ts'
import { extendTemplate } from './extendTemplate.ts'
import { customersOfSample, insertModuleSample } from './moduleSample.ts'
import { concernedBy, extendRules } from './modules/extendRules.ts'
import { moduleTables } from './modules/moduleTables.ts'
import { modules } from './modules/modules.ts'
import type { TemplateModule } from './modules/templateModule.ts'
import { templateText } from './templateTexts.ts'

export const moduleHandlers: Handlers<'template.modules' | 'template.addModule'> = {
  'template.modules': (context, { lang }) => {
    const isSampleThere = customersOfSample(context) > 0
    return modules.map((module) => entryOf(context, module, lang, isSampleThere))
  },
  'template.addModule': (context, { code, lang, sample }) => {
    const module = modules.find((known) => known.code === code)
    if (module === undefined) throw new Error(`template: no module is called ${code}`)
    const [first] = moduleTables(module)
    const wasThere = first !== undefined && context.schema.tableByRole(first) !== undefined
    const concerned = concernedBy(context.schema, module)
    const ids = extendTemplate(context, module, lang)
    const schemeIds = extendRules(context, concerned)
    const rows = sample && !wasThere ? insertModuleSample(context, ids, code, lang) : 0
    return { tableIds: moduleTables(module).map(ids.table), schemeIds, rows }
  },
}

function entryOf({ schema }: ReadContext, module: TemplateModule, lang: Lang, isSampleThere: boolean): ModuleEntry {
  const own = moduleTables(module)
  const tables = own.map((role) => {
    const table = schema.tableByRole(role)
    return { name: table?.name ?? templateText(lang, `table.${role}`), tableId: table?.id ?? null }
  })
  const isThere = tables.every(({ tableId }) => tableId !== null)
  const concerned = isThere ? [] : concernedBy(schema, module)
  const nameOf = ({ scheme }: (typeof concerned)[number]): string => scheme.name
  return {
    code: module.code,
    name: templateText(lang, `module.${module.code}`),
    about: templateText(lang, `module.${module.code}.about`),
    tables,
    figures: module.tables
      .filter(({ role }) => !own.includes(role))
      .flatMap(({ columns }) =>
        columns.filter(({ type }) => type !== 'link').map(({ role }) => schema.columnByRole(role)?.name ?? templateText(lang, role)),
      ),
    extends: concerned.filter(({ standardIn }) => standardIn !== null).map(nameOf),
    leaves: concerned.filter(({ standardIn }) => standardIn === null).map(nameOf),
    isThere,
    canHaveSample: isSampleThere && !isThere,
  }
}
