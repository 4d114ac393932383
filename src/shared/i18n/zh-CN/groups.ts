/** Groups of rows: how they are made and what stands in their heads. */
export const groups = {
  addRow: '在此组中添加一行',
  order: '组的顺序',
  byValue: '按值',
  byCount: '按行数',
  byStatistic: '按「{column}」{statistic}',
  foldAll: '全部收起',
  unfoldAll: '全部展开',
  unit: '日期合并到',
  step: '每组',
  eachNumber: '每个数一组',
  'unit.day': '按天',
  'unit.week': '按周',
  'unit.month': '按月',
  'unit.quarter': '按季度',
  'unit.year': '按年',
} as const
