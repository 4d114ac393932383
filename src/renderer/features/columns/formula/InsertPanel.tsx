import { Input } from 'antd'
import { useState } from 'react'
import { ColumnTypeIcon } from '../../../ui/ColumnTypeIcon.tsx'
import { useT } from '../../../ui/lang.ts'
import type { BaseShape } from '../columnForm.ts'
import { FunctionHelp } from './FunctionHelp.tsx'
import { insertChoices, type Choice, type ChoiceGroup } from './insertChoices.ts'
import { inserted, insertedFunction, type Edited } from './insertion.ts'

type InsertPanelProps = { tableId: number; columns: BaseShape; edited: Edited; onInsert: (edited: Edited) => void }

/** Columns and functions to put into the formula, found by typing; the one under the hand is explained. */
export function InsertPanel({ tableId, columns, edited, onInsert }: InsertPanelProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Choice | null>(null)
  const groups = insertChoices(tableId, columns, typed, t)
  const insert = (choice: Choice) =>
    onInsert(choice.kind === 'column' ? inserted(edited, choice.text) : insertedFunction(edited, choice.name, choice.takesArguments))
  const first = groups[0]?.choices[0]
  return (
    <div className="insert-panel">
      <Input
        size="small"
        allowClear
        value={typed}
        placeholder={t('formulaEditor.search')}
        aria-label={t('formulaEditor.search')}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => first !== undefined && insert(first)}
      />
      <div className="insert-panel__body">
        <div className="insert-panel__list" role="listbox" aria-label={t('formulaEditor.insert')}>
          {groups.length === 0 ? <p className="formula-result__note">{t('formulaEditor.nothingFound', { text: typed })}</p> : null}
          {groups.map((group) => (
            <section key={group.key}>
              <h4>{headingOf(group, typed, t)}</h4>
              {group.choices.map((choice) => (
                <button
                  key={choice.key}
                  type="button"
                  role="option"
                  aria-selected={shown?.key === choice.key}
                  className="insert-panel__choice"
                  title={choice.name}
                  onMouseEnter={() => setShown(choice)}
                  onFocus={() => setShown(choice)}
                  onClick={() => insert(choice)}
                >
                  {choice.kind === 'column' ? <ColumnTypeIcon type={choice.type} /> : null}
                  {choice.name}
                </button>
              ))}
            </section>
          ))}
        </div>
        <div className="insert-panel__help">
          {shown?.kind === 'function' ? <FunctionHelp name={shown.name} /> : shown === null ? null : <code>{shown.text}</code>}
        </div>
      </div>
    </div>
  )
}

function headingOf({ heading }: ChoiceGroup, typed: string, t: ReturnType<typeof useT>): string {
  switch (heading.kind) {
    case 'columns':
      return t('formulaEditor.columns')
    case 'linked':
      return t('formulaEditor.throughLink', { table: heading.table })
    case 'category':
      return t(`formulaEditor.category.${heading.category}`)
    case 'mentioned':
      return t('formulaEditor.mentioned', { text: typed.trim() })
  }
}
