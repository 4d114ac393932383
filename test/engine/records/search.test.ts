import { expect, test } from 'vitest'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('search finds what is shown: any part of a name, a number or an address, and nothing that is only storage', async () => {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const make = async (name: string, type: 'text' | 'phone' | 'address') =>
    valueOf(await engine.run('columns.create', { tableId: table.id, name, type, settings: {} })).id
  const [name, phone, address] = [await make('名称', 'text'), await make('电话', 'phone'), await make('地址', 'address')]
  const place = JSON.stringify({ province: '浙江省', city: '杭州市', district: '西湖区', detail: '文三路 1 号' })
  valueOf(
    await engine.run('rows.insert', {
      tableId: table.id,
      rows: [
        {
          cells: [
            { columnId: name, value: '华东精密机械有限公司' },
            { columnId: phone, value: '138-0013-8000' },
            { columnId: address, value: place },
          ],
        },
        { cells: [{ columnId: name, value: '王伟 Trading Co' }] },
      ],
    }),
  )
  const found = async (text: string): Promise<number> =>
    valueOf(
      await engine.run('rows.page', {
        tableId: table.id,
        query: { filter: null, sorts: [], groups: [], search: text },
        columnIds: [],
        offset: 0,
        limit: 10,
      }),
    ).rowCount
  const hits = {
    精: 1,
    精密: 1,
    密精: 0,
    王伟: 1,
    trad: 1,
    TRADING: 1,
    杭州市西湖: 1,
    浙江省杭州: 1,
    '0013': 1,
    province: 0,
    city: 0,
    '': 2,
    '华东 西湖': 1,
    '华东 王伟': 0,
    '"': 2,
    "'; drop": 0,
  }
  for (const [text, count] of Object.entries(hits)) expect([text, await found(text)]).toEqual([text, count])
  const filtered = async (value: string) =>
    valueOf(
      await engine.run('rows.page', {
        tableId: table.id,
        query: { filter: { kind: 'condition', columnId: address, operator: 'contains', value }, sorts: [], groups: [], search: '' },
        columnIds: [],
        offset: 0,
        limit: 10,
      }),
    ).rowCount
  expect([await filtered('西湖区文三'), await filtered('city')]).toEqual([1, 0])
})
