import { forecastMethods, type ForecastMethod } from '#shared/contract/analysis.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { AsOfChoice, useAsOf } from '../AsOfChoice.tsx'
import { Choice } from '../Choice.tsx'
import { keptState } from '../keptState.ts'

const useBy = keptState<'month' | 'week'>('month')
const useAhead = keptState(6)
const useMethod = keptState<ForecastMethod>('auto')
const useWidth = keptState(3)

/** What sales will likely be, and how sure that is. */
export function ForecastPanel() {
  const t = useT()
  const lang = useLang()
  const [asOf, setAsOf] = useAsOf()
  const [by, setBy] = useBy()
  const [ahead, setAhead] = useAhead()
  const [method, setMethod] = useMethod()
  const [width, setWidth] = useWidth()
  const input = { lang, asOf, by, ahead, method, width }
  const answer = useOperation('analysis.forecast', input, { keepPrevious: true })
  return (
    <AnalysisPanel
      request={{ name: 'forecast', input }}
      answer={answer}
      parameters={
        <>
          <Choice
            label={t('analysisSales.forecast.by')}
            value={by}
            options={(['month', 'week'] as const).map((value) => ({ value, label: t(`analysisSales.forecast.by.${value}`) }))}
            onChange={setBy}
          />
          <Choice
            label={t('analysisSales.forecast.count')}
            value={ahead}
            options={[3, 6, 12].map((value) => ({ value, label: t(`analysisSales.forecast.count.${by}`, { count: value }) }))}
            onChange={setAhead}
          />
          <Choice
            label={t('analysisSales.forecast.how')}
            value={method}
            options={forecastMethods.map((value) => ({ value, label: t(`analysisSales.forecast.how.${value}`) }))}
            onChange={setMethod}
          />
          {method === 'average' ? (
            <Choice
              label={t('analysisSales.forecast.width')}
              value={width}
              options={[3, 6, 12].map((value) => ({ value, label: t('analysisSales.forecast.widthOf', { count: value }) }))}
              onChange={setWidth}
            />
          ) : null}
          <AsOfChoice asOf={asOf} onChange={setAsOf} />
        </>
      }
    />
  )
}
