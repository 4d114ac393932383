import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { RuleOf } from '#shared/model/scheme.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { filterText } from '../../words/filterText.ts'
import { useWords } from '../../words/useWords.ts'
import type { EditorOf } from './BandsEditor.tsx'
import { ClassSelect } from './ClassSelect.tsx'
import { ConditionLine, everything } from './ConditionLine.tsx'

type Rows = RuleOf<'decisionTable' | 'tags'>['rows']

/** Conditions from top to bottom, each with its class or tag; one is open at a time. */
export function DecisionTableEditor({
  rule,
  options,
  tableId,
  onChange,
}: Omit<EditorOf<'decisionTable' | 'tags'>, 'problems'> & { tableId: number }) {
  const t = useT()
  const words = useWords()
  const [open, setOpen] = useState<number | null>(null)
  const set = (rows: Rows) => onChange({ ...rule, rows })
  const setRow = (index: number, change: Partial<Rows[number]>) => set(rule.rows.map((row, place) => (place === index ? { ...row, ...change } : row)))
  const swap = (index: number, other: number) => {
    const [one, two] = [rule.rows[index], rule.rows[other]]
    if (one === undefined || two === undefined) return
    set(rule.rows.map((row, place) => (place === index ? two : place === other ? one : row)))
    setOpen(null)
  }
  return (
    <ol className="decision-rows">
      {rule.rows.map((row, index) => (
        // Rows have no names; their place is what tells them apart.
        // eslint-disable-next-line react/no-array-index-key
        <li key={index} className="decision-row">
          <ConditionLine
            tableId={tableId}
            given={<ClassSelect options={options} value={row.optionId} onChange={(optionId) => setRow(index, { optionId })} />}
            text={filterText(row.when, words, t)}
            when={row.when}
            open={open === index}
            onOpen={(opened) => setOpen(opened ? index : null)}
            onChange={(when) => setRow(index, { when })}
          >
            <IconButton label={t('schemes.edit.up')} icon={<ArrowUpOutlined />} disabled={index === 0} onClick={() => swap(index, index - 1)} />
            <IconButton
              label={t('schemes.edit.down')}
              icon={<ArrowDownOutlined />}
              disabled={index === rule.rows.length - 1}
              onClick={() => swap(index, index + 1)}
            />
            <IconButton
              label={t('schemes.edit.remove')}
              icon={<DeleteOutlined />}
              onClick={() => {
                set(rule.rows.filter((_, place) => place !== index))
                setOpen(null)
              }}
            />
          </ConditionLine>
        </li>
      ))}
      <li>
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={options.length === 0}
          onClick={() => {
            set([...rule.rows, { when: everything, optionId: options[0]?.id ?? 0 }])
            setOpen(rule.rows.length)
          }}
        >
          {t('schemes.edit.addRow')}
        </Button>
      </li>
    </ol>
  )
}
