import type { Analysis, AnalysisInputs, AnalysisSection, AnalysisTable } from '#shared/contract/analysis.ts'
import type { IntervalChart } from '#shared/contract/comparisonChart.ts'
import { fineNumber } from '#shared/lib/fineNumber.ts'
import type { Column } from '#shared/model/column.ts'
import { isMoneyColumn } from '../compute/money.ts'
import { chanceText, columnOf, isBeyondChance, isNumber, isOneGroup, keyText, numberText, requireSameTable } from './columnWords.ts'
import type { Anova } from '../models/lib/anova.ts'
import { groupMeansFigures, type GroupMean, type GroupMeans } from './figures/groupMeansFigures.ts'
import { listedText, sectionOf, type Making } from './making.ts'

type Asked = { value: Column; group: Column }

/** Whether a number differs between the groups of a column, or only as much as chance makes it differ. */
export function groupMeans(making: Making, input: AnalysisInputs['groupMeans']): Analysis {
  const { context, words } = making
  const asked = { value: columnOf(context, input.valueColumnId, isNumber), group: columnOf(context, input.groupColumnId, isOneGroup) }
  requireSameTable(asked.value, asked.group)
  const figures = groupMeansFigures(context, asked.value, asked.group)
  const notes = [
    ...(figures.leftOut === 0 ? [] : [words.t('analysisCompare.groupMeans.leftOut', { count: figures.leftOut })]),
    words.t('analysisCompare.groupMeans.method'),
    ...(figures.groups.some(({ interval }) => interval?.isCut === true)
      ? [words.t('analysisCompare.groupMeans.cut', { value: asked.value.name })]
      : []),
    words.t('analysisCompare.chance'),
  ]
  if (figures.count === 0)
    return { kind: 'nothing', text: words.t('analysisCompare.groupMeans.nothing', { value: asked.value.name, group: asked.group.name }), notes }
  const small = figures.groups.filter(({ count }) => count < smallGroup)
  return {
    kind: 'shown',
    sections: [
      sectionOf('means', words.t('analysisCompare.groupMeans.section', { value: asked.value.name, group: asked.group.name }), {
        sentence: words.joined([
          answerText(making, asked, figures),
          spreadText(making, asked, figures),
          listedText(making, drawn, figures.groups.length),
        ]),
        warning: small.length === 0 ? null : words.t('analysisCompare.groupMeans.small', { count: small.length, least: smallGroup }),
        chart: chartOf(making, asked, figures),
        table: tableOf(making, asked, figures.groups),
      }),
      ...('test' in figures.answer ? [anovaSection(making, figures.answer.test)] : []),
    ],
    notes,
  }
}

/** The mean of fewer rows says little. */
const smallGroup = 5
/** The most groups a chart names. */
const drawn = 30

function answerText({ words }: Making, { value, group }: Asked, { answer }: GroupMeans): string {
  const { t } = words
  const names = { value: value.name, group: group.name }
  if ('problem' in answer) return t(`analysisCompare.groupMeans.${answer.problem}`, names)
  const { pValue, etaSquared } = answer.test
  return isBeyondChance(pValue)
    ? t('analysisCompare.groupMeans.real', { ...names, p: chanceText(pValue), share: words.share(etaSquared) })
    : t('analysisCompare.groupMeans.maybeChance', { ...names, p: chanceText(pValue) })
}

/** Which group stands highest and which lowest. */
function spreadText(making: Making, { value, group }: Asked, { groups }: GroupMeans): string {
  const ranked = groups.toSorted((left, right) => right.mean - left.mean)
  const [high, low] = [ranked[0], ranked.at(-1)]
  if (high === undefined || low === undefined || high === low || high.mean === low.mean) return ''
  return making.words.t('analysisCompare.groupMeans.spread', {
    high: keyText(making, group, high.key).name,
    most: numberText(making, value, high.mean),
    low: keyText(making, group, low.key).name,
    least: numberText(making, value, low.mean),
  })
}

function chartOf(making: Making, { value, group }: Asked, { groups, count }: GroupMeans): IntervalChart {
  const whole = groups.reduce((sum, { mean, count: members }) => sum + (mean * members) / count, 0)
  return {
    kind: 'intervals',
    title: value.name,
    unit: isMoneyColumn(making.context.schema, value) ? 'currency' : 'count',
    groups: groups.slice(0, drawn).map(({ key, mean, interval }) => ({
      ...keyText(making, group, key),
      mean,
      interval: interval === null ? null : { from: interval.from, to: interval.to },
    })),
    mark: { value: whole, name: making.words.t('analysisCompare.groupMeans.whole', { mean: numberText(making, value, whole) }) },
  }
}

function tableOf(making: Making, { value, group }: Asked, groups: readonly GroupMean[]): AnalysisTable {
  const { t } = making.words
  const format = isMoneyColumn(making.context.schema, value) ? ('currency' as const) : ('number' as const)
  return {
    columns: [
      { name: group.name, format: 'text' },
      { name: t('analysisCompare.rows'), format: 'number' },
      { name: t('analysisCompare.groupMeans.mean'), format },
      { name: t('analysisCompare.groupMeans.from'), format },
      { name: t('analysisCompare.groupMeans.to'), format },
      { name: t('analysisCompare.groupMeans.deviation'), format },
      { name: t('analysisCompare.remark'), format: 'text' },
    ],
    rows: groups.map(({ key, count, mean, interval, deviation }) => [
      keyText(making, group, key).name,
      count,
      mean,
      interval?.from ?? null,
      interval?.to ?? null,
      deviation,
      count < smallGroup ? t('analysisCompare.small') : '',
    ]),
    opens: null,
  }
}

/** The table of the textbooks: sums of squares, degrees of freedom, mean squares, F and p. */
function anovaSection({ words }: Making, { between, within, f, pValue, etaSquared }: Anova): AnalysisSection {
  const { t } = words
  const isEndless = !Number.isFinite(f)
  return sectionOf('anova', t('analysisCompare.groupMeans.anova'), {
    sentence: isEndless
      ? t('analysisCompare.groupMeans.anova.endless')
      : t('analysisCompare.groupMeans.anova.sentence', { between: between.freedom, within: within.freedom, f: fineNumber(f) }),
    table: {
      columns: [
        { name: t('analysisCompare.groupMeans.anova.source'), format: 'text' },
        { name: t('analysisCompare.groupMeans.anova.squares'), format: 'number', digits: 'fine' },
        { name: t('analysisCompare.groupMeans.anova.freedom'), format: 'number' },
        { name: t('analysisCompare.groupMeans.anova.meanSquare'), format: 'number', digits: 'fine' },
        { name: 'F', format: 'number', digits: 'fine' },
        { name: 'p', format: 'number', digits: 'fine' },
        { name: t('analysisCompare.groupMeans.anova.share'), format: 'number', digits: 'fine' },
      ],
      rows: [
        [
          t('analysisCompare.groupMeans.anova.between'),
          between.sumOfSquares,
          between.freedom,
          between.meanSquare,
          isEndless ? null : f,
          pValue,
          etaSquared,
        ],
        [t('analysisCompare.groupMeans.anova.within'), within.sumOfSquares, within.freedom, within.meanSquare, null, null, 1 - etaSquared],
        [
          t('analysisCompare.groupMeans.anova.total'),
          between.sumOfSquares + within.sumOfSquares,
          between.freedom + within.freedom,
          null,
          null,
          null,
          1,
        ],
      ],
      opens: null,
    },
  })
}
