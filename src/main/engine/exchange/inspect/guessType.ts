import type { ColumnGuess } from '#shared/contract/exchange.ts'
import { parseYesNo } from '#shared/lib/checkbox.ts'
import { parseEmail } from '#shared/lib/email.ts'
import { parseAddress } from '#shared/lib/parseAddress.ts'
import { parseDateTime } from '#shared/lib/parseDate.ts'
import { parseNumber } from '#shared/lib/parseNumber.ts'
import { parseUrl } from '#shared/lib/url.ts'
import { isErrorCell, rawText } from '../read/rawText.ts'
import type { NumberLook, RawCell } from '../read/workbook.ts'

/**
 * The type that fits the filled cells of a column, and its header. A type that refuses some cells rejects their rows:
 * without a header that asks for it, nearly every cell must fit. Codes of digits stay text: they are names, not amounts.
 */
export function guessType(header: string, cells: readonly RawCell[], look: NumberLook | undefined, today: string): ColumnGuess['type'] {
  // A header that comes again among the cells says nothing of them.
  const values = cells.filter((cell) => !isErrorCell(cell) && cell !== header)
  if (values.length === 0) return 'text'
  const texts = values.map((cell) => rawText(cell).trim())
  const fits = (test: (text: string, cell: RawCell) => boolean, asked = false): boolean => {
    const passed = values.filter((cell, index) => test(texts[index] ?? '', cell)).length
    return passed / values.length >= (asked ? 0.8 : 0.995)
  }
  const some = (test: (text: string, cell: RawCell) => boolean): boolean =>
    values.filter((cell, index) => test(texts[index] ?? '', cell)).length > values.length / 20
  const isDateHeaded = isDateHeader.test(header)
  if (fits((text, cell) => typeof cell === 'boolean' || (!/\d/.test(text) && parseYesNo(text) !== null), /^是否|^has |^is /i.test(header)))
    return 'checkbox'
  if (fits((text) => parseEmail(text) !== null, isEmailHeader.test(header))) return 'email'
  if (fits((text) => parseUrl(text) !== null && (isUrlHeader.test(header) || /^(?:https?:|www\.)/i.test(text)), isUrlHeader.test(header)))
    return 'url'
  if (isPhoneHeader.test(header) ? fits(isPhone, true) : fits(isMobile)) return 'phone'
  if (fits((text, cell) => isDate(text, cell, isDateHeaded, today), isDateHeaded)) return some(hasTime) ? 'dateTime' : 'date'
  if (some(isCode) || (isCodeHeader(header) && !fits((text) => /^\d+\.0$/.test(text)))) return textType(header, texts)
  const isNumber = (text: string, cell: RawCell): boolean => typeof cell === 'number' || parseNumber(text) !== null
  if (fits(isNumber, isMoneyHeader.test(header) || isCountHeader.test(header))) return numberType(header, texts, look)
  return textType(header, texts)
}

const isPhoneHeader = /电话|手机|座机|传真|phone|mobile|\btel/i
const isEmailHeader = /邮箱|邮件|e-?mail/i
const isUrlHeader = /网址|网站|主页|官网|url|website|homepage/i
const isDateHeader = /日期|时间|日$|date|time/i
const codeWords = /编号|编码|代码|号码|单号|证号|账号|卡号|邮编|税号|身份证|信用代码|微信|qq|序列号|\bno\.?$|\bid$|code|zip|postal/i
// CustomerID and InvoiceNo, but not Paid and Casino.
const isCodeHeader = (header: string): boolean => codeWords.test(header) || /[a-z](?:No|ID|Id)$/.test(header)
const isCountHeader = /数量|数$|次数|人数|件数|个数|天数|面积|重量|折扣|比例|率$|quantity|count|number of|qty|rate|ratio/i
const isMoneyHeader =
  /金额|价格|单价|总价|费用|总额|预算|收入|成本|销售额|采购额|合计|回款|应收|应付|欠款|工资|amount|price|revenue|cost|dollars|sales$|total/i
const isLongHeader = /备注|内容|描述|说明|详情|需求|纪要|note|comment|description|remark|content/i
const isTagHeader = /标签|爱好|偏好|tags?$/i
const isChoiceHeader = /状态|类型|类别|来源|行业|等级|级别|阶段|方式|结果|性别|渠道|分类|优先级|status|type|source|stage|level|category|method/i
const isAddressHeader = /地址|住址|address/i

const isMobile = (text: string): boolean => /^(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}$/.test(text)

const isPhone = (text: string): boolean => isMobile(text) || (/^[+\d()（）\s转/-]{7,}$/.test(text) && text.replace(/\D/g, '').length >= 7)

/** Leading zeros, or more digits than an amount has: digits that name something. */
const isCode = (text: string): boolean => /^0\d+$/.test(text) || /^\d{12,}[\dXx]?$/.test(text)

function isDate(text: string, cell: RawCell, isHeaded: boolean, today: string): boolean {
  if (typeof cell === 'object' && cell !== null) return 'date' in cell
  if (typeof cell === 'number') return isHeaded && ((cell > 10_000 && cell < 109_572) || /^(19|20)\d{6}$/.test(text))
  // 3-5 and 12/24 may be anything; a year, or a header that says so, makes them days.
  if (/^\d+(\.\d+)?$/.test(text) && !(isHeaded && /^(19|20)\d{6}$/.test(text))) return false
  return (isHeaded || /\d{4}|年|月/.test(text)) && parseDateTime(text, today) !== null
}

function hasTime(text: string, cell: RawCell): boolean {
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return cell.date.includes('T')
  return /\d[:：]\d|[点时]\d|[上下]午/.test(text) && !/\s0?0:00(:00)?$/.test(text)
}

function numberType(header: string, texts: readonly string[], look: NumberLook | undefined): ColumnGuess['type'] {
  const marked = (pattern: RegExp): boolean => texts.filter((text) => pattern.test(text)).length > texts.length / 2
  if (look === 'percent' || marked(/[%％]\s*$/)) return 'percent'
  if (look === 'currency' || marked(/^[￥¥$€£]|[元]$/)) return 'currency'
  return isMoneyHeader.test(header) ? 'currency' : 'number'
}

function textType(header: string, texts: readonly string[]): ColumnGuess['type'] {
  const longest = Math.max(...texts.map((text) => text.length))
  const parts = texts.map((text) => text.split(/[、，,；;|]/).length)
  const different = new Set(texts).size
  const few = different <= Math.max(2, Math.min(30, texts.length / (isChoiceHeader.test(header) ? 3 : 6)))
  if (isTagHeader.test(header) && longest <= 60 && parts.some((count) => count > 1)) return 'multipleSelect'
  if (isAddressHeader.test(header) || (longest <= 100 && placed(texts) > 0.6)) return 'address'
  if (longest > 50 || texts.some((text) => text.includes('\n')) || (isLongHeader.test(header) && different > texts.length / 4)) return 'longText'
  if (few && longest <= 20 && texts.length >= (isChoiceHeader.test(header) ? 3 : 12)) return 'singleSelect'
  return 'text'
}

/** The share of texts in which a place and something more was found. */
function placed(texts: readonly string[]): number {
  const sample = texts.filter((text) => text.length >= 6).slice(0, 40)
  if (sample.length < Math.min(5, texts.length)) return 0
  const found = sample.filter((text) => {
    const { province, detail } = parseAddress(text)
    return province !== '' && detail !== '' && /[路街道巷弄号村镇乡室楼园区]/.test(detail)
  })
  return found.length / sample.length
}
