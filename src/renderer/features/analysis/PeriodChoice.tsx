import { analysisPeriods, type AnalysisPeriod } from '#shared/contract/analysis.ts'
import { useT } from '../../ui/lang.ts'
import { Choice } from './Choice.tsx'

/** Which days an analysis looks at. */
export function PeriodChoice({ period, onChange }: { period: AnalysisPeriod; onChange: (period: AnalysisPeriod) => void }) {
  const t = useT()
  return (
    <Choice
      label={t('analysis.period')}
      value={period}
      options={analysisPeriods.map((one) => ({ value: one, label: t(`analysis.period.${one}`) }))}
      onChange={onChange}
    />
  )
}
