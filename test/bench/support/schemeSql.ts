import { usualLifeCycle } from '#shared/model/classRules/lifeCycleRule.ts'
import { daysBetween, larger, tableOf, type ClassSql, type ClassSqlByCode, type SqlSetting } from './classSql.ts'
import { rankingSql } from './rankingSql.ts'

/** The UPDATE that a person skilled in SQL would write for a scheme; null where nobody has written it. */
export function updateFor(code: string, targetColumnId: number, setting: SqlSetting): string | null {
  const written = classSqlByCode[code]?.(setting)
  if (written === undefined) return null
  const table = tableOf(setting.names)
  const from = written.from === undefined ? '' : `from ${written.from} where ${written.from}.id = ${table}.id`
  return `${written.with === undefined ? '' : `with ${written.with}`} update ${table} set c${targetColumnId} = ${written.value} ${from}`
}

/** By code of the scheme; each of them gives the same classes as ours, which the bench checks. */
const classSqlByCode: ClassSqlByCode = {
  ...rankingSql,
  dealStatus: ({ names: { sql }, today }) => ({
    value: `case when ${sql('customer.orderCount')} >= 1 then 1 when ${sql('customer.lastNegotiationTime')} >= date('${today}', '-30 days') then 2 else 3 end`,
  }),
  customerGroup: ({ names: { sql } }) => ({
    value: `case when ${sql('customer.orderCount')} >= 1 then 3 when ${sql('customer.buyingIntent')} in (1, 2) and ${sql('customer.buyingAbility')} in (1, 2) then 1 else 2 end`,
  }),
  purchasingPower: ({ names: { sql } }) => {
    const most = larger(sql('customer.largestOrder'), sql('customer.annualPotential'))
    return { value: `case when ${most} >= 100000 then 1 when ${most} >= 10000 then 2 when ${most} is not null then 3 end` }
  },
  strategic: ({ names: { sql } }) => {
    const score = `30 * ${sql('customer.marketPosition')} + 25 * ${sql('customer.influence')} + 20 * ${sql('customer.reputation')} + 25 * ${sql('customer.cooperation')}`
    return { value: `case when ${score} >= 400 then 1 when ${score} >= 300 then 2 when ${score} is not null then 3 end` }
  },
  growthPotential: ({ names: { sql } }) => {
    const trend = sql('customer.amountTrend')
    return {
      value: `case when ${sql('customer.grade')} in (3, 4) and (${trend} >= 1.2 or (${trend} is null and ${sql('customer.amount90Days')} > 0)
        or ${sql('customer.potentialRatio')} >= 3) then 1 else 2 end`,
    }
  },
  gradeUp: ({ names: { sql } }) => {
    const grade = sql('customer.grade')
    return {
      value: `case when ${grade} in (2, 3, 4) then case when ${sql('customer.amountTrend')} >= 1.2 or ${sql('customer.potentialRatio')} >= 3
        then ${grade} - 1 else 4 end end`,
    }
  },
  purchaseFrequency: ({ names: { sql } }) => {
    const lately = sql('customer.orderCount12Months')
    return { value: `case when ${lately} >= 6 then 1 when ${lately} >= 1 then 2 when ${sql('customer.orderCount')} >= 1 then 3 else 4 end` }
  },
  orderSize: ({ names: { sql } }) => {
    const average = sql('customer.averageOrderAmount')
    return { value: `case when ${sql('customer.orderCount')} < 1 or ${average} is null then null when ${average} >= 10000 then 1 else 2 end` }
  },
  purchaseType: ({ names: { sql } }) => {
    const sums = (['customer.goodsAmount', 'customer.partsAmount', 'customer.projectAmount', 'customer.serviceAmount'] as const).map((role) =>
      sql(role),
    )
    const most = sums.map((sum, index) => `when ${sum} > 0 and ${sum} > ${sql('customer.halfAmount')} then ${index + 1}`).join(' ')
    const known = sums.map((sum) => `${sum} > 0`).join(' or ')
    return { value: `case when ${sql('customer.amount12Months')} > 0 and (${known}) then case ${most} else 5 end end` }
  },
  mainCategory: ({ names: { sql } }) => {
    const sums = (
      [
        'customer.equipmentBought',
        'customer.partsBought',
        'customer.materialsBought',
        'customer.consumablesBought',
        'customer.serviceBought',
        'customer.otherBought',
      ] as const
    ).map((role) => sql(role))
    const most = sums.map((sum, index) => `when ${sum} > ${sql('customer.halfLines')} then ${index + 1}`).join(' ')
    return { value: `case when ${sql('customer.linesBought')} > 0 then case ${most} else 7 end end` }
  },
  churnReason: ({ names: { sql } }) => {
    const talks = (
      [
        'customer.leftForQuality',
        'customer.leftForService',
        'customer.leftForPrice',
        'customer.leftForBudget',
        'customer.leftForCompetitor',
        'customer.leftForNoNeed',
        'customer.leftForStaff',
      ] as const
    ).map((role) => sql(role))
    const most = talks.map((own, index) => `when ${own} >= max(1, ${talks.slice(index).join(', ')}) then ${index + 1}`).join(' ')
    return { value: `case when ${sql('customer.activity')} = 4 then case ${most} end end` }
  },
  growthStage: ({ names: { sql }, today }) => {
    const buyer = `${sql('customer.orderCount')} >= 1`
    return {
      value: `case when ${buyer} and ${sql('customer.lastOrderDate')} >= date('${today}', '-90 days') then 4 when ${buyer} then 3
        when ${sql('customer.dealStatus')} = 2 or ${sql('customer.needStatus')} = 1 then 2 else 1 end`,
    }
  },
  needPreference: ({ names: { sql } }) => {
    const [price, quality, service] = [sql('customer.priceTalks'), sql('customer.qualityTalks'), sql('customer.serviceTalks')]
    return {
      value: `case when ${price} >= 1 and ${price} >= ${quality} and ${price} >= ${service} then 1
        when ${quality} >= 1 and ${quality} >= ${service} then 2 when ${service} >= 1 then 3 else 4 end`,
    }
  },
  region: ({ names: { sql } }) => {
    const areas = [
      ['北京市', '天津市', '河北省', '山西省', '内蒙古自治区'],
      ['辽宁省', '吉林省', '黑龙江省'],
      ['上海市', '江苏省', '浙江省', '安徽省', '福建省', '江西省', '山东省'],
      ['河南省', '湖北省', '湖南省'],
      ['广东省', '广西壮族自治区', '海南省'],
      ['重庆市', '四川省', '贵州省', '云南省', '西藏自治区'],
      ['陕西省', '甘肃省', '青海省', '宁夏回族自治区', '新疆维吾尔自治区'],
      ['香港特别行政区', '澳门特别行政区', '台湾省'],
    ]
    return {
      value: `case ${areas.map((names, index) => `when ${sql('customer.province')} in ('${names.join("', '")}') then ${index + 1}`).join(' ')} end`,
    }
  },
  northSouth: ({ names: { sql } }) => {
    const north = '北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 河南省 山东省'
    return {
      value: `case when ${sql('customer.province')} in ('${north.replaceAll(' ', "', '")}') then 1 when ${sql('customer.province')} <> '' then 2 end`,
    }
  },
  customerTags: ({ names: { sql }, today }) => {
    const inDays = (days: number): string => `date('${today}', '${days} days')`
    const last = sql('customer.lastOrderDate')
    const lines = [
      `${sql('customer.grade')} in (1, 2) and ${sql('customer.lastFollowUpTime')} < ${inDays(-30)}`,
      `${sql('customer.needTime')} = 1 and ${sql('customer.orderCount')} < 1`,
      `${sql('customer.competitorTalks90Days')} >= 1`,
      `${sql('customer.expectedNextOrder')} < ${inDays(8)} and ${last} >= ${inDays(-180)}`,
      `${last} < ${inDays(-180)}`,
      `${sql('customer.firstOrderDate')} >= ${inDays(-30)}`,
      `${sql('customer.orderDays')} >= 2`,
      `${sql('customer.largestOrder')} >= 10000`,
    ]
    const tags = lines.map((line, index) => `case when ${line} then ',${index + 1}' else '' end`).join(' || ')
    // A cell of several options holds their ids as JSON, and nothing where there are none.
    return { value: `'[' || nullif(substr(${tags}, 2), '') || ']'` }
  },
  ruleTag: ({ names: { sql }, today }) => {
    const daysAgo = (days: number): string => `date('${today}', '-${days} days')`
    return {
      value: `case when ${sql('customer.grade')} in (1, 2) and ${sql('customer.lastFollowUpTime')} < ${daysAgo(30)} then 1
        when ${sql('customer.needTime')} = 1 and ${sql('customer.orderCount')} < 1 then 2
        when ${sql('customer.firstOrderDate')} >= ${daysAgo(30)} then 3 when ${sql('customer.lastOrderDate')} < ${daysAgo(180)} then 4 end`,
    }
  },
  churnRisk: ({ names: { sql }, today }) => {
    const [silent, trend, inbound] = [sql('customer.silentCycles'), sql('customer.amountTrend'), sql('customer.lastInboundTime')]
    const score = points([
      [15, `${silent} > 1`],
      [15, `${silent} > 1.5`],
      [15, `${silent} > 2`],
      [15, `${silent} > 3`],
      [10, `${trend} <= 0.7`],
      [10, `${trend} <= 0.5`],
      [10, `${sql('customer.growingGaps')} >= 3`],
      [5, `${inbound} is null or ${inbound} < date('${today}', '-60 days')`],
      [10, `${sql('customer.competitorTalks90Days')} >= 1`],
    ])
    return { value: `case when ${sql('customer.orderDays')} >= 2 then case when ${score} >= 60 then 1 when ${score} >= 35 then 2 else 3 end end` }
  },
  loyalty: ({ names: { sql }, today }) => {
    const [days, first, last] = [sql('customer.orderDays'), sql('customer.firstOrderDate'), sql('customer.lastOrderDate')]
    const score = points([
      [10, `${days} >= 2`],
      [10, `${days} >= 3`],
      [10, `${days} >= 5`],
      [10, `${last} >= date('${today}', '-180 days')`],
      [10, `${last} >= date('${today}', '-90 days')`],
      [10, `${first} < date('${today}', '-365 days')`],
      [10, `${first} < date('${today}', '-1095 days')`],
    ])
    return { value: `case when ${sql('customer.orderCount')} >= 1 then case when ${score} >= 60 then 1 when ${score} >= 40 then 2 else 3 end end` }
  },
  leadScore: ({ names, today }) => {
    const { sql } = names
    const [inbound, spoken] = [sql('customer.lastInboundTime'), sql('customer.lastFollowUpTime')]
    const weeksSince = (time: string): string => `max(0, ${daysBetween(time, `'${today}'`)}) / 7`
    const link = names.column('customer.contacts')
    if (link.type !== 'link') throw new Error('no link')
    const { linkId, side } = link.settings
    const decides = `exists (select 1 from l${linkId} k join t${names.table('contact')} c on c.id = k.${side === 'a' ? 'b' : 'a'}
      where k.${side} = ${tableOf(names)}.id and (c.${sql('contact.part')} = 1 or c.${sql('contact.keyPerson')} = 1))`
    const score = `min(100, max(0, ${points([
      [15, `${sql('customer.industry')} in (1, 2, 3)`],
      [10, `${sql('customer.address')} is not null`],
      [15, decides],
      [15, `${sql('customer.budget')} is not null`],
      [20, `${sql('customer.needTime')} in (1, 2, 3)`],
      [15, `${sql('customer.source')} = 1`],
      [-15, `${sql('customer.unanswered90Days')} >= 3`],
      [-10, `coalesce(${spoken}, ${tableOf(names)}.created_at) < date('${today}', '-30 days')`],
      [-30, `${sql('customer.competitorLocked')} = 1`],
    ])} + case when ${inbound} is not null then 10 * pow(0.9, ${weeksSince(inbound)}) else 0 end
      + min(20, 5 * coalesce(${sql('customer.goodTalks')}, 0)) * coalesce(pow(0.9, ${weeksSince(sql('customer.lastGoodTalkTime'))}), 0)))`
    return {
      value: `case when coalesce(${sql('customer.orderCount')}, 0) < 1 then case when ${score} >= 70 then 1 when ${score} >= 40 then 2 else 3 end end`,
    }
  },
  urgency: ({ names: { sql }, today }) => {
    const due = `coalesce(${sql('customer.handleBy')}, ${sql('customer.nextFollowUpTime')})`
    const before = (days: number): string => `${due} < date('${today}', '+${days} days')`
    return { value: `case when ${due} is null then 5 when ${before(8)} then 1 when ${before(31)} then 2 when ${before(91)} then 3 else 4 end` }
  },
  needStatus: ({ names: { sql } }) => {
    const need = sql('customer.needTime')
    return { value: `case when ${need} in (1, 2, 3) then 1 when ${need} in (4, 5) then 2 when ${need} = 6 then 3 end` }
  },
  activity: ({ names: { sql }, today }) => {
    const touched = (days: number): string =>
      (['customer.lastOrderDate', 'customer.lastInboundTime'] as const)
        .map((role) => `${sql(role)} >= date('${today}', '-${days} days')`)
        .join(' or ')
    return {
      value: `case when ${touched(90)} then 1 when coalesce(${sql('customer.orderCount')}, 0) < 1 then 2 when ${touched(365)} then 3 else 4 end`,
    }
  },
  lifeCycle: (setting) => lifeCycle(setting, [1, 2, 3, 4, 5], usualLifeCycle),
  lifeCycleNew: (setting) => lifeCycle(setting, [1, 2, 3, 3, 4], usualLifeCycle),
  lifeCycleActive: (setting) => lifeCycle(setting, [1, 2, 3, 3, 4], { ...usualLifeCycle, maturityOrders: 2, newDays: 1 }),
}

