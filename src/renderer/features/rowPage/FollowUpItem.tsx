import type { CellValue } from '#shared/model/cell.ts'
import { CellView } from '../../cells/CellView.tsx'
import { useBase } from '../../client/useBase.ts'
import { useToday } from '../../client/useToday.ts'
import { LongText } from '../../markdown/LongText.tsx'
import { useShell } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import type { FollowUpColumns } from './followUpColumns.ts'
import './followUpItem.css'
import { shortTime } from './nextStep.ts'

type FollowUpItemProps = { columns: FollowUpColumns; id: number; cell: (column: { id: number } | null) => CellValue }

/** One follow-up of the timeline: when, how, who; what was said; what was agreed. */
export function FollowUpItem({ columns, id, cell }: FollowUpItemProps) {
  const t = useT()
  const base = useBase()
  const today = useToday()
  const followRow = useShell((state) => state.followRow)
  const time = cell(columns.time)
  const when = typeof time === 'string' ? shortTime(time, today) : '–'
  const nextTime = cell(columns.nextTime)
  const nextContent = cell(columns.nextContent)
  return (
    <li className="follow-up">
      <p className="follow-up__head">
        <button
          type="button"
          className="follow-up__time"
          aria-label={t('rowPage.links.open', { title: when })}
          onClick={() => followRow({ tableId: columns.tableId, rowId: id })}
        >
          {when}
        </button>
        {columns.method === null ? null : <CellView column={columns.method} value={cell(columns.method)} />}
        {columns.result === null ? null : <CellView column={columns.result} value={cell(columns.result)} />}
        <span className="follow-up__author">{base.member(Number(cell(columns.author) ?? -1))?.name}</span>
      </p>
      <div className="follow-up__content">
        <LongText text={String(cell(columns.content) ?? '')} />
      </div>
      {typeof nextTime !== 'string' ? null : (
        <p className="follow-up__next selectable">
          {t('rowPage.followUp.nextAgreed', { when: shortTime(nextTime, today) })}
          {nextContent === null ? null : <> · {nextContent}</>}
        </p>
      )}
    </li>
  )
}
