import { MoreOutlined } from '@ant-design/icons'
import { Dropdown, Tooltip } from 'antd'
import type { Table } from '#shared/model/table.ts'
import { useState } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { useShell } from '#renderer/shell/state.ts'
import { classes } from '#renderer/ui/classes.ts'
import { useLang, useT } from '#renderer/ui/lang.ts'
import { NameField } from '#renderer/ui/NameField.tsx'
import { useDeleteTable } from './useDeleteTable.ts'

type TableItemProps = { table: Table; folded: boolean; onRename: (name: string) => void }

/** One table of the list, with what can be done to it. */
export function TableItem({ table, folded, onRename }: TableItemProps) {
  const t = useT()
  const lang = useLang()
  const base = useBase()
  const current = useShell((state) => state.screen === 'table' && state.tableId === table.id)
  const openTable = useShell((state) => state.openTable)
  const [renaming, setRenaming] = useState(false)
  const deleteTable = useDeleteTable()

  const items = [
    { key: 'rename', label: t('shell.renameTable'), onClick: () => setRenaming(true) },
    { key: 'delete', label: t('shell.deleteTable'), danger: true, onClick: () => void deleteTable(table) },
  ]

  if (renaming && !folded)
    return (
      <li className="table-list__rename">
        <NameField
          value={table.name}
          label={t('shell.name')}
          onCancel={() => setRenaming(false)}
          onSave={(name) => {
            setRenaming(false)
            onRename(name)
          }}
        />
      </li>
    )

  const item = (
    <li className="table-list__item">
      <Tooltip title={folded ? table.name : null} placement="right">
        <button
          type="button"
          className={classes('side-bar__item', current && 'side-bar__item--current')}
          aria-current={current ? 'page' : undefined}
          aria-label={table.name}
          onClick={() => openTable(table.id)}
          onDoubleClick={() => !base.readOnly && setRenaming(true)}
        >
          <span className="table-list__sign" data-letter={[...table.name][0]} />
          {folded ? null : (
            <>
              <span className="side-bar__label">{table.name}</span>
              <span className="side-bar__count" data-count={base.rowCount(table.id).toLocaleString(lang)} />
            </>
          )}
        </button>
      </Tooltip>
      {folded || base.readOnly ? null : (
        <Dropdown menu={{ items }} trigger={['click']}>
          <button type="button" className="table-list__more" aria-label={t('shell.viewMenu', { name: table.name })}>
            <MoreOutlined />
          </button>
        </Dropdown>
      )}
    </li>
  )
  return base.readOnly ? (
    item
  ) : (
    <Dropdown menu={{ items }} trigger={['contextMenu']}>
      {item}
    </Dropdown>
  )
}
