import type { Column } from '#shared/model/column.ts'
import { usualLifeCycle, type LifeCyclePhase } from '#shared/model/classRules/lifeCycleRule.ts'
import { chineseSegments, quintileSegments } from '#shared/model/classRules/rfmRule.ts'
import type { OptionColorKey } from '#shared/model/optionColors.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Rule } from '#shared/model/scheme.ts'

/** A column that a preset reads; `role` says which one a customer book has for it. */
export type PresetField = {
  name: 'lastOrder' | 'firstOrder' | 'orders' | 'ordersLately' | 'amount' | 'amountLately' | 'number'
  kind: 'number' | 'date'
  role: ColumnRole | null
}

export type PresetName = Preset['name']

type ClassCode =
  | (typeof chineseSegments | typeof quintileSegments)[number]['code']
  | LifeCyclePhase
  | ('others' | 'potential' | 'mature' | 'gone' | 'active' | 'leaving' | 'unsure' | 'staying' | 'once')
  | ('valueHigh' | 'valueMiddle' | 'valueLow' | 'noValue')
  | ('tailored' | 'standard')
  | ('tagOne' | 'tagTwo')
  | ('never' | 'frequent' | 'occasional' | 'notLately')
  | ('cold' | 'warm' | 'hot' | 'low' | 'middle' | 'high' | 'first' | 'second' | 'other')
type Class = { code: ClassCode; color: OptionColorKey }

/** A scheme to begin with: its classes, what it reads, and the rule made of these. Options are numbered from 1 in the order of the classes. */
export type Preset = {
  name:
    | 'rfmChinese'
    | 'rfmQuintiles'
    | 'lifeCycle'
    | 'lifeCycleNew'
    | 'lifeCycleActive'
    | 'comeBack'
    | 'frequency'
    | 'value'
    | 'score'
    | 'bands'
    | 'decisionTable'
    | 'tags'
    | 'manual'
  classes: readonly Class[]
  fields: readonly PresetField[]
  rule: (columns: Readonly<Record<PresetField['name'], number>>) => Rule
  /** Place of the class for rows that no rule takes, from 1; null leaves them unclassified. */
  fallback: number | null
}

const lastOrder: PresetField = { name: 'lastOrder', kind: 'date', role: 'customer.lastOrderDate' }
const firstOrder: PresetField = { name: 'firstOrder', kind: 'date', role: 'customer.firstOrderDate' }
const orders: PresetField = { name: 'orders', kind: 'number', role: 'customer.orderCount' }
const ordersLately: PresetField = { name: 'ordersLately', kind: 'number', role: 'customer.orderCount12Months' }
const amount: PresetField = { name: 'amount', kind: 'number', role: 'customer.amountAll' }
const amountLately: PresetField = { name: 'amountLately', kind: 'number', role: 'customer.amount12Months' }
const number: PresetField = { name: 'number', kind: 'number', role: null }

const strong: readonly OptionColorKey[] = ['step1', 'step2', 'orange', 'red', 'blue', 'sky', 'teal', 'gray']
const numbered = (segments: typeof chineseSegments | typeof quintileSegments) =>
  segments.map(({ r, f, m }, index) => ({ r, f, m, optionId: index + 1 }))

/** A life cycle told by the orders alone; `phases` names the class of each phase by its place. */
function lifeCycle(phases: readonly [number, number, number, number, number], maturityOrders: number): Preset['rule'] {
  const [acquisition, growth, maturity, decline, exit] = phases
  return (columns) => ({
    kind: 'lifeCycle',
    orderCountColumnId: columns.orders,
    firstOrderColumnId: columns.firstOrder,
    lastOrderColumnId: columns.lastOrder,
    gapColumnId: null,
    amounts: null,
    ...usualLifeCycle,
    maturityOrders,
    phases: { acquisition, growth, maturity, decline, exit },
  })
}

