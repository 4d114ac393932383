import { nameKey } from '../../lib/text.ts'
import type { Option } from '../option.ts'

type Named = { readonly name: string }

/** The option a text names: exactly, else without regard to width, case and spaces. */
export function optionNamed(options: readonly Option[], text: string): Option | undefined {
  const name = text.trim()
  const key = nameKey(name)
  return options.find((option) => option.name === name) ?? (key === '' ? undefined : options.find((option) => nameKey(option.name) === key))
}

/** The names in a text such as `价格、质量; 服务`; names of options that hold a separator themselves are kept whole. */
export function splitOptionNames(options: readonly Named[], text: string): string[] {
  const names: string[] = []
  let rest = text.replace(leadingSeparators, '')
  while (rest !== '') {
    const name = wholeName(options, rest) ?? rest.slice(0, separatorAt(rest))
    if (name.trim() !== '') names.push(name.trim())
    rest = rest.slice(name.length).replace(leadingSeparators, '')
  }
  return names
}

const leadingSeparators = /^[\s、，,；;|]+/u

function separatorAt(text: string): number {
  const index = text.search(/[、，,；;|\n\r]/u)
  return index === -1 ? text.length : index
}

function wholeName(options: readonly Named[], text: string): string | undefined {
  let longest: string | undefined
  for (const { name } of options) {
    if (!text.startsWith(name) || (longest !== undefined && name.length <= longest.length)) continue
    if (/^\s*(?:[、，,；;|\n\r]|$)/u.test(text.slice(name.length))) longest = name
  }
  return longest
}
