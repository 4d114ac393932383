import type { AnalysisPeriod } from '#shared/contract/analysis.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { AsOfChoice, useAsOf } from '../AsOfChoice.tsx'
import { Choice } from '../Choice.tsx'
import { keptState } from '../keptState.ts'
import { PeriodChoice } from '../PeriodChoice.tsx'

const useOf = keptState<'customers' | 'products'>('customers')
const usePeriod = keptState<AnalysisPeriod>('last12Months')

/** 80/20, the grades by share, and how much hangs on how few; of customers or of products. */
export function ConcentrationPanel() {
  const t = useT()
  const lang = useLang()
  const [asOf, setAsOf] = useAsOf()
  const [of, setOf] = useOf()
  const [period, setPeriod] = usePeriod()
  const input = { lang, asOf, period, of }
  const answer = useOperation('analysis.concentration', input, { keepPrevious: true })
  return (
    <AnalysisPanel
      request={{ name: 'concentration', input }}
      answer={answer}
      parameters={
        <>
          <Choice
            label={t('analysisSales.concentration.of')}
            value={of}
            options={(['customers', 'products'] as const).map((value) => ({ value, label: t(`analysisSales.concentration.of.${value}`) }))}
            onChange={setOf}
          />
          <PeriodChoice period={period} onChange={setPeriod} />
          <AsOfChoice asOf={asOf} onChange={setAsOf} />
        </>
      }
    />
  )
}
