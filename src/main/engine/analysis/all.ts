import type { Analysis, AnalysisInputs, AnalysisName } from '#shared/contract/analysis.ts'
import { cohorts } from './cohorts.ts'
import { concentration } from './concentration.ts'
import { customerValue } from './customerValue.ts'
import { forecast } from './forecast.ts'
import { crossSell } from './crossSell.ts'
import { funnel } from './funnel.ts'
import { groupMeans } from './groupMeans.ts'
import type { Making } from './making.ts'
import { preferences } from './preferences.ts'
import { relation } from './relation.ts'
import { rfm } from './rfm.ts'
import { satisfaction } from './satisfaction.ts'
import { tickets } from './tickets.ts'
import { winProbability } from './winProbability.ts'

/** What makes each analysis. */
export const analyses: { readonly [Name in AnalysisName]: (making: Making, input: AnalysisInputs[Name]) => Analysis } = {
  rfm,
  cohorts,
  customerValue,
  forecast,
  concentration,
  relation,
  groupMeans,
  preferences,
  funnel,
  winProbability,
  crossSell,
  satisfaction,
  tickets,
}

/** Makes whichever is asked for. */
export function analyse<Name extends AnalysisName>(making: Making, request: { name: Name; input: AnalysisInputs[Name] }): Analysis {
  return analyses[request.name](making, request.input)
}
