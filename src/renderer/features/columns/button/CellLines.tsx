import { CloseOutlined } from '@ant-design/icons'
import { InputNumber } from 'antd'
import type { ButtonCell } from '#shared/model/button.ts'
import type { Column } from '#shared/model/column.ts'
import type { Preset } from '#shared/model/columnRules.ts'
import { useBase } from '../../../client/useBase.ts'
import { ColumnSelect } from '../../../ui/ColumnSelect.tsx'
import { ColumnTypeIcon } from '../../../ui/ColumnTypeIcon.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useT } from '../../../ui/lang.ts'
import { PresetInput } from '../PresetInput.tsx'
import { firstCell, writtenColumns } from './buttonForm.ts'

type CellLinesProps = { cells: readonly ButtonCell[]; tableId: number; onChange: (cells: ButtonCell[]) => void }

/** Which columns get which values, a line for each. */
export function CellLines({ cells, tableId, onChange }: CellLinesProps) {
  const t = useT()
  const base = useBase()
  const free = writtenColumns(base.columnsOf(tableId), (id) => base.schemeOfColumn(id) !== undefined).filter(
    ({ id }) => !cells.some(({ columnId }) => columnId === id),
  )
  return (
    <div className="cell-lines">
      {cells.map((cell, place) => (
        <CellLine
          key={cell.columnId}
          cell={cell}
          onChange={(changed) => onChange(cells.map((each, at) => (at === place ? changed : each)))}
          onRemove={() => onChange(cells.filter((_, at) => at !== place))}
        />
      ))}
      {free.length === 0 ? null : (
        <div className="cell-lines__add">
          <span>{t('buttons.fill')}</span>
          <ColumnSelect
            columns={free}
            value={null}
            onChange={(columnId) => {
              const column = base.column(columnId)
              if (column !== undefined) onChange([...cells, firstCell(column)])
            }}
          />
        </div>
      )}
    </div>
  )
}

type CellLineProps = { cell: ButtonCell; onChange: (cell: ButtonCell) => void; onRemove: () => void }

function CellLine({ cell, onChange, onRemove }: CellLineProps) {
  const t = useT()
  const base = useBase()
  const column = base.column(cell.columnId)
  return (
    <div className="cell-lines__line">
      <span className="cell-lines__name" title={column?.name}>
        {column === undefined ? (
          <span className="field__problem">{t('buttons.columnGone')}</span>
        ) : (
          <>
            <ColumnTypeIcon type={column.type} /> {column.name}
          </>
        )}
      </span>
      <div className="cell-lines__value">{column === undefined ? null : <CellInput column={column} cell={cell} onChange={onChange} />}</div>
      <IconButton label={t('buttons.removeCell', { name: column?.name ?? '' })} icon={<CloseOutlined />} onClick={onRemove} />
    </div>
  )
}

function CellInput({ column, cell, onChange }: { column: Column; cell: ButtonCell; onChange: (cell: ButtonCell) => void }) {
  const t = useT()
  const { columnId } = cell
  const days = cell.kind === 'today' || cell.kind === 'now' ? cell.days : null
  const preset: Preset | null = cell.kind === 'value' ? (cell.value === null ? null : { kind: 'value', value: cell.value }) : { kind: cell.kind }
  const choose = (chosen: Preset | null) => {
    if (chosen === null) onChange({ columnId, kind: 'value', value: null })
    else if (chosen.kind === 'value') onChange({ columnId, ...chosen })
    else if (chosen.kind === 'me') onChange({ columnId, kind: 'me' })
    else onChange({ columnId, kind: chosen.kind, days: days ?? 0 })
  }
  return (
    <>
      <PresetInput
        column={column}
        preset={preset}
        label={column.name}
        words={{ none: t('buttons.value.empty'), me: t('buttons.value.me'), today: t('buttons.value.today'), now: t('buttons.value.now') }}
        onPreset={choose}
      />
      {days === null || (cell.kind !== 'today' && cell.kind !== 'now') ? null : (
        <InputNumber
          className="cell-lines__days"
          aria-label={t('buttons.days', { name: column.name })}
          prefix={t('buttons.plus')}
          suffix={t('buttons.daysUnit')}
          min={-3660}
          max={3660}
          precision={0}
          value={days}
          onChange={(typed) => onChange({ ...cell, days: typed ?? 0 })}
        />
      )}
    </>
  )
}
