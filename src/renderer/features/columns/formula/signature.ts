import { specOf, type CatalogueName } from '#shared/formula/functions/catalogue.ts'
import type { Translate } from '#shared/i18n/translate.ts'

/** `ROUND(数字, [小数位数])`: optional parameters in brackets, those that repeat followed by dots. */
export function signatureOf(name: CatalogueName, t: Translate): string {
  const { params, repeat, otherwise } = specOf(name)
  const names = params.map((param) => (param.optional ? `[${t(`formulaHelp.param.${param.name}`)}]` : t(`formulaHelp.param.${param.name}`)))
  const rest = otherwise === null ? [] : [`[${t(`formulaHelp.param.${otherwise.name}`)}]`]
  return `${name}(${[...names, ...(repeat > 0 ? ['…'] : []), ...rest].join(', ')})`
}
