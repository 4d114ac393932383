import type { Column } from '#shared/model/column.ts'
import { addDays } from '#shared/lib/days.ts'
import { CellView } from '../../cells/CellView.tsx'
import { useToday } from '../../client/useToday.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { EditableValue } from './EditableValue.tsx'
import { contactInterval, nextTimeOn } from './followUpDraft.ts'
import './nextTimeChoice.css'

/** The customer's grade: its name for people, and its code for the interval. */
export type Grade = { name: string; code: string }

type NextTimeChoiceProps = { column: Column; value: string | null; grade: Grade | null; onChange: (value: string | null) => void }

/** When to get in touch again: near days in one click, any other in the calendar; proposed by the grade. */
export function NextTimeChoice({ column, value, grade, onChange }: NextTimeChoiceProps) {
  const t = useT()
  const today = useToday()
  const withTime = column.type === 'dateTime'
  const on = (days: number) => nextTimeOn(addDays(today, days), withTime)
  const interval = grade === null ? undefined : contactInterval[grade.code.toLowerCase()]
  const near = [
    { days: 1, text: t('common.tomorrow') },
    { days: 3, text: t('rowPage.followUp.inDays', { days: 3 }) },
    { days: 7, text: t('rowPage.followUp.inAWeek') },
    { days: 30, text: t('rowPage.followUp.inAMonth') },
  ]
  // What the grade proposes is among the choices, so that it is seen to be chosen.
  const choices =
    interval === undefined || near.some(({ days }) => days === interval)
      ? near
      : [...near, { days: interval, text: t('rowPage.followUp.inDays', { days: interval }) }]
  const isChosen = (days: number) => value?.slice(0, 10) === addDays(today, days)
  return (
    <div className="next-time" role="group" aria-label={column.name}>
      <div className="next-time__line">
        <span className="next-time__name">{t('rowPage.followUp.nextHeading')}</span>
        <EditableValue
          column={column}
          value={value}
          rowId={null}
          onEdit={(edit) => edit.kind === 'value' && onChange(typeof edit.value === 'string' ? edit.value : null)}
        >
          <b>
            <CellView column={column} value={value} />
          </b>
        </EditableValue>
      </div>
      <div className="next-time__near">
        {choices.map(({ days, text }) => (
          <button
            key={days}
            type="button"
            className={classes('next-time__day', isChosen(days) && 'next-time__day--chosen')}
            onClick={() => onChange(on(days))}
          >
            {text}
          </button>
        ))}
        <button type="button" className={classes('next-time__day', value === null && 'next-time__day--chosen')} onClick={() => onChange(null)}>
          {t('rowPage.followUp.noNext')}
        </button>
      </div>
      {grade === null || interval === undefined || !isChosen(interval) ? null : (
        <p className="next-time__why">{t('rowPage.followUp.byGrade', { grade: grade.name, days: interval })}</p>
      )}
    </div>
  )
}
