import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import type { LabelledBars } from '#shared/contract/comparisonChart.ts'
import { funnel as reachedSteps, passedFunnel, type FunnelStep } from '../models/segments/funnel.ts'
import { medianStays, stageEvents } from '../models/segments/stageTimes.ts'
import type { Period } from '../report/period.ts'
import { customerCourses, customerSteps, never, type CustomerCourses } from './figures/customerSteps.ts'
import { dealsOf, stagesOf, type Deal, type Stages } from './figures/deals.ts'
import { lostReasons } from './lostReasons.ts'
import { missingOf, sectionOf, type Making } from './making.ts'
import { spanOf } from './span.ts'

/** How far deals and customers that began in a period have come, and where most of them stay behind. */
export function funnel(making: Making, input: AnalysisInputs['funnel']): Analysis {
  const { context, words } = making
  const { now: period } = spanOf(input.period, context.today)
  const stages = stagesOf(context)
  const deals = stages === null ? [] : dealsOf(context, stages).filter(({ course }) => isWithin(course.start, period))
  const courses = customerCourses(making, period)
  if (stages === null && courses === null)
    return missingOf(making, ['opportunity.stage', 'followUp.customer', 'followUp.time']) ?? nothing(making, [])
  const notes = [
    words.t('analysisDeals.funnel.method'),
    ...(input.windowDays === null ? [] : [words.t('analysisDeals.funnel.window', { days: input.windowDays })]),
    ...(stages === null
      ? [words.t('analysisDeals.funnel.noDeals')]
      : [words.t('analysisDeals.funnel.unknownDays'), words.t('analysisDeals.funnel.young'), ...besideNote(making, stages)]),
  ]
  const sections = [
    ...(stages === null || deals.length === 0 ? [] : [dealSection(making, stages, deals, input.windowDays), lostReasons(making, stages, deals)]),
    ...(courses === null || courses.customers === 0 ? [] : [customerSection(making, courses, input.windowDays)]),
  ]
  return sections.length === 0 ? nothing(making, notes) : { kind: 'shown', sections, notes }
}

const nothing = ({ words }: Making, notes: string[]): Analysis => ({ kind: 'nothing', text: words.t('analysisDeals.funnel.nothing'), notes })

const isWithin = (day: string, { from, to }: Period): boolean => day >= from && day <= to

function besideNote({ words }: Making, { column, steps, beside }: Stages): string[] {
  if (beside.length === 0) return []
  const names = beside.map(({ name }) => name).join(words.t('common.listSeparator'))
  return [words.t('analysisDeals.funnel.beside', { names, won: steps.at(-1)?.name ?? '', column: column.name })]
}

function dealSection(making: Making, stages: Stages, deals: readonly Deal[], windowDays: number | null): AnalysisSection {
  const { t } = making.words
  const courses = deals.map(({ course }) => course)
  const steps = reachedSteps(
    courses.flatMap((course) => stageEvents(course, stages.steps.length)),
    stages.steps.length,
    { order: 'ordered', windowDays },
  )
  const stays = medianStays(courses, stages.steps.length)
  const lostUnknown = deals.filter(({ stageId, course }) => stageId === stages.lostId && course.moves.length === 0).length
  return stepsSection(making, 'deals', stages.steps, steps, {
    sentence: t(windowDays === null ? 'analysisDeals.funnel.deals' : 'analysisDeals.funnel.dealsWithin', {
      count: deals.length,
      won: stages.wonId === null ? 0 : (steps.at(-1)?.reached ?? 0),
      share: making.words.share(stages.wonId === null ? 0 : (steps.at(-1)?.overall ?? 0)),
      days: windowDays ?? 0,
    }),
    stays: stays.some(({ count }) => count > 0) ? stays : null,
    warning: lostUnknown === 0 ? null : t('analysisDeals.funnel.lostUnknown', { count: lostUnknown }),
  })
}

function customerSection(making: Making, courses: CustomerCourses, windowDays: number | null): AnalysisSection {
  const { t } = making.words
  const steps = passedFunnel(courses.steps, never, windowDays)
  const names = customerSteps.map((step) => ({ name: t(`analysisDeals.funnel.${step}`), color: null }))
  return stepsSection(making, 'customers', names, steps, {
    sentence: t(windowDays === null ? 'analysisDeals.funnel.customers' : 'analysisDeals.funnel.customersWithin', {
      count: steps[0]?.reached ?? 0,
      won: steps.at(-1)?.reached ?? 0,
      share: making.words.share(steps.at(-1)?.overall ?? 0),
      days: windowDays ?? 0,
    }),
    stays: null,
    warning: null,
  })
}

type Told = { sentence: string; warning: string | null; stays: { days: number | null; count: number }[] | null }

function stepsSection(
  making: Making,
  key: 'deals' | 'customers',
  names: readonly { name: string; color: string | null }[],
  steps: readonly FunnelStep[],
  { sentence, warning, stays }: Told,
): AnalysisSection {
  const { words } = making
  const { t } = words
  const chart: LabelledBars = {
    kind: 'labelledBars',
    bars: steps.map(({ reached, overall }, place) => ({
      name: names[place]?.name ?? '',
      value: reached,
      label: overall === null ? String(reached) : t('analysisDeals.funnel.label', { count: reached, share: words.share(overall) }),
      color: names[place]?.color ?? null,
      faint: false,
    })),
    mark: null,
  }
  return sectionOf(key, t(`analysisDeals.funnel.${key}Title`), {
    sentence: words.joined([sentence, weakestText(making, names, steps)]),
    warning,
    chart,
    table: {
      columns: [
        { name: t('analysisDeals.funnel.step'), format: 'text' },
        { name: t('analysisDeals.funnel.reached'), format: 'number' },
        { name: t('analysisDeals.funnel.conversion'), format: 'percent' },
        { name: t('analysisDeals.funnel.overall'), format: 'percent' },
        { name: t('analysisDeals.funnel.stayed'), format: 'number' },
        ...(stays === null
          ? []
          : ([
              { name: t('analysisDeals.funnel.median'), format: 'number' },
              { name: t('analysisDeals.funnel.known'), format: 'number' },
            ] as const)),
      ],
      rows: steps.map(({ reached, conversion, overall }, place) => [
        names[place]?.name ?? '',
        reached,
        place === 0 ? null : conversion,
        overall,
        place === steps.length - 1 ? null : reached - (steps[place + 1]?.reached ?? 0),
        ...(stays === null ? [] : [stays[place]?.days ?? null, stays[place]?.count ?? 0]),
      ]),
      opens: null,
    },
  })
}

/** The step at which the smallest share goes on. */
function weakestText({ words }: Making, names: readonly { name: string }[], steps: readonly FunnelStep[]): string {
  const [weakest] = steps
    .map(({ conversion }, place) => ({ conversion, place }))
    .filter(({ conversion, place }) => place > 0 && conversion !== null && conversion < 1)
    .toSorted((left, right) => (left.conversion ?? 1) - (right.conversion ?? 1))
  if (weakest === undefined) return ''
  return words.t('analysisDeals.funnel.weakest', {
    from: names[weakest.place - 1]?.name ?? '',
    to: names[weakest.place]?.name ?? '',
    share: words.share(weakest.conversion ?? 0),
  })
}
