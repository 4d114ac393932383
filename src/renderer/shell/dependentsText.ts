import type { Dependent } from '#shared/contract/base.ts'
import type { Translate } from '#shared/i18n/translate.ts'

type Named = (kind: Dependent['kind']) => string

/** What deleting a column does elsewhere, a sentence for each; names of other tables' columns with the table's. */
export function dependentsText(dependents: readonly Dependent[], ownTable: string, t: Translate): string {
  const names = namesBy(dependents, ownTable, t)
  const sentences = [
    ...kindsIn(dependents, ['otherSide']).map((kind) => t('columnDialog.depends.otherSide', { name: names(kind) })),
    ...kindsIn(dependents, ['column', 'cascade', 'link', 'button', 'scheme', 'view', 'colors']).map((kind) =>
      t(`columnDialog.depends.${kind}`, { names: names(kind) }),
    ),
    ...kindsIn(dependents, ['title']).map(() => t('columnDialog.depends.primary')),
  ]
  return sentences.length === 0 ? t('columnDialog.deleteSafe') : [...sentences, t('columnDialog.deleteUndo')].join('\n')
}

/** What taking an option away does beside emptying its cells, a sentence for each. */
export function optionDependentsText(dependents: readonly Dependent[], ownTable: string, t: Translate): string[] {
  const names = namesBy(dependents, ownTable, t)
  return kindsIn(dependents, ['column', 'cascade', 'link', 'button', 'scheme', 'view', 'colors', 'default']).map((kind) =>
    t(`columnDialog.optionDepends.${kind}`, { names: names(kind) }),
  )
}

/** What deleting a view does elsewhere; nothing where nothing reads it. */
export function viewDependentsText(dependents: readonly Dependent[], t: Translate): string | null {
  return dependents.length === 0 ? null : t('shell.askDeleteViewLinks', { names: namesBy(dependents, null, t)('link') })
}

/** The kinds that are there, in the order asked for. */
function kindsIn<Kind extends Dependent['kind']>(dependents: readonly Dependent[], kinds: readonly Kind[]): Kind[] {
  return kinds.filter((kind) => dependents.some((each) => each.kind === kind))
}

function namesBy(dependents: readonly Dependent[], ownTable: string | null, t: Translate): Named {
  const full = ({ name, tableName }: Dependent) => (tableName === ownTable ? name : `${tableName}·${name}`)
  return (kind) =>
    dependents
      .filter((each) => each.kind === kind)
      .map(full)
      .join(t('common.listSeparator'))
}
