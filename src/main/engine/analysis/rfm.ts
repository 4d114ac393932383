import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import { chineseSegments, quintileSegments, segmentOf } from '#shared/model/classRules/rfmRule.ts'
import { daysSinceEpoch } from '#shared/lib/days.ts'
import { rfmCuts, rfmScores, type RfmCuts, type RfmScores, type RfmValues } from '../models/segments/rfm.ts'
import { dayTexts, roomFor } from './figures/salesLines.ts'
import { customerNames } from './rowNames.ts'
import { listedText, sectionOf, type Making } from './making.ts'
import { orderNotes, ordersOf, type Orders } from './orders.ts'
import { spanNote, spanOf } from './span.ts'

const bins = 5

/** Who bought lately, often and for much: a map of recency and frequency, the segments, and the customers of one of them. */
export function rfm(making: Making, input: AnalysisInputs['rfm']): Analysis {
  const { context, words } = making
  const found = ordersOf(making)
  if (!found.ok) return found.failure
  const orders = found.value
  const { now } = spanOf(input.period, context.today)
  const notes = [spanNote({ now, before: null }, words), ...orderNotes(context, words)]
  const { buyers, refundsOnly } = buyersOf(making, orders, now)
  if (refundsOnly > 0) notes.push(words.t('analysisBuying.refundsOnly', { count: refundsOnly }))
  if (buyers.length === 0) return { kind: 'nothing', text: words.t('analysisBuying.nothing'), notes }
  const scored = scoredBy(buyers, rfmCuts(buyers, bins, 'atMost'))
  const segments = segmentsOf(input, orders, scored)
  const picked = pickedFrom(making, input, segments, scored)
  return {
    kind: 'shown',
    sections: [mapSection(making, orders, scored), segmentSection(making, orders, segments, buyers), listSection(making, orders, picked)],
    notes: [...notes, cutsNote(making, input, orders, buyers)],
  }
}

type Buyer = RfmValues & { id: number; lastDay: string }
type Scored = Buyer & { scores: RfmScores }
type Segment = { code: (typeof chineseSegments | typeof quintileSegments)[number]['code'] | 'others'; customers: Scored[] }

/** Days since the last purchase, purchases and money (in units) of each customer; who has refunds only is no buyer. */
function buyersOf({ context }: Making, orders: Orders, { from, to }: { from: string; to: string }) {
  const { holders, days, units } = orders.read()
  const [first, last, today] = [daysSinceEpoch(from), daysSinceEpoch(to), daysSinceEpoch(context.today)]
  const size = roomFor(holders)
  const [lastDays, counts, refunds, sums] = [new Int32Array(size), new Int32Array(size), new Int32Array(size), new Float64Array(size)]
  for (let line = 0; line < holders.length; line += 1) {
    const [id = 0, day = 0, amount = 0] = [holders[line], days[line], units[line]]
    if (day < first || day > last) continue
    sums[id] = (sums[id] ?? 0) + amount
    if (amount < 0) refunds[id] = (refunds[id] ?? 0) + 1
    else {
      if (counts[id] === 0 || day > (lastDays[id] ?? 0)) lastDays[id] = day
      counts[id] = (counts[id] ?? 0) + 1
    }
  }
  const textOf = dayTexts()
  const buyers: Buyer[] = []
  let refundsOnly = 0
  for (let id = 0; id < size; id += 1) {
    const [frequency = 0, day = 0] = [counts[id], lastDays[id]]
    if (frequency > 0) buyers.push({ id, lastDay: textOf(day), recency: today - day, frequency, monetary: sums[id] ?? 0 })
    else if ((refunds[id] ?? 0) > 0) refundsOnly += 1
  }
  return { buyers, refundsOnly }
}

const scoredBy = (buyers: readonly Buyer[], cuts: RfmCuts): Scored[] => buyers.map((buyer) => ({ ...buyer, scores: rfmScores(buyer, cuts) }))

/** Two bins for the eight kinds, five for the ten. */
function segmentsOf(input: AnalysisInputs['rfm'], orders: Orders, scored: readonly Scored[]): Segment[] {
  const [all, scoresOf] =
    input.segments === 'quintile' ? [quintileSegments, ({ scores }: Scored) => scores] : [chineseSegments, halves(input, orders, scored)]
  const found = new Map<Segment['code'], Scored[]>()
  for (const customer of scored) {
    const code = segmentOf<(typeof all)[number]>(all, scoresOf(customer))?.code ?? 'others'
    const known = found.get(code)
    if (known === undefined) found.set(code, [customer])
    else known.push(customer)
  }
  return [...all.map(({ code }) => code), 'others' as const].flatMap((code) => {
    const own = found.get(code) ?? []
    return code === 'others' && own.length === 0 ? [] : [{ code, customers: own }]
  })
}

