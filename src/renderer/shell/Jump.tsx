import { Modal } from 'antd'
import { useState } from 'react'
import { OptionList } from '../cells/editors/OptionList.tsx'
import { useBase } from '../client/useBase.ts'
import { useOperation } from '../client/useOperation.ts'
import { useT } from '../ui/lang.ts'
import './jump.css'
import { useShell } from './state.ts'

/** Types a few letters and lands on any row of any table. */
export function Jump({ onClose }: { onClose: () => void }) {
  const t = useT()
  const base = useBase()
  const [text, setText] = useState('')
  const found = useOperation('rows.find', { tableIds: null, text, limit: 30 }, { enabled: text.trim() !== '', keepPrevious: true })
  const openTable = useShell((state) => state.openTable)
  const openRow = useShell((state) => state.openRow)
  const rows = text.trim() === '' ? [] : (found.data ?? [])

  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={560} style={{ top: 96 }} title={null} className="jump">
      <OptionList
        // Ids repeat from table to table; the place in the list does not.
        choices={rows.map((row, at) => ({
          id: at,
          text: row.title,
          view: (
            <>
              <span className="jump__title">{row.title}</span>
              <span className="jump__table">{base.table(row.tableId)?.name}</span>
            </>
          ),
        }))}
        chosen={new Set()}
        typed=""
        label={t('shell.jumpTo')}
        placeholder={t('shell.jumpHint')}
        emptyText={text.trim() === '' ? t('shell.jumpTo') : found.isFetching ? t('common.loading') : t('shell.jumpNothing', { text })}
        onSearch={setText}
        onChoose={(at) => {
          const row = rows[at]
          if (row === undefined) return
          openTable(row.tableId)
          openRow({ tableId: row.tableId, rowId: row.id })
          onClose()
        }}
      />
    </Modal>
  )
}
