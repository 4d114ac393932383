import type { AnalysisInputs, AnalysisName } from '#shared/contract/analysis.ts'
import type { ReadContext } from '../context.ts'
import type { Handlers } from '../handlers.ts'
import { analyse } from './all.ts'
import { makingOf } from './making.ts'
import { analysisXlsx } from './workbook.ts'

export const analysisHandlers: Handlers<`analysis.${AnalysisName}` | 'analysis.xlsx'> = {
  'analysis.rfm': shown('rfm'),
  'analysis.cohorts': shown('cohorts'),
  'analysis.customerValue': shown('customerValue'),
  'analysis.forecast': shown('forecast'),
  'analysis.concentration': shown('concentration'),
  'analysis.relation': shown('relation'),
  'analysis.groupMeans': shown('groupMeans'),
  'analysis.preferences': shown('preferences'),
  'analysis.funnel': shown('funnel'),
  'analysis.winProbability': shown('winProbability'),
  'analysis.crossSell': shown('crossSell'),
  'analysis.satisfaction': shown('satisfaction'),
  'analysis.tickets': shown('tickets'),
  'analysis.xlsx': analysisXlsx,
}

/** The analysis as the window shows it, its lists bounded. */
function shown<Name extends AnalysisName>(name: Name) {
  return (context: ReadContext, input: AnalysisInputs[Name]) => analyse(makingOf(context, input), { name, input })
}
