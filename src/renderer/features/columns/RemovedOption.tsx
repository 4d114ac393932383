import type { Column } from '#shared/model/column.ts'
import type { Option } from '#shared/model/option.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { optionDependentsText } from '../../shell/dependentsText.ts'
import { useT } from '../../ui/lang.ts'

/** What else asks for an option that is about to go. */
export function RemovedOption({ column, option }: { column: Column; option: Option }) {
  const base = useBase()
  const t = useT()
  const { data } = useOperation('base.dependents', { kind: 'option', id: column.id, optionId: option.id })
  const sentences = optionDependentsText(data ?? [], base.table(column.tableId)?.name ?? '', t)
  return sentences.map((use) => (
    <span key={use} className="option-fields__use">
      {t('columnDialog.options.usedIn', { name: option.name, use })}
    </span>
  ))
}
