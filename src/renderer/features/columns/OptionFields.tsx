import { Input } from 'antd'
import { useState } from 'react'
import type { Option } from '#shared/model/option.ts'
import { optionsOfScheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import type { FormProblem } from './formProblems.ts'
import { OptionList } from '../../ui/OptionList.tsx'
import { addOption, highestId, optionNames } from '../../ui/optionOrder.ts'
import { RemovedOption } from './RemovedOption.tsx'
import type { SettingsProps } from './SettingsFields.tsx'

/** The choices of a select: names, colours, order; new ones typed or pasted, several at once. */
export function OptionFields({ form, column, problems, onChange }: SettingsProps) {
  const base = useBase()
  const t = useT()
  const before = column !== null && (column.type === 'singleSelect' || column.type === 'multipleSelect') ? column.settings.options : []
  const [nextId, setNextId] = useState(highestId(before) + 1)
  const [typed, setTyped] = useState('')
  const { options } = form
  const set = (changed: Option[]) => onChange({ ...form, options: changed })
  const scheme = column === null ? undefined : base.schemesOf(column.tableId).find((each) => each.targetColumnId === column.id)
  const fixed = new Set(scheme === undefined ? [] : optionsOfScheme(scheme))
  const removed = before.filter((option) => !options.some((kept) => kept.id === option.id))

  const problemOf = ({ id }: Option) => {
    const problem = problems.find((each) => isAbout(each, id))
    return problem === undefined ? null : t(`columnDialog.problem.${problem.code}`)
  }
  const add = (text: string) => {
    const names = optionNames(text, options)
    let id = nextId
    let changed: Option[] = [...options]
    for (const name of names) changed = addOption(changed, name, id++)
    setNextId(id)
    setTyped('')
    set(changed)
  }
  return (
    <div className="field">
      <span className="field__label">{t('columnDialog.options.title')}</span>
      {options.length === 0 ? <span className="field__note">{t('columnDialog.options.none')}</span> : null}
      <OptionList options={options} fixed={fixed} problemOf={problemOf} onChange={set} />
      <Input
        value={typed}
        aria-label={t('columnDialog.options.add')}
        placeholder={t('columnDialog.options.add')}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault()
          add(typed)
        }}
        onBlur={() => {
          if (typed.trim() !== '') add(typed)
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (!/[\n\t]/.test(pasted.trim())) return
          event.preventDefault()
          add(pasted)
        }}
      />
      <span className="field__note">{t('columnDialog.options.addHint')}</span>
      {removed.length === 0 ? null : (
        <span className="field__warning">
          {t('columnDialog.options.removed', { names: removed.map((option) => option.name).join(t('common.listSeparator')) })}
          {column === null ? null : removed.map((option) => <RemovedOption key={option.id} column={column} option={option} />)}
        </span>
      )}
    </div>
  )
}

const isAbout = (problem: FormProblem, optionId: number): boolean => problem.field === 'options' && problem.optionId === optionId