export const presets = [
  {
    name: 'rfmChinese',
    classes: chineseSegments.map(({ code }, index) => ({ code, color: strong[index] ?? 'gray' })),
    fields: [lastOrder, orders, amount],
    rule: (columns) => ({
      kind: 'rfm',
      recencyColumnId: columns.lastOrder,
      frequencyColumnId: columns.orders,
      monetaryColumnId: columns.amount,
      cuts: { kind: 'mean' },
      segments: numbered(chineseSegments),
    }),
    fallback: null,
  },
  {
    name: 'rfmQuintiles',
    classes: [...quintileSegments.map(({ code }, index) => ({ code, color: quintileColors(index) })), { code: 'others', color: 'gray' }],
    fields: [lastOrder, orders, amount],
    rule: (columns) => ({
      kind: 'rfm',
      recencyColumnId: columns.lastOrder,
      frequencyColumnId: columns.orders,
      monetaryColumnId: columns.amount,
      cuts: { kind: 'quantile', bins: 5, method: 'atMost' },
      segments: numbered(quintileSegments),
    }),
    fallback: quintileSegments.length + 1,
  },
  {
    name: 'lifeCycle',
    classes: [
      { code: 'acquisition', color: 'sky' },
      { code: 'growth', color: 'blue' },
      { code: 'maturity', color: 'green' },
      { code: 'decline', color: 'orange' },
      { code: 'exit', color: 'gray' },
    ],
    fields: [orders, firstOrder, lastOrder],
    rule: lifeCycle([1, 2, 3, 4, 5], usualLifeCycle.maturityOrders),
    fallback: null,
  },
  {
    name: 'lifeCycleNew',
    classes: [
      { code: 'potential', color: 'sky' },
      { code: 'new', color: 'blue' },
      { code: 'mature', color: 'green' },
      { code: 'gone', color: 'gray' },
    ],
    fields: [orders, firstOrder, lastOrder],
    rule: lifeCycle([1, 2, 3, 3, 4], usualLifeCycle.maturityOrders),
    fallback: null,
  },
  {
    name: 'lifeCycleActive',
    classes: [
      { code: 'potential', color: 'sky' },
      { code: 'new', color: 'blue' },
      { code: 'active', color: 'green' },
      { code: 'gone', color: 'gray' },
    ],
    fields: [orders, firstOrder, lastOrder],
    rule: lifeCycle([1, 2, 3, 3, 4], 2),
    fallback: null,
  },
  {
    name: 'comeBack',
    classes: [
      { code: 'leaving', color: 'step1' },
      { code: 'unsure', color: 'step3' },
      { code: 'staying', color: 'green' },
      { code: 'once', color: 'gray' },
    ],
    fields: [orders, firstOrder, lastOrder],
    rule: (columns) => ({
      kind: 'alive',
      orderDaysColumnId: columns.orders,
      firstOrderColumnId: columns.firstOrder,
      lastOrderColumnId: columns.lastOrder,
      bands: [
        { from: null, optionId: 1 },
        { from: 0.3, optionId: 2 },
        { from: 0.7, optionId: 3 },
      ],
      onceOptionId: 4,
    }),
    fallback: null,
  },
  {
    name: 'frequency',
    classes: [
      { code: 'frequent', color: 'step1' },
      { code: 'occasional', color: 'step3' },
      { code: 'notLately', color: 'gray' },
      { code: 'never', color: 'sky' },
    ],
    fields: [orders, ordersLately],
    rule: (columns) => ({
      kind: 'decisionTable',
      rows: [
        { when: { kind: 'condition', columnId: columns.ordersLately, operator: 'greaterOrEqual', value: 6 }, optionId: 1 },
        { when: { kind: 'condition', columnId: columns.ordersLately, operator: 'greaterOrEqual', value: 1 }, optionId: 2 },
        { when: { kind: 'condition', columnId: columns.orders, operator: 'greaterOrEqual', value: 1 }, optionId: 3 },
      ],
    }),
    fallback: 4,
  },
  {
    name: 'value',
    classes: [
      { code: 'valueHigh', color: 'step1' },
      { code: 'valueMiddle', color: 'step3' },
      { code: 'valueLow', color: 'step4' },
      { code: 'noValue', color: 'gray' },
    ],
    fields: [amountLately, ordersLately],
    rule: (columns) => ({
      kind: 'rankScore',
      parts: [
        { columnId: columns.amountLately, weight: 5 },
        { columnId: columns.ordersLately, weight: 2 },
      ],
      bands: [
        { from: null, optionId: 3 },
        { from: 40, optionId: 2 },
        { from: 70, optionId: 1 },
      ],
      nothingOptionId: 4,
    }),
    fallback: null,
  },
  {
    name: 'score',
    classes: [
      { code: 'hot', color: 'step1' },
      { code: 'warm', color: 'orange' },
      { code: 'cold', color: 'sky' },
    ],
    fields: [],
    rule: () => ({
      kind: 'score',
      lines: [{ kind: 'condition', when: { kind: 'and', items: [] }, points: 20, decay: null }],
      lowest: 0,
      highest: 100,
      bands: [
        { from: null, optionId: 3 },
        { from: 40, optionId: 2 },
        { from: 70, optionId: 1 },
      ],
    }),
    fallback: null,
  },
  {
    name: 'bands',
    classes: [
      { code: 'high', color: 'step1' },
      { code: 'middle', color: 'step3' },
      { code: 'low', color: 'step4' },
    ],
    fields: [number],
    rule: (columns) => ({
      kind: 'bands',
      metric: { kind: 'column', columnId: columns.number },
      bands: [
        { from: null, optionId: 3 },
        { from: 10, optionId: 2 },
        { from: 100, optionId: 1 },
      ],
    }),
    fallback: null,
  },
  {
    name: 'decisionTable',
    classes: [
      { code: 'first', color: 'blue' },
      { code: 'second', color: 'orange' },
      { code: 'other', color: 'gray' },
    ],
    fields: [],
    rule: () => ({ kind: 'decisionTable', rows: [] }),
    fallback: 3,
  },
  {
    name: 'tags',
    classes: [
      { code: 'tagOne', color: 'blue' },
      { code: 'tagTwo', color: 'orange' },
    ],
    fields: [],
    rule: () => ({ kind: 'tags', rows: [] }),
    fallback: null,
  },
  {
    name: 'manual',
    classes: [
      { code: 'tailored', color: 'step1' },
      { code: 'standard', color: 'sky' },
    ],
    fields: [],
    rule: () => ({ kind: 'manual', optionIds: [1, 2], reasonRequired: false }),
    fallback: null,
  },
] as const satisfies readonly Preset[]

function quintileColors(index: number): OptionColorKey {
  return (['step1', 'green', 'teal', 'sky', 'blue', 'red', 'orange', 'yellow', 'purple', 'brown'] as const)[index] ?? 'gray'
}

/** The column a field begins with: that of its role, else the only one that fits, else none. */
export function guessColumn(field: PresetField, fitting: readonly Pick<Column, 'id' | 'role'>[]): number | null {
  const byRole = fitting.find(({ role }) => role !== null && role === field.role)
  return byRole?.id ?? (fitting.length === 1 ? (fitting[0]?.id ?? null) : null)
}
