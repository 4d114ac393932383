import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { Base } from '../../client/base.ts'

/** The classes of a scheme: the options of its target column. */
export function optionsOf(scheme: Pick<Scheme, 'targetColumnId'>, base: Pick<Base, 'column'>): readonly Option[] {
  const column = base.column(scheme.targetColumnId)
  return column?.type === 'singleSelect' ? column.settings.options : []
}
