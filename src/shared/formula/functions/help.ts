import type { Translate } from '../../i18n/translate.ts'
import type { FunctionName } from '../functionName.ts'
import { specOf } from './catalogue.ts'
import type { Param } from './spec.ts'

/** A function as it is written: its parameters by name, in the order they are taken. */
export type Signature = { name: FunctionName; params: readonly SignatureParam[] }
export type SignatureParam = { text: string; optional: boolean; /** It may come again. */ repeats: boolean }

export function signatureOf(name: FunctionName, t: Translate): Signature {
  const { params, repeat, otherwise } = specOf(name)
  const said = (param: Param, index: number): SignatureParam => ({
    text: t(`formulaHelp.param.${param.name}`),
    optional: param.optional,
    repeats: repeat > 0 && index >= params.length - repeat,
  })
  const last: SignatureParam[] = otherwise === null ? [] : [{ text: t(`formulaHelp.param.${otherwise.name}`), optional: true, repeats: false }]
  return { name, params: [...params.map(said), ...last] }
}

/** `ROUND(数字, [小数位数])`: optional parameters in brackets, those that repeat followed by dots. */
export function signatureText({ name, params }: Signature): string {
  const lastRepeated = params.findLastIndex((param) => param.repeats)
  const written = params.flatMap(({ text, optional }, index) => [optional ? `[${text}]` : text, ...(index === lastRepeated ? ['…'] : [])])
  return `${name}(${written.join(', ')})`
}

/** Whether every word typed is in the function's sentence: Latin words from their beginning, others anywhere. */
export function helpMentions(name: FunctionName, typed: string, t: Translate): boolean {
  const sentence = t(`functionHelp.${name}`).toLowerCase()
  const parts = sentence.split(/[^\p{L}\p{N}]+/u)
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  return (
    words.length > 0 &&
    words.every((word) => (isLatin(word) ? word.length > 1 && parts.some((part) => part.startsWith(word)) : sentence.includes(word)))
  )
}

const isLatin = (word: string): boolean => /^[\p{Script=Latin}\d]+$/u.test(word)
