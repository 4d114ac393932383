import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre'

const header = [
  '客户编号',
  '客户名称',
  '手机',
  '微信',
  '邮箱',
  '省份',
  '城市',
  '地址',
  '行业',
  '状态',
  '来源',
  '负责人',
  '建档日期',
  '最近联系',
  '年销售额',
  '折扣',
  '订单数',
  '是否重要',
  '需求',
  '备注',
]

const cities = ['杭州', '上海', '深圳', '成都', '武汉', '西安', '青岛', '厦门']
const trades = ['机械', '电子', '食品', '服装', '建材', '化工', '物流', '教育']

/** A customer list as people keep it and as Excel writes it (shared strings): names, numbers, dates, amounts and words, 20 columns. */
export async function writeMixedWorkbook(path: string, rows: number): Promise<void> {
  const stream = writeXlsxStream(rowsOf(rows), { name: '客户', inlineStrings: false })
  await pipeline(chunksOf(stream), createWriteStream(path))
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}

function* rowsOf(rows: number): Generator<(string | number | Date | boolean)[]> {
  yield header
  for (let index = 1; index <= rows; index += 1) {
    const city = cities[index % cities.length] ?? ''
    const trade = trades[(index * 7) % trades.length] ?? ''
    yield [
      `KH-${String(index).padStart(6, '0')}`,
      `${city}第${index}精密${trade}有限公司`,
      `138${String((index * 7919) % 100_000_000).padStart(8, '0')}`,
      `wx_${index}`,
      `u${index}@example.cn`,
      `省${index % 31}`,
      city,
      `${city}市人民路 ${index} 号`,
      trade,
      ['新建', '跟进中', '已成交'][index % 3] ?? '',
      ['转介绍', '展会', '网络', '电话'][index % 4] ?? '',
      ['李雷', '韩梅梅', '王伟', '张敏'][index % 4] ?? '',
      new Date(Date.UTC(2020, index % 12, (index % 28) + 1)),
      new Date(Date.UTC(2026, index % 12, (index % 28) + 1)),
      ((index * 7919) % 100_000_000) / 100,
      (index % 100) / 100,
      index % 50,
      index % 2 === 0 ? '是' : '否',
      `需要 ${index % 100} 套${trade}设备`,
      `备注第 ${index} 条,客户希望月底前收到报价`,
    ]
  }
}
