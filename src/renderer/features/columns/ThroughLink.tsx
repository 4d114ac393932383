import { Select } from 'antd'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import { linkColumnsOf } from './columnForm.ts'
import { Field } from './Field.tsx'
import type { FormProblem } from './formProblems.ts'

type ThroughLinkProps = { tableId: number; value: number | null; problems: FormProblem[]; onChange: (linkColumnId: number) => void }

/** The link column a lookup or rollup reads through. */
export function ThroughLink({ tableId, value, problems, onChange }: ThroughLinkProps) {
  const base = useBase()
  const t = useT()
  const links = linkColumnsOf(tableId, base.description)
  if (links.length === 0) return <p className="column-form__note">{t('columnDialog.through.none')}</p>
  return (
    <Field label={t('columnDialog.through.link')} problems={problems} field="link">
      <Select
        value={value}
        placeholder={t('columnDialog.through.chooseLink')}
        options={links.map((link) => ({ value: link.id, label: `${link.name} → ${base.table(link.settings.otherTableId)?.name ?? ''}` }))}
        onChange={onChange}
      />
    </Field>
  )
}
