import type { ReactNode } from 'react'
import type { Filter } from '#shared/model/filter.ts'
import { useBase } from '../../client/useBase.ts'
import { FilterPanel } from '../../filter/FilterPanel.tsx'
import { useT } from '../../ui/lang.ts'

type ConditionLineProps = {
  tableId: number
  /** What the condition gives: a class, points. */
  given: ReactNode
  text: string
  /** Null where the line asks nothing that could be opened. */
  when: Filter | null
  open: boolean
  onOpen: (open: boolean) => void
  onChange: (when: Filter) => void
  /** Buttons at the end of the line. */
  children: ReactNode
}

/** Holds for every row. */
export const everything: Filter = { kind: 'and', items: [] }

/** A condition in words after what it gives; a press opens it for changing. */
export function ConditionLine({ tableId, given, text, when, open, onOpen, onChange, children }: ConditionLineProps) {
  const base = useBase()
  const t = useT()
  return (
    <>
      <div className="decision-row__head">
        {given}
        <button type="button" className="decision-row__text" disabled={when === null} aria-expanded={open} onClick={() => onOpen(!open)}>
          {text || t('schemes.edit.anyRow')}
        </button>
        {children}
      </div>
      {open && when !== null ? (
        <FilterPanel filter={when} columns={base.columnsOf(tableId)} firstColumnId={null} onChange={(filter) => onChange(filter ?? everything)} />
      ) : null}
    </>
  )
}
