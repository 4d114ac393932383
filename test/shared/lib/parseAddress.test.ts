import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAddress } from '#shared/lib/parseAddress.ts'
import { allRegions, citiesOf, districtsOf, provinces } from '#shared/lib/regions.ts'
import { formatAddress } from '#shared/model/address.ts'

const shown = (text: string) => {
  const { province, city, district, detail } = parseAddress(text)
  return [province, city, district, detail].join('|')
}

test.each([
  ['浙江省杭州市西湖区文三路1号', '浙江省|杭州市|西湖区|文三路1号'],
  ['杭州市西湖区文三路1号', '浙江省|杭州市|西湖区|文三路1号'],
  ['浙江杭州西湖文三路1号', '浙江省|杭州市|西湖区|文三路1号'],
  ['浙江省 杭州市 西湖区 文三路 1号', '浙江省|杭州市|西湖区|文三路 1号'],
  ['浙江/杭州/西湖区/文三路', '浙江省|杭州市|西湖区|文三路'],
  ['北京市朝阳区建国路88号', '北京市|北京市|朝阳区|建国路88号'],
  ['北京市北京市朝阳区', '北京市|北京市|朝阳区|'],
  ['北京朝阳建国路88号', '北京市|北京市|朝阳区|建国路88号'],
  ['上海市市辖区浦东新区1号', '上海市|上海市|浦东新区|1号'],
  ['上海市南京西路1600号', '上海市|上海市||南京西路1600号'],
  ['重庆城口县', '重庆市|重庆市|城口县|'],
  ['吉林市昌邑区1号', '吉林省|吉林市|昌邑区|1号'],
  ['海南省海口市', '海南省|海口市||'],
  ['海南州贵德县', '青海省|海南藏族自治州|贵德县|'],
  ['延边州延吉市', '吉林省|延边朝鲜族自治州|延吉市|'],
  ['广西南宁青秀区', '广西壮族自治区|南宁市|青秀区|'],
  ['昆山市花桥镇', '江苏省|苏州市|昆山市|花桥镇'],
  ['浙江义乌国际商贸城', '浙江省|金华市|义乌市|国际商贸城'],
  ['东莞市长安镇振安路', '广东省|东莞市|长安镇|振安路'],
  ['湖北省省直辖县级行政区划仙桃市', '湖北省|仙桃市||'],
  ['香港九龙观塘区鸿图道1号', '香港特别行政区|九龙|观塘区|鸿图道1号'],
  ['中国台湾省台北市大安区', '台湾省|台北市|大安区|'],
])('%s', (text, parts) => {
  expect(shown(text)).toBe(parts)
})

test.each([
  '南京西路1600号',
  '北京路100号',
  '中山北二路5号',
  '长春桥路',
  '朝阳区建国路88号',
  '杭州大厦12层',
  '中山大学',
  '九龙山庄',
  '三里屯',
  'Room 5',
  '无',
])('%s might be anywhere and stays detail', (text) => {
  expect(parseAddress(text)).toEqual({ province: '', city: '', district: '', detail: text })
})

test('every region of the country reads back from its full name, with what follows as detail', () => {
  let count = 0
  for (const region of allRegions()) {
    count += 1
    const city = region.city === '' && formatAddress({ ...region, detail: '' }) === region.province ? parseAddress(region.province).city : region.city
    expect(parseAddress(formatAddress({ ...region, detail: '88号' }))).toEqual({ ...region, city, detail: '88号' })
  }
  expect(count).toBeGreaterThan(3500)
})

test('regions by level', () => {
  expect(provinces()).toHaveLength(34)
  expect([citiesOf('北京市'), citiesOf('浙江省').length, citiesOf('没有')]).toEqual([['北京市'], 11, []])
  expect(districtsOf('浙江省', '杭州市')).toContain('西湖区')
})

test('nothing of an address is lost', () => {
  const piece = fc.constantFrom('浙江', '浙江省', '杭州', '杭州市', '西湖区', '朝阳', '北京', '市', '路', '1号', ' ', 'a')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      (text) => {
        const { detail } = parseAddress(text)
        expect(text.replaceAll(' ', '').endsWith(detail.replaceAll(' ', ''))).toBe(true)
      },
    ),
  )
})
