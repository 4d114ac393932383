import { Button } from 'antd'
import { useState } from 'react'
import type { Translate } from '#shared/i18n/translate.ts'
import type { PastColumn, RowHistoryItem } from '#shared/contract/history.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { isEditable } from '../cells/cellEdit.ts'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { useBase } from '../client/useBase.ts'
import { useFormat } from '../client/useFormat.ts'
import { useOperation } from '../client/useOperation.ts'
import { operationText } from '../commands/operationText.ts'
import { notifyError, useNotices, type Said } from '../shell/notices.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { useT } from '../ui/lang.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { localTime } from '../words/localTime.ts'
import { columnThen, historyEntries, isNamed, isSeen, linksText, namesText, type HistoryEntry } from './historyText.ts'
import './rowHistory.css'

type Of = {
  tableId: number
  rowId: number
  /** One cell of the row alone. */ columnId?: number
  /** How many changes are shown before more are asked for. */ first: number
}

/** Who changed what in a row or a cell, and when, the latest first; any value of then can be put back. */
export function RowHistory(of: Of) {
  return <HistoryPage of={of} beforeId={null} limit={of.first} />
}

const nextPage = 50

function HistoryPage({ of, beforeId, limit }: { of: Of; beforeId: number | null; limit: number }) {
  const t = useT()
  const [more, setMore] = useState(false)
  const { tableId, rowId, columnId = null } = of
  const { data, error } = useOperation('history.row', { tableId, rowId, columnId, beforeId, limit }, { keepPrevious: true })
  const sayAt = useSayAt()
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={3} />
  const entries = historyEntries(data.items.filter((item) => isSeen(item, sayAt(item.entryId, data.columns))))
  if (entries.length === 0 && beforeId === null && data.beforeId === null) return <p className="row-history__none">{t('rowHistory.none')}</p>
  return (
    <>
      <ol className="row-history">
        {entries.map((entry) => (
          <EntryLines key={entry.entryId} entry={entry} past={data.columns} of={of} />
        ))}
      </ol>
      {data.beforeId === null ? null : more ? (
        <HistoryPage of={of} beforeId={data.beforeId} limit={nextPage} />
      ) : (
        <button type="button" className="row-history__more" onClick={() => setMore(true)}>
          {t('rowHistory.more')}
        </button>
      )}
    </>
  )
}

function EntryLines({ entry, past, of }: { entry: HistoryEntry; past: readonly PastColumn[]; of: Of }) {
  const t = useT()
  const base = useBase()
  const isBack = entry.kind === 'undo' || entry.operation === 'trash.restore'
  return (
    <li>
      <p className="row-history__head">
        <time dateTime={entry.at}>{localTime(entry.at)}</time>
        <span>{base.member(entry.actorId ?? -1)?.name ?? t(entry.source === 'window' ? 'rowHistory.nobody' : 'rowHistory.system')}</span>
        {isNamed(entry) ? <span>{entryText(entry, t)}</span> : null}
      </p>
      {entry.items.map((item, index) => (
        <ItemLine key={index} item={item} isBack={isBack} past={past} of={of} />
      ))}
    </li>
  )
}

function entryText(entry: HistoryEntry, t: ReturnType<typeof useT>): string {
  const what = operationText(entry.operation, t, entry.label)
  if (entry.kind === 'undo') return t('rowHistory.undone', { what })
  return entry.kind === 'redo' ? t('rowHistory.redone', { what }) : what
}

/** A value as it was read when an entry was written. */
function useSayAt() {
  const t = useT()
  const base = useBase()
  const format = useFormat()
  return (entryId: number, past: readonly PastColumn[]) => (columnId: number, value: CellValue) => {
    const then = columnThen(columnId, entryId, past, base.column(columnId))
    return value === null || then === undefined ? t('common.empty') : format(then, value)
  }
}

type ItemLineProps = { item: RowHistoryItem; /** A row that appears was there before. */ isBack: boolean; past: readonly PastColumn[]; of: Of }

