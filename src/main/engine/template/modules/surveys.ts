import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateFilter } from '../templateData.ts'
import type { TemplateModule } from './templateModule.ts'

const shown: readonly ColumnRole[] = [
  'survey.number',
  'survey.customer',
  'survey.date',
  'survey.way',
  'survey.nps',
  'survey.product',
  'survey.attitude',
  'survey.delivery',
  'survey.satisfaction',
  'survey.opinion',
  'survey.author',
]
const past90Days: TemplateFilter = { column: 'survey.date', operator: 'within', value: { kind: 'pastDays', days: 90 } }
const newest = [{ column: 'survey.date', direction: 'descending' }] as const

/** 满意度调查: how content customers say they are, and whether they would recommend us. */
export const surveys: TemplateModule = {
  code: 'surveys',
  tables: [
    {
      role: 'survey',
      primary: 'survey.number',
      columns: [
        { role: 'survey.number', type: 'autoNumber', pattern: 'DC-{yyyyMM}-{0001}' },
        { role: 'survey.customer', type: 'link', inverse: 'customer.surveys', multiple: false, required: true },
        { role: 'survey.date', type: 'date', required: true },
        {
          role: 'survey.way',
          type: 'singleSelect',
          options: [
            { code: 'online', color: 'blue' },
            { code: 'paper', color: 'brown' },
            { code: 'phone', color: 'sky' },
            { code: 'visit', color: 'orange' },
            { code: 'review', color: 'purple' },
          ],
        },
        // Not a rating: those begin at 1, and 0 is an answer here.
        { role: 'survey.nps', type: 'number', range: { min: 0, max: 10 }, foot: 'average' },
        { role: 'survey.product', type: 'rating' },
        { role: 'survey.attitude', type: 'rating' },
        { role: 'survey.delivery', type: 'rating' },
        {
          role: 'survey.satisfaction',
          type: 'formula',
          foot: 'average',
          source:
            'IF(COUNT({survey.product}, {survey.attitude}, {survey.delivery}) = 0, BLANK(), AVERAGE({survey.product}, {survey.attitude}, {survey.delivery}))',
          look: 'number',
          decimals: 1,
        },
        { role: 'survey.opinion', type: 'longText' },
        { role: 'survey.author', type: 'member' },
      ],
    },
    {
      role: 'customer',
      primary: 'customer.name',
      columns: [
        { role: 'customer.surveys', type: 'link', inverse: 'survey.customer', multiple: true },
        {
          role: 'customer.satisfaction12Months',
          type: 'rollup',
          link: 'customer.surveys',
          function: 'average',
          target: 'survey.satisfaction',
          filter: { column: 'survey.date', operator: 'within', value: { kind: 'pastDays', days: 365 } },
        },
        {
          role: 'customer.lastNps',
          type: 'rollup',
          link: 'customer.surveys',
          function: 'latest',
          target: 'survey.nps',
          order: 'survey.date',
          // An answer without this question does not hide the one before it.
          filter: { column: 'survey.nps', operator: 'isNotEmpty' },
        },
        {
          role: 'customer.lowestSatisfaction90Days',
          type: 'rollup',
          link: 'customer.surveys',
          function: 'min',
          target: 'survey.satisfaction',
          filter: past90Days,
        },
        { role: 'customer.lowestNps90Days', type: 'rollup', link: 'customer.surveys', function: 'min', target: 'survey.nps', filter: past90Days },
      ],
    },
  ],
  schemes: [],
  views: [
    { role: 'survey.all', table: 'survey', sorts: newest, columns: shown },
    {
      role: 'survey.detractors',
      table: 'survey',
      filter: {
        or: [
          { column: 'survey.nps', operator: 'lessOrEqual', value: 6 },
          { column: 'survey.satisfaction', operator: 'lessOrEqual', value: 2 },
        ],
      },
      sorts: newest,
      columns: shown,
    },
    { role: 'survey.byCustomer', table: 'survey', groups: [{ column: 'survey.customer', direction: 'ascending' }], sorts: newest, columns: shown },
  ],
}
