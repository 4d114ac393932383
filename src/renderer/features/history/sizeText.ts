import type { Lang } from '#shared/i18n/lang.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** The size of a file as a person says it: `3.4 MB`. */
export function sizeText(bytes: number, lang: Lang): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)))
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(lang, { style: 'unit', unit: units[step], maximumSignificantDigits: 3 }).format(value)
}
