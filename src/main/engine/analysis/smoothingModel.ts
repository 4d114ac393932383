import type { AnalysisSection } from '#shared/contract/analysis.ts'
import type { SmoothingFit } from '../models/forecast/fitSmoothing.ts'
import { sectionOf, type Making } from './making.ts'

/** What was fitted: the weights, where level and growth began and stand, and how far the one-step forecasts were off. */
export function smoothingSection({ words }: Making, fit: SmoothingFit): AnalysisSection {
  const { t } = words
  const { trend, season } = fit.kind
  const line = (key: Figure, value: number | null) => [t(`analysisSales.smoothing.${key}`), value, t(`analysisSales.smoothing.${key}.says`)]
  return sectionOf('model', t('analysisSales.smoothing'), {
    sentence: t('analysisSales.smoothing.sentence'),
    table: {
      columns: [
        { name: t('analysisCompare.figure'), format: 'text' },
        { name: t('analysisCompare.value'), format: 'number', digits: 'fine' },
        { name: t('analysisCompare.meaning'), format: 'text' },
      ],
      rows: [
        line('alpha', fit.parameters.alpha),
        ...(trend === 'none' ? [] : [line('beta', fit.parameters.beta)]),
        ...(season === 'none' ? [] : [line('gamma', fit.parameters.gamma)]),
        ...(trend === 'damped' ? [line('phi', fit.parameters.phi)] : []),
        line('startLevel', fit.start.level),
        ...(trend === 'none' ? [] : [line('startTrend', fit.start.trend)]),
        line('level', fit.state.level),
        ...(trend === 'none' ? [] : [line('trend', fit.state.trend)]),
        line('sse', fit.sse),
        line('deviation', fit.variance === null ? null : Math.sqrt(fit.variance)),
        line('logLikelihood', fit.logLikelihood),
      ],
      opens: null,
    },
  })
}

type Figure = 'alpha' | 'beta' | 'gamma' | 'phi' | 'startLevel' | 'startTrend' | 'level' | 'trend' | 'sse' | 'deviation' | 'logLikelihood'
