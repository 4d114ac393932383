import { columnsOfScheme, type Scheme } from '#shared/model/scheme.ts'
import type { Base } from '../../client/base.ts'

/** Whether a scheme stands still because a column it reads or fills is gone. */
export const isBroken = (scheme: Scheme, base: Pick<Base, 'column'>): boolean =>
  [...columnsOfScheme(scheme), scheme.targetColumnId].some((id) => base.column(id) === undefined)
