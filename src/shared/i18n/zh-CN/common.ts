/** Words used in several rooms. */
export const common = {
  appName: '客簿',
  cancel: '取消',
  close: '关闭',
  save: '保存',
  delete: '删除',
  undo: '撤销',
  retry: '重试',
  loading: '正在读取…',
  empty: '空',
  unclassified: '未分类',
  yes: '是',
  no: '否',
  today: '今天',
  tomorrow: '明天',
  rowCount: '{count} 行',
  listSeparator: '、',
} as const
