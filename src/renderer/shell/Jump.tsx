import { Modal } from 'antd'
import type { FoundRow } from '#shared/contract/search.ts'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useBase } from '../client/useBase.ts'
import { useOperation } from '../client/useOperation.ts'
import { useFocus } from '../cells/editors/useFocus.ts'
import { useT } from '../ui/lang.ts'
import './jump.css'
import { JumpGroup } from './JumpGroup.tsx'
import { SearchState } from './SearchState.tsx'
import { useShell } from './state.ts'

/** What the list holds under one heading; `more` leads to all that were found in the table. */
export type JumpRows = { heading: string; tableId: number | null; rows: readonly FoundRow[]; more: boolean }

/** Types a few letters and lands on any row of any table; before that, the rows opened last. */
export function Jump({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const groups = useGroups(text)
  const field = useFocus<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const openTable = useShell((state) => state.openTable)
  const openRow = useShell((state) => state.openRow)
  const search = useShell((state) => state.search)

  const entries = groups.data.flatMap((group) => [
    ...group.rows.map((row) => () => {
      openTable(row.tableId)
      openRow({ tableId: row.tableId, rowId: row.id })
    }),
    ...(group.more ? [() => group.tableId !== null && (openTable(group.tableId), search(group.tableId, text.trim()))] : []),
  ])
  const current = Math.min(active, entries.length - 1)
  const choose = (at: number) => {
    const entry = entries[at]
    if (entry === undefined) return
    onClose()
    entry()
  }

  useEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const last = entries.length - 1
      setActive(Math.abs(step) === 1 ? (current + step + entries.length) % Math.max(1, entries.length) : Math.max(0, Math.min(last, current + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(current)
    }
  }

  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={600} style={{ top: 96 }} title={null} className="jump">
      <input
        ref={field}
        className="jump__field"
        role="combobox"
        aria-label={t('shell.jumpTo')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${current}`}
        placeholder={t('find.everywhereHint')}
        value={text}
        maxLength={1000}
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <SearchState />
      <div className="jump__list" role="listbox" id={listId} aria-label={t('shell.jumpTo')} ref={list}>
        {groups.data.map((group, index) => (
          <JumpGroup
            key={group.tableId ?? 0}
            group={group}
            listId={listId}
            from={groups.data.slice(0, index).reduce((sum, one) => sum + one.rows.length + (one.more ? 1 : 0), 0)}
            active={current}
            onChoose={choose}
          />
        ))}
        {groups.data.length > 0 ? null : <p className="jump__empty">{groups.note}</p>}
      </div>
    </Modal>
  )
}

function useGroups(text: string): { data: readonly JumpRows[]; note: string } {
  const t = useT()
  const base = useBase()
  const isBlank = text.trim() === ''
  const recents = useShell((state) => state.recents)
  const rows = recents.map(({ tableId, rowId }) => ({ tableId, id: rowId }))
  const opened = useOperation('search.titles', { rows }, { enabled: isBlank && rows.length > 0 })
  const found = useOperation('search.everywhere', { text }, { enabled: !isBlank, keepPrevious: true })
  if (isBlank) {
    const known = (opened.data ?? []).map((row) => ({ ...row, marks: [], cell: null }))
    return {
      data: known.length === 0 ? [] : [{ heading: t('find.recent'), tableId: null, rows: known, more: false }],
      note: t('find.everywhereEmpty'),
    }
  }
  const data = (found.data ?? []).map((group) => ({ ...group, heading: base.table(group.tableId)?.name ?? '' }))
  return { data, note: found.isFetching ? t('common.loading') : t('shell.jumpNothing', { text: text.trim() }) }
}