function lifeCycle(
  { names: { sql }, today }: SqlSetting,
  phases: readonly [number, number, number, number, number],
  numbers: { maturityOrders: number; newDays: number },
): ClassSql {
  const [acquisition, growth, maturity, decline, exit] = phases
  const { usualCycleDays, declineCycles, exitCycles, exitDaysMin, exitDaysMax, shrink } = usualLifeCycle
  const [orders, first, last, gap] = [
    sql('customer.orderCount'),
    sql('customer.firstOrderDate'),
    sql('customer.lastOrderDate'),
    sql('customer.orderGap'),
  ]
  const cycle = `(case when ${orders} >= 3 and ${gap} > 0 then ${gap} else ${usualCycleDays} end)`
  const days = daysBetween(last, `'${today}'`)
  return {
    value: `case when coalesce(${orders}, 0) <= 0 then ${acquisition} when ${last} is null then null
      when ${days} > min(${exitDaysMax}, max(${exitDaysMin}, ${exitCycles} * ${cycle})) then ${exit}
      when ${orders} < ${numbers.maturityOrders} or ${first} >= date('${today}', '-${numbers.newDays} days') then ${growth}
      when ${days} > ${declineCycles} * ${cycle} or coalesce(${sql('customer.amount90Days')}, 0) < ${shrink} * coalesce(${sql('customer.amountPrevious90Days')}, 0) then ${decline}
      else ${maturity} end`,
  }
}

const points = (lines: readonly (readonly [number, string])[]): string =>
  lines.map(([worth, when]) => `case when ${when} then ${worth} else 0 end`).join(' + ')
