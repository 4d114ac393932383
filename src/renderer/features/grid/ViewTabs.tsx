import { LockOutlined, MoreOutlined, PlusOutlined, ProjectOutlined, TableOutlined, UserOutlined } from '@ant-design/icons'
import { Dropdown, type MenuProps } from 'antd'
import type { View } from '#shared/model/view.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { useShell } from '#renderer/shell/state.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { NameField } from '#renderer/ui/NameField.tsx'
import { classes } from '#renderer/ui/classes.ts'
import { DescribeView } from './DescribeView.tsx'
import { beforeViewId } from './viewOrder.ts'
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
    const strip = list.current
    if (strip === null) return undefined
    // The page of a row, opened beside, makes the strip narrower.
    const observer = new ResizeObserver(() => strip.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    observer.observe(strip)
    return () => observer.disconnect()
  }, [current.id, current.name, renamed])

  const [described, setDescribed] = useState<View | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const isMember = base.description.actorId !== null
  const shared = views.filter(({ ownerId }) => ownerId === null).length

  const menuOf = (view: View): NonNullable<MenuProps['items']> => [
    { key: 'rename', label: t('shell.renameView'), disabled: view.locked, onClick: () => setRenamed(view.id) },
    { key: 'describe', label: t('views.describeView'), disabled: view.locked, onClick: () => setDescribed(view) },
    { key: 'copy', label: t('shell.duplicateView'), onClick: () => void deeds.duplicate(view, false) },
    view.settings.layout.kind === 'kanban'
      ? { key: 'copyAs', label: t('views.copyAsGrid'), onClick: () => void deeds.duplicateAs(view, 'grid') }
      : { key: 'copyAs', label: t('views.copyAsKanban'), onClick: () => void deeds.duplicateAs(view, 'kanban') },
    { key: 'copyPersonal', label: t('views.personalCopy'), disabled: !isMember, onClick: () => void deeds.duplicate(view, true) },
    { key: 'lock', label: t(view.locked ? 'views.unlock' : 'views.lock'), onClick: () => void deeds.setLocked(view, !view.locked) },
    {
      key: 'delete',
      label: t('shell.deleteView'),
      danger: true,
      disabled: view.locked || (view.ownerId === null && shared === 1),
      onClick: () => void deeds.remove(view),
    },
  ]
  const newItems: NonNullable<MenuProps['items']> = [
    { key: 'grid', icon: <TableOutlined aria-hidden="true" />, label: t('views.newShared'), onClick: () => void deeds.create('grid', false) },
    { key: 'kanban', icon: <ProjectOutlined aria-hidden="true" />, label: t('views.newKanban'), onClick: () => void deeds.create('kanban', false) },
    ...(isMember
      ? [
          { type: 'divider' as const },
          {
            key: 'personal',
            icon: <TableOutlined aria-hidden="true" />,
            label: t('views.newPersonal'),
            onClick: () => void deeds.create('grid', true),
          },
          {
            key: 'personalKanban',
            icon: <ProjectOutlined aria-hidden="true" />,
            label: t('views.newPersonalKanban'),
            onClick: () => void deeds.create('kanban', true),
          },
        ]
      : []),
  ]
  const drop = (on: number, event: DragEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const ids = views.map(({ id }) => id)
    const before = dragged === null ? undefined : beforeViewId(ids, dragged, on, event.clientX > box.left + box.width / 2)
    if (dragged !== null && before !== undefined) void deeds.move(dragged, before)
    setDragged(null)
  }

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
            // Disabled, it would disable the tab as well, and no other view of a base that is only read could be opened.
            <Dropdown key={view.id} menu={{ items: menuOf(view) }} trigger={base.readOnly ? [] : ['contextMenu']}>
              <button
                type="button"
                role="tab"
                aria-selected={view.id === current.id}
                className={classes('view-tabs__tab', view.id === current.id && 'view-tabs__tab--current')}
                title={titleOf(view, t)}
                draggable={!base.readOnly}
                onDragStart={() => setDragged(view.id)}
                onDragEnd={() => setDragged(null)}
                onDragOver={(event) => dragged !== null && event.preventDefault()}
                onDrop={(event) => drop(view.id, event)}
                onClick={() => openView(tableId, view.id)}
                onDoubleClick={() => !base.readOnly && !view.locked && setRenamed(view.id)}
              >
                {view.settings.layout.kind === 'kanban' ? <ProjectOutlined className="view-tabs__sign" aria-hidden="true" /> : null}
                {view.ownerId === null ? null : <UserOutlined className="view-tabs__sign" aria-label={t('views.personal')} />}
                <span className="view-tabs__name">{view.name}</span>
                {view.locked ? <LockOutlined className="view-tabs__sign" aria-label={t('views.locked')} /> : null}
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
          <Dropdown menu={{ items: newItems }} trigger={['click']}>
            <span>
              <IconButton label={t('shell.newView')} icon={<PlusOutlined />} />
            </span>
          </Dropdown>
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
      {described === null ? null : <DescribeView key={described.id} view={described} onClose={() => setDescribed(null)} />}
    </div>
  )
}

/** The whole name of a view, what it is for, and what kind of view it is. */
function titleOf(view: View, t: Translate): string {
  const kind = [...(view.settings.layout.kind === 'kanban' ? [t('kanban.kanban')] : []), ...(view.ownerId === null ? [] : [t('views.personal')])]
  return [view.name, view.description, ...kind, ...(view.locked ? [t('views.locked')] : [])].filter((part) => part !== '').join('\n')
}
