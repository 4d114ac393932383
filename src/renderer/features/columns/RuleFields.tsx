import { Input, InputNumber } from 'antd'
import { isPattern, readPattern } from '#shared/lib/pattern.ts'
import { patternProblem } from '../../words/patternProblem.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Validation } from '#shared/model/columnRules.ts'
import { validationKindOf } from '#shared/model/columns/rules.ts'
import { useT } from '../../ui/lang.ts'
import { draftColumn } from './draftColumn.ts'
import { Field } from './Field.tsx'
import type { SettingsProps } from './SettingsFields.tsx'
import { ValueInput } from './ValueInput.tsx'

/** What the values of the column have to be: between two limits, or of a length and a form. */
export function RuleFields(props: SettingsProps) {
  const { form, onChange } = props
  const set = (validation: Validation) => onChange({ ...form, validation: asksNothing(validation) ? null : validation })
  switch (validationKindOf(form.type)) {
    case 'number': {
      const rule = form.validation?.kind === 'number' ? form.validation : { kind: 'number' as const, min: null, max: null }
      const asNumber = (value: CellValue) => (typeof value === 'number' ? value : null)
      return (
        <Limits
          {...props}
          from={rule.min}
          to={rule.max}
          names={['min', 'max']}
          onFrom={(value) => set({ ...rule, min: asNumber(value) })}
          onTo={(value) => set({ ...rule, max: asNumber(value) })}
        />
      )
    }
    case 'date': {
      const rule = form.validation?.kind === 'date' ? form.validation : { kind: 'date' as const, from: null, to: null }
      const asDay = (value: CellValue) => (typeof value === 'string' ? value.slice(0, 10) : null)
      return (
        <Limits
          {...props}
          from={rule.from}
          to={rule.to}
          names={['from', 'to']}
          onFrom={(value) => set({ ...rule, from: asDay(value) })}
          onTo={(value) => set({ ...rule, to: asDay(value) })}
        />
      )
    }
    case 'text':
      return <TextRule {...props} onRule={set} />
    case null:
      return null
  }
}

type LimitsProps = SettingsProps & {
  from: CellValue
  to: CellValue
  names: readonly ['min', 'max'] | readonly ['from', 'to']
  onFrom: (value: CellValue) => void
  onTo: (value: CellValue) => void
}

function Limits({ form, tableId, problems, from, to, names, onFrom, onTo }: LimitsProps) {
  const t = useT()
  // The limits of a date-time are days.
  const column = draftColumn(form.type === 'dateTime' ? { ...form, type: 'date' } : form, tableId)
  if (column === null) return null
  const labels = names.map((name) => t(`columnTypes.rule.${name}`))
  return (
    <div className="column-form__row" key={form.type}>
      <Field label={labels[0] ?? ''} problems={problems} field={null}>
        <ValueInput column={column} value={from} label={labels[0] ?? ''} onChange={onFrom} />
      </Field>
      <Field label={labels[1] ?? ''} problems={problems} field={null}>
        <ValueInput column={column} value={to} label={labels[1] ?? ''} onChange={onTo} />
      </Field>
    </div>
  )
}

function TextRule({ form, problems, onRule }: SettingsProps & { onRule: (rule: Validation) => void }) {
  const t = useT()
  const rule = form.validation?.kind === 'text' ? form.validation : { kind: 'text' as const, maxLength: null, pattern: null, message: '' }
  const pattern = rule.pattern ?? ''
  const read = readPattern(pattern)
  return (
    <>
      <div className="column-form__row">
        <Field label={t('columnTypes.rule.maxLength')} problems={problems} field={null}>
          <InputNumber min={1} max={100_000} precision={0} value={rule.maxLength} onChange={(maxLength) => onRule({ ...rule, maxLength })} />
        </Field>
        <Field label={t('columnTypes.rule.pattern')} problems={problems} field="rule">
          <Input
            value={pattern}
            maxLength={200}
            spellCheck={false}
            status={pattern === '' || isPattern(pattern) ? '' : 'error'}
            onChange={(event) => onRule({ ...rule, pattern: event.target.value === '' ? null : event.target.value })}
          />
        </Field>
      </div>
      {pattern === '' ? null : (
        <Field
          label={t('columnTypes.rule.message')}
          problems={problems}
          field={null}
          note={read.ok ? t('columnTypes.rule.patternNote') : patternProblem(read.failure, t)}
        >
          <Input
            value={rule.message}
            maxLength={200}
            placeholder={t('columnTypes.rule.messagePlaceholder')}
            onChange={(event) => onRule({ ...rule, message: event.target.value })}
          />
        </Field>
      )}
    </>
  )
}

function asksNothing(rule: Validation): boolean {
  switch (rule.kind) {
    case 'number':
      return rule.min === null && rule.max === null
    case 'date':
      return rule.from === null && rule.to === null
    case 'text':
      return rule.maxLength === null && rule.pattern === null
  }
}
