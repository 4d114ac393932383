import type { welcome as zh } from '../zh-CN/welcome.ts'

export const welcome: Record<keyof typeof zh, string> = {
  title: 'Kebu',
  motto: 'Know your customers. Miss no follow-up.',
  newBase: 'New book',
  newBaseText: 'An empty customer book with tables, views and schemes in place',
  fromExcel: 'Start from Excel',
  fromExcelText: 'An Excel or CSV file comes into a new book, step by step',
  open: 'Open a book',
  openText: 'A .kebu file on this computer',
  sample: 'See the sample',
  sampleText: 'Sample customers, follow-ups and orders to play with',
  recent: 'Recent',
  noRecent: 'Books you open are listed here.',
  missing: 'File not found',
  forget: 'Remove from the list',
  dropHint: 'Or drop a .kebu, Excel or CSV file here',
  dropNow: 'Release to open',
  opening: 'Opening…',
  openReadOnly: 'Open read-only',
  unknownFile: '“{name}” is not a book, an Excel or a CSV file.',
}
