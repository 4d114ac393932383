import type { Analysis, AnalysisSection } from '#shared/contract/analysis.ts'
import {
  leastDeals,
  winCheck,
  winEvidence,
  winModel,
  winProbability as chanceOf,
  type Evidence,
  type WinModel,
} from '../models/service/winProbability.ts'
import { keyText } from './columnWords.ts'
import { stagesOf, type Stages } from './figures/deals.ts'
import { amountField, winFields, type KnownDeal, type WinFields } from './figures/winFields.ts'
import { listedText, missingOf, sectionOf, type Making } from './making.ts'

/** How likely each open deal is to be won, by how deals like it ended, and what speaks for and against it. */
export function winProbability(making: Making): Analysis {
  const { context, words } = making
  const { t } = words
  const stages = stagesOf(context)
  if (stages === null)
    return missingOf(making, ['opportunity.name', 'opportunity.stage']) ?? { kind: 'missing', text: t('analysisDeals.win.noStages') }
  if (stages.wonId === null || stages.lostId === null) return { kind: 'missing', text: t('analysisDeals.win.noStages') }
  const found = winFields(context, stages)
  const closed = found.deals.flatMap(({ stageId, fields }) =>
    stageId === stages.wonId ? [{ fields, won: true }] : stageId === stages.lostId ? [{ fields, won: false }] : [],
  )
  const model = winModel(closed)
  const notes = [t('analysisDeals.win.method'), t('analysisDeals.win.leftOut'), t('analysisDeals.win.independent')]
  if (model.won < leastDeals || model.lost < leastDeals) {
    return { kind: 'nothing', text: t('analysisDeals.win.tooFew', { least: leastDeals, won: model.won, lost: model.lost }), notes }
  }
  const open = found.deals.filter(({ stageId }) => stageId !== stages.wonId && stageId !== stages.lostId)
  const check = winCheck(model, closed)
  const said =
    check === null ? [] : [t('analysisDeals.win.check', { count: closed.length, right: words.share(check.right), plain: words.share(check.plain) })]
  const doubt = check !== null && check.right <= check.plain ? t('analysisDeals.win.noBetter') : null
  return {
    kind: 'shown',
    sections: [{ ...openSection(making, stages, found, model, open), warning: doubt }, fieldSection(making, found, model)],
    notes: [...said, ...notes],
  }
}

function openSection(making: Making, stages: Stages, found: WinFields, model: WinModel, open: readonly KnownDeal[]): AnalysisSection {
  const { words, longest } = making
  const { t } = words
  const title = t('analysisDeals.win.open')
  if (open.length === 0) return sectionOf('open', title, { emptyText: t('analysisDeals.win.noneOpen') })
  const judged = open
    .map((deal) => ({ deal, chance: chanceOf(model, deal.fields) ?? 0 }))
    .toSorted((left, right) => right.chance - left.chance || left.deal.id - right.deal.id)
  const listed = judged.slice(0, longest).map(({ deal, chance }) => ({ deal, chance, evidence: winEvidence(model, deal.fields) }))
  const expected = judged.reduce((sum, { deal, chance }) => sum + chance * (deal.amount ?? 0), 0)
  const baseRate = model.won / (model.won + model.lost)
  return sectionOf('open', title, {
    sentence: words.joined([
      t('analysisDeals.win.sentence', {
        count: open.length,
        likely: judged.filter(({ chance }) => chance >= 0.5).length,
        rate: words.share(baseRate),
      }),
      expected > 0 ? t('analysisDeals.win.expected', { amount: words.money(Math.round(expected)) }) : '',
      listedText(making, listed.length, judged.length),
    ]),
    chart: {
      kind: 'labelledBars',
      bars: listed
        .slice(0, drawn)
        .map(({ deal, chance }) => ({ name: deal.name, value: chance, label: words.share(chance), color: null, faint: false })),
      mark: { value: baseRate, name: t('analysisDeals.win.mark', { rate: words.share(baseRate) }) },
    },
    table: {
      columns: [
        { name: t('analysisDeals.win.deal'), format: 'text' },
        { name: t('report.pareto.customer'), format: 'text' },
        { name: stages.column.name, format: 'text' },
        { name: t('analysisDeals.amount'), format: 'currency' },
        { name: t('analysisDeals.win.chance'), format: 'percent' },
        { name: t('analysisDeals.win.raises'), format: 'text' },
        { name: t('analysisDeals.win.lowers'), format: 'text' },
      ],
      rows: listed.map(({ deal, chance, evidence }) => [
        deal.name,
        deal.customer,
        stages.column.settings.options.find(({ id }) => id === deal.stageId)?.name ?? '',
        deal.amount,
        chance,
        evidenceText(making, found, evidence, 1),
        evidenceText(making, found, evidence, -1),
      ]),
      opens: { tableId: stages.column.tableId, rowIds: listed.map(({ deal }) => deal.id) },
    },
  })
}

