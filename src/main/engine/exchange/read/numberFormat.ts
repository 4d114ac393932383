/** What a number format makes of a number. */
export type FormatKind =
  | { kind: 'number' }
  | { kind: 'percent' }
  | { kind: 'currency' }
  | { kind: 'date' }
  | { kind: 'duration' }
  /** Leading zeros by format, such as `000000` for a code: the shown text is the value. */
  | { kind: 'zeros'; width: number }

/**
 * Built-in dates. 14–22 and 45–47 stand in ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the dates and times of the
 * Chinese, Japanese and Korean versions in the same section, which files name by number only.
 */
const dateIds = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const durationId = 46
const percentIds = new Set([9, 10])
const currencyIds = new Set([5, 6, 7, 8, 42, 44])

/** The kind of a format by its number and, for formats of the file's own, its code. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code !== undefined) return codeKind(code)
  if (dateIds.has(id)) return { kind: 'date' }
  if (id === durationId) return { kind: 'duration' }
  if (percentIds.has(id)) return { kind: 'percent' }
  if (currencyIds.has(id)) return { kind: 'currency' }
  return { kind: 'number' }
}

/** The kind of a format code such as `yyyy"年"m"月"d"日";@`; its first section decides. */
export function codeKind(code: string): FormatKind {
  if (/^0{2,}$/.test(code)) return { kind: 'zeros', width: code.length }
  const isMoney = /[￥¥$€£]|元|RMB|CNY/i.test(code.replace(/\[\$-[^\]]*\]/g, ''))
  const bare = bareCode(code)
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { kind: 'duration' }
  if (/[ymdhs]|上午/i.test(bare.replace(/\[[^\]]*\]/g, ''))) return { kind: 'date' }
  if (bare.includes('%')) return { kind: 'percent' }
  return isMoney ? { kind: 'currency' } : { kind: 'number' }
}

/** The first section without quoted and escaped letters, and without the words for "General". */
function bareCode(code: string): string {
  const plain = code.replace(/"[^"]*"|\\.|_.|\*./g, '')
  return (plain.split(';')[0] ?? '').replace(/General|G\/通用格式|\[(?:Red|Blue|Green|Black|White|Cyan|Magenta|Yellow|Color\s*\d+)\]/gi, '')
}
