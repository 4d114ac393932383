import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import { predict, type Prediction } from './forecastMethods.ts'
import { smoothingSection } from './smoothingModel.ts'
import { sectionOf, type Making } from './making.ts'
import { orderNotes, ordersOf } from './orders.ts'
import { salesSeries, type SalesSeries } from './salesSeries.ts'

/** What sales will likely be in the coming months or weeks, how sure that is, and how well the method would have done. */
export function forecast(making: Making, input: AnalysisInputs['forecast']): Analysis {
  const { context, words } = making
  const found = ordersOf(making)
  if (!found.ok) return found.failure
  const orders = found.value
  const series = salesSeries(making, orders, input.by)
  const notes = [...series.notes, ...orderNotes(context, words, { byCustomer: false })]
  if (series.values.length === 0) return { kind: 'nothing', text: words.t('analysisSales.forecast.nothing'), notes }
  const predicted = predict(series.values, input, series.season)
  if (!predicted.ok) {
    const isSeasonal = input.method === 'seasonAdditive' || input.method === 'seasonMultiplicative'
    const why =
      predicted.failure === 'tooFewValues' && !isSeasonal
        ? words.t('analysisSales.forecast.tooFew')
        : words.t('analysisSales.forecast.noFit', { why: words.t(`words.modelFailure.${predicted.failure}`) })
    return { kind: 'nothing', text: words.joined([why, isSeasonal ? words.t('analysisSales.forecast.seasonsNeed') : '']), notes }
  }
  const prediction = series.values.every((value) => value >= 0) ? notBelowZero(predicted.value) : predicted.value
  const test = backTest(series, input)
  return {
    kind: 'shown',
    sections: [
      aheadSection(making, input, series, prediction),
      ...(test === null ? [] : [testSection(making, input, series, test)]),
      ...(prediction.fit === null ? [] : [smoothingSection(making, prediction.fit)]),
    ],
    notes: [
      ...notes,
      words.t('analysisSales.forecast.bands'),
      ...(prediction.points.some(({ low95 }) => low95 === null) ? [words.t('analysisSales.forecast.noBands')] : []),
      ...(test === null ? [words.t('analysisSales.forecast.noTest')] : []),
      words.t('analysisSales.forecast.trust'),
    ],
  }
}

/** Sales that were never below nothing will not be. */
function notBelowZero({ points, ...rest }: Prediction): Prediction {
  const least = (value: number | null): number | null => (value === null ? null : Math.max(0, value))
  return {
    ...rest,
    points: points.map((point) => ({
      value: Math.max(0, point.value),
      low80: least(point.low80),
      high80: least(point.high80),
      low95: least(point.low95),
      high95: least(point.high95),
    })),
  }
}

function aheadSection({ words }: Making, input: AnalysisInputs['forecast'], series: SalesSeries, { points, method }: Prediction): AnalysisSection {
  const { t } = words
  const ahead = series.next(points.length)
  const sum = points.reduce((total, { value }) => total + value, 0)
  const before = series.values.slice(-points.length).reduce((total, value) => total + value, 0)
  const compared = series.values.length >= points.length && before > 0
  const past = series.values.map(() => null)
  const join = (pick: (point: Prediction['points'][number]) => number | null): (number | null)[] => [
    // The bands and the forecast begin where the past ends, so that no gap stands between them.
    ...past.slice(1),
    series.values.at(-1) ?? null,
    ...points.map(pick),
  ]
  const hasBands = points.every(({ low95 }) => low95 !== null)
  return sectionOf('ahead', t('analysisSales.forecast.ahead'), {
    sentence: words.joined([
      t(`analysisSales.forecast.sentence.${input.by}`, { count: points.length, amount: words.money(Math.round(sum)) }),
      compared
        ? t(sum >= before ? 'analysisSales.forecast.more' : 'analysisSales.forecast.less', { share: words.share(Math.abs(sum / before - 1)) })
        : '',
      t('analysisSales.forecast.method', { method: methodText({ words }, method) }),
    ]),
    chart: {
      kind: 'forecast',
      periods: [...series.periods, ...ahead],
      past: [...series.values, ...points.map(() => null)],
      future: join(({ value }) => value),
      bands: hasBands
        ? [
            { name: t('analysisSales.forecast.band95'), low: join(({ low95 }) => low95), high: join(({ high95 }) => high95) },
            { name: t('analysisSales.forecast.band80'), low: join(({ low80 }) => low80), high: join(({ high80 }) => high80) },
          ]
        : [],
      pastName: t('analysisSales.forecast.past'),
      futureName: t('analysisSales.forecast.future'),
      unit: 'currency',
    },
    table: {
      columns: [
        { name: t(`analysisSales.forecast.${input.by}`), format: 'text' },
        { name: t('analysisSales.forecast.future'), format: 'currency', digits: 'whole' },
        { name: t('analysisSales.forecast.low80'), format: 'currency', digits: 'whole' },
        { name: t('analysisSales.forecast.high80'), format: 'currency', digits: 'whole' },
        { name: t('analysisSales.forecast.low95'), format: 'currency', digits: 'whole' },
        { name: t('analysisSales.forecast.high95'), format: 'currency', digits: 'whole' },
      ],
      rows: points.map((point, place) => [ahead[place] ?? '', point.value, point.low80, point.high80, point.low95, point.high95]),
      opens: null,
    },
  })
}

