import { Checkbox, Select } from 'antd'
import { FilterPanel } from '../../filter/FilterPanel.tsx'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import type { LinkForm } from './columnForm.ts'
import { Field } from './Field.tsx'
import { MatchLines } from './MatchLines.tsx'

type LinkOfferProps = { link: LinkForm; tableId: number; otherTableId: number; onChange: (change: Partial<LinkForm>) => void }

/** Which rows may be chosen: those of a view, those that meet conditions, those that agree with the row; and whether new ones may be made. */
export function LinkOffer({ link, tableId, otherTableId, onChange }: LinkOfferProps) {
  const base = useBase()
  const t = useT()
  const table = base.table(otherTableId)?.name ?? ''
  const views = base.viewsOf(otherTableId).filter((view) => view.ownerId === null)
  const { offer } = link
  const set = (change: Partial<LinkForm['offer']>) => onChange({ offer: { ...offer, ...change } })
  return (
    <>
      <Field label={t('links.offer.view', { table })} problems={[]} field={null}>
        <Select
          value={views.some((view) => view.id === offer.viewId) ? offer.viewId : null}
          options={[
            { value: null, label: t('links.offer.all') },
            ...views.map((view) => ({ value: view.id, label: t('links.offer.ofView', { name: view.name }) })),
          ]}
          onChange={(viewId) => set({ viewId })}
        />
      </Field>
      <div className="field">
        <span className="field__label">{t('links.offer.filter', { table })}</span>
        <FilterPanel filter={offer.filter} columns={base.columnsOf(otherTableId)} firstColumnId={null} onChange={(filter) => set({ filter })} />
      </div>
      <MatchLines match={offer.match} tableId={tableId} otherTableId={otherTableId} onChange={(match) => set({ match })} />
      <Checkbox checked={link.createInPicker} onChange={(event) => onChange({ createInPicker: event.target.checked })}>
        {t('links.offer.create')} <small>{t('links.offer.createText')}</small>
      </Checkbox>
    </>
  )
}
