import { LinkOutlined, OrderedListOutlined, PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { RowDetail } from '#shared/contract/records.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { CellEdit } from '../../cells/cellEdit.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useShell } from '../../shell/state.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { moved } from '../../ui/moved.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useDragOrder } from '../../ui/useDragOrder.ts'
import { briefColumns } from './fieldGroups.ts'
import { LinkedRow } from './LinkedRow.tsx'
import { LinkPickerLayer } from './LinkPickerLayer.tsx'
import './linkedRows.css'
import { MoreButton } from './MoreButton.tsx'
import { Section } from './Section.tsx'
import { useOpenLinked } from './useOpenLinked.ts'

type LinkedRowsProps = { id: string; column: ColumnOf<'link'>; row: RowDetail }

/** The rows a link column points to, each in a line: the newest first where they have a date, or in their own order, which is made here too. */
export function LinkedRows({ id, column, row: { id: rowId, title } }: LinkedRowsProps) {
  const t = useT()
  const base = useBase()
  const followRow = useShell((state) => state.followRow)
  const [limit, setLimit] = useState(step)
  const [picking, setPicking] = useState(false)
  const isOwnOrder = useShell((state) => state.ownOrders[column.id] === true)
  const setOwnOrder = useShell((state) => state.setOwnOrder)
  const { otherTableId, otherColumnId, multiple } = column.settings
  const primary = base.primaryColumn(otherTableId)
  const brief = briefColumns(base.columnsOf(otherTableId), primary?.id ?? null, otherColumnId)
  const shown = primary === undefined ? brief : [primary, ...brief]
  const newest = brief.find(({ type }) => type === 'date' || type === 'dateTime')
  const { data, error } = useOperation(
    'rows.linked',
    {
      linkColumnId: column.id,
      rowId,
      columnIds: shown.map((one) => one.id),
      limit,
      sort: newest === undefined || isOwnOrder ? null : { columnId: newest.id, direction: 'descending' },
    },
    { keepPrevious: true },
  )
  const insert = useWrite('rows.insert')
  const setLinks = useWrite('rows.setLinks')
  const openAll = useOpenLinked(column, { id: rowId, title })
  const add = async () => {
    const made = await insert.run({
      tableId: otherTableId,
      rows: [{ cells: [], links: [{ columnId: otherColumnId, rowIds: [rowId] }] }],
      begun: true,
    })
    const newId = made?.ids[0]
    if (newId !== undefined) followRow({ tableId: otherTableId, rowId: newId })
  }
  const pick = (edit: CellEdit) => {
    if (edit.kind === 'links') void setLinks.run({ linkColumnId: column.id, rowId, rowIds: edit.rowIds, seen: edit.seen })
  }
  // Where they were let go, until the answer says so.
  const [dropped, setDropped] = useState<{ data: unknown; ids: readonly number[] } | null>(null)
  const shownRows = dropped?.data === data ? inOrder(data?.rows ?? [], dropped?.ids ?? []) : data?.rows
  const canOrder = multiple && !base.readOnly && (newest === undefined || isOwnOrder) && (data?.total ?? 0) > 1
  const move = (from: number, to: number) => {
    const seen = (shownRows ?? []).map((one) => one.id)
    const rowIds = moved(seen, from, to)
    setDropped({ data, ids: rowIds })
    void setLinks.run({ linkColumnId: column.id, rowId, rowIds, seen }).then((written) => (written === null ? setDropped(null) : null))
  }
  const order = useDragOrder('y', move)
  const failure = error?.error ?? insert.error ?? setLinks.error

  const actions = base.readOnly ? null : (
    <span className="linked__actions">
      {newest === undefined || !multiple || (data?.total ?? 0) < 2 ? null : (
        <IconButton
          label={t(isOwnOrder ? 'rowPage.links.newest' : 'rowPage.links.ownOrder', { column: newest.name })}
          icon={<OrderedListOutlined />}
          active={isOwnOrder}
          onClick={() => setOwnOrder(column.id, !isOwnOrder)}
        />
      )}
      <IconButton label={t('rowPage.links.pick', { name: column.name })} icon={<LinkOutlined />} onClick={() => setPicking(true)} />
      <IconButton label={t('rowPage.links.add', { name: column.name })} icon={<PlusOutlined />} onClick={() => void add()} />
    </span>
  )
  return (
    <Section id={id} title={column.name} action={actions} onCount={openAll} {...(data === undefined ? {} : { count: data.total })}>
      {picking ? <LinkPickerLayer column={column} rowId={rowId} onTake={pick} onClose={() => setPicking(false)} /> : null}
      {failure === null ? null : <ErrorNote error={failure} />}
      {data === undefined ? <Skeleton lines={2} /> : null}
      {data?.total === 0 ? <p className="linked__none">{t('rowPage.links.none', { name: column.name })}</p> : null}
      <ul className="linked" data-order>
        {shownRows?.map((row, place) => (
          <LinkedRow
            key={row.id}
            columns={shown}
            hasTitle={primary !== undefined}
            cells={row.cells}
            place={place}
            count={shownRows.length}
            order={canOrder ? { ...order, move } : undefined}
            onOpen={() => followRow({ tableId: otherTableId, rowId: row.id })}
          />
        ))}
      </ul>
      <MoreButton
        hidden={(data?.total ?? 0) - (data?.rows.length ?? 0)}
        onClick={() => (limit < mostShown ? setLimit(mostShown) : openAll())}
        text={(count) => t('rowPage.links.more', { count })}
      />
    </Section>
  )
}

const step = 5
/** More than these are read in the grid. */
const mostShown = 500

function inOrder<Row extends { id: number }>(rows: readonly Row[], ids: readonly number[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
