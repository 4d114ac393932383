import type { RowDetail } from '#shared/contract/records.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import { buttonLabel } from '#shared/model/columns/button.ts'
import { usePress, whyNotPressed } from '../../cells/usePress.ts'
import { useSchema } from '../../client/useBase.ts'
import { useLang, useT } from '../../ui/lang.ts'
import '../../ui/rowButton.css'
import { optionStyle } from '../../ui/tokens/optionColorStyle.ts'
import './rowButtons.css'

/** The buttons of a row, at the top of its page; one that cannot be pressed says why. */
export function RowButtons({ row, columns }: { row: RowDetail; columns: readonly ColumnOf<'button'>[] }) {
  const t = useT()
  const lang = useLang()
  const schema = useSchema()
  const press = usePress()
  if (columns.length === 0) return null
  return (
    <div className="row-buttons" role="group" aria-label={t('buttons.group')}>
      {columns.map((column) => {
        const cell = row.cells[column.id] ?? null
        const why = whyNotPressed(column, cell, schema)
        return (
          <button
            key={column.id}
            type="button"
            className="row-button row-button--large"
            style={optionStyle(column.settings.color)}
            aria-disabled={why !== null}
            title={why?.message[lang] ?? column.description}
            onClick={() => void press(column, row.id, cell)}
          >
            {buttonLabel(column)}
          </button>
        )
      })}
    </div>
  )
}
