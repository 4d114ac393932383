import type { exchange as zh } from '../zh-CN/exchange.ts'

export const exchange: Record<keyof typeof zh, string> = {
  allRows: 'All',
  row: 'Row',
  reason: 'Reason',
  rejectedRows: 'rows not imported',
  cellReason: '“{column}”: {reason}',
  cellReasonValue: '“{column}”: {reason}: {value}',
}
