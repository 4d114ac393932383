import type { Handlers } from '../../handlers.ts'
import { schemeById } from '../schemes.ts'
import { effectOf } from './effect.ts'
import { migrationOf, migrationRows } from './migration.ts'
import { migrationXlsx } from './migrationXlsx.ts'

/** What the log of moves tells of past days. */
export const classHistoryHandlers: Handlers<'classes.migration' | 'classes.migrationRows' | 'classes.migrationXlsx' | 'classes.effect'> = {
  'classes.migration': (context, { schemeId, ...span }) => migrationOf(context, schemeById(context.schema, schemeId), span),
  'classes.migrationRows': (context, { schemeId, ...asked }) => migrationRows(context, schemeById(context.schema, schemeId), asked),
  'classes.migrationXlsx': (context, input) => migrationXlsx(context, schemeById(context.schema, input.schemeId), input),
  'classes.effect': (context, { schemeId, ...asked }) => effectOf(context, schemeById(context.schema, schemeId), asked),
}
