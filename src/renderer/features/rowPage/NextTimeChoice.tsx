import type { Column } from '#shared/model/column.ts'
import { addDays } from '#shared/lib/days.ts'
import { CellView } from '../../cells/CellView.tsx'
import { useToday } from '../../client/useToday.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { EditableValue } from './EditableValue.tsx'
import { nextTimeOn } from './followUpDraft.ts'
import './nextTimeChoice.css'
import type { Rhythm } from './suggestion.ts'

type NextTimeChoiceProps = { column: Column; value: string | null; rhythm: Rhythm | null; onChange: (value: string | null) => void }

/** When to get in touch again: near days in one click, any other in the calendar; proposed by the customer's classes. */
export function NextTimeChoice({ column, value, rhythm, onChange }: NextTimeChoiceProps) {
  const t = useT()
  const today = useToday()
  const withTime = column.type === 'dateTime'
  const on = (days: number) => nextTimeOn(addDays(today, days), withTime)
  const near = [
    { days: 1, text: t('common.tomorrow') },
    { days: 3, text: t('rowPage.followUp.inDays', { days: 3 }) },
    { days: 7, text: t('rowPage.followUp.inAWeek') },
    { days: 30, text: t('rowPage.followUp.inAMonth') },
  ]
  // What the classes propose is among the choices, so that it is seen to be chosen.
  const choices =
    rhythm === null || near.some(({ days }) => days === rhythm.days)
      ? near
      : [...near, { days: rhythm.days, text: t('rowPage.followUp.inDays', { days: rhythm.days }) }]
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
      {rhythm === null || !isChosen(rhythm.days) ? null : (
        <p className="next-time__why">{t('rowPage.followUp.byClass', { name: rhythm.className, days: rhythm.days })}</p>
      )}
    </div>
  )
}
