import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import type { Column } from '#shared/model/column.ts'
import { associations, type Association } from '../models/segments/crossSell.ts'
import { crossSellList, type Buyer, type Offer } from '../models/segments/crossSellList.ts'
import { columnOf, keyText } from './columnWords.ts'
import { customerNames } from './rowNames.ts'
import { productNamesOf, purchaseRoles, purchasesOf } from './figures/purchases.ts'
import { listedText, missingOf, sectionOf, type Making } from './making.ts'
import { spanOf } from './span.ts'

/** A segment of fewer buyers says nothing, and a product fewer than a third of it have bought is no habit. */
const rule = { leastBuyers: 20, leastShare: 0.3 }
/** Pairs of products that fewer customers bought may go together by chance. */
const leastForPair = 5
const leastTogether = 3

/** What is bought together, and what to offer to whom. */
export function crossSell(making: Making, input: AnalysisInputs['crossSell']): Analysis {
  const { context, words } = making
  const { t } = words
  const segment = input.segmentColumnId === null ? null : columnOf(context, input.segmentColumnId, ({ type }) => type === 'singleSelect')
  const buyers = purchasesOf(context, spanOf(input.period, context.today).now, segment)
  if (buyers === null) return missingOf(making, purchaseRoles) ?? { kind: 'missing', text: t('analysisDeals.cross.nothing') }
  const notes = [
    t('analysisDeals.cross.method', { buyers: rule.leastBuyers, share: words.share(rule.leastShare) }),
    t('analysisDeals.cross.lift'),
    t('analysisDeals.cross.pairRule', { buyers: leastForPair, together: leastTogether }),
    t('analysisDeals.cross.counted'),
  ]
  if (buyers.length === 0) return { kind: 'nothing', text: t('analysisDeals.cross.nothing'), notes }
  const pairs = associations(
    buyers.map(({ products }) => [...products]),
    leastForPair,
  )
  return { kind: 'shown', sections: [offerSection(making, buyers, pairs, segment), pairSection(making, buyers.length, pairs)], notes }
}

function offerSection(making: Making, buyers: readonly Buyer[], pairs: readonly Association[], segment: Column | null): AnalysisSection {
  const { context, words, longest } = making
  const { t } = words
  const title = t('analysisDeals.cross.offers')
  const large = segmentSizes(buyers).filter(({ size }) => size >= rule.leastBuyers)
  if (large.length === 0) return sectionOf('offers', title, { emptyText: t('analysisDeals.cross.smallSegments', { least: rule.leastBuyers }) })
  const lists = crossSellList(buyers, pairs, rule).toSorted(
    (left, right) => (right.offers[0]?.because?.lift ?? 0) - (left.offers[0]?.because?.lift ?? 0) || left.customer - right.customer,
  )
  if (lists.length === 0) return sectionOf('offers', title, { emptyText: t('analysisDeals.cross.noOffers') })
  const listed = lists.slice(0, longest)
  const ids = listed.map(({ customer }) => customer)
  const names = customerNames(context, ids, words)
  const product = productNames(making)
  const known = new Map(buyers.map((buyer) => [buyer.customer, buyer]))
  const counts = new Map<number, number>()
  for (const { offers } of lists) for (const offer of offers) counts.set(offer.product, (counts.get(offer.product) ?? 0) + 1)
  const hasMore = lists.some(({ offers }) => offers.length > 1)
  const wanted = [...counts].toSorted((left, right) => right[1] - left[1] || left[0] - right[0])
  return sectionOf('offers', title, {
    sentence: words.joined([
      t('analysisDeals.cross.sentence', { count: lists.length, product: product(wanted[0]?.[0] ?? 0), most: wanted[0]?.[1] ?? 0 }),
      listedText(making, listed.length, lists.length),
    ]),
    chart: {
      kind: 'labelledBars',
      bars: wanted
        .slice(0, drawn)
        .map(([id, count]) => ({ name: product(id), value: count, label: t('analysisDeals.cross.customers', { count }), color: null, faint: false })),
      mark: null,
    },
    table: {
      columns: [
        { name: t('report.pareto.customer'), format: 'text' },
        ...(segment === null ? [] : ([{ name: segment.name, format: 'text' }] as const)),
        { name: t('analysisDeals.cross.bought'), format: 'number' },
        { name: t('analysisDeals.cross.offer'), format: 'text' },
        { name: t('analysisDeals.cross.why'), format: 'text' },
        ...(hasMore ? ([{ name: t('analysisDeals.cross.alsoOffer'), format: 'text' }] as const) : []),
      ],
      rows: listed.map(({ customer, offers }, place) => [
        names[place] ?? '',
        ...(segment === null ? [] : [keyText(making, segment, known.get(customer)?.segment ?? null).name]),
        known.get(customer)?.products.size ?? 0,
        product(offers[0]?.product ?? 0),
        reasonText(making, product, offers[0], t(segment === null ? 'analysisDeals.cross.ofAll' : 'analysisDeals.cross.ofSegment')),
        ...(hasMore
          ? [
              offers
                .slice(1, 4)
                .map((offer) => product(offer.product))
                .join(t('common.listSeparator')),
            ]
          : []),
      ]),
      opens: { tableId: context.schema.columnByRole('customer.name')?.tableId ?? 0, rowIds: ids },
    },
  })
}

