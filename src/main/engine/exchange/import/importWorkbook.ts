import type { ImportResult } from '#shared/contract/exchange.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import type { WriteContext } from '../../context.ts'
import type { Workbook } from '../read/workbook.ts'
import { writeRejectionFile } from './rejectionFile.ts'
import { runImport } from './runImport.ts'

/** Imports the plan and leaves what was rejected beside the file. */
export async function importWorkbook(context: WriteContext, input: ParsedInput<'import.run'>, workbook: Workbook): Promise<ImportResult> {
  const { result, sheets, rejections } = await runImport(context, input, workbook, { lang: input.lang, phase: 'writing' })
  try {
    const headersOf = (name: string): readonly string[] => sheets.find((sheet) => sheet.task.plan.sheet === name)?.headers() ?? []
    const rejectionFile = await writeRejectionFile(rejections, headersOf, { source: input.path, folder: input.rejectionFolder, lang: input.lang })
    return { ...result, rejectionFile }
  } finally {
    rejections.dispose()
  }
}
