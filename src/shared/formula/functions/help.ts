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
