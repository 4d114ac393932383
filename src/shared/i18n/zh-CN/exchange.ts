/** What stands in files that are written and tables that are made by an import. */
export const exchange = {
  allRows: '全部',
  row: '行号',
  reason: '原因',
  rejectedRows: '未导入的行',
  cellReason: '「{column}」{reason}',
  cellReasonValue: '「{column}」{reason}：{value}',
} as const
