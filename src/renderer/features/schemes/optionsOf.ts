import { optionsOf as optionsOfColumn } from '#shared/model/columns/selects.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { Base } from '../../client/base.ts'

/** The classes of a scheme: the options of its target column, or those of a draft that changes them. */
export function optionsOf(scheme: Pick<Scheme, 'targetColumnId'> & { options?: readonly Option[] }, base: Pick<Base, 'column'>): readonly Option[] {
  return scheme.options ?? optionsOfColumn(base.column(scheme.targetColumnId))
}
