import { CloseOutlined, DownOutlined, RightOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { FoundCell, Pattern } from '#shared/contract/replace.ts'
import type { Column } from '#shared/model/column.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ChosenCells } from '#renderer/grid/gridReader.ts'
import { classes } from '#renderer/ui/classes.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import '#renderer/ui/searchField.css'
import './findBar.css'
import { ReplacePreview } from './ReplacePreview.tsx'
import { scopeOf, useFind } from './useFind.ts'
import { useReplaceOne } from './useReplaceOne.ts'

/** How the bar was opened: with the replacement unfolded, and over which chosen cells. */
export type FindRequest = { tableId: number; replace: boolean; chosen: ChosenCells | null }

type FindBarProps = {
  tableId: number
  query: RowQuery
  /** Of the view, as they stand. */
  columns: readonly Column[]
  request: FindRequest
  readOnly: boolean
  /** Brings a found cell into sight. */
  onShow: (found: FoundCell) => void
  onClose: () => void
}

/** A line above the grid that finds in its cells, and replaces what it found. */
export function FindBar({ tableId, query, columns, request, readOnly, onShow, onClose }: FindBarProps) {
  const t = useT()
  const [pattern, setPattern] = useState<Pattern>({ text: '', matchCase: false, wholeCell: false, regex: false })
  const [where, setWhere] = useState<number | 'all' | 'chosen'>(request.chosen === null ? 'all' : 'chosen')
  const [replacing, setReplacing] = useState(request.replace)
  const [replacement, setReplacement] = useState('')
  const [previewing, setPreviewing] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  // Asked for again while it is open, the bar takes the new cells and the keys.
  const [answered, setAnswered] = useState(request)
  if (answered !== request) {
    setAnswered(request)
    setWhere(request.chosen === null ? 'all' : 'chosen')
    if (request.replace) setReplacing(true)
  }
  useEffect(() => field.current?.select(), [request])

  const scope = useMemo(() => {
    const columnIds = typeof where === 'number' ? [where] : columns.map(({ id }) => id)
    return scopeOf(tableId, query, columnIds, where === 'chosen' ? request.chosen : null)
  }, [tableId, query, columns, where, request.chosen])
  const finding = useFind(scope, pattern, onShow)
  const replaceOne = useReplaceOne(scope, pattern, replacement, finding)

  const change = (changed: Partial<Pattern>) => {
    setPattern((was) => ({ ...was, ...changed }))
    setPreviewing(false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return
    event.stopPropagation()
    if (previewing) setPreviewing(false)
    else onClose()
  }
  const onFindKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return
    event.preventDefault()
    finding.step(event.shiftKey ? -1 : 1)
  }

  return (
    <div className="find-bar" role="search" aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <div className="find-bar__line">
        {readOnly ? null : (
          <IconButton
            label={t('find.showReplace')}
            icon={replacing ? <DownOutlined /> : <RightOutlined />}
            onClick={() => {
              setReplacing(!replacing)
              setPreviewing(false)
            }}
          />
        )}
        <div className={classes('search-field find-bar__field', finding.error !== null && 'search-field--wrong')}>
          <input
            ref={field}
            autoFocus
            aria-label={t('find.find')}
            placeholder={t('find.find')}
            value={pattern.text}
            maxLength={1000}
            spellCheck={false}
            onChange={(event) => change({ text: event.target.value })}
            onKeyDown={onFindKey}
          />
          <span className="find-bar__count" aria-live="polite">
            {pattern.text === '' || finding.error !== null ? '' : countText(t, finding)}
          </span>
        </div>
        <IconButton
          label={t('find.previous')}
          shortcut="Shift Enter"
          icon={<UpOutlined />}
          disabled={!finding.count}
          onClick={() => finding.step(-1)}
        />
        <IconButton label={t('find.next')} shortcut="Enter" icon={<DownOutlined />} disabled={!finding.count} onClick={() => finding.step(1)} />
        <span className="find-bar__part" />
        <IconButton label={t('find.matchCase')} icon="Aa" active={pattern.matchCase} onClick={() => change({ matchCase: !pattern.matchCase })} />
        <IconButton label={t('find.wholeCell')} icon="[ ]" active={pattern.wholeCell} onClick={() => change({ wholeCell: !pattern.wholeCell })} />
        <IconButton label={t('find.regex')} icon=".*" active={pattern.regex} onClick={() => change({ regex: !pattern.regex })} />
        <span className="find-bar__part" />
        <Select<number | 'all' | 'chosen'>
          size="small"
          className="find-bar__where"
          aria-label={t('find.where')}
          value={where}
          popupMatchSelectWidth={false}
          onChange={(chosen) => {
            setWhere(chosen)
            setPreviewing(false)
          }}
          options={[
            { value: 'all', label: t('find.allColumns') },
            ...(request.chosen === null ? [] : [{ value: 'chosen' as const, label: t('find.chosenCells') }]),
            ...columns.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <span className="find-bar__gap" />
        <IconButton label={t('common.close')} shortcut="Esc" icon={<CloseOutlined />} onClick={onClose} />
      </div>
      {replacing && !readOnly ? (
        <div className="find-bar__line find-bar__line--replace">
          <div className="search-field find-bar__field">
            <input
              aria-label={t('find.replaceWith')}
              placeholder={t('find.replaceWith')}
              value={replacement}
              maxLength={10_000}
              spellCheck={false}
              onChange={(event) => {
                setReplacement(event.target.value)
                setPreviewing(false)
              }}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.key !== 'Enter') return
                event.preventDefault()
                replaceOne.run()
              }}
            />
          </div>
          <Button size="small" disabled={finding.found === null || replaceOne.pending} onClick={replaceOne.run}>
            {t('find.replaceOne')}
          </Button>
          <Button size="small" disabled={!finding.count} onClick={() => setPreviewing(true)}>
            {t('find.replaceAll')}…
          </Button>
          {replaceOne.note === null ? null : <span className="find-bar__note">{replaceOne.note}</span>}
        </div>
      ) : null}
      {finding.error === null ? null : <ErrorNote error={finding.error} />}
      {previewing ? (
        <ReplacePreview
          input={{ ...scope, pattern, replacement, only: null }}
          onDone={() => {
            setPreviewing(false)
            field.current?.focus()
          }}
        />
      ) : null}
    </div>
  )
}

function countText(t: ReturnType<typeof useT>, { count, found, busy }: { count: number | null; found: FoundCell | null; busy: boolean }): string {
  if (count === null) return busy ? '…' : ''
  return count === 0 || found === null ? t('find.none') : t('find.position', { at: found.at + 1, count })
}
