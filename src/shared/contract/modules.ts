import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'
import { moduleCodes, type ModuleCode } from '../model/modules.ts'
import { read, write } from './operation.ts'

/** A part of the customer book that can be switched on, told in the language asked for. */
export type ModuleEntry = {
  code: ModuleCode
  name: string
  /** What it is for, in one sentence. */
  about: string
  /** Its own tables: by name, and by id where they are there. */
  tables: { name: string; tableId: number | null }[]
  /** Names of the figures it gives to tables that are there, such as the open opportunities of a customer. */
  figures: string[]
  /** Schemes that will look at these figures too, since their rule is as it came; and those left alone because it was changed. */
  extends: string[]
  leaves: string[]
  /** All its tables are in the base. */
  isThere: boolean
  /** The base holds the sample, so that sample rows of the module have customers to stand with. */
  canHaveSample: boolean
}

export const moduleOperations = {
  'template.modules': read<ModuleEntry[]>()(z.object({ lang: langSchema })),
  /** Makes what a module lacks of its tables, columns and views, with sample rows where asked, as one change. */
  'template.addModule': write<{ tableIds: number[]; schemeIds: number[]; rows: number }>()(
    z.object({ code: z.enum(moduleCodes), lang: langSchema, sample: z.boolean() }),
  ),
}
