import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { addDays, addMonths, mondayOf, type Day } from '#shared/lib/days.ts'
import { formatLongDay, formatMonth } from '#shared/lib/formatDate.ts'
import { useState } from 'react'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import './monthCalendar.css'

type MonthCalendarProps = { day: Day | null; today: Day; onChoose: (day: Day) => void }

/** A month to choose a day from; weeks begin on Monday. */
export function MonthCalendar({ day, today, onChoose }: MonthCalendarProps) {
  const lang = useLang()
  const t = useT()
  const [shown, setShown] = useState<{ month: string; of: Day | null }>({ month: (day ?? today).slice(0, 7), of: day })
  // A day typed beside the calendar turns it to that month.
  const month = day !== shown.of && day !== null ? day.slice(0, 7) : shown.month
  const turn = (months: number) => setShown({ month: addMonths(month, months), of: day })
  const first = mondayOf(`${month}-01`)
  const weeks = Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, at) => addDays(first, week * 7 + at)))

  return (
    // The field keeps the caret while days are clicked.
    <div className="month-calendar" onMouseDown={(event) => event.preventDefault()}>
      <div className="month-calendar__head">
        <IconButton label={t('grid.previousMonth')} icon={<LeftOutlined />} onClick={() => turn(-1)} />
        <span className="month-calendar__month">{formatMonth(month, lang)}</span>
        <IconButton label={t('grid.nextMonth')} icon={<RightOutlined />} onClick={() => turn(1)} />
      </div>
      <div className="month-calendar__days">
        {t('grid.weekdays')
          .split(' ')
          .map((name) => (
            <span key={name} className="month-calendar__weekday">
              {name}
            </span>
          ))}
        {weeks.flat().map((one) => (
          <button
            key={one}
            type="button"
            tabIndex={-1}
            aria-label={formatLongDay(one, lang)}
            aria-pressed={one === day}
            className={classes(
              'month-calendar__day',
              one.slice(0, 7) !== month && 'month-calendar__day--other',
              one === today && 'month-calendar__day--today',
            )}
            onClick={() => onChoose(one)}
          >
            {Number(one.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}
