import { PlusOutlined } from '@ant-design/icons'
import type { RowRef } from '#shared/contract/records.ts'
import { useEffect, useState } from 'react'
import { call } from '../../client/call.ts'
import { errorOf, isCancelled } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import type { EditorProps } from '../cellEdit.ts'
import { OptionList } from './OptionList.tsx'

/** Rows of the other table, found by typing; a row that is not there yet can be made on the spot. */
export function LinkEditor(props: EditorProps) {
  const { column, rowId } = props
  const linked = useOperation('rows.get', { tableId: column.tableId, rowId: rowId ?? 1 }, { enabled: rowId !== null })
  if (column.type !== 'link' || (rowId !== null && linked.data === undefined)) return null
  return <LinkPicker {...props} settings={column.settings} linked={linked.data?.links[column.id] ?? []} />
}

type LinkPickerProps = EditorProps & {
  settings: { otherTableId: number; multiple: boolean }
  linked: readonly RowRef[]
}

function LinkPicker({ settings, linked, typed, label, onDraft, onDone }: LinkPickerProps) {
  const t = useT()
  const lang = useLang()
  const base = useBase()
  const [rows, setRows] = useState<readonly RowRef[]>(linked)
  const [text, setText] = useState(typed ?? '')
  const { otherTableId, multiple } = settings
  const found = useOperation('rows.find', { tableIds: [otherTableId], text, limit: 30 }, { keepPrevious: true })
  const other = base.table(otherTableId)
  const primary = base.primaryColumn(otherTableId)
  const name = text.trim()
  const canCreate = name !== '' && primary !== undefined && creatable.has(primary.type) && found.data?.every((row) => row.title !== name) === true

  // `typed` already looks for something: say so before the first key.
  useEffect(() => onDraft({ edit: null, problem: null }), [onDraft])

  const change = (next: readonly RowRef[]) => {
    setRows(next)
    const draft = { edit: { kind: 'links' as const, rowIds: next.map((row) => row.id) }, problem: null }
    if (multiple) onDraft(draft)
    else onDone(draft)
  }
  const toggle = (row: RowRef) => {
    const without = rows.filter((one) => one.id !== row.id)
    if (without.length < rows.length) return change(without)
    change(multiple ? [...rows, row] : [row])
  }
  const create = async () => {
    if (primary === undefined) return
    try {
      const { ids } = await call('rows.insert', {
        tableId: otherTableId,
        rows: [{ cells: [{ columnId: primary.id, value: name }] }],
      })
      const [id] = ids
      if (id !== undefined) toggle({ tableId: otherTableId, id, title: name })
    } catch (thrown) {
      if (!isCancelled(thrown)) onDraft({ edit: null, problem: errorOf(thrown).message[lang] })
    }
  }

  const choices = withChosenFirst(rows, found.data ?? [], name === '')
  return (
    <OptionList
      choices={choices.map((row) => ({ id: row.id, text: row.title, view: <span>{row.title}</span> }))}
      chosen={new Set(rows.map((row) => row.id))}
      typed={typed}
      label={label}
      placeholder={t('grid.findRow', { table: other?.name ?? '' })}
      emptyText={found.isPending ? t('common.loading') : t('grid.noRow')}
      onSearch={setText}
      onChoose={(id) => {
        const row = choices.find((one) => one.id === id)
        if (row !== undefined) toggle(row)
      }}
      onBack={() => change(rows.slice(0, -1))}
      before={
        multiple
          ? rows.map((row) => (
              <Chip key={row.id} color="gray" title={row.title}>
                {row.title}
              </Chip>
            ))
          : null
      }
      after={
        canCreate ? (
          <button
            type="button"
            className="option-list__create"
            onMouseDown={(event) => {
              event.preventDefault()
              void create()
            }}
          >
            <PlusOutlined /> {t('grid.createRow', { name, table: other?.name ?? '' })}
          </button>
        ) : null
      }
    />
  )
}

/** Types of a naming column that a new row can be made from by its name alone. */
const creatable: ReadonlySet<string> = new Set(['text', 'longText', 'phone', 'email'])

function withChosenFirst(chosen: readonly RowRef[], found: readonly RowRef[], all: boolean): RowRef[] {
  if (!all) return [...found]
  return [...chosen, ...found.filter((row) => chosen.every((one) => one.id !== row.id))]
}
