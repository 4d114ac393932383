import { z } from 'zod'
import type { ScalarType } from '../formula/formulaType.ts'
import type { FormulaProblem } from '../formula/problem.ts'
import type { NumberSettings } from '../model/column.ts'
import type { CellValue } from '../model/cell.ts'
import { read } from './operation.ts'

const id = z.number().int().positive()

/** What a formula gives for some rows: the value, or the code of its failure, which is text that begins with `#`. */
export type FormulaSample = { rowId: number; title: string; value: CellValue }

export type FormulaCheck =
  | {
      ok: true
      /** Columns by id, as it is kept. */ stored: string
      result: ScalarType
      /** How its numbers are best shown. */ format: NumberSettings
      samples: FormulaSample[]
      /** Columns of linked rows that a row further out has by the same name. */ shadowing: readonly string[]
    }
  | { ok: false; problem: FormulaProblem }

export const formulaOperations = {
  /** Reads a formula without saving it, and tries it on the first rows of its table. */
  'formulas.check': read<FormulaCheck>()(z.object({ tableId: id, source: z.string(), samples: z.number().int().min(0).max(20).default(5) })),
}
