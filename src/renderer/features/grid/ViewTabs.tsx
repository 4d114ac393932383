import { MoreOutlined, PlusOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { View } from '#shared/model/view.ts'
import { useEffect, useRef, useState } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { useShell } from '#renderer/shell/state.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { NameField } from '#renderer/ui/NameField.tsx'
import { classes } from '#renderer/ui/classes.ts'
import { useViewDeeds } from './useViewDeeds.ts'
import './viewTabs.css'

/** The views of a table, the current one first seen. */
export function ViewTabs({ tableId, current }: { tableId: number; current: View }) {
  const t = useT()
  const base = useBase()
  const openView = useShell((state) => state.openView)
  const [renamed, setRenamed] = useState<number | null>(null)
  const deeds = useViewDeeds(tableId, setRenamed)
  const list = useRef<HTMLDivElement>(null)
  const views = base.viewsOf(tableId)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current.id])

  const menuOf = (view: View) => [
    { key: 'rename', label: t('shell.renameView'), onClick: () => setRenamed(view.id) },
    { key: 'copy', label: t('shell.duplicateView'), onClick: () => void deeds.duplicate(view) },
    {
      key: 'delete',
      label: t('shell.deleteView'),
      danger: true,
      disabled: views.length === 1,
      onClick: () => void deeds.remove(view),
    },
  ]

  return (
    <div className="view-tabs">
      <h1 className="view-tabs__table">{base.table(tableId)?.name}</h1>
      <div className="view-tabs__list" role="tablist" aria-label={t('shell.views')} ref={list}>
        {views.map((view) =>
          renamed === view.id ? (
            <span key={view.id} className="view-tabs__rename">
              <NameField
                value={view.name}
                label={t('shell.name')}
                onCancel={() => setRenamed(null)}
                onSave={(name) => {
                  setRenamed(null)
                  void deeds.rename(view, name)
                }}
              />
            </span>
          ) : (
            <Dropdown key={view.id} menu={{ items: menuOf(view) }} trigger={['contextMenu']} disabled={base.readOnly}>
              <button
                type="button"
                role="tab"
                aria-selected={view.id === current.id}
                className={classes('view-tabs__tab', view.id === current.id && 'view-tabs__tab--current')}
                onClick={() => openView(tableId, view.id)}
                onDoubleClick={() => !base.readOnly && setRenamed(view.id)}
              >
                {view.name}
              </button>
            </Dropdown>
          ),
        )}
      </div>
      {base.readOnly ? null : (
        <>
          <Dropdown menu={{ items: menuOf(current) }} trigger={['click']}>
            <span>
              <IconButton label={t('shell.viewMenu', { name: current.name })} icon={<MoreOutlined />} />
            </span>
          </Dropdown>
          <IconButton label={t('shell.newView')} icon={<PlusOutlined />} onClick={() => void deeds.create()} />
        </>
      )}
      {views.length > 5 ? (
        <Dropdown
          menu={{
            items: views.map(({ id, name }) => ({ key: id, label: name, onClick: () => openView(tableId, id) })),
            selectedKeys: [String(current.id)],
          }}
          trigger={['click']}
        >
          <button type="button" className="view-tabs__more">
            {t('shell.moreViews')}
          </button>
        </Dropdown>
      ) : null}
    </div>
  )
}
