import { changedSchema } from '../../store/schema.ts'
import type { ReadContext, WriteContext } from '../../context.ts'

/** New ids of a dry run lie beyond any that a base has given. */
const firstDryId = 2 ** 40

/** A context in which an import runs as it would, and writes nothing. */
export function dryContext(context: ReadContext): WriteContext {
  let lastId = firstDryId
  const dry: WriteContext = {
    ...context,
    db: { ...context.db, run: () => 0, prepare: () => () => 0 },
    source: 'import',
    now: `${context.today}T00:00:00`,
    apply: (change) => {
      if (change.schema !== undefined) dry.schema = changedSchema(dry.schema, change.schema)
    },
    passOverInUndo: () => undefined,
    nameEntry: () => undefined,
    newRowIds: (_, count) => Array.from({ length: count }, () => (lastId += 1)),
    newId: () => (lastId += 1),
  }
  return dry
}
