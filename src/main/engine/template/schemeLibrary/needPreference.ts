import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateFilter } from '../templateData.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

const talks = {
  price: 'customer.priceTalks',
  quality: 'customer.qualityTalks',
  service: 'customer.serviceTalks',
} as const satisfies Record<string, ColumnRole>

/** Spoken of at least once, and no less than of the others. */
const most = (own: ColumnRole, ...others: ColumnRole[]): TemplateFilter => ({
  and: [
    { column: own, operator: 'greaterOrEqual', value: 1 },
    ...others.map((other) => ({ column: own, operator: 'greaterOrEqual' as const, value: { column: other } })),
  ],
})

/** 需求偏好: what the follow-ups speak of most, by words; who knows better says so by hand (crm.md B1.11). */
export const needPreference: SchemeEntry = {
  group: 'profile',
  scheme: {
    code: 'needPreference',
    table: 'customer',
    target: 'customer.needPreference',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: most(talks.price, talks.quality, talks.service), code: 'price' },
        { when: most(talks.quality, talks.service), code: 'quality' },
        { when: most(talks.service), code: 'service' },
      ],
    },
    fallback: 'unknown',
  },
  columns: [
    ...(['price', 'quality', 'service'] as const).map((about) =>
      ofCustomer({
        role: talks[about],
        type: 'rollup',
        link: 'customer.followUps',
        function: 'count',
        filter: { column: 'followUp.content', operator: 'matches', text: `words.${about}` },
      }),
    ),
    ofCustomer({
      role: 'customer.needPreference',
      type: 'singleSelect',
      options: [
        { code: 'price', color: 'orange' },
        { code: 'quality', color: 'blue' },
        { code: 'service', color: 'green' },
        { code: 'unknown', color: 'gray' },
      ],
    }),
  ],
}
