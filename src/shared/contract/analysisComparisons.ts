import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'

const lang = { lang: langSchema }
const id = z.number().int().positive()

/** What is asked with of analyses that compare any two columns of a table. */
export const comparisonInputs = {
  /** Whether two number columns go together. */
  relation: z.object({ ...lang, xColumnId: id, yColumnId: id }),
  /** Whether the means of a number differ between the groups of a select column. */
  groupMeans: z.object({ ...lang, valueColumnId: id, groupColumnId: id }),
  /** What the rows with these options have more often than all rows. */
  preferences: z.object({
    ...lang,
    groupColumnId: id,
    groupIds: z.array(z.number().int()).min(1),
    byColumnId: id,
    /** Of an address. */
    part: z.enum(['province', 'city']).default('city'),
  }),
}
