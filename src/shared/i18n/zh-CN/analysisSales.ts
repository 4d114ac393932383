/** What the analyses of sales say: concentration and forecast. */
export const analysisSales = {
  customers: '客户数',

  'concentration.nothing': '这段时间没有金额大于 0 的订单，看不出谁带来了销售额。换一个更长的时段，或先录入订单。',
  'concentration.without': '{count} 位客户有订单，但这段时间扣除退款后金额不大于 0，不参与排名。',
  'concentration.holders': '带来 80% 销售额的客户',
  'concentration.grade': '等级',
  'concentration.grades': 'S、A、B、C、D 各占多少',
  'concentration.gradesSentence': 'S 级 {count} 位客户带来 {share} 的销售额。',
  'concentration.meaning': '怎么算',
  'concentration.isS': '从大到小，前 50% 的销售额',
  'concentration.isA': '50% 到 80% 之间',
  'concentration.isB': '80% 到 95% 之间',
  'concentration.isC': '其余买过的',
  'concentration.isD': '这段时间没有买',
  'concentration.customersBefore': '上一期客户数',
  'concentration.shareBefore': '上一期占比',
} as const
