import { Input } from 'antd'
import { useState } from 'react'
import type { Option } from '#shared/model/option.ts'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import { OptionList } from '../../ui/OptionList.tsx'
import { classesInUse, classNameProblem, withClasses } from './classEdit.ts'
import { optionsOf } from './optionsOf.ts'
import type { SchemeDraft } from './schemeDraft.ts'

/** The classes themselves: names, colours, order; new ones. They are saved together with the rule. */
export function ClassesEditor({ draft, onChange }: { draft: SchemeDraft; onChange: (draft: SchemeDraft) => void }) {
  const base = useBase()
  const t = useT()
  const [typed, setTyped] = useState('')
  const options = optionsOf(draft, base)
  const used = classesInUse(draft)
  const isTags = draft.rule.kind === 'tags'
  const addLabel = t(isTags ? 'schemes.edit.addTag' : 'schemes.edit.addClass')
  const set = (changed: Option[]) => onChange({ ...draft, options: changed })
  const add = () => {
    if (typed.trim() === '') return
    set(withClasses(options, typed, optionsOf({ targetColumnId: draft.targetColumnId }, base)))
    setTyped('')
  }
  return (
    <details className="rule__classes">
      <summary>{t(isTags ? 'schemes.edit.tags' : 'schemes.edit.classes')}</summary>
      <OptionList
        options={options}
        fixed={used}
        problemOf={(option) => {
          const problem = classNameProblem(options, option)
          return problem === null ? null : t(`columnDialog.problem.${problem}`)
        }}
        onChange={set}
      />
      <Input
        value={typed}
        aria-label={addLabel}
        placeholder={addLabel}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={add}
        onBlur={add}
      />
      <p className="rule__note">{t(isTags ? 'schemes.edit.tagsNote' : 'schemes.edit.classesNote')}</p>
    </details>
  )
}
