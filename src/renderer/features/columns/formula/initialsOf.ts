import { pinyin } from 'pinyin-pro'

/** The first letters of a text's sounds, 金额 → je; what is not Chinese stays. */
export function initialsOf(text: string): string {
  const known = kept.get(text)
  if (known !== undefined) return known
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'spaced' }).join('').toLowerCase()
  kept.set(text, initials)
  return initials
}

/** Names of columns and functions: as many as there are. */
const kept = new Map<string, string>()
