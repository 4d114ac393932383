import type { Handlers } from '../handlers.ts'
import { exportFiles } from './export/exportFiles.ts'
import { exportView } from './export/exportView.ts'
import { importWorkbook } from './import/importWorkbook.ts'
import { previewImport } from './import/preview.ts'
import { inspectWorkbook } from './inspect/inspect.ts'
import { openWorkbook } from './read/openWorkbook.ts'
import type { Encoding, Workbook } from './read/workbook.ts'

/** Files in and out. */
export const exchangeHandlers: Handlers<'import.inspect' | 'import.preview' | 'import.run' | 'export.view' | 'export.files'> = {
  'export.view': exportView,
  'export.files': exportFiles,
  'import.inspect': (context, input) => withWorkbook(input, (workbook) => inspectWorkbook(context, workbook, input)),
  'import.preview': (context, input) => withWorkbook(input, (workbook) => previewImport(context, input, workbook, 'zh-CN')),
  'import.run': (context, input) => withWorkbook(input, (workbook) => importWorkbook(context, input, workbook)),
}

async function withWorkbook<Value>(file: { path: string; encoding: Encoding | null }, work: (workbook: Workbook) => Promise<Value>): Promise<Value> {
  const workbook = await openWorkbook(file.path, file.encoding)
  try {
    return await work(workbook)
  } finally {
    workbook.close()
  }
}
