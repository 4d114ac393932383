/** The people of the team, and who is at the keyboard. */
export const members = {
  title: '成员',
  lead: '这里列出用这本客簿的人。客户的负责人、跟进人从中选择。',
  me: '我是',
  meText: '选了以后，您的修改会记在名下，「我的客户」等视图只列您的。',
  nobody: '未选择',
  add: '添加成员',
  addPlaceholder: '输入姓名，按回车添加',
  name: '「{name}」的姓名',
  color: '「{name}」的颜色',
  deactivate: '停用',
  activate: '启用',
  inactive: '已停用',
  deactivateText: '停用后不能再选，已有的记录保留。',
  none: '还没有成员。先把自己添加进来。',
  'problem.taken': '已经有叫这个名字的成员。',
  'problem.empty': '姓名不能为空。',
} as const
