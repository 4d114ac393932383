import { useBase } from '../client/useBase.ts'
import { useT } from '../ui/lang.ts'
import { Marked } from '../ui/Marked.tsx'
import type { JumpRows } from './Jump.tsx'

type JumpGroupProps = {
  group: JumpRows
  listId: string
  /** The place of its first entry in the whole list. */
  from: number
  active: number
  onChoose: (at: number) => void
}

/** The rows found in one table, each with the cell it was found in. */
export function JumpGroup({ group, listId, from, active, onChoose }: JumpGroupProps) {
  const t = useT()
  const base = useBase()
  const entry = (at: number) => ({
    id: `${listId}-${at}`,
    role: 'option',
    'aria-selected': at === active,
    'data-active': at === active,
    className: 'jump__row',
    onMouseDown: (event: { preventDefault: () => void }) => {
      event.preventDefault()
      onChoose(at)
    },
  })
  const moreAt = from + group.rows.length
  return (
    <div role="group" aria-label={group.heading}>
      <p className="jump__heading">{group.heading}</p>
      {group.rows.map((row, index) => (
        <div key={`${row.tableId}-${row.id}`} {...entry(from + index)}>
          <span className="jump__title">{row.title === '' ? `#${row.id}` : <Marked text={row.title} spans={row.marks} />}</span>
          {row.cell === null ? null : (
            <span className="jump__cell" title={row.cell.text}>
              {t('find.foundIn', { column: base.column(row.cell.columnId)?.name ?? '' })}
              <Marked text={row.cell.text} spans={row.cell.marks} />
            </span>
          )}
          {group.tableId === null ? <span className="jump__cell">{base.table(row.tableId)?.name}</span> : null}
        </div>
      ))}
      {group.more ? (
        <div {...entry(moreAt)}>
          <span className="jump__more">{t('find.moreIn', { table: group.heading })}</span>
        </div>
      ) : null}
    </div>
  )
}
