import type { exportDialog as zh } from '../zh-CN/exportDialog.ts'

export const exportDialog: Record<keyof typeof zh, string> = {
  title: 'Export “{table} · {view}”',
  lead: 'Exports the {count} {count|row|rows} you see now: filtered, sorted, searched, with the columns shown.',
  leadCounting: 'Exports the rows you see now: filtered, sorted, searched, with the columns shown.',
  format: 'File format',
  'format.xlsx': 'Excel workbook (.xlsx)',
  'format.xlsxText': 'Dates, numbers and money keep their types; the header stays in sight.',
  'format.csv': 'CSV text (.csv)',
  'format.csvText': 'Words only; easy for other programs to read.',
  encoding: 'Text encoding',
  'encoding.utf-8': 'UTF-8 (recommended)',
  'encoding.gb18030': 'GB18030 (older Chinese software)',
  columns: 'Columns',
  columnsShown: 'Only the {count} {count|column|columns} shown',
  columnsAll: 'All {count} columns, hidden ones too',
  start: 'Choose a place and export…',
  working: 'Exporting: {done} rows',
  workingOf: 'Exporting: {done} of {total} rows',
  cancelled: 'Cancelled; no file was left.',
  done: '{count} {count|row|rows} exported',
  showInFolder: 'Show in folder',
}
