/** Long texts written in Markdown. */
export const markdown = {
  bold: '加粗',
  list: '列表',
  tasks: '待办清单',
  link: '链接',
  linkText: '链接文字',
  addPicture: '插入图片',
  preview: '预览',
  picture: '图片',
  task: '完成这一项',
  nothing: '还没有内容',
  notLoaded: '[网上的图片不会载入：{name}]',
  hint: '可粘贴图片 · Ctrl+Enter 保存 · Esc 放弃',
} as const
