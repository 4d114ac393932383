/** How rows went from one class to another. */
export const moves = {
  ofRow: '分类变动（{count}）',
  person: '{by}手动指定',
  personSaid: '{by}手动指定：{reason}',
  until: '{said}（到 {until}）',
  gained: '得到',
  lost: '失去',
  givenBack: '{by}交回规则',
  edit: '资料有改动（{by}），按规则重新归类',
  import: '导入时按规则归类',
  day: '日期变了，按规则重新归类',
  scheme: '{by}改了方案，或重新分类',
  ranks: '排名变了，按规则重新归类',
  undo: '{by}撤销或重做',
  revision: '规则第 {number} 版',
  input: '{column} {value}',
} as const
