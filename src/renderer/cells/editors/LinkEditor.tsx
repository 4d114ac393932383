import { PlusOutlined } from '@ant-design/icons'
import type { Candidate } from '#shared/contract/links.ts'
import type { RowRef } from '#shared/contract/records.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import { useEffect, useState, type ReactNode } from 'react'
import { call } from '../../client/call.ts'
import { errorOf, isCancelled } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useShell } from '../../shell/state.ts'
import { useLang, useT } from '../../ui/lang.ts'
import { moved } from '../../ui/moved.ts'
import { useDragOrder } from '../../ui/useDragOrder.ts'
import { offerText } from '../../words/offerText.ts'
import { useWords } from '../../words/useWords.ts'
import type { Draft, EditorProps } from '../cellEdit.ts'
import { LinkChip } from './LinkChip.tsx'
import { type Choice, OptionList } from './OptionList.tsx'
import { useChosenChip } from './useChosenChip.ts'

/** Rows of the other table that the link offers, found by typing; a row that is not there yet can be made on the spot. */
export function LinkEditor(props: EditorProps) {
  const { column, rowId } = props
  const linked = useOperation('rows.get', { tableId: column.tableId, rowId: rowId ?? 1 }, { enabled: rowId !== null })
  const [isRead, setRead] = useState(rowId === null)
  // What an earlier look has left is read anew first: from then on the choice is the person's.
  if (!isRead && linked.data !== undefined && !linked.isFetching) setRead(true)
  if (column.type !== 'link' || !isRead) return null
  return <LinkPicker {...props} column={column} linked={rowId === null ? [] : (linked.data?.links[column.id] ?? [])} />
}

type LinkPickerProps = EditorProps & { column: ColumnOf<'link'>; linked: readonly RowRef[] }

function LinkPicker({ column, rowId, linked, typed, label, onDraft, onDone }: LinkPickerProps) {
  const t = useT()
  const lang = useLang()
  const base = useBase()
  const words = useWords()
  const followRow = useShell((state) => state.followRow)
  const [seen] = useState(() => linked.map((row) => row.id))
  const [rows, setRows] = useState<readonly RowRef[]>(linked)
  const [text, setText] = useState(typed ?? '')
  const { otherTableId, multiple, pick = null, createInPicker = true } = column.settings
  const found = useOperation('rows.candidates', { linkColumnId: column.id, rowId, text, limit: 30 }, { keepPrevious: true })
  const table = base.table(otherTableId)?.name ?? ''
  const primary = base.primaryColumn(otherTableId)
  const name = text.trim()
  const canCreate = createInPicker && name !== '' && primary !== undefined && creatable.has(primary.type) && isNew(name, found)

  // `typed` already looks for something: say so before the first key.
  useEffect(() => onDraft({ edit: null, problem: null }), [onDraft])

  const draftOf = (next: readonly RowRef[]): Draft => ({ edit: { kind: 'links', rowIds: next.map((row) => row.id), seen }, problem: null })
  const change = (next: readonly RowRef[]) => {
    setRows(next)
    if (multiple) onDraft(draftOf(next))
    else onDone(draftOf(next))
  }
  const remove = (row: RowRef) => change(rows.filter((one) => one.id !== row.id))
  const toggle = (row: RowRef) => {
    if (rows.some((one) => one.id === row.id)) return remove(row)
    change(multiple ? [...rows, row] : [row])
  }
  const open = (row: RowRef) => {
    onDone(draftOf(rows))
    followRow({ tableId: row.tableId, rowId: row.id })
  }
  const create = async () => {
    try {
      toggle(await call('rows.createLinked', { linkColumnId: column.id, rowId, title: name }))
    } catch (thrown) {
      if (!isCancelled(thrown)) onDraft({ edit: null, problem: errorOf(thrown).message[lang] })
    }
  }
  const move = (from: number, to: number) => change(moved(rows, from, to))
  const order = useDragOrder('x', move)
  const chips = useChosenChip(rows, { open, remove, move: multiple ? move : undefined })
  const offered = withChosenFirst(rows, found.data ?? [], name === '')
  const choices: Choice[] = offered.map((row) => ({
    id: row.id,
    text: row.title,
    view: choiceView(row.title || t('rowPage.untitled'), holderNote(row)),
  }))
  if (canCreate) {
    const said = t('links.create', { name })
    choices.push({ id: createId, text: said, view: choiceView(said, t('links.createIn', { table }), true) })
  }

  function holderNote(row: RowRef | Candidate): string | null {
    const holder = 'takenFrom' in row ? row.takenFrom : null
    return holder === null || rows.some((one) => one.id === row.id) ? null : t('links.takenFrom', { name: holder })
  }

  return (
    <OptionList
      choices={choices}
      chosen={new Set(rows.map((row) => row.id))}
      typed={typed}
      label={label}
      placeholder={t('grid.findRow', { table })}
      emptyText={found.isPending ? t('common.loading') : t('grid.noRow')}
      note={offerText(pick, base.view(pick?.viewId ?? 0), words, t)}
      onSearch={setText}
      onChoose={(id) => {
        if (id === createId) return void create()
        const row = offered.find((one) => one.id === id)
        if (row !== undefined) toggle(row)
      }}
      onEmptyKey={chips.onKey}
      before={rows.map((row, place) => (
        <LinkChip
          key={row.id}
          title={row.title}
          active={place === chips.active}
          place={place}
          count={rows.length}
          order={multiple ? order : undefined}
          onOpen={() => open(row)}
          onRemove={() => remove(row)}
        />
      ))}
      after={
        rows.length === 0 ? null : (
          <p className="option-list__note option-list__note--foot">{t(rows.length > 1 ? 'links.chosen.order' : 'links.chosen.hint')}</p>
        )
      }
    />
  )
}

/** Stands for the line that makes a row; no row has it. */
const createId = 0

/** Types of a naming column that a new row can be made from by its name alone. */
const creatable: ReadonlySet<string> = new Set(['text', 'longText', 'phone', 'email'])

/** Whether no row has the name, as far as the answer belongs to what is typed. */
function isNew(name: string, found: { data: readonly RowRef[] | undefined; isPlaceholderData: boolean }): boolean {
  return !found.isPlaceholderData && found.data?.every((row) => row.title !== name) === true
}

function choiceView(name: string, note: string | null, isCreate = false): ReactNode {
  return (
    <span className={isCreate ? 'link-choice link-choice--create' : 'link-choice'}>
      {isCreate ? <PlusOutlined /> : null}
      <span className="link-choice__name">{name}</span>
      {note === null ? null : <span className="link-choice__note">{note}</span>}
    </span>
  )
}

function withChosenFirst(chosen: readonly RowRef[], found: readonly Candidate[], all: boolean): (RowRef | Candidate)[] {
  if (!all) return [...found]
  return [...chosen, ...found.filter((row) => chosen.every((one) => one.id !== row.id))]
}
