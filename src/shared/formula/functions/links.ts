import { boolean, fn, optional, text, values } from './spec.ts'

export const linksFunctions = {
  COUNTLINKS: fn('links', '链接计数 关联计数', [values('link'), optional(boolean('condition'))], 'number'),
  ROLLUP: fn('links', '汇总', [values('link'), text('method'), optional(boolean('condition'))], 'number'),
  LOOKUP: fn('links', '查找 引用', [values('link'), optional(boolean('condition'))], 'items'),
  FINDMAX: fn('links', '最大的一行', [values('link'), optional(boolean('condition'))], 'items'),
  FINDMIN: fn('links', '最小的一行', [values('link'), optional(boolean('condition'))], 'items'),
}

export type LinkFunction = keyof typeof linksFunctions

export const isLinkFunction = (name: string): name is LinkFunction => Object.hasOwn(linksFunctions, name)
