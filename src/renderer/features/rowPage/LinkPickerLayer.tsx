import { useRef, useState } from 'react'
import type { ColumnOf } from '#shared/model/column.ts'
import { type CellEdit, type Draft, untouched } from '../../cells/cellEdit.ts'
import { CellEditor } from '../../cells/CellEditor.tsx'
import './linkPickerLayer.css'

type LinkPickerLayerProps = { column: ColumnOf<'link'>; rowId: number; onTake: (edit: CellEdit) => void; onClose: () => void }

/** Finds rows to link; leaving it takes what was chosen, Escape nothing. */
export function LinkPickerLayer({ column, rowId, onTake, onClose }: LinkPickerLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Draft>(untouched)
  const take = (chosen: Draft) => {
    if (chosen.edit !== null && chosen.problem === null) onTake(chosen.edit)
    onClose()
  }
  return (
    <div
      ref={layer}
      className="link-picker"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        else if (event.key === 'Enter') take(draft)
        else return
        event.stopPropagation()
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && layer.current?.contains(event.relatedTarget) === true) return
        if (document.hasFocus()) take(draft)
      }}
    >
      <CellEditor column={column} value={null} rowId={rowId} typed={null} label={column.name} onDraft={setDraft} onDone={take} />
    </div>
  )
}
