import { parseAddress } from '#shared/lib/parseAddress.ts'
import { writeAddress } from '#shared/model/address.ts'
import type { ModuleCode } from '#shared/model/modules.ts'
import type { SchemeCode } from '#shared/model/roles.ts'
import type { Facts, Order } from './libraryBook.ts'

/** From data to class, and in both directions of time: days pass, and orders (by place, over all customers) are voided. */
export type Case = {
  scheme: SchemeCode
  says: string
  customers: readonly Facts[]
  modules?: readonly ModuleCode[]
  expected: string | null
  /** The class after so many days in all. */
  later?: readonly (readonly [days: number, expected: string | null])[]
  /** The class with these orders cancelled; with them confirmed again it is what it was. */
  voided?: readonly [orders: readonly number[], expected: string | null]
}

const every = (days: number, count: number, amount = 1000, last = 0): Order[] =>
  Array.from({ length: count }, (_, index) => ({ ago: last + index * days, amount }))
const contractEnding = (ago: number): NonNullable<Facts['rows']>[number] => ({
  table: 'contract',
  customer: 'contract.customer',
  cells: { 'contract.number': 'HT-1', 'contract.status': { code: 'active' }, 'contract.endDate': { ago } },
})
const text = (address: string): string => writeAddress(parseAddress(address)) ?? ''

