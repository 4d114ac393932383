import { InputNumber } from 'antd'
import { useState } from 'react'
import type { AnalysisPeriod, AnalysisRequest } from '#shared/contract/analysis.ts'
import { chineseSegments, quintileSegments } from '#shared/model/classRules/rfmRule.ts'
import type { ChartMark } from '../../../charts/chartTheme.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { AsOfChoice, useAsOf } from '../AsOfChoice.tsx'
import { Choice } from '../Choice.tsx'
import { keptState } from '../keptState.ts'
import { PeriodChoice } from '../PeriodChoice.tsx'

type RfmInput = Extract<AnalysisRequest, { name: 'rfm' }>['input']
type Cuts = NonNullable<RfmInput['cuts']>

const usePeriod = keptState<AnalysisPeriod>('all')
const useSegments = keptState<'chinese' | 'quintile'>('chinese')
const useCuts = keptState<Cuts>('mean')
const useOwn = keptState({ days: 90, orders: 3, amount: 10_000 })

/** The map of recency and frequency, the segments, and the customers of what was clicked. */
export function RfmPanel() {
  const t = useT()
  const lang = useLang()
  const [asOf, setAsOf] = useAsOf()
  const [period, setPeriod] = usePeriod()
  const [segments, setSegments] = useSegments()
  const [cuts, setCuts] = useCuts()
  const [own, setOwn] = useOwn()
  const [picked, setPicked] = useState<{ section: 'map' | 'segments'; mark: ChartMark } | null>(null)
  const pick = picked === null ? null : pickOf(picked.section, picked.mark, segments)
  const input = { lang, asOf, period, segments, cuts, ...own, pick } satisfies RfmInput
  const answer = useOperation('analysis.rfm', input, { keepPrevious: true })
  const pickIn = (section: 'map' | 'segments') => ({
    selected: picked?.section === section ? picked.mark : null,
    onPick: (mark: ChartMark) => setPicked(section === picked?.section && isSame(mark, picked.mark) ? null : { section, mark }),
  })
  return (
    <AnalysisPanel
      request={{ name: 'rfm', input }}
      answer={answer}
      filled={picked === null ? null : { section: 'customers', by: picked.mark }}
      picks={{ map: pickIn('map'), segments: pickIn('segments') }}
      parameters={
        <>
          <PeriodChoice period={period} onChange={setPeriod} />
          <Choice
            label={t('analysisBuying.rfm.kind')}
            value={segments}
            options={[
              { value: 'chinese', label: t('analysisBuying.rfm.segments8') },
              { value: 'quintile', label: t('analysisBuying.rfm.segments10') },
            ]}
            onChange={(value) => {
              setSegments(value)
              setPicked(null)
            }}
          />
          {segments === 'quintile' ? null : (
            <Choice
              label={t('analysisBuying.rfm.cuts')}
              value={cuts}
              options={(['mean', 'half', 'fixed'] as const).map((value) => ({ value, label: t(`analysisBuying.rfm.cut.${value}`) }))}
              onChange={setCuts}
            />
          )}
          {segments === 'quintile' || cuts !== 'fixed' ? null : (
            <>
              <OwnNumber label={t('analysisBuying.rfm.days')} value={own.days} least={0} onChange={(days) => setOwn({ ...own, days })} />
              <OwnNumber label={t('analysisBuying.rfm.orders')} value={own.orders} least={1} onChange={(orders) => setOwn({ ...own, orders })} />
              <OwnNumber label={t('analysisBuying.rfm.money')} value={own.amount} least={0} onChange={(amount) => setOwn({ ...own, amount })} />
            </>
          )}
          <AsOfChoice asOf={asOf} onChange={setAsOf} />
        </>
      }
    />
  )
}

type OwnNumberProps = { label: string; value: number; least: number; onChange: (value: number) => void }

function OwnNumber({ label, value, least, onChange }: OwnNumberProps) {
  return (
    <label className="analysis-choice">
      <span>{label}</span>
      <InputNumber
        aria-label={label}
        value={value}
        min={least}
        max={1_000_000_000}
        precision={0}
        controls={false}
        onChange={(next) => {
          if (next !== null) onChange(next)
        }}
      />
    </label>
  )
}

/** The map goes from 5 at the left and at the top down to 1; segments stand in the order of their rule, the rest last. */
export function pickOf(section: 'map' | 'segments', mark: ChartMark, segments: 'chinese' | 'quintile'): RfmInput['pick'] {
  if (section === 'map') return { kind: 'place', r: 5 - mark.category, f: 5 - mark.series }
  const all = segments === 'chinese' ? chineseSegments : quintileSegments
  return { kind: 'segment', code: all[mark.category]?.code ?? 'others' }
}

const isSame = (one: ChartMark, other: ChartMark): boolean => one.category === other.category && one.series === other.series
