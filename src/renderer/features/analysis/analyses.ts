import type { ComponentType } from 'react'
import type { AnalysisName } from '#shared/contract/analysis.ts'
import { CohortsPanel } from './panels/CohortsPanel.tsx'
import { ConcentrationPanel } from './panels/ConcentrationPanel.tsx'
import { CustomerValuePanel } from './panels/CustomerValuePanel.tsx'
import { ForecastPanel } from './panels/ForecastPanel.tsx'
import { RfmPanel } from './panels/RfmPanel.tsx'
import { CrossSellPanel } from './panels/CrossSellPanel.tsx'
import { FunnelPanel } from './panels/FunnelPanel.tsx'
import { GroupMeansPanel } from './panels/GroupMeansPanel.tsx'
import { PreferencesPanel } from './panels/PreferencesPanel.tsx'
import { RelationPanel } from './panels/RelationPanel.tsx'
import { SatisfactionPanel } from './panels/SatisfactionPanel.tsx'
import { TicketsPanel } from './panels/TicketsPanel.tsx'
import { WinProbabilityPanel } from './panels/WinProbabilityPanel.tsx'

/** What analyses are about, in the order of the list. */
export const groups = ['buying', 'forecast', 'sales', 'service', 'relations'] as const
export type AnalysisGroup = (typeof groups)[number]

/** Every analysis: a line here, and its title and what it tells under `analysis.<name>` in the texts. */
export const analyses: readonly { name: AnalysisName; group: AnalysisGroup; Panel: ComponentType<object> }[] = [
  { name: 'rfm', group: 'buying', Panel: RfmPanel },
  { name: 'cohorts', group: 'buying', Panel: CohortsPanel },
  { name: 'customerValue', group: 'buying', Panel: CustomerValuePanel },
  { name: 'forecast', group: 'forecast', Panel: ForecastPanel },
  { name: 'concentration', group: 'sales', Panel: ConcentrationPanel },
  { name: 'funnel', group: 'sales', Panel: FunnelPanel },
  { name: 'winProbability', group: 'sales', Panel: WinProbabilityPanel },
  { name: 'crossSell', group: 'sales', Panel: CrossSellPanel },
  { name: 'satisfaction', group: 'service', Panel: SatisfactionPanel },
  { name: 'tickets', group: 'service', Panel: TicketsPanel },
  { name: 'relation', group: 'relations', Panel: RelationPanel },
  { name: 'groupMeans', group: 'relations', Panel: GroupMeansPanel },
  { name: 'preferences', group: 'relations', Panel: PreferencesPanel },
]
