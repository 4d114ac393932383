import { Button, Input, InputNumber, type InputRef, Radio, Select } from 'antd'
import { useRef } from 'react'
import { autoNumberText, hasCounter, partsOf, patternProblems, restartOf, restartsOf } from '#shared/lib/autoNumber.ts'
import type { AutoNumberSettings } from '#shared/model/column.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useToday } from '../../client/useToday.ts'
import { useT } from '../../ui/lang.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

const parts = [
  { key: 'year', text: '{yyyy}' },
  { key: 'shortYear', text: '{yy}' },
  { key: 'month', text: '{MM}' },
  { key: 'day', text: '{dd}' },
  { key: 'yearMonth', text: '{yyyyMM}' },
  { key: 'date', text: '{yyyyMMdd}' },
  { key: 'counter', text: '{0001}' },
] as const

/** How an automatic number is written: put together by buttons, with what the next ones look like and what that means. */
export function PatternField({ form, column, onChange }: SettingsProps) {
  const t = useT()
  const today = useToday()
  const input = useRef<InputRef>(null)
  const { numbering } = form
  const { pattern, start = 1 } = numbering
  const problems = patternProblems(pattern)
  const set = (changed: Partial<AutoNumberSettings>) => onChange({ ...form, numbering: { ...numbering, ...changed } })
  const insert = (text: string) => {
    const field = input.current?.input
    const from = field?.selectionStart ?? pattern.length
    set({ pattern: pattern.slice(0, from) + text + pattern.slice(field?.selectionEnd ?? from) })
    // The caret stands behind what came, once the field shows it.
    requestAnimationFrame(() => input.current?.setSelectionRange(from + text.length, from + text.length))
    input.current?.focus()
  }
  const width = partsOf(pattern).reduce((widest, part) => (part.kind === 'counter' ? Math.max(widest, part.width) : widest), 0)
  const restart = restartOf(numbering)
  const possible = restartsOf(pattern)
  return (
    <>
      <Field label={t('columnDialog.pattern.label')} problems={[]} field={null}>
        <Input
          ref={input}
          value={pattern}
          maxLength={200}
          status={problems.length > 0 ? 'error' : ''}
          onChange={(event) => set({ pattern: event.target.value })}
        />
      </Field>
      {problems.map(({ code, at, text }) => (
        <p key={at} className="field__problem" role="alert">
          {t(`columnDialog.pattern.problem.${code}`, { part: text, at: at + 1 })}
        </p>
      ))}
      <div className="pattern-parts" role="group" aria-label={t('columnDialog.pattern.insert')}>
        {parts.map(({ key, text }) => (
          <Button key={key} size="small" disabled={key === 'counter' && hasCounter(pattern)} onClick={() => insert(text)}>
            {t(`columnDialog.pattern.${key}`)} <small>{key === 'counter' ? '0001' : autoNumberText({ pattern: text }, today, 1).slice(0, -1)}</small>
          </Button>
        ))}
      </div>
      <div className="column-form__row">
        <Field label={t('columnDialog.pattern.start')} problems={[]} field={null}>
          <InputNumber min={0} max={999_999_999_999} precision={0} value={start} onChange={(value) => set({ start: value ?? 1 })} />
        </Field>
        {possible.length === 1 ? null : (
          <Field label={t('columnDialog.pattern.restart')} problems={[]} field={null}>
            <Select
              className="pattern-restart"
              value={restart}
              options={possible.toReversed().map((each) => ({ value: each, label: t(`columnDialog.pattern.restart.${each}`) }))}
              onChange={(value) => set({ restart: value })}
            />
          </Field>
        )}
      </div>
      <p className="column-form__note">
        {t(`columnDialog.pattern.says.${restart}`, { start: String(start) })}
        {width > 1 ? t('columnDialog.pattern.says.width', { width }) : ''}
        {hasCounter(pattern) ? '' : t('columnDialog.pattern.says.atEnd')}
      </p>
      {problems.length > 0 ? null : column?.type === 'autoNumber' ? (
        <NextNumbers form={form} column={column} onRenumber={(renumber) => onChange({ ...form, renumber })} />
      ) : (
        <p className="pattern-next">
          {t('columnDialog.pattern.next')} {[0, 1, 2].map((place) => autoNumberText(numbering, today, start + place)).join(t('common.listSeparator'))}
        </p>
      )}
    </>
  )
}

type NextNumbersProps = { form: SettingsProps['form']; column: NonNullable<SettingsProps['column']>; onRenumber: (renumber: boolean) => void }

/** What the rows to come will be numbered, and what becomes of those that are there. */
function NextNumbers({ form, column, onRenumber }: NextNumbersProps) {
  const t = useT()
  const { numbering, renumber } = form
  const { data } = useOperation('columns.previewNumbers', { columnId: column.id, settings: numbering, renumber }, { keepPrevious: true })
  if (data === undefined) return null
  const separator = t('common.listSeparator')
  return (
    <>
      {data.rows === 0 ? null : (
        <Radio.Group className="pattern-rows" value={renumber} onChange={(event) => onRenumber(event.target.value === true)}>
          <Radio value={false}>{t('columnDialog.pattern.onlyNew', { rows: data.rows })}</Radio>
          <Radio value={true}>{t('columnDialog.pattern.renumber', { rows: data.rows })}</Radio>
        </Radio.Group>
      )}
      {data.first.length === 0 ? null : (
        <p className="pattern-next">
          {t('columnDialog.pattern.first')} {data.first.join(separator)}
        </p>
      )}
      <p className="pattern-next">
        {t('columnDialog.pattern.next')} {data.next.join(separator)}
      </p>
    </>
  )
}
