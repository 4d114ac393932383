import { ProfileOutlined, ProjectOutlined } from '@ant-design/icons'
import type { KanbanToolsProps } from '#renderer/shell/slots.ts'
import { useT } from '#renderer/ui/lang.ts'
import { ToolButton } from '#renderer/ui/ToolButton.tsx'
import { CardPanel } from './CardPanel.tsx'
import { LanePanel } from './LanePanel.tsx'
import './kanbanTools.css'
import { useLayoutColumns } from './useLayoutColumns.ts'

/** What a kanban is set by, in the toolbar: the column of its lanes, and what a card shows. */
export function KanbanTools({ view, layout, onChange }: KanbanToolsProps) {
  const t = useT()
  const { lanes, title, card } = useLayoutColumns(view, layout)
  const change = (made: Partial<typeof layout>) => onChange({ layout: { ...layout, ...made } })
  return (
    <>
      <ToolButton
        icon={<ProjectOutlined />}
        label={t('kanban.lanes')}
        {...(lanes === undefined ? {} : { note: { text: lanes.name, short: null } })}
        panel={<LanePanel tableId={view.tableId} layout={layout} onChange={change} />}
      />
      <ToolButton
        icon={<ProfileOutlined />}
        label={t('kanban.card')}
        panel={
          <CardPanel
            tableId={view.tableId}
            title={title}
            card={card}
            isOwn={layout.cardColumnIds !== null}
            onChange={(ids) => change({ cardColumnIds: ids })}
          />
        }
      />
    </>
  )
}
