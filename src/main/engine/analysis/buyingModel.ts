import type { AnalysisSection } from '#shared/contract/analysis.ts'
import type { BgNbdFit } from '../models/buying/bgNbd.ts'
import type { GammaGammaFit } from '../models/buying/gammaGamma.ts'
import { sectionOf, type Making } from './making.ts'

/** The fitted parameters of both models, as papers and other programs print them; time is in weeks. */
export function buyingModelSection({ words }: Making, buying: BgNbdFit, spending: GammaGammaFit | null): AnalysisSection {
  const { t } = words
  const line = (model: string, key: Figure, value: number | null) => [
    model,
    t(`analysisBuying.model.${key}`),
    value,
    t(`analysisBuying.model.${key}.says`),
  ]
  const ofBuying = (['r', 'alpha', 'a', 'b', 'logLikelihood', 'customers'] as const).map((key) => line('BG/NBD', key, buying[key]))
  const ofSpending = (['p', 'q', 'v', 'logLikelihood', 'customers', 'correlation'] as const).map((key) =>
    line('Gamma-Gamma', key, spending?.[key] ?? null),
  )
  return sectionOf('model', t('analysisBuying.model'), {
    sentence: t('analysisBuying.model.sentence'),
    table: {
      columns: [
        { name: t('analysisBuying.model.name'), format: 'text' },
        { name: t('analysisCompare.figure'), format: 'text' },
        { name: t('analysisCompare.value'), format: 'number', digits: 'fine' },
        { name: t('analysisCompare.meaning'), format: 'text' },
      ],
      rows: [...ofBuying, ...(spending === null ? [] : ofSpending)],
      opens: null,
    },
  })
}

type Figure = Exclude<keyof BgNbdFit, 'evaluations' | 'converged'> | Exclude<keyof GammaGammaFit, 'converged'>
