import { writeXlsx } from 'hucre'
import type { ParsedInput } from '#shared/contract/engine.ts'
import { translator } from '#shared/i18n/translate.ts'
import { bestFirst } from '#shared/model/orderedClasses.ts'
import { migrationTable } from '#shared/model/migrationTable.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../../context.ts'
import { chartDataSheet, sectionSheet } from '../../report/sectionSheet.ts'
import { writeWhole } from '../../report/xlsx.ts'
import { migrationOf } from './migration.ts'

/** The matrix as a workbook of one sheet, with the sums the screen shows. */
export async function migrationXlsx(
  context: ReadContext,
  scheme: Scheme,
  { from, to, path, lang }: ParsedInput<'classes.migrationXlsx'>,
): Promise<{ path: string }> {
  const t = translator(lang)
  const target = context.schema.columns.get(scheme.targetColumnId)
  const options = target?.type === 'singleSelect' ? target.settings.options : []
  const order = bestFirst(
    scheme.rule,
    options.map(({ id }) => id),
  )
  const table = migrationTable(migrationOf(context, scheme, { from, to }), options, order)
  const name = (id: number | null | 'fresh') =>
    id === 'fresh'
      ? t('schemes.migration.fresh')
      : id === null
        ? t('schemes.unclassified')
        : (options.find((option) => option.id === id)?.name ?? t('schemes.migration.gone'))
  const total = t('schemes.migration.total')
  const section = {
    key: 'migration',
    title: `${scheme.name} ${t('schemes.part.migration')}`,
    sentence: t('schemes.migration.sentence', { ...table.summary, from, to }),
    chart: null,
    emptyText: null,
    table: {
      columns: [
        { name: t('schemes.migration.corner'), format: 'text' as const },
        ...[...table.to.map(name), total].map((each) => ({ name: each, format: 'number' as const })),
      ],
      rows: [
        ...table.from.map((id, index) => [name(id), ...(table.counts[index] ?? []), table.fromTotals[index] ?? 0]),
        [total, ...table.toTotals, table.toTotals.reduce((sum, count) => sum + count, 0)],
      ],
    },
  }
  const sheet = sectionSheet(section, t('schemes.part.migration'), chartDataSheet(''), lang)
  await writeWhole(path, await writeXlsx({ sheets: [sheet], properties: { title: section.title, creator: t('common.appName') } }))
  return { path }
}
