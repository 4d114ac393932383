import { en } from './en/catalogue.ts'
import type { Lang } from './lang.ts'
import { fillMessage, type ParamArgs } from './message.ts'
import { zhCN, type Catalogue } from './zh-CN/catalogue.ts'

/** `room.key` of every text; the Chinese catalogue says which there are. */
export type TextKey = { [Room in keyof Catalogue & string]: `${Room}.${keyof Catalogue[Room] & string}` }[keyof Catalogue & string]

export type Translate = <Key extends TextKey>(key: Key, ...args: ParamArgs<MessageOf<Key>>) => string

/** `translator('en')('common.rowCount', { count: 3 })` → `3 rows` */
export function translator(lang: Lang): Translate {
  const rooms = catalogues[lang]
  return (key, ...args) => {
    const dot = key.indexOf('.')
    const message = rooms[key.slice(0, dot)]?.[key.slice(dot + 1)] ?? key
    return fillMessage(message, args[0] ?? {}, lang)
  }
}

type MessageOf<Key extends TextKey> = Key extends `${infer Room extends keyof Catalogue & string}.${infer Name}`
  ? Name extends keyof Catalogue[Room]
    ? Extract<Catalogue[Room][Name], string>
    : never
  : never

const catalogues: Record<Lang, Readonly<Record<string, Readonly<Record<string, string>>>>> = { 'zh-CN': zhCN, en }
