import { Input } from 'antd'
import { useState } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { inFull } from '#shared/model/columns/display.ts'
import { formatCell, parseCell } from '#shared/model/columns/registry.ts'
import { useCellContext } from '../../client/useFormat.ts'
import { useT } from '../../ui/lang.ts'

type ValueInputProps = { column: Column; value: CellValue; label: string; placeholder?: string; onChange: (value: CellValue) => void }

/** A value of a column as text; what is none says why, and leaves the value as it was. */
export function ValueInput({ column, value, label, placeholder, onChange }: ValueInputProps) {
  const t = useT()
  const context = useCellContext()
  const [text, setText] = useState(() => formatCell(inFull(column), value, context))
  const [problem, setProblem] = useState<string | null>(null)
  const read = (typed: string) => {
    setText(typed)
    const parsed = parseCell(column, typed, context)
    setProblem(parsed.ok ? null : t(`columns.failure.${parsed.failure}`))
    if (parsed.ok) onChange(parsed.value)
  }
  return (
    <>
      <Input
        value={text}
        aria-label={label}
        placeholder={placeholder}
        status={problem === null ? '' : 'error'}
        onChange={(event) => read(event.target.value)}
      />
      {problem === null ? null : (
        <span className="field__problem" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