export const cases: readonly Case[] = [
  {
    scheme: 'customerGroup',
    says: 'wish and means make a target, an order an existing customer, and not before its day',
    customers: [
      { cells: { 'customer.buyingIntent': { code: 'high' }, 'customer.buyingAbility': { code: 'middle' } }, orders: [{ ago: -3, amount: 10 }] },
    ],
    expected: 'target',
    later: [
      [2, 'target'],
      [3, 'existing'],
    ],
  },
  {
    scheme: 'customerGroup',
    says: 'wish without means is potential; the only order voided takes back what it made',
    customers: [
      { cells: { 'customer.buyingIntent': { code: 'high' }, 'customer.buyingAbility': { code: 'low' } }, orders: [{ ago: 3, amount: 10 }] },
    ],
    expected: 'existing',
    voided: [[0], 'potential'],
  },
  {
    scheme: 'rfm',
    says: 'lately, often and much against the means; an order to come makes the difference on its day',
    customers: [
      {
        orders: [
          { ago: 300, amount: 10 },
          { ago: -5, amount: 90_000 },
        ],
      },
      { orders: every(30, 3) },
    ],
    expected: 'ordinaryWinBack',
    later: [[5, 'importantDevelop']],
  },
  {
    scheme: 'rfm',
    says: 'without its orders a customer is less, and without any has no class',
    customers: [{ orders: every(30, 3) }, { orders: [{ ago: 300, amount: 10 }] }],
    expected: 'importantValue',
    voided: [[0, 1, 2], null],
  },
  {
    scheme: 'rfmQuintiles',
    says: 'the best of five is a champion until its orders are voided',
    customers: [{ orders: every(5, 6, 5000) }, ...[1, 2, 3, 4].map((place) => ({ orders: every(40, place, 100, 40 * place) }))],
    expected: 'champions',
    voided: [[0, 1, 2, 3, 4, 5], null],
  },
  {
    scheme: 'rfmQuintiles',
    says: 'who was best long ago is overtaken on the day others buy',
    customers: [
      { orders: every(5, 6, 5000, 20) },
      ...[1, 2, 3, 4].map((place) => ({
        orders: [
          { ago: 300 + place, amount: 10 },
          { ago: -30, amount: 10 },
        ],
      })),
    ],
    expected: 'champions',
    later: [[30, 'atRisk']],
  },
  {
    scheme: 'value',
    says: 'ranks among buyers; after 12 months nothing is left to rank',
    customers: [{ orders: every(30, 3, 9000) }, { orders: [{ ago: 10, amount: 100 }] }],
    expected: 'high',
    later: [
      [300, 'high'],
      [366, 'none'],
    ],
    voided: [[0, 1, 2], 'none'],
  },
  {
    scheme: 'purchasingPower',
    says: 'the largest order, else the potential; a return is no order',
    customers: [
      {
        cells: { 'customer.annualPotential': 20_000 },
        orders: [
          { ago: 5, amount: 120_000 },
          { ago: 4, amount: -120_000 },
        ],
      },
    ],
    expected: 'high',
    voided: [[0], 'middle'],
  },
  {
    scheme: 'purchasingPower',
    says: 'an order to come says nothing yet',
    customers: [{ orders: [{ ago: -2, amount: 120_000 }] }],
    expected: null,
    later: [[2, 'high']],
  },
  {
    scheme: 'strategic',
    says: 'a weighted mean of four stars, to the hundredth',
    customers: [{ cells: { 'customer.marketPosition': 4, 'customer.influence': 4, 'customer.reputation': 4, 'customer.cooperation': 4 } }],
    expected: 'strategic',
  },
  {
    scheme: 'strategic',
    says: 'a rating that is missing leaves it open',
    customers: [{ cells: { 'customer.marketPosition': 5, 'customer.influence': 5, 'customer.reputation': 5 } }],
    expected: null,
  },
  {
    scheme: 'growthPotential',
    says: 'of grade C and twice the 90 days before; 90 days on the growth is over',
    customers: [
      {
        orders: [
          { ago: 100, amount: 1000 },
          { ago: 10, amount: 2000 },
        ],
      },
    ],
    expected: 'potential',
    later: [[90, 'usual']],
    voided: [[1], 'usual'],
  },
  {
    scheme: 'gradeUp',
    says: 'of grade C and twice the 90 days before, B is in sight; 90 days on the growth is over',
    customers: [
      {
        orders: [
          { ago: 100, amount: 1000 },
          { ago: 10, amount: 2000 },
        ],
      },
    ],
    expected: 'toB',
    later: [
      [79, 'toB'],
      [90, 'stay'],
      [356, null],
    ],
    voided: [[1], 'stay'],
  },
  {
    scheme: 'lifetimeValue',
    says: 'average × orders × margin × years; silence of three cycles leaves nothing to come, a year without orders no class',
    customers: [
      {
        orders: [
          { ago: 400, amount: 1000, lines: [{ category: 'parts', price: 1000, cost: 600 }] },
          { ago: 20, amount: 1000, lines: [{ category: 'parts', price: 1000, cost: 600 }] },
        ],
      },
      { orders: [{ ago: 10, amount: 100, lines: [{ category: 'parts', price: 100, cost: 50 }] }] },
    ],
    expected: 'high',
    later: [
      [250, 'high'],
      [251, 'usual'],
      [345, null],
    ],
    voided: [[0, 1], null],
  },
  {
    scheme: 'purchaseFrequency',
    says: 'six orders in 12 months are frequent; they leave the window one by one',
    customers: [{ orders: every(10, 6, 100, 300) }],
    expected: 'frequent',
    later: [
      [20, 'occasional'],
      [70, 'notLately'],
    ],
    voided: [[0], 'occasional'],
  },
  {
    scheme: 'orderFrequency',
    says: 'below the median, until the others have no more',
    customers: [
      { orders: [{ ago: 5, amount: 10 }] },
      {
        orders: [
          { ago: 350, amount: 10 },
          { ago: 350, amount: 10 },
          { ago: 5, amount: 10 },
        ],
      },
    ],
    expected: 'seldom',
    later: [[30, 'often']],
    voided: [[1, 2], 'often'],
  },
  {
    scheme: 'orderSize',
    says: 'the average of ￥20,000 and ￥1,000 is large; so is one that is to come, on its day',
    customers: [
      {
        orders: [
          { ago: 9, amount: 1000 },
          { ago: 8, amount: 20_000 },
          { ago: -1, amount: 90_000 },
        ],
      },
    ],
    expected: 'large',
    voided: [[1], 'small'],
  },
  {
    scheme: 'orderSize',
    says: 'an order to come does not count before its day',
    customers: [
      {
        orders: [
          { ago: 9, amount: 1000 },
          { ago: -1, amount: 90_000 },
        ],
      },
    ],
    expected: 'small',
    later: [[1, 'large']],
  },
  {
    scheme: 'purchaseType',
    says: 'the kind that makes more than half of 12 months',
    customers: [
      {
        orders: [
          { ago: 360, amount: 600, more: { 'order.kind': { code: 'goods' } } },
          { ago: 10, amount: 400, more: { 'order.kind': { code: 'service' } } },
        ],
      },
    ],
    expected: 'goods',
    later: [
      [10, 'service'],
      [400, null],
    ],
    voided: [[0], 'service'],
  },
  {
    scheme: 'purchaseType',
    says: 'half is not more than half',
    customers: [
      {
        orders: [
          { ago: 3, amount: 500, more: { 'order.kind': { code: 'parts' } } },
          { ago: 2, amount: 500, more: { 'order.kind': { code: 'project' } } },
        ],
      },
    ],
    expected: 'mixed',
  },
  {
    scheme: 'purchaseType',
    says: 'orders of which none says its kind tell nothing',
    customers: [{ orders: [{ ago: 3, amount: 500 }] }],
    expected: null,
  },
  {
    scheme: 'mainCategory',
    says: 'the category that makes more than half of the lines, of orders that count and are not older than 12 months',
    customers: [
      {
        orders: [
          {
            ago: 360,
            amount: 900,
            lines: [
              { category: 'equipment', price: 600 },
              { category: 'service', price: 300 },
            ],
          },
          { ago: 10, amount: 300, lines: [{ category: 'consumables', price: 200 }] },
          { ago: -20, amount: 9000, lines: [{ category: 'parts', price: 9000 }] },
        ],
      },
    ],
    expected: 'equipment',
    later: [
      [4, 'equipment'],
      [5, 'consumables'],
      [20, 'parts'],
      [384, 'parts'],
      [385, null],
    ],
    voided: [[0], 'consumables'],
  },
  {
    scheme: 'mainCategory',
    says: 'half is not more than half; without lines nothing is known',
    customers: [
      {
        orders: [
          {
            ago: 1,
            amount: 100,
            lines: [
              { category: 'parts', price: 50 },
              { category: 'materials', price: 50 },
            ],
          },
        ],
      },
    ],
    expected: 'mixed',
    voided: [[0], null],
  },
  {
    scheme: 'mainCategory',
    says: 'an order without lines tells nothing',
    customers: [{ orders: [{ ago: 1, amount: 100 }] }],
    expected: null,
  },
  {
    scheme: 'lifeCycle',
    says: 'regular orders every 30 days are mature, decline when the 90 days hold less than those before, and exit after half a year',
    customers: [{ orders: every(30, 8) }],
    expected: 'maturity',
    later: [
      // From the 30th day on the past 90 days hold two orders, those before three.
      [29, 'maturity'],
      [30, 'decline'],
      [180, 'decline'],
      [181, 'exit'],
    ],
  },
  {
    scheme: 'lifeCycle',
    says: 'the first order makes growth, and voided acquisition',
    customers: [{ orders: [{ ago: 5, amount: 10 }] }],
    expected: 'growth',
    voided: [[0], 'acquisition'],
  },
  {
    scheme: 'lifeCycleNew',
    says: 'what declines is mature still',
    customers: [{ orders: every(30, 8) }],
    expected: 'mature',
    later: [
      [100, 'mature'],
      [181, 'lost'],
    ],
    voided: [[0, 1, 2, 3, 4, 5, 6, 7], 'potential'],
  },
  {
    scheme: 'lifeCycleActive',
    says: 'two orders are active, one is new',
    customers: [{ orders: every(20, 2, 100, 10) }],
    expected: 'active',
    later: [
      [260, 'active'],
      [261, 'lost'],
    ],
    voided: [[0], 'new'],
  },
  {
    scheme: 'growthStage',
    says: 'bought lately is to be retained, long ago to be activated',
    customers: [{ orders: [{ ago: 10, amount: 10 }] }],
    expected: 'retain',
    later: [[81, 'activate']],
    voided: [[0], 'acquire'],
  },
  {
    scheme: 'growthStage',
    says: 'a need within three months is to be converted',
    customers: [{ cells: { 'customer.needTime': { code: 'oneMonth' } } }],
    expected: 'convert',
  },
  {
    scheme: 'churnRisk',
    says: 'silence against the usual ten days',
    customers: [{ orders: every(10, 3, 100, 10) }],
    expected: 'low',
    // 2.1 cycles: 45 and 5 for nobody having called; beyond 3: 60 and 5.
    later: [
      [11, 'middle'],
      [21, 'high'],
    ],
    voided: [[0, 1], null],
  },
  {
    scheme: 'churnRisk',
    says: 'half the amount of the 90 days before, and a competitor spoken of',
    customers: [
      {
        orders: [
          { ago: 100, amount: 1000 },
          { ago: 12, amount: 100 },
          { ago: 2, amount: 100 },
        ],
        talks: [{ 'followUp.time': `2026-11-20T10:00`, 'followUp.content': '客户说同行报价更低' }],
      },
    ],
    expected: 'middle',
    // The competitor is out of sight after 90 days, but silence has grown.
    later: [[200, 'high']],
    voided: [[0], 'low'],
  },
  {
    scheme: 'churnRisk',
    says: 'gaps that grew three times in a row tip the scale',
    customers: [
      {
        orders: [100, 95, 85, 65, 25].map((ago) => ({ ago, amount: 100 })),
        talks: [{ 'followUp.time': '2026-11-20T10:00', 'followUp.content': '来电', 'followUp.direction': { code: 'inbound' } }],
      },
    ],
    // 25 days of usually 15: 30, and 10; without the first order the usual gap is 20, and two of three grew.
    expected: 'middle',
    voided: [[0], 'low'],
  },
  {
    scheme: 'churnRisk',
    says: 'a contract that runs out with no other behind it, for a year after its end',
    modules: ['contracts'],
    customers: [{ orders: every(10, 3, 100, 12), rows: [contractEnding(-31)] }],
    // 12 days of usually ten: 15, and 5.
    expected: 'low',
    later: [[1, 'middle']],
    voided: [[0, 1], null],
  },
  {
    scheme: 'churnRisk',
    says: 'a contract renewed, or a deal that is open, is none that runs out',
    modules: ['contracts', 'opportunities'],
    customers: [
      {
        orders: every(10, 3, 100, 12),
        rows: [contractEnding(5), { table: 'opportunity', customer: 'opportunity.customer', cells: { 'opportunity.stage': { code: 'quoted' } } }],
      },
    ],
    expected: 'low',
  },
  {
    scheme: 'churnRisk',
    says: 'beside deals that are lost a contract runs out',
    modules: ['contracts', 'opportunities'],
    customers: [
      {
        orders: every(10, 3, 100, 12),
        rows: [contractEnding(5), { table: 'opportunity', customer: 'opportunity.customer', cells: { 'opportunity.stage': { code: 'lost' } } }],
      },
    ],
    expected: 'middle',
  },
  {
    scheme: 'churnRisk',
    says: 'a bad answer counts for 90 days',
    modules: ['surveys'],
    // 21 days of usually ten 45, nobody called 5, dissatisfied 15; 31 days 60 and 5, and 15 no more.
    customers: [
      {
        orders: every(10, 3, 100, 12),
        rows: [{ table: 'survey', customer: 'survey.customer', cells: { 'survey.date': { ago: 80 }, 'survey.nps': 6 } }],
      },
    ],
    // 12 days: 15, 5 and 15.
    expected: 'middle',
    later: [
      [9, 'high'],
      [10, 'middle'],
    ],
  },
  {
    scheme: 'churnRisk',
    says: 'a complaint counts once it is older than seven days, a request of another kind never',
    modules: ['tickets'],
    customers: [
      {
        orders: every(10, 3, 100, 12),
        rows: [
          {
            table: 'ticket',
            customer: 'ticket.customer',
            cells: { 'ticket.kind': { code: 'complaint' }, 'ticket.openedTime': '2026-11-20T09:00', 'ticket.status': { code: 'new' } },
          },
          {
            table: 'ticket',
            customer: 'ticket.customer',
            cells: { 'ticket.kind': { code: 'afterSales' }, 'ticket.openedTime': '2026-10-20T09:00', 'ticket.status': { code: 'new' } },
          },
        ],
      },
    ],
    expected: 'low',
    later: [
      [1, 'low'],
      [2, 'middle'],
    ],
  },
  {
    scheme: 'churnRisk',
    says: 'what is owed counts once it is overdue for more than 60 days',
    modules: ['contracts'],
    customers: [
      {
        orders: every(10, 3, 100, 11),
        talks: [{ 'followUp.time': '2026-11-20T10:00', 'followUp.content': '说去别家看看' }],
        rows: [
          {
            table: 'receivable',
            customer: 'receivable.customer',
            cells: { 'receivable.due': { ago: 59 }, 'receivable.amount': 100 },
          },
        ],
      },
    ],
    // 11 days 15, nobody called 5, others spoken of 10.
    expected: 'low',
    later: [
      [1, 'low'],
      [2, 'middle'],
    ],
  },
  {
    scheme: 'churnReason',
    says: 'no budget is another reason than a price',
    customers: [
      {
        orders: [{ ago: 500, amount: 10 }],
        talks: [
          { 'followUp.time': '2025-10-01T10:00', 'followUp.content': '今年没有预算了' },
          { 'followUp.time': '2025-10-02T10:00', 'followUp.content': '资金紧张，等明年' },
          { 'followUp.time': '2025-10-03T10:00', 'followUp.content': '也说价格高' },
        ],
      },
    ],
    expected: 'budget',
    voided: [[0], null],
  },
  {
    scheme: 'churnReason',
    says: 'other people there; another supplier is no such thing',
    customers: [
      {
        orders: [{ ago: 500, amount: 10 }],
        talks: [
          { 'followUp.time': '2025-10-01T10:00', 'followUp.content': '采购经理离职了，换了负责人' },
          { 'followUp.time': '2025-10-02T10:00', 'followUp.content': '新来的老板不认识我们' },
          { 'followUp.time': '2025-10-03T10:00', 'followUp.content': '可能换供应商' },
        ],
      },
    ],
    expected: 'staff',
    voided: [[0], null],
  },
  {
    scheme: 'churnReason',
    says: 'what the follow-ups complain of, once a customer is lost; with the order voided nobody was lost',
    customers: [
      {
        orders: [{ ago: 364, amount: 10 }],
        talks: [
          { 'followUp.time': '2025-10-01T10:00', 'followUp.content': '客户说质量差，要求退货' },
          { 'followUp.time': '2025-10-02T10:00', 'followUp.content': '又说到质量问题' },
          { 'followUp.time': '2025-10-03T10:00', 'followUp.content': '说我们价格高' },
        ],
      },
    ],
    expected: null,
    later: [
      [1, null],
      [2, 'quality'],
    ],
  },
  {
    scheme: 'churnReason',
    says: 'of equals the first; praise of quality is no complaint; voided, nobody was lost',
    customers: [
      {
        orders: [{ ago: 500, amount: 10 }],
        talks: [
          { 'followUp.time': '2025-10-01T10:00', 'followUp.content': '质量不错' },
          { 'followUp.time': '2025-10-02T10:00', 'followUp.content': '今年停产，不需要了' },
          { 'followUp.time': '2025-10-03T10:00', 'followUp.content': '去了别家' },
        ],
      },
    ],
    expected: 'competitor',
    voided: [[0], null],
  },
  {
    scheme: 'churnReason',
    says: 'nothing said is to be asked',
    customers: [{ orders: [{ ago: 500, amount: 10 }] }],
    expected: null,
  },
  {
    scheme: 'needPreference',
    says: 'what is spoken of most',
    customers: [
      {
        talks: [
          { 'followUp.time': '2026-11-01T10:00', 'followUp.content': '嫌太贵，要折扣' },
          { 'followUp.time': '2026-11-02T10:00', 'followUp.content': '又问能不能降价' },
          { 'followUp.time': '2026-11-03T10:00', 'followUp.content': '问了质量检测' },
        ],
      },
    ],
    expected: 'price',
  },
  {
    scheme: 'needPreference',
    says: 'nothing spoken of is not said',
    customers: [{ talks: [{ 'followUp.time': '2026-11-01T10:00', 'followUp.content': '打了个招呼' }] }],
    expected: 'unknown',
  },
  {
    scheme: 'region',
    says: 'by the province',
    customers: [{ cells: { 'customer.address': text('广东省深圳市南山区科技园1号') } }],
    expected: 'south',
  },
  {
    scheme: 'region',
    says: 'a city tells its province',
    customers: [{ cells: { 'customer.address': text('杭州市西湖区文三路1号') } }],
    expected: 'east',
  },
  {
    scheme: 'region',
    says: 'an address without a place stays open',
    customers: [{ cells: { 'customer.address': text('幸福小区三号楼') } }],
    expected: null,
  },
  {
    scheme: 'northSouth',
    says: 'by whole provinces',
    customers: [{ cells: { 'customer.address': text('山东省青岛市市南区1号') } }],
    expected: 'north',
  },
  {
    scheme: 'northSouth',
    says: 'south of the Huai River',
    customers: [{ cells: { 'customer.address': text('江苏省南京市玄武区1号') } }],
    expected: 'south',
  },
  {
    scheme: 'ageBand',
    says: 'a birthday moves to the next band',
    customers: [{ contacts: [{ 'contact.name': '王', 'contact.birthDate': '2000-11-28' }] }],
    expected: 'upTo25',
    later: [
      [1, 'upTo25'],
      [2, 'upTo35'],
    ],
  },
  {
    scheme: 'personAgeBand',
    says: 'a customer who is a person has an age, with no contact beside him',
    customers: [{ cells: { 'customer.type': { code: 'person' }, 'customer.birthDate': '1981-11-28' } }],
    expected: 'upTo45',
    later: [
      [366, 'upTo45'],
      [367, 'upTo60'],
    ],
  },
  {
    scheme: 'personAgeBand',
    says: 'a company has none, whatever day is written there',
    customers: [{ cells: { 'customer.type': { code: 'company' }, 'customer.birthDate': '1981-11-28' } }],
    expected: null,
  },
  {
    scheme: 'customerTags',
    says: 'every line that holds adds its tag; days pass and orders are voided, and tags go',
    customers: [
      {
        orders: [
          { ago: 5, amount: 600_000 },
          { ago: 25, amount: 10 },
        ],
        talks: [{ 'followUp.time': '2026-10-01T10:00', 'followUp.content': '同行报价低' }],
      },
    ],
    expected: 'neglected comparing newBuyer cameBack bigOrder',
    later: [
      [6, 'neglected comparing cameBack bigOrder'],
      [176, 'neglected silent cameBack bigOrder'],
    ],
    voided: [[0, 1], 'comparing'],
  },
  {
    scheme: 'customerTags',
    says: 'who buys every thirty days is due a week before',
    customers: [{ orders: every(30, 4, 10, 22), cells: { 'customer.needTime': { code: 'now' } } }],
    expected: 'cameBack',
    later: [[1, 'dueBack cameBack']],
    voided: [[0, 1, 2, 3], 'wantsNow'],
  },
  {
    scheme: 'ruleTag',
    says: 'a new buyer for 30 days, then nothing, then silent',
    customers: [{ orders: [{ ago: 5, amount: 10 }] }],
    expected: 'newBuyer',
    later: [
      [26, null],
      [176, 'silent'],
    ],
    voided: [[0], null],
  },
  {
    scheme: 'leadScore',
    says: 'what was said fades, and silence counts against',
    customers: [
      {
        cells: {
          'customer.needTime': { code: 'now' },
          'customer.source': { code: 'referral' },
          'customer.industry': { code: 'retail' },
          'customer.budget': 1000,
        },
        talks: [{ 'followUp.time': '2026-11-26T09:00', 'followUp.content': '来电', 'followUp.direction': { code: 'inbound' } }],
      },
    ],
    expected: 'hot',
    // 65 + 10·0.9⁴ = 71.6 after four weeks; 5 weeks on 30 days of silence take 10.
    later: [
      [28, 'hot'],
      [35, 'warm'],
    ],
  },
  {
    scheme: 'leadScore',
    says: 'who bought is a lead no more',
    customers: [{ cells: { 'customer.needTime': { code: 'now' } }, orders: [{ ago: 3, amount: 500 }] }],
    expected: null,
    voided: [[0], 'cold'],
  },
  {
    scheme: 'leadScore',
    says: 'what people said of themselves in talks counts up to 20',
    customers: [
      {
        cells: { 'customer.needTime': { code: 'now' } },
        talks: Array.from({ length: 6 }, () => ({
          'followUp.time': '2026-11-25T09:00',
          'followUp.content': '谈',
          'followUp.result': { code: 'interested' },
        })),
      },
    ],
    expected: 'warm',
  },
  {
    scheme: 'leadScore',
    says: 'talks that went well fade by the week, since the last of them',
    customers: [
      {
        cells: { 'customer.needTime': { code: 'now' } },
        talks: Array.from({ length: 4 }, () => ({
          'followUp.time': '2026-11-26T09:00',
          'followUp.content': '谈',
          'followUp.result': { code: 'followOn' },
        })),
      },
    ],
    // 20 and 20 make 40; a week on 38.
    expected: 'warm',
    later: [
      [6, 'warm'],
      [7, 'cold'],
    ],
  },
  {
    scheme: 'leadScore',
    says: 'who was never spoken with for 30 days counts against too',
    customers: [
      {
        cells: { 'customer.needTime': { code: 'now' }, 'customer.budget': 1000, 'customer.address': text('杭州市西湖区文三路1号') },
      },
    ],
    // 20, 15 and 10 make 45.
    expected: 'warm',
    later: [
      [30, 'warm'],
      [31, 'cold'],
    ],
  },
  {
    scheme: 'serviceNeed',
    says: 'nobody but a person says it',
    customers: [{ orders: [{ ago: 5, amount: 10 }] }],
    expected: null,
    voided: [[0], null],
  },
  {
    scheme: 'loyalty',
    says: 'came back twice, lately, for over a year; a year of silence costs it',
    customers: [
      {
        orders: [
          { ago: 400, amount: 10 },
          { ago: 200, amount: 10 },
          { ago: 10, amount: 10 },
        ],
      },
    ],
    expected: 'middle',
    later: [[200, 'low']],
    voided: [[0, 1], 'low'],
  },
  {
    scheme: 'loyalty',
    says: 'points that may be used from today on count where there are any',
    modules: ['points'],
    customers: [
      {
        orders: [
          { ago: 400, amount: 10 },
          { ago: 100, amount: 10 },
          { ago: 10, amount: 10 },
        ],
        rows: [
          { table: 'points', customer: 'points.customer', cells: { 'points.change': 600, 'points.date': { ago: 3 } } },
          { table: 'points', customer: 'points.customer', cells: { 'points.change': 400, 'points.date': { ago: -5 } } },
        ],
      },
    ],
    expected: 'middle',
    later: [
      [4, 'middle'],
      [5, 'high'],
    ],
  },
]
