import { Button, Input } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { CellView } from '../../cells/CellView.tsx'
import { useWrite } from '../../client/useWrite.ts'
import { keysText } from '../../commands/keys.ts'
import { useAppState } from '../../shell/settings.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { ChipChoice } from './ChipChoice.tsx'
import { EditableValue } from './EditableValue.tsx'
import type { FollowUpColumns } from './followUpColumns.ts'
import { insertOf, problemsOf, type FollowUpDraft } from './followUpDraft.ts'
import './followUpForm.css'
import { NextTimeChoice, type Grade } from './NextTimeChoice.tsx'

type FollowUpFormProps = {
  columns: FollowUpColumns
  customerId: number
  /** The draft as the form opens. */
  begin: () => FollowUpDraft
  grade: Grade | null
  /** Everything written, so that it is there again when the form was left. */
  onDraft: (draft: FollowUpDraft) => void
  onClose: () => void
  onGiveUp: () => void
  onSaved: (authorId: number | null) => void
}

/** What happened and what comes next, in one form: the next time and content are part of a follow-up. */
export function FollowUpForm({ columns, customerId, begin, grade, onDraft, onClose, onGiveUp, onSaved }: FollowUpFormProps) {
  const t = useT()
  const platform = useAppState().data?.platform ?? ''
  const insert = useWrite('rows.insert')
  const [draft, setDraft] = useState(begin)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<FollowUpDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    onDraft(next)
  }
  const problems = problemsOf(draft, columns)
  const save = async () => {
    setTried(true)
    if (problems.length > 0 || insert.pending) return
    if ((await insert.run(insertOf(draft, columns, customerId))) !== null) onSaved(draft.authorId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className="follow-up-form"
      aria-label={t('rowPage.followUp.write')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {columns.method === null ? null : (
        <ChipChoice
          label={columns.method.name}
          options={columns.method.settings.options}
          chosen={draft.methodId}
          onChoose={(methodId) => change({ methodId })}
        />
      )}
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 3, maxRows: 10 }}
        value={draft.content}
        aria-label={columns.content.name}
        placeholder={t('rowPage.followUp.contentPlaceholder')}
        status={tried && problems.includes('contentMissing') ? 'error' : ''}
        onChange={(event) => change({ content: event.target.value })}
      />
      {columns.result === null ? null : (
        <FormLine name={columns.result.name}>
          <ChipChoice
            label={columns.result.name}
            options={columns.result.settings.options}
            chosen={draft.resultId}
            onChoose={(resultId) => change({ resultId })}
          />
        </FormLine>
      )}
      <div className="follow-up-form__next">
        {columns.nextTime === null ? null : (
          <NextTimeChoice column={columns.nextTime} value={draft.nextTime} grade={grade} onChange={(nextTime) => change({ nextTime })} />
        )}
        {columns.nextContent === null || (columns.nextTime !== null && draft.nextTime === null) ? null : (
          <Input
            value={draft.nextContent}
            aria-label={columns.nextContent.name}
            placeholder={t('rowPage.followUp.nextContentPlaceholder')}
            onChange={(event) => change({ nextContent: event.target.value })}
          />
        )}
      </div>
      <div className="follow-up-form__who">
        <ValueLine column={columns.time} value={draft.time} onValue={(value) => change({ time: typeof value === 'string' ? value : '' })} />
        {columns.author === null ? null : (
          <ValueLine
            column={columns.author}
            value={draft.authorId}
            onValue={(value) => change({ authorId: typeof value === 'number' ? value : null })}
          />
        )}
      </div>
      {tried && problems.length > 0 ? (
        <ul className="follow-up-form__problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{t(`rowPage.problem.${problem}`)}</li>
          ))}
        </ul>
      ) : null}
      {insert.error === null ? null : <ErrorNote error={insert.error} />}
      <div className="follow-up-form__buttons">
        <Button type="primary" htmlType="submit" loading={insert.pending}>
          {t('rowPage.followUp.save')}
        </Button>
        <Button onClick={onGiveUp}>{t('common.cancel')}</Button>
        <kbd>{keysText('Mod+Enter', platform)}</kbd>
      </div>
    </form>
  )
}

function FormLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="follow-up-form__line">
      <span className="follow-up-form__name">{name}</span>
      {children}
    </div>
  )
}

function ValueLine({ column, value, onValue }: { column: Column; value: CellValue; onValue: (value: CellValue) => void }) {
  return (
    <div className="follow-up-form__value">
      <span className="follow-up-form__name">{column.name}</span>
      <EditableValue column={column} value={value === '' ? null : value} rowId={null} onEdit={(edit) => edit.kind === 'value' && onValue(edit.value)}>
        <CellView column={column} value={value} />
      </EditableValue>
    </div>
  )
}
