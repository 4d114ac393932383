import { plainForm } from './text.ts'

/** Yes or no as people mark it: 是/否, √/×, 有/无, yes/no, 1/0 …; null for anything else. */
export function parseYesNo(text: string): boolean | null {
  const word = plainForm(text).toLowerCase()
  if (yesWords.has(word)) return true
  return noWords.has(word) ? false : null
}

const yesWords = new Set('是 对 √ ✓ ✔ ✔︎ ☑ ☑️ ✅ 有 真 完成 已完成 on true yes y t 1 1.0 ok'.split(' ').map(plainForm))
const noWords = new Set('否 错 不是 × ✗ ✘ ✕ ❌ ☐ x 无 没有 假 未完成 没完成 off false no n f 0 0.0'.split(' ').map(plainForm))
