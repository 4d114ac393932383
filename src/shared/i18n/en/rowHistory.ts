import type { rowHistory as zh } from '../zh-CN/rowHistory.ts'

export const rowHistory: Record<keyof typeof zh, string> = {
  none: 'No changes yet.',
  more: 'Show older changes',
  nobody: 'Unsigned',
  system: 'The program',
  undone: 'Undone: {what}',
  redone: 'Redone: {what}',
  created: 'Created this row',
  deleted: 'Deleted this row',
  column: '{column}:',
  became: 'became',
  restore: 'Restore',
  restoreValue: 'Restore “{value}”',
  restored: 'Restored “{value}”',
  isThere: 'It is “{value}” already',
  ofRow: 'Changes of this row',
  ofCell: 'Changes of this cell',
  cellTitle: 'Changes of {column}',
  cellTitleOf: '{column} of “{row}”: changes',
}
