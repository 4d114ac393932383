import { parseAddress } from '#shared/lib/parseAddress.ts'
import { parseEmail } from '#shared/lib/email.ts'
import { phoneDigits } from '#shared/lib/phone.ts'
import { roundHalfAway } from '#shared/lib/rounding.ts'
import { dayOf } from '#shared/lib/days.ts'
import { provinces } from '#shared/lib/regions.ts'
import { pinyinPro } from '../../../store/packages.ts'
import type { Script } from './script.ts'
import { isTrue, numberOf, script, scriptOrEmpty, textOf, wrongNumber, wrongValue } from './scriptValue.ts'

/** Pinyin, amounts in words, identity cards, phones, addresses. */
export const chineseScripts: readonly Script[] = [
  script('PINYIN', (text, surname) =>
    pinyinPro().pinyin(textOf(text), { toneType: 'none', nonZh: 'consecutive', surname: isTrue(surname) ? 'head' : 'off' }),
  ),
  script('PINYININITIALS', (text, surname) =>
    pinyinPro()
      .pinyin(textOf(text), { pattern: 'first', toneType: 'none', type: 'array', surname: isTrue(surname) ? 'head' : 'off' })
      .join('')
      .replace(/\s+/gu, ''),
  ),
  script('RMBUPPER', (number) => rmbWords(numberOf(number))),
  script('CHINESENUMBER', (number) => numberWords(numberOf(number))),
  script('MASKPHONE', (text) => textOf(text).replace(/(?<!\d)(1\d{2})[\s-]?\d{4}[\s-]?(\d{4})(?!\d)/gu, '$1****$2')),
  script('MASKNAME', (text) => [...textOf(text).trim()].map((sign, index) => (index === 0 ? sign : '*')).join('')),
  script('MASKIDCARD', (text) => textOf(text).replace(/(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/gu, '$1********$2')),
  script('ISIDCARD', (text) => Number(idCardOf(textOf(text)) !== null)),
  scriptOrEmpty('IDBIRTHDAY', (text) => idCardOf(String(text))?.birthday ?? wrongValue),
  scriptOrEmpty('IDGENDER', (text) => idCardOf(String(text))?.gender ?? wrongValue),
  scriptOrEmpty('IDPROVINCE', (text) => idCardOf(String(text))?.province ?? wrongValue),
  script('PROVINCE', (text) => parseAddress(textOf(text)).province),
  script('CITY', (text) => parseAddress(textOf(text)).city),
  script('DISTRICT', (text) => parseAddress(textOf(text)).district),
  script('ISMOBILE', (text) => Number(/^1[3-9]\d{9}$/u.test(phoneDigits(textOf(text))))),
  script('ISPHONE', (text) => Number(/^(?:1[3-9]\d{9}|0\d{2,3}\d{7,8}(?:\d{1,5})?|[2-9]\d{6,7}|[48]00\d{7})$/u.test(phoneDigits(textOf(text))))),
  script('ISEMAIL', (text) => Number(parseEmail(textOf(text)) !== null)),
  script('EMAILDOMAIN', (text) => parseEmail(textOf(text))?.split('@')[1] ?? ''),
  script('CREDITCODEVALID', (text) => Number(isCreditCode(textOf(text).trim().toUpperCase()))),
]

const largest = 1e16

/** 1004.5 → 壹仟零肆元伍角整, as it stands on a cheque. */
function rmbWords(amount: number) {
  const cents = Math.abs(roundHalfAway(amount, 2))
  if (cents >= 1e13) return wrongNumber
  const [whole = '0', fraction = ''] = cents.toFixed(2).split('.')
  const [jiao = 0, fen = 0] = Array.from(fraction, Number)
  const yuan = wordsOf(whole, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟'])
  const head = yuan === '' ? '' : `${yuan}元`
  const sign = amount < 0 && cents > 0 ? '负' : ''
  if (jiao === 0 && fen === 0) return `${sign}${head === '' ? '零元' : head}整`
  const tenths = jiao > 0 ? `${rmbDigits[jiao] ?? ''}角` : head === '' ? '' : '零'
  return `${sign}${head}${tenths}${fen > 0 ? `${rmbDigits[fen] ?? ''}分` : '整'}`
}

const rmbDigits = '零壹贰叁肆伍陆柒捌玖'
const plainDigits = '零一二三四五六七八九'

/** 12345.6 → 一万二千三百四十五点六. */
function numberWords(number: number) {
  if (Math.abs(number) >= largest) return wrongNumber
  const text = String(Math.abs(number))
  const [whole = '0', fraction] = (text.includes('e') ? Math.abs(number).toFixed(15).replace(/0+$/u, '') : text).split('.')
  const words = wordsOf(whole, plainDigits, ['', '十', '百', '千']) || '零'
  const head = words.startsWith('一十') ? words.slice(1) : words
  const tail = fraction === undefined || fraction === '' ? '' : `点${Array.from(fraction, (digit) => plainDigits[Number(digit)] ?? '').join('')}`
  return (number < 0 ? '负' : '') + head + tail
}

/** Whole numbers in groups of four digits; zeros between are said once. */
function wordsOf(whole: string, digits: string, places: readonly string[]): string {
  const groups: string[] = []
  for (let end = whole.length; end > 0; end -= 4) groups.unshift(whole.slice(Math.max(0, end - 4), end))
  let words = ''
  let owesZero = false
  groups.forEach((group, index) => {
    let said = ''
    Array.from(group.padStart(4, '0'), Number).forEach((digit, place) => {
      if (digit === 0) owesZero = owesZero || words !== '' || said !== ''
      else {
        said += (owesZero ? (digits[0] ?? '') : '') + (digits[digit] ?? '') + (places[3 - place] ?? '')
        owesZero = false
      }
    })
    if (said !== '') words += said + (['', '万', '亿', '万亿'][groups.length - 1 - index] ?? '')
  })
  return words
}

type IdCard = { birthday: string; gender: string; /** Null for a code that stands for none. */ province: string | null }

/** Eighteen digits whose last one checks the others (GB 11643), or the fifteen of old cards. */
function idCardOf(typed: string): IdCard | null {
  const text = typed.trim().toUpperCase()
  const parts = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/u.exec(text) ?? /^\d{6}(\d{2})(\d{2})(\d{2})\d{2}(\d)$/u.exec(text)
  if (parts === null) return null
  const [, year = '', month, day, order] = parts
  const birthday = dayOf(Number(year.length === 2 ? `19${year}` : year), Number(month), Number(day))
  if (birthday === null || (text.length === 18 && checkDigit(text) !== text[17])) return null
  return { birthday, gender: Number(order) % 2 === 1 ? '男' : '女', province: provinceOf(text.slice(0, 2)) }
}

/** Codes of GB/T 2260 in their order, the same as that of the list of regions; 83 stands on residence permits of Taiwan. */
const provinceCodes = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 81 82 71'.split(' ')

function provinceOf(code: string): string | null {
  return provinces()[provinceCodes.indexOf(code === '83' ? '71' : code)] ?? null
}

function checkDigit(text: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

/** The eighteen signs of GB 32100, the last of which checks the others. */
function isCreditCode(code: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  if (code.length !== 18 || [...code].some((sign) => !signs.includes(sign))) return false
  const sum = Array.from(code.slice(0, 17)).reduce((total, sign, index) => total + signs.indexOf(sign) * (3 ** index % 31), 0)
  return signs[(31 - (sum % 31)) % 31] === code[17]
}
