import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { Base } from '../../client/base.ts'

/** The classes of a scheme: the options of its target column, or those of a draft that changes them. */
export function optionsOf(scheme: Pick<Scheme, 'targetColumnId'> & { options?: readonly Option[] }, base: Pick<Base, 'column'>): readonly Option[] {
  if (scheme.options !== undefined) return scheme.options
  const column = base.column(scheme.targetColumnId)
  return column?.type === 'singleSelect' ? column.settings.options : []
}
