import type { groups as zh } from '../zh-CN/groups.ts'

export const groups: Record<keyof typeof zh, string> = {
  addRow: 'Add a row to this group',
  order: 'Order of groups',
  byValue: 'By value',
  byCount: 'By rows',
  byStatistic: 'By {statistic} of “{column}”',
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  unit: 'Dates by',
  step: 'Range',
  eachNumber: 'each number',
  'unit.day': 'By day',
  'unit.week': 'By week',
  'unit.month': 'By month',
  'unit.quarter': 'By quarter',
  'unit.year': 'By year',
}
