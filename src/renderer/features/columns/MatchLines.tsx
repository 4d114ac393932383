import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useBase } from '../../client/useBase.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { canMatch, type MatchForm } from './linkOffer.ts'

type MatchLinesProps = { match: readonly MatchForm[]; tableId: number; otherTableId: number; onChange: (match: MatchForm[]) => void }

/** Columns of the other table that must have what a column of this one has in the row. */
export function MatchLines({ match, tableId, otherTableId, onChange }: MatchLinesProps) {
  const base = useBase()
  const t = useT()
  const own = base.columnsOf(tableId)
  const others = base.columnsOf(otherTableId).filter((other) => own.some((column) => canMatch(other, column, base.shown)))
  const names = { table: base.table(otherTableId)?.name ?? '', here: base.table(tableId)?.name ?? '' }
  const ownFor = (otherColumnId: number | null) => {
    const other = others.find((column) => column.id === otherColumnId)
    return other === undefined ? [] : own.filter((column) => canMatch(other, column, base.shown))
  }
  const set = (place: number, line: MatchForm) => onChange(match.map((was, at) => (at === place ? line : was)))
  return (
    <div className="field">
      <span className="field__label">{t('links.offer.match', names)}</span>
      {match.map((line, place) => (
        <div key={place} className="match-line">
          <ColumnSelect
            columns={others}
            value={line.otherColumnId}
            onChange={(otherColumnId) => {
              const [first] = ownFor(otherColumnId)
              set(place, { otherColumnId, ownColumnId: first?.id ?? null })
            }}
          />
          <span>{t('links.offer.same')}</span>
          <ColumnSelect
            columns={ownFor(line.otherColumnId)}
            value={line.ownColumnId}
            onChange={(ownColumnId) => set(place, { ...line, ownColumnId })}
          />
          <IconButton label={t('links.offer.removeMatch')} icon={<CloseOutlined />} onClick={() => onChange(match.filter((_, at) => at !== place))} />
        </div>
      ))}
      <div>
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          disabled={others.length === 0}
          onClick={() => onChange([...match, { otherColumnId: null, ownColumnId: null }])}
        >
          {t('links.offer.addMatch')}
        </Button>
      </div>
    </div>
  )
}
