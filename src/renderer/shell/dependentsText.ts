import type { Dependent } from '#shared/contract/base.ts'
import type { Translate } from '#shared/i18n/translate.ts'

/** What deleting a column does elsewhere, a sentence for each; names of other tables' columns with the table's. */
export function dependentsText(dependents: readonly Dependent[], ownTable: string, t: Translate): string {
  const of = (kind: Dependent['kind']) => dependents.filter((each) => each.kind === kind)
  const full = ({ name, tableName }: Dependent) => (tableName === ownTable ? name : `${tableName}·${name}`)
  const names = (kind: Dependent['kind']) => of(kind).map(full).join(t('common.listSeparator'))
  const sentences = [
    ...of('otherSide').map((other) => t('columnDialog.depends.otherSide', { name: full(other) })),
    ...(of('column').length === 0 ? [] : [t('columnDialog.depends.columns', { names: names('column') })]),
    ...(of('scheme').length === 0 ? [] : [t('columnDialog.depends.schemes', { names: names('scheme') })]),
    ...(of('view').length === 0 ? [] : [t('columnDialog.depends.views', { names: names('view') })]),
    ...(of('title').length === 0 ? [] : [t('columnDialog.depends.primary')]),
  ]
  return sentences.length === 0 ? t('columnDialog.deleteSafe') : [...sentences, t('columnDialog.deleteUndo')].join('\n')
}
