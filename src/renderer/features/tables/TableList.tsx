import { PlusOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { importFile } from '#renderer/commands/importFile.ts'
import { openModules } from '#renderer/commands/openModules.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import { notifyError } from '#renderer/shell/notices.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useT } from '#renderer/ui/lang.ts'
import { TableItem } from './TableItem.tsx'
import './tableList.css'
import { newTable } from './newTable.ts'

/** The tables of the base with how many rows each has. */
export function TableList({ folded }: { folded: boolean }) {
  const t = useT()
  const base = useBase()
  const openTable = useShell((state) => state.openTable)
  const run = useRunCommand()

  const add = async () => {
    try {
      openTable(await newTable(base, t))
    } catch (thrown) {
      notifyError(errorOf(thrown))
    }
  }
  const rename = (tableId: number, name: string) =>
    void call('tables.rename', { tableId, name }).catch((thrown: unknown) => notifyError(errorOf(thrown)))

  const items = [
    { key: 'module', label: t('shell.tableFromTemplate'), onClick: () => run(openModules) },
    { key: 'empty', label: t('shell.newTable'), onClick: () => void add() },
    { key: 'import', label: t('shell.import'), onClick: () => run(importFile) },
  ]

  return (
    <>
      {folded ? null : (
        <div className="table-list__head">
          <span>{t('shell.tables')}</span>
          {base.readOnly ? null : (
            <Dropdown menu={{ items }} trigger={['click']}>
              <button type="button" aria-label={t('shell.addTable')} title={t('shell.addTable')}>
                <PlusOutlined />
              </button>
            </Dropdown>
          )}
        </div>
      )}
      <ul className="table-list">
        {base.tables.map((table) => (
          <TableItem key={table.id} table={table} folded={folded} onRename={(name) => rename(table.id, name)} />
        ))}
      </ul>
    </>
  )
}
