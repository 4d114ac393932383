import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { ReadContext } from '../../store/context.ts'
import { planConversion } from './plan.ts'
import { referencesTo } from './references.ts'
import { surveyOf } from './survey.ts'

/** The most new rows that are named. */
const mostNamed = 200

/** What a conversion would do to every cell, and to what refers to the column. */
export function previewConversion(
  context: ReadContext,
  input: ParsedInput<'columns.previewConversion'>,
): OperationOutput<'columns.previewConversion'> {
  const plan = planConversion(context, input, { linkId: input.columnId, otherColumnId: input.columnId })
  const survey = surveyOf(context, plan)
  const { tally, newOptions, firstChanged, firstLost, links } = survey
  const missing = links?.missing() ?? []
  return {
    ...tally,
    rows: tally.empty + tally.same + tally.changed + tally.lost,
    firstChanged,
    firstLost,
    newOptions,
    newRows: { first: missing.slice(0, mostNamed), count: missing.length },
    references: referencesTo(context.schema, { ...plan, to: survey.to }).told,
  }
}
