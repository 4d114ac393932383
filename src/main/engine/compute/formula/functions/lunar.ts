import type { Solar } from 'lunar-javascript'
import { partsOfDay } from '#shared/lib/days.ts'
import { lunarJavascript } from '../../../store/packages.ts'

export type LunarDay = { year: number; /** Negative for a leap month. */ month: number; day: number; text: string; ganzhi: string; zodiac: string }

/** A day in the lunar calendar, between 1600 and 2200. */
export function lunarOf(day: string): LunarDay | null {
  const lunar = at(day)?.getLunar()
  if (lunar === undefined) return null
  return {
    year: lunar.getYear(),
    month: lunar.getMonth(),
    day: lunar.getDay(),
    text: `${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`,
    ganzhi: lunar.getYearInGanZhi(),
    zodiac: lunar.getYearShengXiao(),
  }
}

/** The day of a lunar date, null where the month has no such day or the year no such leap month. */
export function lunarDayOf(year: number, month: number, day: number): string | null {
  if (year < 1600 || year > 2200) return null
  try {
    return lunarJavascript().Lunar.fromYmd(year, month, day).getSolar().toYmd()
  } catch {
    return null
  }
}

/** 清明 on the day it begins, else the empty text. */
export const solarTermOf = (day: string): string => at(day)?.getLunar().getJieQi() ?? ''

export const constellationOf = (day: string): string => `${at(day)?.getXingZuo() ?? ''}座`

function at(day: string): Solar | null {
  const { year, month, day: number } = partsOfDay(day)
  return year < 1600 || year > 2200 ? null : lunarJavascript().Solar.fromYmd(year, month, number)
}
