import { CheckOutlined } from '@ant-design/icons'
import { errorReasonOf } from '#shared/formula/errorCode.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { readFiles } from '#shared/model/file.ts'
import { readIds } from '#shared/model/idList.ts'
import { useBase } from '../client/useBase.ts'
import { useFormat } from '../client/useFormat.ts'
import { FileList } from '../files/FileList.tsx'
import { LongText } from '../markdown/LongText.tsx'
import { Chip } from '../ui/Chip.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { useT } from '../ui/lang.ts'
import { Rating } from '../ui/Rating.tsx'
import './cellView.css'

/** A cell on a page: options and members as chips, e-mail and links as such, everything else as text; a formula that failed says why. */
export function CellView({ column, value }: { column: Column; value: CellValue }) {
  const t = useT()
  const base = useBase()
  const format = useFormat()
  const shown = base.shown(column)
  if (value === null) return null
  const reason = column.type === 'formula' ? errorReasonOf(value) : null
  if (reason !== null) {
    return (
      <span className="cell-view__text cell-view__text--error selectable">
        {value} <small>{t(`formulaEditor.error.${reason}`)}</small>
      </span>
    )
  }
  switch (shown.type) {
    case 'singleSelect':
    case 'multipleSelect':
      return (
        <span className="cell-view__chips">
          {readIds(value).map((id) => {
            const option = shown.settings.options.find((one) => one.id === id)
            return option === undefined ? null : (
              <Chip key={id} color={option.color} title={option.name}>
                {option.name}
              </Chip>
            )
          })}
        </span>
      )
    case 'members':
      return (
        <span className="cell-view__chips">
          {readIds(value).map((id) => {
            const member = base.member(id)
            return member === undefined ? null : (
              <Chip key={id} color={member.color} dot>
                {member.name}
              </Chip>
            )
          })}
        </span>
      )
    case 'member':
    case 'createdBy':
    case 'modifiedBy': {
      const member = base.member(Number(value))
      return member === undefined ? null : (
        <Chip color={member.color} dot>
          {member.name}
        </Chip>
      )
    }
    case 'checkbox':
      return value === 1 ? <CheckOutlined className="cell-view__check" aria-label={format(column, value)} /> : null
    case 'rating':
      return <Rating count={Number(value)} max={shown.settings.max} icon={shown.settings.icon} />
    case 'progress':
      return <ProgressBar fraction={Number(value)} text={format(column, value)} />
    case 'url':
      return <span className="cell-view__text cell-view__text--url selectable">{format(column, value)}</span>
    case 'file':
    case 'image':
    case 'signature':
      return (
        <FileList
          label={column.name}
          files={readFiles(value)}
          picturesOnly={shown.type !== 'file'}
          isWide={shown.type === 'signature'}
          onChange={null}
        />
      )
    case 'longText':
      return <LongText text={String(value)} />
    default:
      return <span className="cell-view__text selectable">{format(column, value)}</span>
  }
}