function methodText({ words }: Pick<Making, 'words'>, method: Prediction['method']): string {
  const { t } = words
  if (method.kind === 'average') return t('analysisSales.forecast.is.average', { count: method.width })
  const { trend, season } = method
  return season === 'none'
    ? t(`analysisSales.forecast.trend.${trend}`)
    : t('analysisSales.forecast.is.seasonal', {
        trend: t(`analysisSales.forecast.trend.${trend}`),
        season: t(`analysisSales.forecast.season.${season}`),
      })
}

type BackTest = { from: number; predicted: readonly number[]; same: readonly number[]; method: Prediction['method'] }

/** The last periods are hidden from the method and forecast from those before; and said to be as the last one known. */
function backTest(series: SalesSeries, input: AnalysisInputs['forecast']): BackTest | null {
  const hidden = Math.min(input.ahead, Math.floor(series.values.length / 4))
  if (hidden < 1) return null
  const from = series.values.length - hidden
  const known = series.values.slice(0, from)
  const predicted = predict(known, { ...input, ahead: hidden }, series.season)
  if (!predicted.ok) return null
  return {
    from,
    method: predicted.value.method,
    predicted: predicted.value.points.map(({ value }) => value),
    same: series.values.slice(from).map(() => known.at(-1) ?? 0),
  }
}

function testSection(making: Making, input: AnalysisInputs['forecast'], series: SalesSeries, test: BackTest): AnalysisSection {
  const { words } = making
  const { t } = words
  const actual = series.values.slice(test.from)
  const own = meanError(actual, test.predicted)
  const same = meanError(actual, test.same)
  const unit = input.by
  return sectionOf('test', t('analysisSales.forecast.test'), {
    sentence:
      own === null || same === null
        ? t(`analysisSales.forecast.testNothing.${unit}`, { count: actual.length })
        : words.joined([
            t(`analysisSales.forecast.testSentence.${unit}`, {
              count: actual.length,
              error: words.share(own),
              method: methodText(making, test.method),
            }),
            Math.abs(own - same) < 0.1 * same
              ? t('analysisSales.forecast.aboutSame', { error: words.share(same) })
              : own < same
                ? t('analysisSales.forecast.better', { error: words.share(same) })
                : t('analysisSales.forecast.notBetter', { error: words.share(same) }),
          ]),
    table: {
      columns: [
        { name: t(`analysisSales.forecast.${unit}`), format: 'text' },
        { name: t('analysisSales.forecast.past'), format: 'currency' },
        { name: t('analysisSales.forecast.would'), format: 'currency', digits: 'whole' },
        { name: t('analysisSales.forecast.off'), format: 'percent' },
      ],
      rows: actual.map((value, place) => {
        const predicted = test.predicted[place] ?? 0
        return [series.periods[test.from + place] ?? '', value, predicted, value > 0 ? Math.abs(predicted - value) / value : null]
      }),
      opens: null,
    },
  })
}

/** MAPE: the mean share by which the forecast was off, over the periods with sales; null without any. */
function meanError(actual: readonly number[], predicted: readonly number[]): number | null {
  const errors = actual.flatMap((value, place) => (value > 0 ? [Math.abs((predicted[place] ?? 0) - value) / value] : []))
  return errors.length === 0 ? null : errors.reduce((sum, error) => sum + error, 0) / errors.length
}
