import type { Analysis, AnalysisInputs, AnalysisTable } from '#shared/contract/analysis.ts'
import type { ScatterChart } from '#shared/contract/comparisonChart.ts'
import type { Column } from '#shared/model/column.ts'
import { isMoneyColumn } from '../compute/money.ts'
import { chanceText, columnOf, isBeyondChance, isNumber, numberText, plainNumber, requireSameTable } from './columnWords.ts'
import { relationFigures, type Relation, type RelationLine } from './figures/relationFigures.ts'
import { sectionOf, type Making } from './making.ts'

type Pair = { x: Column; y: Column }

/** Whether two number columns of a table go together, and what one more of the one is worth in the other. */
export function relation(making: Making, input: AnalysisInputs['relation']): Analysis {
  const { context, words } = making
  const pair = { x: columnOf(context, input.xColumnId, isNumber), y: columnOf(context, input.yColumnId, isNumber) }
  requireSameTable(pair.x, pair.y)
  const figures = relationFigures(context, pair.x, pair.y)
  const notes = [
    ...(figures.leftOut === 0 ? [] : [words.t('analysisCompare.relation.leftOut', { count: figures.leftOut })]),
    words.t('analysisCompare.relation.method'),
    words.t('analysisCompare.chance'),
    words.t('analysisCompare.relation.cause'),
  ]
  if ('problem' in figures.answer) {
    const text = words.t(`analysisCompare.relation.${figures.answer.problem}`, { x: pair.x.name, count: figures.count })
    return { kind: 'nothing', text, notes }
  }
  const { line } = figures.answer
  return {
    kind: 'shown',
    sections: [
      sectionOf('relation', words.t('analysisCompare.relation.section', { x: pair.x.name, y: pair.y.name }), {
        sentence: words.joined([slopeText(making, pair, line, figures), strengthText(making, line)]),
        warning: figures.count < fewRows ? words.t('analysisCompare.relation.few', { count: figures.count }) : null,
        chart: chartOf(making, pair, figures, line),
        table: tableOf(making, pair, line, figures.count),
      }),
    ],
    notes,
  }
}

/** Of fewer rows a line is easily drawn by one of them. */
const fewRows = 20

function slopeText(making: Making, { x, y }: Pair, line: RelationLine, { range }: Relation): string {
  const { t } = making.words
  if (line.slope === 0) return t('analysisCompare.relation.flat', { x: x.name, y: y.name })
  const step = handyStep(range === null ? 1 : range.to - range.from)
  return t(line.slope > 0 ? 'analysisCompare.relation.more' : 'analysisCompare.relation.less', {
    x: x.name,
    y: y.name,
    step: numberText(making, x, step),
    by: numberText(making, y, Math.abs(line.slope * step)),
  })
}

/** A round step of about a tenth of the range: one more order, ten thousand more of the amount. */
function handyStep(range: number): number {
  return range > 0 ? Number(`1e${Math.floor(Math.log10(range)) - (range >= 10 ? 1 : 0)}`) : 1
}

/** How close the two go together, by Cohen’s marks (1988), and whether chance would do so. */
function strengthText({ words }: Making, { correlation, rSquared, pValue }: RelationLine): string {
  const { t } = words
  if (correlation === null || rSquared === null) return t('analysisCompare.relation.yEqual')
  if (pValue === null) return t('analysisCompare.relation.twoRows')
  const size = Math.abs(correlation)
  const strength = size < 0.1 ? 'none' : size < 0.3 ? 'weak' : size < 0.5 ? 'medium' : 'strong'
  return words.joined([
    t(`analysisCompare.relation.${strength}`, { r: correlation.toFixed(2), share: words.share(rSquared) }),
    t(isBeyondChance(pValue) ? 'analysisCompare.relation.real' : 'analysisCompare.relation.maybeChance', { p: chanceText(pValue) }),
  ])
}

function chartOf({ context }: Making, { x, y }: Pair, { points, range }: Relation, { slope, intercept }: RelationLine): ScatterChart {
  const axis = (column: Column) => ({ title: column.name, unit: isMoneyColumn(context.schema, column) ? ('currency' as const) : ('count' as const) })
  const at = (place: number) => [place, intercept + slope * place] as const
  return { kind: 'scatter', x: axis(x), y: axis(y), points, line: range === null ? null : [at(range.from), at(range.to)] }
}

function tableOf({ words }: Making, { x, y }: Pair, line: RelationLine, count: number): AnalysisTable {
  const { t } = words
  const { slope, intercept, correlation, rSquared, pValue, standardError, interceptError, residualDeviation, slopeInterval } = line
  const equation = t('analysisCompare.relation.equation', {
    y: y.name,
    x: x.name,
    intercept: plainNumber(intercept),
    sign: slope < 0 ? '−' : '+',
    slope: plainNumber(Math.abs(slope)),
  })
  return {
    columns: [
      { name: t('analysisCompare.figure'), format: 'text' },
      { name: t('analysisCompare.value'), format: 'number', digits: 'fine' },
      { name: t('analysisCompare.meaning'), format: 'text' },
    ],
    rows: [
      [t('analysisCompare.relation.rows'), count, t('analysisCompare.relation.rowsMeaning')],
      [t('analysisCompare.relation.r'), correlation, t('analysisCompare.relation.rMeaning')],
      [t('analysisCompare.relation.rSquared'), rSquared, t('analysisCompare.relation.rSquaredMeaning', { y: y.name, x: x.name })],
      [t('analysisCompare.relation.p'), pValue, t('analysisCompare.relation.pMeaning')],
      [t('analysisCompare.relation.slope'), slope, t('analysisCompare.relation.slopeMeaning', { x: x.name, y: y.name })],
      [t('analysisCompare.relation.slopeError'), standardError, t('analysisCompare.relation.slopeErrorMeaning')],
      [t('analysisCompare.relation.slopeFrom'), slopeInterval?.from ?? null, t('analysisCompare.relation.slopeFromMeaning')],
      [t('analysisCompare.relation.slopeTo'), slopeInterval?.to ?? null, t('analysisCompare.relation.slopeFromMeaning')],
      [t('analysisCompare.relation.intercept'), intercept, t('analysisCompare.relation.interceptMeaning', { x: x.name, y: y.name })],
      [t('analysisCompare.relation.interceptError'), interceptError, t('analysisCompare.relation.slopeErrorMeaning')],
      [t('analysisCompare.relation.residual'), residualDeviation, t('analysisCompare.relation.residualMeaning', { y: y.name })],
      [t('analysisCompare.relation.line'), '', equation],
    ],
    opens: null,
  }
}
