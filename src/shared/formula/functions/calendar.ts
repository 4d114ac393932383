import { boolean, date, day, fn, number, optional } from './spec.ts'

export const calendarFunctions = {
  WORKDAY: fn('calendar', '工作日推移', [date('date'), number('days')], 'date'),
  NETWORKDAYS: fn('calendar', '工作日天数 工作日数', [date('start'), date('end')], 'number'),
  ISWORKDAY: fn('calendar', '是否工作日 是工作日', [date('date')], 'boolean'),
  ISHOLIDAY: fn('calendar', '是否节假日 是节假日', [date('date')], 'boolean'),
  HOLIDAYNAME: fn('calendar', '节日名称 节日', [date('date')], 'text'),
  LUNARDATE: fn('calendar', '农历日期 农历转公历', [number('year'), number('month'), number('day'), optional(boolean('leap'))], 'date'),
  LUNARTEXT: fn('calendar', '农历', [date('date')], 'text'),
  LUNARYEAR: fn('calendar', '农历年', [date('date')], 'number'),
  LUNARMONTH: fn('calendar', '农历月', [date('date')], 'number'),
  LUNARDAY: fn('calendar', '农历日', [date('date')], 'number'),
  GANZHI: fn('calendar', '干支', [date('date')], 'text'),
  SOLARTERM: fn('calendar', '节气', [date('date')], 'text'),
  ZODIAC: fn('calendar', '生肖 属相', [date('date')], 'text'),
  CONSTELLATION: fn('calendar', '星座', [date('date')], 'text'),
  NEXTLUNARBIRTHDAY: fn('calendar', '下次农历生日', [date('birthday'), optional(day('after'))], 'date'),
}
