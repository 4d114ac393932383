import { Button, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { shippedPlaybook } from '#shared/model/shippedPlaybook.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { withEvenBands } from './evenBands.ts'
import { kindsForAny } from './gallerySections.ts'
import { guessColumn, presets, type Preset, type PresetField, type PresetName } from './presets.ts'
import '../../ui/formDialog.css'

type Columns = Partial<Record<PresetField['name'], number>>

type OwnSchemeProps = {
  tableId: number
  /** The kind it begins with; else one that suits the table. */
  begin: PresetName | undefined
  onMade: (made: Scheme) => void
  onBack: () => void
  onClose: () => void
}

/** A scheme and the column for its classes, from a kind that is told in a sentence. */
export function OwnScheme({ tableId: first, begin, onMade, onBack, onClose }: OwnSchemeProps) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const create = useWrite('schemes.create')
  const [tableId, setTableId] = useState(first)
  const inOrder = presetsFor(base.table(tableId)?.role === 'customer')
  const [chosen, setChosen] = useState<PresetName>(begin ?? inOrder[0]?.name ?? 'bands')
  const [name, setName] = useState<string | null>(null)
  const [given, setGiven] = useState<Columns>({})
  const preset: Preset = presets.find((each) => each.name === chosen) ?? presets[0]
  const fitting = ({ kind }: PresetField) => base.columnsOf(tableId).filter((column) => fits(base.shown(column).type, kind))
  const columnOf = (field: PresetField): number | null => given[field.name] ?? guessColumn(field, fitting(field))
  const title = name ?? freeName(t(`schemes.preset.${chosen}`), base.columnsOf(tableId))
  const isWhole = title.trim() !== '' && preset.fields.every((field) => columnOf(field) !== null)

  const save = async () => {
    const columns = { lastOrder: 0, firstOrder: 0, orders: 0, ordersLately: 0, amount: 0, amountLately: 0, number: 0 }
    for (const field of preset.fields) columns[field.name] = columnOf(field) ?? 0
    const newOptions = preset.classes.map(({ code, color }, index) => ({ id: index + 1, name: t(`schemes.class.${code}`), code, color }))
    const methodColumn = base.columnByRole('followUp.method')
    const methods = methodColumn?.type === 'singleSelect' ? methodColumn.settings.options : []
    const made = await create.run({
      tableId,
      code: preset.name,
      name: title.trim(),
      targetColumnId: null,
      newOptions,
      scope: null,
      rule: await withEvenBands(preset.rule(columns)),
      fallbackOptionId: preset.fallback,
      playbook: shippedPlaybook(preset.name, newOptions, methods, lang),
    })
    if (made !== null) onMade(made)
  }
  return (
    <Modal
      open
      centered
      className="form-dialog"
      width={640}
      title={t('schemes.library.ownTitle')}
      footer={
        <div className="scheme-gallery__foot">
          <Button type="link" onClick={onBack}>
            {t('schemes.library.back')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={!isWhole} loading={create.pending} onClick={() => void save()}>
            {t('schemes.new.create')}
          </Button>
        </div>
      }
      onCancel={onClose}
    >
      <div className="new-scheme">
        {base.tables.length > 1 ? (
          <label className="new-scheme__line">
            <span>{t('schemes.new.table')}</span>
            <Select
              value={tableId}
              options={base.tables.map((table) => ({ value: table.id, label: table.name }))}
              onChange={(id: number) => {
                setTableId(id)
                setGiven({})
              }}
            />
          </label>
        ) : null}
        <Radio.Group
          className="new-scheme__kinds"
          value={chosen}
          onChange={(event) => setChosen(presets.find((each) => each.name === event.target.value)?.name ?? 'bands')}
        >
          {inOrder.map((each) => (
            <Radio key={each.name} value={each.name}>
              <span>{t(`schemes.preset.${each.name}`)}</span>
              <small>{t(`schemes.preset.${each.name}.text`)}</small>
            </Radio>
          ))}
        </Radio.Group>
        {preset.fields.map((field) => {
          const columns = fitting(field)
          return (
            <div key={field.name} className="new-scheme__line">
              <span>{t(`schemes.new.${field.name}`)}</span>
              {columns.length === 0 ? (
                <span className="rule__problem">{t(field.kind === 'date' ? 'schemes.new.noDate' : 'schemes.new.noNumber')}</span>
              ) : (
                <ColumnSelect columns={columns} value={columnOf(field)} wide onChange={(id) => setGiven({ ...given, [field.name]: id })} />
              )}
            </div>
          )
        })}
        <label className="new-scheme__line">
          <span>{t('schemes.new.name')}</span>
          <Input value={title} onChange={(event) => setName(event.target.value)} />
        </label>
        {create.error === null ? null : <ErrorNote error={create.error} />}
      </div>
    </Modal>
  )
}

const fits = (type: string, kind: PresetField['kind']): boolean => (kind === 'number' ? type === 'number' : type === 'date' || type === 'dateTime')

/** Customers are mostly classed by what they buy; other tables have kinds that suit any first. */
function presetsFor(isCustomers: boolean): readonly Preset[] {
  const isAny = ({ name }: Preset) => kindsForAny.some((kind) => kind === name)
  return isCustomers ? presets : [...presets.filter(isAny), ...presets.filter((preset) => !isAny(preset))]
}

/** A name that no column of the table has: the classes get a column of the scheme's name. */
function freeName(name: string, columns: readonly { name: string }[]): string {
  const isTaken = (asked: string): boolean => columns.some((column) => column.name === asked)
  let free = name
  for (let count = 2; isTaken(free); count += 1) free = `${name} ${count}`
  return free
}
