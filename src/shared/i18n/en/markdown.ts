import type { markdown as zh } from '../zh-CN/markdown.ts'

export const markdown: Record<keyof typeof zh, string> = {
  bold: 'Bold',
  list: 'List',
  tasks: 'To-do list',
  link: 'Link',
  linkText: 'link text',
  addPicture: 'Insert pictures',
  preview: 'Preview',
  picture: 'Picture',
  task: 'Done with this',
  nothing: 'Nothing written yet',
  notLoaded: '[Pictures from the web are not loaded: {name}]',
  hint: 'Paste pictures · Ctrl+Enter saves · Esc gives up',
}