/** One change: the column, what it held, what it held afterwards; both as they were read then. */
function ItemLine({ item, isBack, past, of }: ItemLineProps) {
  const t = useT()
  const base = useBase()
  const sayAt = useSayAt()
  const { change } = item
  if (typeof change === 'string') {
    return <p className="row-history__line">{t(`rowHistory.${isBack && change === 'created' ? 'back' : change}`)}</p>
  }
  if ('links' in change) return <LinkLine item={item} change={change} past={past} of={of} />
  const now = base.column(change.columnId)
  const then = columnThen(change.columnId, item.entryId, past, now)
  const say = (value: typeof change.from) => sayAt(item.entryId, past)(change.columnId, value)
  const canRestore = now !== undefined && isEditable(now, base)
  return (
    <p className="row-history__line selectable">
      {of.columnId === undefined ? <b>{t('rowHistory.column', { column: then?.name ?? '' })}</b> : null}
      <span className="row-history__from">{say(change.from)}</span>
      <span aria-label={t('rowHistory.became')}>→</span>
      <span>{say(change.to)}</span>
      {canRestore ? <RestoreValueButton item={item} columnId={change.columnId} text={say(change.from)} of={of} /> : null}
    </p>
  )
}

type LinkItem = Extract<RowHistoryItem['change'], { links: unknown }>

/** One change of links: which rows came and went, and whether others were put in order. */
function LinkLine({ item, change, past, of }: { item: RowHistoryItem; change: LinkItem; past: readonly PastColumn[]; of: Of }) {
  const t = useT()
  const base = useBase()
  const now = base.column(change.columnId)
  const then = columnThen(change.columnId, item.entryId, past, now)
  return (
    <p className="row-history__line selectable">
      {of.columnId === undefined ? <b>{t('rowHistory.column', { column: then?.name ?? '' })}</b> : null}
      <span>{linksText(change.links, t)}</span>
      {now !== undefined && isEditable(now, base) ? <RestoreLinksButton item={item} columnId={change.columnId} of={of} /> : null}
    </p>
  )
}

/** Gives the row the links it had before this change. */
function RestoreLinksButton({ item, columnId, of }: { item: RowHistoryItem; columnId: number; of: Of }) {
  const t = useT()
  const { tableId, rowId } = of
  return (
    <RestoreButton
      label={t('rowHistory.restoreLinks')}
      restore={async () => {
        const { changed, gone } = await call('history.restoreLinks', { entryId: item.entryId, tableId, rowId, columnId, side: 'from' })
        const leftIn = (t: Translate) =>
          gone.length === 0
            ? ''
            : t('rowHistory.linksGone', { count: gone.length, names: namesText({ count: gone.length, titles: gone.slice(0, 5) }, t) })
        return { text: (t) => t(changed ? 'rowHistory.linksRestored' : 'rowHistory.linksAreThere', { left: leftIn(t) }), isDone: changed }
      }}
    />
  )
}

/** Puts the value from before this change back into the cell. */
function RestoreValueButton({ item, columnId, text, of }: { item: RowHistoryItem; columnId: number; text: string; of: Of }) {
  const t = useT()
  const { tableId, rowId } = of
  return (
    <RestoreButton
      label={t('rowHistory.restoreValue', { value: text })}
      restore={async () => {
        const { updated } = await call('history.restoreCell', { entryId: item.entryId, tableId, rowId, columnId, side: 'from' })
        return { text: (t) => t(updated === 0 ? 'rowHistory.isThere' : 'rowHistory.restored', { value: text }), isDone: updated > 0 }
      }}
    />
  )
}

/** Restores what was before a change, says how that went, and offers to take it back. */
function RestoreButton({ label, restore }: { label: string; restore: () => Promise<{ text: Said; isDone: boolean }> }) {
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const [pending, setPending] = useState(false)
  const start = async () => {
    setPending(true)
    try {
      const { text, isDone } = await restore()
      notify({ tone: 'done', text, ...(isDone ? { canUndo: true } : {}) })
    } catch (thrown) {
      notifyError(errorOf(thrown))
    } finally {
      setPending(false)
    }
  }
  return (
    <Button className="row-history__restore" size="small" type="text" loading={pending} title={label} aria-label={label} onClick={() => void start()}>
      {t('rowHistory.restore')}
    </Button>
  )
}
