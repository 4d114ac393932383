import type { Lang } from './lang.ts'

export type MessageParams = Readonly<Record<string, string | number>>

/**
 * Fills a message. `{name}` stands for a parameter; numbers get thousands separators, text goes in as it is.
 * `{count|row|rows}` chooses by number: the first word for exactly one, else the second.
 */
export function fillMessage(message: string, params: MessageParams, lang: Lang): string {
  return message.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    if (one !== undefined && other !== undefined) return value === 1 ? one : other
    return typeof value === 'number' ? value.toLocaleString(lang) : value
  })
}

/** The names of the parameters a message takes, sorted, each once. */
export function paramsOfMessage(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)(?:\|[^|{}]*\|[^|{}]*)?\}/g)].map((match) => match[1] ?? ''))].sort()
}

/** The parameter names of a message known as a literal type; `never` when it takes none. */
export type ParamNames<Message extends string> = Message extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}|${string}` ? Name : Inner) | ParamNames<Rest>
  : never

/** Arguments after the key: none for a message without parameters, all of them for one with. */
export type ParamArgs<Message extends string> = string extends Message
  ? [params?: MessageParams]
  : [ParamNames<Message>] extends [never]
    ? []
    : [params: Readonly<Record<ParamNames<Message>, string | number>>]
