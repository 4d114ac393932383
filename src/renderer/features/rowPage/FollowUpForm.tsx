import { Button, Input } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { keysText } from '../../commands/keys.ts'
import { useAppState } from '../../shell/settings.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { ChipChoice } from './ChipChoice.tsx'
import type { FollowUpColumns } from './followUpColumns.ts'
import { insertOf, problemsOf, type DraftProblem, type FollowUpDraft } from './followUpDraft.ts'
import './followUpForm.css'
import { FormLine, FormProblem, ValueLine } from './FormLine.tsx'
import { NextTimeChoice } from './NextTimeChoice.tsx'
import type { Rhythm } from './suggestion.ts'
import { useIntroduce } from './useIntroduce.ts'

type FollowUpFormProps = {
  columns: FollowUpColumns
  customerId: number
  /** The draft as the form opens. */
  begin: () => FollowUpDraft
  rhythm: Rhythm | null
  /** Everything written, so that it is there again when the form was left. */
  onDraft: (draft: FollowUpDraft) => void
  onClose: () => void
  onGiveUp: () => void
  onSaved: (authorId: number | null) => void
}

/** What happened and what comes next, in one form: the next time and content are part of a follow-up. */
export function FollowUpForm({ columns, customerId, begin, rhythm, onDraft, onClose, onGiveUp, onSaved }: FollowUpFormProps) {
  const t = useT()
  const platform = useAppState().data?.platform ?? ''
  const insert = useWrite('rows.insert')
  const introduce = useIntroduce()
  const hasMembers = useBase().members.some(({ active }) => active)
  const form = useRef<HTMLFormElement>(null)
  const [ownName, setOwnName] = useState('')
  const [draft, setDraft] = useState(begin)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<FollowUpDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    onDraft(next)
  }
  const problems = problemsOf(draft, columns, hasMembers)
  const textOf = (problem: DraftProblem) => (tried && problems.includes(problem) ? t(`rowPage.problem.${problem}`) : undefined)
  const pending = insert.pending || introduce.pending
  const save = async () => {
    setTried(true)
    if (problems.length > 0) return requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(firstWrong)?.focus())
    if (pending) return undefined
    const isIntroduced = columns.author !== null && draft.authorId === null && ownName.trim() !== ''
    const authorId = isIntroduced ? await introduce.run(ownName) : draft.authorId
    if (isIntroduced && authorId === null) return undefined
    change({ authorId })
    if ((await insert.run(insertOf({ ...draft, authorId }, columns, customerId))) !== null) onSaved(authorId)
    return undefined
  }
  const error = introduce.error ?? insert.error
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
      ref={form}
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
      <div data-wrong={textOf('contentMissing') !== undefined}>
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={draft.content}
          aria-label={columns.content.name}
          placeholder={t('rowPage.followUp.contentPlaceholder')}
          status={textOf('contentMissing') === undefined ? '' : 'error'}
          onChange={(event) => change({ content: event.target.value })}
        />
        <FormProblem text={textOf('contentMissing')} />
      </div>
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
          <NextTimeChoice column={columns.nextTime} value={draft.nextTime} rhythm={rhythm} onChange={(nextTime) => change({ nextTime })} />
        )}
        <FormProblem text={textOf('nextNotAfter')} />
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
        <ValueLine
          column={columns.time}
          value={draft.time}
          problem={textOf('timeMissing')}
          onValue={(value) => change({ time: typeof value === 'string' ? value : '' })}
        />
        {columns.author === null ? null : !hasMembers ? (
          <FormLine name={columns.author.name}>
            <Input
              value={ownName}
              aria-label={columns.author.name}
              placeholder={t('rowPage.followUp.yourName')}
              onChange={(event) => setOwnName(event.target.value)}
            />
            <small className="form-line__hint">{t('rowPage.followUp.yourNameText')}</small>
          </FormLine>
        ) : (
          <ValueLine
            column={columns.author}
            value={draft.authorId}
            problem={textOf('authorMissing')}
            onValue={(value) => change({ authorId: typeof value === 'number' ? value : null })}
          />
        )}
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div className="follow-up-form__buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('rowPage.followUp.save')}
        </Button>
        <Button onClick={onGiveUp}>{t('common.cancel')}</Button>
        <kbd>{keysText('Mod+Enter', platform)}</kbd>
      </div>
    </form>
  )
}

const firstWrong = '[data-wrong="true"] :is(textarea, input, button)'
