import { addDays } from '#shared/lib/days.ts'
import { useState, type KeyboardEvent } from 'react'
import { useCellContext, useFormatInFull } from '../../client/useFormat.ts'
import { useT } from '../../ui/lang.ts'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import './dateEditor.css'
import './editors.css'
import { MonthCalendar } from './MonthCalendar.tsx'
import { useFocus } from './useFocus.ts'
import { useTyped } from './useTyped.ts'

/** A day, or a day and time: typed as people write it (2024年3月5日, 3-5, 明天), or clicked in a calendar. */
export function DateEditor({ column, value, typed, label, onDraft, onDone }: EditorProps) {
  const t = useT()
  const format = useFormatInFull()
  const { today } = useCellContext()
  const before = format(column, value)
  const [text, setText] = useState(typed ?? before)
  const field = useFocus<HTMLInputElement>(typed)
  const read = useTyped(column, value)
  const withTime = column.type === 'dateTime'

  const draft = read(text, before)
  const current = draft.edit?.kind === 'value' ? draft.edit.value : draft.problem === null ? value : null
  const day = typeof current === 'string' ? current.slice(0, 10) : null
  const time = typeof current === 'string' && current.length > 10 ? current.slice(11) : null

  const change = (next: string) => {
    setText(next)
    onDraft(read(next, before))
  }
  const choose = (chosen: string) => {
    if (!withTime) return onDone(draftOf(chosen))
    change(`${chosen} ${time ?? '09:00'}`)
  }
  // Up and down turn the day without reaching for the mouse.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const next = addDays(day ?? addDays(today, -step), step)
    change(withTime ? `${next} ${time ?? '09:00'}` : next)
  }

  return (
    <div className="date-editor">
      <input
        ref={field}
        className="cell-editor__line date-editor__line"
        aria-label={label}
        value={text}
        placeholder={t(withTime ? 'grid.dateTimeHint' : 'grid.dateHint')}
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="date-editor__calendar">
        <MonthCalendar day={day} today={today} onChoose={choose} />
        <div className="date-editor__near" onMouseDown={(event) => event.preventDefault()}>
          {near.map(({ key, days }) => (
            <button key={key} type="button" tabIndex={-1} onClick={() => choose(addDays(today, days))}>
              {t(key)}
            </button>
          ))}
          <button type="button" tabIndex={-1} onClick={() => onDone(draftOf(null))}>
            {t('grid.clearDate')}
          </button>
        </div>
      </div>
    </div>
  )
}

const near = [
  { key: 'common.today', days: 0 },
  { key: 'common.tomorrow', days: 1 },
  { key: 'grid.inAWeek', days: 7 },
] as const
