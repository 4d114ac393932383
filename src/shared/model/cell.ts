import { z } from 'zod'

/**
 * What a cell holds, exactly as it is stored: text, an IEEE double, or nothing.
 * Dates are ISO text, select options and members their numeric id, multiple selects a JSON
 * array of ids, addresses a JSON object,
 * files a JSON array of what they are called and which content they have, checkboxes 1 or 0. Empty is null everywhere.
 */
export const cellValueSchema = z.union([z.string(), z.number(), z.null()])
export type CellValue = z.infer<typeof cellValueSchema>
