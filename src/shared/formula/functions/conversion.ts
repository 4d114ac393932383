import { any, fn, number, optional, text } from './spec.ts'

export const conversionFunctions = {
  TONUMBER: fn('conversion', '转数字 VALUE 转为数字', [any('value')], 'number'),
  TOTEXT: fn('conversion', '转文本 转为文本', [any('value')], 'text'),
  TOBOOLEAN: fn('conversion', '转是否 转逻辑值 转为是否', [any('value')], 'boolean'),
  TODATE: fn('conversion', '转日期 DATEVALUE 转为日期', [any('value')], 'date'),
  TODATETIME: fn('conversion', '转日期时间', [any('value')], 'dateTime'),
  ISNUMERIC: fn('conversion', '能转数字', [text('text')], 'boolean'),
  ISDATE: fn('conversion', '能转日期 是否日期', [text('text')], 'boolean'),
  HEX2DEC: fn('conversion', '十六转十', [text('text')], 'number'),
  DEC2HEX: fn('conversion', '十转十六', [number('number'), optional(number('count'))], 'text'),
  BIN2DEC: fn('conversion', '二转十', [text('text')], 'number'),
  DEC2BIN: fn('conversion', '十转二', [number('number'), optional(number('count'))], 'text'),
  OCT2DEC: fn('conversion', '八转十', [text('text')], 'number'),
  DEC2OCT: fn('conversion', '十转八', [number('number'), optional(number('count'))], 'text'),
  BASE: fn('conversion', '进制转换', [number('number'), number('radix'), optional(number('count'))], 'text'),
  DECIMAL: fn('conversion', '转十进制', [text('text'), number('radix')], 'number'),
  ROMAN: fn('conversion', '罗马数字', [number('number')], 'text'),
  ARABIC: fn('conversion', '罗马转数字', [text('text')], 'number'),
  CONVERT: fn('conversion', '换算 单位换算', [number('number'), text('from'), text('to')], 'number'),
}
