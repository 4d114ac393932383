import type { OptionColorKey } from '#shared/model/optionColors.ts'
import type { TemplateFilter } from '../templateData.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

/** Why customers leave, with the column that counts the follow-ups that speak of it. */
const reasons = [
  { code: 'quality', color: 'red', talks: 'customer.leftForQuality', words: 'words.leftForQuality' },
  { code: 'service', color: 'purple', talks: 'customer.leftForService', words: 'words.leftForService' },
  { code: 'price', color: 'yellow', talks: 'customer.leftForPrice', words: 'words.leftForPrice' },
  { code: 'budget', color: 'brown', talks: 'customer.leftForBudget', words: 'words.leftForBudget' },
  { code: 'competitor', color: 'orange', talks: 'customer.leftForCompetitor', words: 'words.competitor' },
  { code: 'noNeed', color: 'blue', talks: 'customer.leftForNoNeed', words: 'words.leftForNoNeed' },
  { code: 'staff', color: 'teal', talks: 'customer.leftForStaff', words: 'words.leftForStaff' },
] as const satisfies readonly { code: string; color: OptionColorKey; talks: string; words: string }[]

/** Spoken of at least once, and no less than what stands behind it. */
function mostSpokenOf(place: number): TemplateFilter {
  const own = reasons[place]?.talks ?? reasons[0].talks
  return {
    and: [
      { column: own, operator: 'greaterOrEqual', value: 1 },
      ...reasons.slice(place + 1).map(({ talks }) => ({ column: own, operator: 'greaterOrEqual' as const, value: { column: talks } })),
    ],
  }
}

/** 流失原因 of lost customers: proposed by what the follow-ups speak of, for a person to confirm or correct (crm.md B14). */
export const churnReason: SchemeEntry = {
  group: 'lifeCycle',
  scheme: {
    code: 'churnReason',
    table: 'customer',
    target: 'customer.churnReason',
    rule: { kind: 'decisionTable', rows: reasons.map(({ code }, place) => ({ when: mostSpokenOf(place), code })) },
    // Of whom nothing was said the reason has to be asked: it is among what is missing.
    fallback: null,
    scope: { column: 'customer.activity', operator: 'anyOf', codes: ['lost'] },
  },
  columns: [
    ...reasons.map(({ talks, words }) =>
      ofCustomer({
        role: talks,
        type: 'rollup',
        link: 'customer.followUps',
        function: 'count',
        filter: { column: 'followUp.content', operator: 'matches', text: words },
      }),
    ),
    ofCustomer({
      role: 'customer.churnReason',
      type: 'singleSelect',
      options: [...reasons.map(({ code, color }) => ({ code, color })), { code: 'other', color: 'gray' }],
    }),
  ],
}
