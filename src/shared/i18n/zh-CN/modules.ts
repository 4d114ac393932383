/** Parts of the customer book that are switched on. */
export const modules = {
  title: '从模板添加表',
  lead: '需要哪块就添加哪块。表、列和视图添加后都能改名、增减；添加是一步操作，可以撤销。',
  sample: '带示例数据',
  tables: '表',
  figures: '自动算出',
  extends: '同时更新分类方案',
  leaves: '您改过的方案不动',
  there: '已添加',
  add: '添加',
  addNamed: '添加「{name}」',
  open: '打开',
  openNamed: '打开「{name}」',
  added: '已添加「{name}」',
  addedSample: '已添加「{name}」，含 {count} 行示例数据',
} as const
