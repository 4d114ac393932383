import type { Lang } from '#shared/i18n/lang.ts'
import type { ModuleCode } from '#shared/model/modules.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { insertMoreSample } from './insertSample.ts'
import { readKnownBook } from './readKnownBook.ts'
import type { Ids } from './resolve.ts'
import { sampleModule } from './sample/modules/sampleModule.ts'
import { presentSample } from './sampleRecord.ts'

/** How many customers of the sample are in the base still. */
export function customersOfSample(context: Pick<ReadContext, 'db' | 'schema'>): number {
  const customers = context.schema.tableByRole('customer')?.id
  return presentSample(context).tables.find(({ tableId }) => tableId === customers)?.rowIds.length ?? 0
}

/** Gives the sample's customers the sample rows of a module that has just come; answers how many there are. */
export function insertModuleSample(context: WriteContext, ids: Ids, code: ModuleCode, lang: Lang): number {
  if (customersOfSample(context) === 0) return 0
  return insertMoreSample(context, ids, sampleModule[code](readKnownBook(context, presentSample(context), lang)))
}