/** The most deals a chart names, and the most reasons said of one. */
const drawn = 15
const mostReasons = 3
/** Odds moved by less than a tenth are not worth a word. */
const leastWeight = Math.log(1.1)

/** What speaks for (1) or against (−1) winning, the strongest first. */
function evidenceText(making: Making, found: WinFields, evidence: readonly Evidence[], direction: 1 | -1): string {
  const { words } = making
  return evidence
    .filter(({ weight }) => weight * direction >= leastWeight)
    .toSorted((left, right) => Math.abs(right.weight) - Math.abs(left.weight))
    .slice(0, mostReasons)
    .map((each) => valueText(making, found, each.field, each.value).whole)
    .join(words.t('common.listSeparator'))
}

function valueText(
  making: Making,
  { columns, bounds }: WinFields,
  field: string,
  value: string | number,
): { name: string; value: string; whole: string } {
  const { words } = making
  const { t } = words
  const column = columns.get(field)
  const pair = (name: string, text: string) => ({ name, value: text, whole: t('analysisDeals.win.pair', { name, value: text }) })
  if (column !== undefined) return pair(column.name, keyText(making, column, value).name)
  if (field !== amountField || bounds === null) return pair(field, String(value))
  const [low, high] = bounds.map((bound) => words.money(Math.round(bound)))
  const band =
    value === 0
      ? t('analysisDeals.win.upTo', { high: low ?? '' })
      : value === 1
        ? t('analysisDeals.win.between', { low: low ?? '', high: high ?? '' })
        : t('analysisDeals.win.above', { low: high ?? '' })
  return pair(t('analysisDeals.amount'), band)
}

/** Of each value seen often enough, how deals with it ended: those first that move the odds most. */
function fieldSection(making: Making, found: WinFields, model: WinModel): AnalysisSection {
  const { words, longest } = making
  const { t } = words
  const values = [...model.counts]
    .flatMap(([field, counts]) =>
      [...counts].map(([value, { won, lost }]) => ({ field, value, won, lost, weight: winEvidence(model, { [field]: value })[0]?.weight ?? 0 })),
    )
    .filter(({ won, lost }) => won + lost >= leastSeen)
    .toSorted((left, right) => Math.abs(right.weight) - Math.abs(left.weight))
  const [strongest] = values
  const title = t('analysisDeals.win.fields')
  if (strongest === undefined) return sectionOf('fields', title, { emptyText: t('analysisDeals.win.noFields') })
  const text = (each: (typeof values)[number]) => valueText(making, found, each.field, each.value)
  return sectionOf('fields', title, {
    sentence: t(strongest.weight >= 0 ? 'analysisDeals.win.raisesMost' : 'analysisDeals.win.lowersMost', {
      what: text(strongest).whole,
      rate: words.share(strongest.won / (strongest.won + strongest.lost)),
      all: words.share(model.won / (model.won + model.lost)),
    }),
    chart: {
      kind: 'labelledBars',
      bars: values.slice(0, drawn).map((each) => ({
        name: text(each).whole,
        value: each.won / (each.won + each.lost),
        label: t('analysisDeals.win.rateLabel', { rate: words.share(each.won / (each.won + each.lost)), count: each.won + each.lost }),
        color: null,
        faint: false,
      })),
      mark: {
        value: model.won / (model.won + model.lost),
        name: t('analysisDeals.win.mark', { rate: words.share(model.won / (model.won + model.lost)) }),
      },
    },
    table: {
      columns: [
        { name: t('analysisDeals.win.field'), format: 'text' },
        { name: t('analysisDeals.win.value'), format: 'text' },
        { name: t('analysisDeals.win.won'), format: 'number' },
        { name: t('analysisDeals.win.lost'), format: 'number' },
        { name: t('analysisDeals.win.rate'), format: 'percent' },
        { name: t('analysisDeals.win.odds'), format: 'number' },
      ],
      rows: values
        .slice(0, longest)
        .map((each) => [text(each).name, text(each).value, each.won, each.lost, each.won / (each.won + each.lost), Math.exp(each.weight)]),
      opens: null,
    },
  })
}

/** A value of fewer closed deals is not listed; the model still weighs it. */
const leastSeen = 5
