import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { CellView } from '#renderer/cells/CellView.tsx'
import { useSchema } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { LockSign } from '#renderer/ui/LockSign.tsx'
import { FewChips } from './FewChips.tsx'

type CardValueProps = {
  column: Column
  value: CellValue
  /** The value as text. */ text: string
  /** The scheme that gives the value: the class tells why it is that. */ schemeId: number | null
  isLocked: boolean
}

/** A value on a card, in one line. */
export function CardValue({ column, value, text, schemeId, isLocked }: CardValueProps) {
  const t = useT()
  const shown = useSchema().shown(column)
  const isList = shown.type === 'multipleSelect' || shown.type === 'members'
  const chips = isList ? <FewChips column={column} value={value} /> : <CellView column={column} value={value} />
  if (schemeId !== null) {
    const isTags = shown.type === 'multipleSelect'
    return (
      <>
        <span className="card__class" data-why={schemeId}>
          {text === '' ? <span className="card__none">{t(isTags ? 'common.noTags' : 'common.unclassified')}</span> : chips}
        </span>
        {isLocked ? <LockSign label={t('locks.sign')} /> : null}
      </>
    )
  }
  // A whole page of a long text does not fit in a line: its beginning does.
  if (shown.type === 'longText') return <span>{text.slice(0, 200)}</span>
  return chips
}
