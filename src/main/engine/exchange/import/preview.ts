import type { ImportPlan } from '#shared/contract/exchange.ts'
import type { OperationOutput } from '#shared/contract/engine.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import type { ReadContext } from '../../context.ts'
import { rawText } from '../read/rawText.ts'
import type { Workbook } from '../read/workbook.ts'
import { dryContext } from './dryContext.ts'
import type { SheetTask } from './plan.ts'
import { runImport } from './runImport.ts'

const mostSamples = 20

/** An import as it would be: the first rows of each sheet as they would arrive, the counts and the rejections of all. */
export async function previewImport(
  context: ReadContext,
  plan: ImportPlan,
  workbook: Workbook,
  lang: Lang,
): Promise<OperationOutput<'import.preview'>> {
  const dry = dryContext(context)
  const taken = new Map<SheetTask, { raw: string[]; values: (string | number | null)[] }[]>()
  const imported = await runImport(dry, plan, workbook, {
    lang,
    phase: 'reading',
    onTaken: (task, row, values) => {
      const rows = taken.get(task) ?? []
      taken.set(task, rows)
      if (rows.length < mostSamples) rows.push({ raw: task.links.map(({ index }) => rawText(row.cells[index])), values: [...values] })
    },
  })
  imported.rejections.dispose()
  const members = imported.tools.members.all()
  const samples = imported.sheets.map(({ task }) => {
    const places = [
      ...task.cells.map(({ index, column }, at) => ({
        index,
        name: column.name,
        text: (row: { values: (string | number | null)[] }) => {
          const shown = dry.schema.columns.get(column.id) ?? column
          return formatCell(shown, row.values[at] ?? null, { lang, members })
        },
      })),
      ...task.links.map(({ index, column }, at) => ({ index, name: column.name, text: (row: { raw: string[] }) => row.raw[at] ?? '' })),
    ].sort((left, right) => left.index - right.index)
    return {
      sheet: task.plan.sheet,
      headers: places.map((place) => place.name),
      rows: (taken.get(task) ?? []).map((row) => places.map((place) => place.text(row))),
    }
  })
  return { ...imported.result, rejectionFile: null, samples }
}
