import { PlusOutlined } from '@ant-design/icons'
import { useT } from '../ui/lang.ts'

/** The head behind the last column: adds one. */
export function AddColumnHeader({ onAdd }: { onAdd: () => void }) {
  const t = useT()
  return (
    <button type="button" className="add-column" tabIndex={-1} aria-label={t('grid.addColumn')} title={t('grid.addColumn')} onClick={onAdd}>
      <PlusOutlined />
    </button>
  )
}
