import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { SchemePreview } from '#shared/contract/classes.ts'
import type { Option } from '#shared/model/option.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useShell } from '../../shell/state.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { SchemeDraft } from './schemeDraft.ts'
import { StepChips } from './StepChips.tsx'

type Move = SchemePreview['moves'][number]

const mostMoves = 12
const mostRows = 50

/** From which class to which rows would go; each step opens to its rows. */
export function PreviewMoves({ draft, options, moves }: { draft: SchemeDraft; options: readonly Option[]; moves: readonly Move[] }) {
  const t = useT()
  const lang = useLang()
  const [openKey, setOpenKey] = useState<string | null>(null)
  const others = moves.slice(mostMoves).reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <ul className="scheme-preview__moves">
        {moves.slice(0, mostMoves).map((move) => {
          const key = `${move.fromOptionId} ${move.toOptionId}`
          const isOpen = key === openKey
          return (
            <li key={key}>
              <button type="button" aria-expanded={isOpen} title={t('schemes.preview.seeRows')} onClick={() => setOpenKey(isOpen ? null : key)}>
                <span className="scheme-preview__count">{move.count.toLocaleString(lang)}</span>
                <StepChips rule={draft.rule} options={options} step={move} />
                {isOpen ? <DownOutlined /> : <RightOutlined />}
              </button>
              {isOpen ? <MovedRows draft={draft} move={move} /> : null}
            </li>
          )
        })}
      </ul>
      {others === 0 ? null : <p className="rule__note">{t('schemes.preview.otherMoves', { count: others })}</p>}
    </>
  )
}

/** The rows of one step; a click opens the page of one. */
function MovedRows({ draft, move }: { draft: SchemeDraft; move: Move }) {
  const t = useT()
  const openRow = useShell((state) => state.openRow)
  const asked = { ...draft, fromOptionId: move.fromOptionId, toOptionId: move.toOptionId, limit: mostRows }
  const { data, error } = useOperation('schemes.previewRows', asked, { keepPrevious: true })
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={2} />
  return (
    <div className="scheme-preview__rows">
      {data.map(({ rowId, title }) => (
        <button key={rowId} type="button" title={title} onClick={() => openRow({ tableId: draft.tableId, rowId })}>
          {title === '' ? t('rowPage.untitled') : title}
        </button>
      ))}
      {move.count > mostRows ? <p className="rule__note">{t('schemes.preview.firstRows', { count: mostRows })}</p> : null}
    </div>
  )
}
