import { Input, Radio, Select } from 'antd'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import { freeColumnName, type LinkForm } from './columnForm.ts'
import { Field } from './Field.tsx'
import { LinkOffer } from './LinkOffer.tsx'
import { wholeOffer } from './linkOffer.ts'
import type { SettingsProps } from './SettingsFields.tsx'
import { SingleLoss } from './SingleLoss.tsx'

/** Which table is linked, how many rows each side may have, what the other side is called, and which rows may be chosen. */
export function LinkFields({ form, tableId, column, problems, onChange }: SettingsProps) {
  const base = useBase()
  const t = useT()
  const { link } = form
  const here = base.table(tableId)?.name ?? ''
  const other = base.table(link.otherTableId ?? 0)?.name ?? ''
  const set = (change: Partial<LinkForm>) => onChange({ ...form, link: { ...link, ...change } })
  if (column !== null) {
    const toOne = column.type === 'link' && column.settings.multiple && !link.multiple
    return (
      <>
        <p className="column-form__note">{t('links.existing', { table: other, column: link.otherName })}</p>
        <HowMany table={here} other={other} multiple={link.multiple} onChange={(multiple) => set({ multiple })} />
        {toOne ? <SingleLoss linkColumnId={column.id} /> : null}
        <LinkOffer link={link} tableId={tableId} otherTableId={link.otherTableId ?? 0} onChange={set} />
      </>
    )
  }
  return (
    <>
      <Field label={t('columnDialog.link.table')} problems={problems} field="otherTable">
        <Select
          value={link.otherTableId}
          placeholder={t('columnDialog.link.choose')}
          options={base.tables.map((table) => ({
            value: table.id,
            label: table.id === tableId ? t('columnDialog.link.self', { name: table.name }) : table.name,
          }))}
          onChange={(otherTableId) => set({ otherTableId, otherName: freeColumnName(here, otherTableId, base.description), offer: wholeOffer })}
        />
      </Field>
      {link.otherTableId === null ? null : (
        <>
          <HowMany table={here} other={other} multiple={link.multiple} onChange={(multiple) => set({ multiple })} />
          <HowMany table={other} other={here} multiple={link.otherMultiple} onChange={(otherMultiple) => set({ otherMultiple })} />
          <Field label={t('columnDialog.link.otherName', { table: other })} problems={problems} field="otherName">
            <Input value={link.otherName} onChange={(event) => set({ otherName: event.target.value })} />
          </Field>
          <p className="column-form__note">{t('links.offer.later')}</p>
        </>
      )}
    </>
  )
}

type HowManyProps = { table: string; other: string; multiple: boolean; onChange: (multiple: boolean) => void }

function HowMany({ table, other, multiple, onChange }: HowManyProps) {
  const t = useT()
  return (
    <div className="field">
      <span className="field__label">{t('columnDialog.link.here', { table })}</span>
      <Radio.Group
        value={multiple}
        onChange={(event) => onChange(event.target.value === true)}
        options={[
          { value: false, label: t('columnDialog.link.one', { table: other }) },
          { value: true, label: t('columnDialog.link.many', { table: other }) },
        ]}
      />
    </div>
  )
}
