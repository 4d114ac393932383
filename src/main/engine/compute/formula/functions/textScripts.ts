import { formatNumber } from '#shared/lib/formatNumber.ts'
import { roundHalfAway } from '#shared/lib/rounding.ts'
import type { Script } from './script.ts'
import { isTrue, limited, longest, numberOf, script, textOf, wholeOf, wrongValue } from './scriptValue.ts'
import { wildcardPlace } from './wildcards.ts'

/** Texts changed in ways SQL cannot say. */
export const textScripts: readonly Script[] = [
  script('UPPER', (text) => textOf(text).toUpperCase()),
  script('PROPER', (text) =>
    textOf(text)
      .toLowerCase()
      .replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  script('TRIM', (text) =>
    textOf(text)
      .replace(/[ \u3000]+/gu, (spaces) => spaces[0] ?? '')
      .replace(/^[ \u3000]+|[ \u3000]+$/gu, ''),
  ),
  // eslint-disable-next-line no-control-regex
  script('CLEAN', (text) => textOf(text).replace(/[\u0000-\u001F\u007F-\u009F]/gu, '')),
  script('LENB', (text) => [...textOf(text)].reduce((bytes, sign) => bytes + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0)),
  script('SEARCH', (find, within, start) => {
    const from = wholeOf(start, 1)
    const place = from < 1 ? -1 : wildcardPlace(textOf(find), textOf(within), from - 1)
    return place === -1 ? wrongValue : place + 1
  }),
  script('REPLACE', (text, start, count, fresh) => {
    const [from, length] = [wholeOf(start), wholeOf(count)]
    const signs = [...textOf(text)]
    return from < 1 || length < 0 ? wrongValue : limited(signs.slice(0, from - 1).join('') + textOf(fresh) + signs.slice(from - 1 + length).join(''))
  }),
  script('SUBSTITUTE', (text, old, fresh, occurrence) => {
    const [whole, search, by] = [textOf(text), textOf(old), textOf(fresh)]
    if (search === '') return whole
    if (occurrence === undefined) return limited(whole.split(search).join(by))
    const parts = whole.split(search)
    const place = wholeOf(occurrence)
    if (place < 1) return wrongValue
    return place >= parts.length ? whole : limited(parts.slice(0, place).join(search) + by + parts.slice(place).join(search))
  }),
  script('REPT', (text, times) => {
    const count = wholeOf(times)
    return count < 0 || textOf(text).length * count > longest ? wrongValue : textOf(text).repeat(count)
  }),
  script('FIXED', (number, digits, plain) => {
    const decimals = wholeOf(digits, 2)
    return decimals > 20 ? wrongValue : money(roundHalfAway(numberOf(number), decimals), Math.max(0, decimals), !isTrue(plain), '')
  }),
  script('YUAN', (number, digits) => {
    const decimals = wholeOf(digits, 2)
    return decimals < 0 || decimals > 20 ? wrongValue : money(numberOf(number), decimals, true, '￥')
  }),
  script('CHAR', (code) => {
    const point = wholeOf(code)
    return point < 1 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? wrongValue : String.fromCodePoint(point)
  }),
  script('CODE', (text) => textOf(text).codePointAt(0) ?? wrongValue),
  script('ASC', (text) =>
    textOf(text)
      .replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replaceAll('\u3000', ' '),
  ),
  script('WIDECHAR', (text) =>
    textOf(text)
      .replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
      .replaceAll(' ', '\u3000'),
  ),
  script('COUNTTEXT', (text, find) => (textOf(find) === '' ? 0 : textOf(text).split(textOf(find)).length - 1)),
  script('TEXTBEFORE', (text, find, occurrence) => beside(textOf(text), textOf(find), wholeOf(occurrence, 1), 'before')),
  script('TEXTAFTER', (text, find, occurrence) => beside(textOf(text), textOf(find), wholeOf(occurrence, 1), 'after')),
  script('TEXTPART', (text, separator, index) => {
    const parts = textOf(separator) === '' ? [textOf(text)] : textOf(text).split(textOf(separator))
    const place = wholeOf(index)
    return place === 0 ? wrongValue : (parts.at(place > 0 ? place - 1 : place) ?? '')
  }),
  script('DIGITS', (text) => textOf(text).normalize('NFKC').replace(/\D/gu, '')),
  script('REVERSE', (text) => [...textOf(text)].toReversed().join('')),
  script('PADLEFT', (text, count, fill) => padded(textOf(text), wholeOf(count), fill === undefined ? ' ' : textOf(fill), 'left')),
  script('PADRIGHT', (text, count, fill) => padded(textOf(text), wholeOf(count), fill === undefined ? ' ' : textOf(fill), 'right')),
  script('ENCODEURL', (text) => encodeURIComponent(textOf(text).toWellFormed())),
]

const money = (number: number, decimals: number, thousands: boolean, symbol: string): string =>
  formatNumber(number, { format: symbol === '' ? 'plain' : 'currency', decimals, thousands, symbol })

function beside(text: string, find: string, occurrence: number, side: 'before' | 'after') {
  if (occurrence === 0 || find === '') return wrongValue
  const parts = text.split(find)
  const cut = occurrence > 0 ? occurrence : parts.length + occurrence
  // Where the sign does not stand, there is nothing before or after it.
  if (cut < 1 || cut >= parts.length) return { error: '#N/A' as const }
  return (side === 'before' ? parts.slice(0, cut) : parts.slice(cut)).join(find)
}

function padded(text: string, count: number, fill: string, side: 'left' | 'right') {
  const missing = count - [...text].length
  if (missing <= 0 || fill === '') return text
  if (count > longest) return wrongValue
  const filling = [...fill.repeat(Math.ceil(missing / [...fill].length))].slice(0, missing).join('')
  return side === 'left' ? filling + text : text + filling
}