const drawn = 12

function reasonText({ words }: Making, product: (id: number) => string, offer: Offer | undefined, whom: string): string {
  if (offer === undefined) return ''
  const share = words.share(offer.share)
  return offer.because === null || offer.because.lift <= 1
    ? words.t('analysisDeals.cross.becauseShare', { share, whom })
    : words.t('analysisDeals.cross.because', { share, whom, product: product(offer.because.product), lift: offer.because.lift.toFixed(1) })
}

function segmentSizes(buyers: readonly Buyer[]): { segment: number | null; size: number }[] {
  const sizes = new Map<number | null, number>()
  for (const { segment } of buyers) sizes.set(segment, (sizes.get(segment) ?? 0) + 1)
  return [...sizes].map(([segment, size]) => ({ segment, size }))
}

/** Pairs that go together more than chance, each once, from the product whose buyers more surely buy the other. */
function pairSection(making: Making, all: number, pairs: readonly Association[]): AnalysisSection {
  const { words, longest } = making
  const { t } = words
  const title = t('analysisDeals.cross.pairs')
  const confidences = new Map(pairs.map(({ from, to, confidence }) => [`${from} ${to}`, confidence]))
  const together = pairs.filter(({ from, to, both, lift, confidence }) => {
    const back = confidences.get(`${to} ${from}`) ?? 0
    return lift > 1 && both >= leastTogether && (confidence > back || (confidence === back && from < to))
  })
  const [strongest] = together
  if (strongest === undefined) return sectionOf('pairs', title, { emptyText: t('analysisDeals.cross.noPairs') })
  const product = productNames(making)
  const listed = together.slice(0, longest)
  return sectionOf('pairs', title, {
    sentence: words.joined([
      t('analysisDeals.cross.strongest', {
        from: product(strongest.from),
        to: product(strongest.to),
        share: words.share(strongest.confidence),
        lift: strongest.lift.toFixed(1),
      }),
      listedText(making, listed.length, together.length),
    ]),
    chart: {
      kind: 'labelledBars',
      bars: listed.slice(0, drawn).map(({ from, to, lift, both }) => ({
        name: t('analysisDeals.cross.pair', { from: product(from), to: product(to) }),
        value: lift,
        label: t('analysisDeals.cross.liftLabel', { lift: lift.toFixed(1), count: both }),
        color: null,
        faint: false,
      })),
      mark: { value: 1, name: t('analysisDeals.cross.mark') },
    },
    table: {
      columns: [
        { name: t('analysisDeals.cross.from'), format: 'text' },
        { name: t('analysisDeals.cross.to'), format: 'text' },
        { name: t('analysisDeals.cross.both'), format: 'number' },
        { name: t('analysisDeals.cross.support'), format: 'percent' },
        { name: t('analysisDeals.cross.confidence'), format: 'percent' },
        { name: t('analysisDeals.cross.liftTitle'), format: 'number' },
      ],
      rows: listed.map(({ from, to, both, confidence, lift }) => [product(from), product(to), both, both / all, confidence, lift]),
      opens: null,
    },
  })
}

function productNames({ context, words }: Making): (id: number) => string {
  const names = productNamesOf(context)
  return (id) => names.get(id) ?? words.t('report.unnamed')
}
