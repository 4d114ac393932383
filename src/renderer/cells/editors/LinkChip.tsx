import { CloseOutlined } from '@ant-design/icons'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import './linkChip.css'

type LinkChipProps = { title: string; active: boolean; onOpen: () => void; onRemove: () => void }

/** A linked row: its name opens its page, the cross unlinks it. The focus stays in the field beside it. */
export function LinkChip({ title, active, onOpen, onRemove }: LinkChipProps) {
  const t = useT()
  const name = title === '' ? t('rowPage.untitled') : title
  return (
    <span className={classes('link-chip', active && 'link-chip--active')}>
      <button
        type="button"
        tabIndex={-1}
        className="link-chip__open"
        title={t('links.open', { name })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onOpen}
      >
        {name}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="link-chip__remove"
        aria-label={t('links.remove', { name })}
        title={t('links.remove', { name })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onRemove}
      >
        <CloseOutlined />
      </button>
    </span>
  )
}
