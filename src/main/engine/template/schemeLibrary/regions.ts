import type { OptionColorKey } from '#shared/model/optionColors.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

/** 大区 by the usual division of China; provinces by the names the address column has. */
const areas: readonly { code: string; color: OptionColorKey; provinces: readonly string[] }[] = [
  { code: 'north', color: 'red', provinces: ['北京市', '天津市', '河北省', '山西省', '内蒙古自治区'] },
  { code: 'northeast', color: 'purple', provinces: ['辽宁省', '吉林省', '黑龙江省'] },
  { code: 'east', color: 'blue', provinces: ['上海市', '江苏省', '浙江省', '安徽省', '福建省', '江西省', '山东省'] },
  { code: 'central', color: 'orange', provinces: ['河南省', '湖北省', '湖南省'] },
  { code: 'south', color: 'green', provinces: ['广东省', '广西壮族自治区', '海南省'] },
  { code: 'southwest', color: 'teal', provinces: ['重庆市', '四川省', '贵州省', '云南省', '西藏自治区'] },
  { code: 'northwest', color: 'yellow', provinces: ['陕西省', '甘肃省', '青海省', '宁夏回族自治区', '新疆维吾尔自治区'] },
  { code: 'overseas', color: 'brown', provinces: ['香港特别行政区', '澳门特别行政区', '台湾省'] },
]

/** North of the Qinling Mountains and the Huai River, by whole provinces. */
const northern = ['north', 'northeast', 'northwest']
const northernToo = ['河南省', '山东省']
const northernProvinces = [...areas.filter(({ code }) => northern.includes(code)).flatMap(({ provinces }) => provinces), ...northernToo]
const southernProvinces = areas.flatMap(({ provinces }) => provinces).filter((province) => !northernProvinces.includes(province))

const places: SchemeEntry['columns'] = [
  ofCustomer({ role: 'customer.province', type: 'formula', source: 'PROVINCE({customer.address})' }),
  ofCustomer({ role: 'customer.city', type: 'formula', source: 'CITY({customer.address})' }),
]

/** 大区, with the province and city it is told by (crm.md B1.13). */
export const region: SchemeEntry = {
  group: 'profile',
  scheme: {
    code: 'region',
    table: 'customer',
    target: 'customer.region',
    rule: {
      kind: 'decisionTable',
      rows: areas.map(({ code, provinces }) => ({ when: { column: 'customer.province', operator: 'isAnyOf', values: provinces }, code })),
    },
    fallback: null,
  },
  columns: [...places, ofCustomer({ role: 'customer.region', type: 'singleSelect', options: areas.map(({ code, color }) => ({ code, color })) })],
}

/** 南北方. */
export const northSouth: SchemeEntry = {
  group: 'profile',
  scheme: {
    code: 'northSouth',
    table: 'customer',
    target: 'customer.northSouth',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: { column: 'customer.province', operator: 'isAnyOf', values: northernProvinces }, code: 'north' },
        { when: { column: 'customer.province', operator: 'isAnyOf', values: southernProvinces }, code: 'south' },
      ],
    },
    fallback: null,
  },
  columns: [
    ...places,
    ofCustomer({
      role: 'customer.northSouth',
      type: 'singleSelect',
      options: [
        { code: 'north', color: 'blue' },
        { code: 'south', color: 'green' },
      ],
    }),
  ],
}