/** Near or far, often or seldom, much or little: by given numbers, by the average, or as many customers on either side. */
function halves(input: AnalysisInputs['rfm'], { unit }: Orders, buyers: readonly Buyer[]): (buyer: Buyer) => RfmScores {
  if (input.cuts === 'half') {
    const cuts = rfmCuts(buyers, 2, 'atMost')
    return (buyer) => rfmScores(buyer, cuts)
  }
  const fixed = input.cuts === 'fixed'
  const means = meansOf(buyers)
  const days = fixed ? input.days : means.recency
  const orders = fixed ? input.orders : means.frequency
  const amount = fixed ? input.amount * unit : means.monetary
  // So many days or fewer are near, so many orders or so much money and more are high; above the mean is more than it.
  const isNear = (recency: number): boolean => (fixed ? recency <= days : recency < days)
  const isHigh = (value: number, bound: number): boolean => (fixed ? value >= bound : value > bound)
  return ({ recency, frequency, monetary }) => ({
    r: isNear(recency) ? 2 : 1,
    f: isHigh(frequency, orders) ? 2 : 1,
    m: isHigh(monetary, amount) ? 2 : 1,
  })
}

function meansOf(buyers: readonly Buyer[]): RfmValues {
  const mean = (pick: (buyer: Buyer) => number): number => buyers.reduce((sum, buyer) => sum + pick(buyer), 0) / buyers.length
  return { recency: mean(({ recency }) => recency), frequency: mean(({ frequency }) => frequency), monetary: mean(({ monetary }) => monetary) }
}

type Picked = { title: string; customers: readonly Scored[] }

function pickedFrom({ words }: Making, input: AnalysisInputs['rfm'], segments: readonly Segment[], scored: readonly Scored[]): Picked | null {
  const { pick } = input
  if (pick === null) return null
  if (pick.kind === 'segment') {
    const segment = segments.find(({ code }) => code === pick.code)
    return segment === undefined ? null : { title: words.t(`schemes.class.${segment.code}`), customers: segment.customers }
  }
  const { r, f } = pick
  return {
    title: words.t('analysisBuying.rfm.place', { r: words.t(`analysisBuying.rfm.r${rank(r)}`), f: words.t(`analysisBuying.rfm.f${rank(f)}`) }),
    customers: scored.filter(({ scores }) => scores.r === r && scores.f === f),
  }
}

/** Five by five: how near across from left to right, how often from top to bottom, and what a customer there has spent on average. */
function mapSection({ words }: Making, { unit }: Orders, scored: readonly Scored[]): AnalysisSection {
  const { t } = words
  const ranks = [5, 4, 3, 2, 1] as const
  const places = ranks.map((f) => ranks.map((r) => scored.filter(({ scores }) => scores.r === r && scores.f === f)))
  const sum = (customers: readonly Scored[]): number => customers.reduce((total, { monetary }) => total + monetary, 0) / unit
  const best = places[0]?.[0] ?? []
  const total = sum(scored)
  return sectionOf('map', t('analysisBuying.rfm.map'), {
    sentence: words.joined([
      t('analysisBuying.rfm.mapSentence', { count: scored.length }),
      best.length > 0 && total > 0 ? t('analysisBuying.rfm.best', { count: best.length, share: words.share(sum(best) / total) }) : '',
    ]),
    chart: {
      kind: 'heatMap',
      columns: ranks.map((r) => t(`analysisBuying.rfm.r${r}`)),
      rows: ranks.map((f) => t(`analysisBuying.rfm.f${f}`)),
      columnsTitle: t('analysisBuying.rfm.recency'),
      rowsTitle: t('analysisBuying.rfm.frequency'),
      unit: 'currency',
      values: places.map((row) => row.map((customers) => (customers.length === 0 ? null : sum(customers) / customers.length))),
      said: places.map((row) =>
        row.map((customers) => t('analysisBuying.rfm.there', { count: customers.length, amount: words.money(round(sum(customers))) })),
      ),
    },
  })
}

