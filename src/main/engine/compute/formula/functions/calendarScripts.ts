import { addDays, dayOf, daysBetween, partsOfDay, weekdayOf } from '#shared/lib/days.ts'
import { chineseDays } from '../../../store/packages.ts'
import { constellationOf, lunarDayOf, lunarOf, solarTermOf } from './lunar.ts'
import type { Script } from './script.ts'
import { isTrue, scriptOrEmpty, script, wholeOf, wrongNumber } from './scriptValue.ts'

/** Chinese working days and holidays, as the State Council announces them year by year, and the lunar calendar. */
export const calendarScripts: readonly Script[] = [
  scriptOrEmpty('ISWORKDAY', (date) => Number(isWorkday(dayPart(date)))),
  scriptOrEmpty('ISHOLIDAY', (date) => Number(!isWorkday(dayPart(date)))),
  scriptOrEmpty('HOLIDAYNAME', (date) => holidayName(dayPart(date))),
  scriptOrEmpty('WORKDAY', (date, days) => workdayAfter(dayPart(date), wholeOf(days))),
  scriptOrEmpty('NETWORKDAYS', (start, end) => (end == null ? null : workdaysBetween(dayPart(start), dayPart(end)))),
  script('LUNARDATE', (year, month, day, leap) => lunarDayOf(wholeOf(year), wholeOf(month) * (isTrue(leap) ? -1 : 1), wholeOf(day)) ?? wrongNumber),
  scriptOrEmpty('LUNARTEXT', (date) => lunarOf(dayPart(date))?.text ?? wrongNumber),
  scriptOrEmpty('LUNARYEAR', (date) => lunarOf(dayPart(date))?.year ?? wrongNumber),
  scriptOrEmpty('LUNARMONTH', (date) => lunarOf(dayPart(date))?.month ?? wrongNumber),
  scriptOrEmpty('LUNARDAY', (date) => lunarOf(dayPart(date))?.day ?? wrongNumber),
  scriptOrEmpty('GANZHI', (date) => lunarOf(dayPart(date))?.ganzhi ?? wrongNumber),
  scriptOrEmpty('ZODIAC', (date) => lunarOf(dayPart(date))?.zodiac ?? wrongNumber),
  scriptOrEmpty('SOLARTERM', (date) => solarTermOf(dayPart(date))),
  scriptOrEmpty('CONSTELLATION', (date) => constellationOf(dayPart(date))),
  scriptOrEmpty('NEXTLUNARBIRTHDAY', (birthday, after) =>
    after == null ? null : (nextLunarBirthday(dayPart(birthday), dayPart(after)) ?? wrongNumber),
  ),
]

const dayPart = (date: string | number): string => String(date).slice(0, 10)

/** Of years that were not announced yet, and before 2004, Monday to Friday are working days. */
function isWorkday(day: string): boolean {
  return exceptions().get(day)?.work ?? weekdayOf(day) <= 5
}

type Exception = { work: boolean; name: string }

/** Days that differ from their week: holidays and the weekends worked for them. Read once from the announced years, when they are first asked for. */
const exceptions = (): ReadonlyMap<string, Exception> => (known ??= announced())
let known: ReadonlyMap<string, Exception> | undefined

function announced(): Map<string, Exception> {
  const found = new Map<string, Exception>()
  const { getDayDetail } = chineseDays()
  for (let day = '2004-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
    const { work, name } = getDayDetail(day)
    // The name of an ordinary day is that of the weekday; of others English, Chinese and the number of days.
    const [, chinese] = name.split(',')
    if (chinese !== undefined) found.set(day, { work, name: chinese })
  }
  return found
}

function holidayName(day: string): string {
  const exception = exceptions().get(day)
  return exception === undefined || exception.work ? '' : exception.name
}

function workdayAfter(start: string, days: number) {
  if (Math.abs(days) > 100_000) return wrongNumber
  const step = days < 0 ? -1 : 1
  let day = start
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step)
    if (!/^\d{4}-/u.test(day)) return wrongNumber
    if (isWorkday(day)) left--
  }
  return day
}

/** Both ends count; backwards it is negative. */
function workdaysBetween(start: string, end: string): number {
  if (end < start) return -workdaysBetween(end, start)
  const days = daysBetween(start, end) + 1
  const weeks = Math.floor(days / 7)
  let count = weeks * 5
  for (let day = addDays(start, weeks * 7); day <= end; day = addDays(day, 1)) if (weekdayOf(day) <= 5) count++
  for (const [day, { work }] of exceptions()) {
    if (day >= start && day <= end) count += Number(work) - Number(weekdayOf(day) <= 5)
  }
  return count
}

/** Born on the thirtieth of a month that has twenty-nine days this year, or in a leap month: the nearest day that is there. */
function nextLunarBirthday(birthday: string, after: string): string | null {
  const born = lunarOf(birthday)
  if (born === null) return null
  const { year } = partsOfDay(after)
  for (let lunarYear = year - 1; lunarYear <= year + 1; lunarYear++) {
    const day = lunarDayOf(lunarYear, Math.abs(born.month), born.day) ?? lunarDayOf(lunarYear, Math.abs(born.month), 29)
    if (day !== null && day >= after) return day
  }
  return dayOf(0, 0, 0)
}
