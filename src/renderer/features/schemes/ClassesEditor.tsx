import { Input } from 'antd'
import { useState } from 'react'
import type { Option } from '#shared/model/option.ts'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import { OptionLine } from '../../ui/OptionLine.tsx'
import { changeOption, moveOption, removeOption } from '../../ui/optionOrder.ts'
import { classesInUse, classNameProblem, withClasses } from './classEdit.ts'
import { optionsOf } from './optionsOf.ts'
import type { SchemeDraft } from './schemeDraft.ts'

/** The classes themselves: names, colours, order; new ones. They are saved together with the rule. */
export function ClassesEditor({ draft, onChange }: { draft: SchemeDraft; onChange: (draft: SchemeDraft) => void }) {
  const base = useBase()
  const t = useT()
  const [typed, setTyped] = useState('')
  const [dragged, setDragged] = useState<number | null>(null)
  const options = optionsOf(draft, base)
  const used = classesInUse(draft)
  const set = (changed: Option[]) => onChange({ ...draft, options: changed })
  const add = () => {
    if (typed.trim() === '') return
    set(withClasses(options, typed, optionsOf({ targetColumnId: draft.targetColumnId }, base)))
    setTyped('')
  }
  return (
    <details className="rule__classes">
      <summary>{t('schemes.edit.classes')}</summary>
      <ul className="option-fields">
        {options.map((option, position) => {
          const problem = classNameProblem(options, option)
          return (
            <OptionLine
              key={option.id}
              option={option}
              isFixed={used.has(option.id)}
              problem={problem === null ? null : t(`columnDialog.problem.${problem}`)}
              onChange={(change) => set(changeOption(options, option.id, change))}
              onMove={(by) => set(moveOption(options, option.id, Math.max(0, position + by)))}
              onRemove={() => set(removeOption(options, option.id))}
              onDragStart={() => setDragged(option.id)}
              onDragOver={() => {
                if (dragged !== null && dragged !== option.id) set(moveOption(options, dragged, position))
              }}
            />
          )
        })}
      </ul>
      <Input
        value={typed}
        aria-label={t('schemes.edit.addClass')}
        placeholder={t('schemes.edit.addClass')}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={add}
        onBlur={add}
      />
      <p className="rule__note">{t('schemes.edit.classesNote')}</p>
    </details>
  )
}