function segmentSection({ words }: Making, { unit }: Orders, segments: readonly Segment[], buyers: readonly Buyer[]): AnalysisSection {
  const { t } = words
  const total = buyers.reduce((sum, { monetary }) => sum + monetary, 0)
  const of = (segment: Segment): number => segment.customers.reduce((sum, { monetary }) => sum + monetary, 0)
  const largest = segments.reduce((most, segment) => (of(segment) > of(most) ? segment : most))
  return sectionOf('segments', t('analysisBuying.rfm.segments'), {
    sentence: t('analysisBuying.rfm.segmentsSentence', {
      name: t(`schemes.class.${largest.code}`),
      count: largest.customers.length,
      amount: words.money(round(of(largest) / unit)),
      share: words.share(total > 0 ? of(largest) / total : 0),
    }),
    chart: {
      kind: 'bar',
      horizontal: true,
      stacked: false,
      unit: 'count',
      categories: segments.map(({ code }) => ({ name: t(`schemes.class.${code}`), color: null })),
      series: [{ name: t('analysisSales.customers'), color: null, values: segments.map(({ customers }) => customers.length) }],
    },
    table: {
      columns: [
        { name: t('analysisBuying.rfm.segment'), format: 'text' },
        { name: t('analysisBuying.rfm.advice'), format: 'text' },
        { name: t('analysisSales.customers'), format: 'number' },
        { name: t('analysisBuying.shareOfCustomers'), format: 'percent' },
        { name: t('analysisBuying.amount'), format: 'currency' },
        { name: t('report.pareto.share'), format: 'percent' },
        { name: t('analysisBuying.perCustomer'), format: 'currency' },
      ],
      rows: segments.map((segment) => {
        const { code, customers } = segment
        return [
          t(`schemes.class.${code}`),
          t(`analysisBuying.rfm.do.${code}`),
          customers.length,
          customers.length / buyers.length,
          of(segment) / unit,
          total > 0 ? of(segment) / total : null,
          customers.length === 0 ? null : round(of(segment) / unit / customers.length),
        ]
      }),
      opens: null,
    },
  })
}

function listSection(making: Making, { unit, customerTableId }: Orders, picked: Picked | null): AnalysisSection {
  const { context, words, longest } = making
  const { t } = words
  if (picked === null) return sectionOf('customers', t('analysisBuying.rfm.customers'), { emptyText: t('analysisBuying.rfm.pick') })
  const title = t('analysisBuying.rfm.customersOf', { name: picked.title })
  if (picked.customers.length === 0) return sectionOf('customers', title, { emptyText: t('analysisBuying.rfm.nobody') })
  const listed = picked.customers.toSorted((left, right) => right.monetary - left.monetary || left.id - right.id).slice(0, longest)
  const ids = listed.map(({ id }) => id)
  const names = customerNames(context, ids, words)
  return sectionOf('customers', title, {
    sentence: words.joined([
      t('analysisBuying.rfm.count', { count: picked.customers.length }),
      listedText(making, listed.length, picked.customers.length),
    ]),
    table: {
      columns: [
        { name: t('report.pareto.customer'), format: 'text' },
        { name: t('analysisBuying.lastPurchase'), format: 'date' },
        { name: t('analysisBuying.daysSince'), format: 'number' },
        { name: t('analysisBuying.purchases'), format: 'number' },
        { name: t('analysisBuying.amount'), format: 'currency' },
        { name: t('analysisBuying.rfm.scores'), format: 'text' },
      ],
      rows: listed.map(({ lastDay, recency, frequency, monetary, scores }, place) => [
        names[place] ?? '',
        lastDay,
        recency,
        frequency,
        monetary / unit,
        `R${scores.r} F${scores.f} M${scores.m}`,
      ]),
      opens: { tableId: customerTableId, rowIds: ids },
    },
  })
}

/** Where near, often and much begin, in numbers. */
function cutsNote({ words }: Making, input: AnalysisInputs['rfm'], { unit }: Orders, buyers: readonly Buyer[]): string {
  const { t } = words
  if (input.segments === 'quintile') return t('analysisBuying.rfm.cuts.quintile')
  if (input.cuts === 'half') return t('analysisBuying.rfm.cuts.half')
  if (input.cuts === 'fixed') return t('analysisBuying.rfm.cuts.fixed', { days: input.days, orders: input.orders, amount: words.money(input.amount) })
  const { recency, frequency, monetary } = meansOf(buyers)
  return t('analysisBuying.rfm.cuts.mean', {
    days: Math.round(recency),
    orders: Math.round(frequency * 10) / 10,
    amount: words.money(round(monetary / unit)),
  })
}

const round = (amount: number): number => Math.round(amount * 100) / 100

const rank = (score: number): 1 | 2 | 3 | 4 | 5 => (score <= 1 ? 1 : score === 2 ? 2 : score === 3 ? 3 : score === 4 ? 4 : 5)
