import { plainForm } from './text.ts'

/** A phone number as a cell keeps it: as typed, in half width, without the country code of China. */
export function cleanPhone(text: string): string {
  return plainForm(text)
    .replace(/^'/u, '')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/^(\d{5,})\.0$/u, '$1')
    .replace(/^(?:\(\+?86\)|\+\s?86|0086)[\s-]*(?=[\d(])/u, '')
}

/** The digits alone, to search and to match by; the country code of China does not count. */
export function phoneDigits(text: string): string {
  const digits = cleanPhone(text).replace(/\D/gu, '')
  return /^861[3-9]\d{9}$/u.test(digits) ? digits.slice(2) : digits
}
