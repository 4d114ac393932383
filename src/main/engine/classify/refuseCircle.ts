import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { computedNodes, levelsOf } from '../compute/graph.ts'
import type { Schema } from '../context.ts'
import { classColumnOf, classColumns } from './classColumns.ts'
import { classNode } from './classNode.ts'
import { schemeOn } from './dueSql.ts'
import type { Draft } from './preview.ts'

/**
 * Refuses a draft that reads its own classes, directly or through other columns, as saving it would: nobody could say what
 * it makes of a row. Answers the same draft.
 */
export function refuseCircle<Asked extends Draft>(schema: Schema, draft: Asked): Asked {
  const { targetColumnId } = draft
  const others = classColumns(schema).filter(({ columnId }) => columnId !== targetColumnId)
  const saved = schemeOn(schema, targetColumnId)
  const own = classColumnOf(schema, { ...draft, id: saved?.id ?? 0 })
  if (levelsOf([...computedNodes(schema), ...[...others, own].map(classNode)]) !== null) return draft
  throw new Failure(appError('column.cycle', { name: saved?.name ?? schema.columns.get(targetColumnId)?.name ?? '' }))
}
