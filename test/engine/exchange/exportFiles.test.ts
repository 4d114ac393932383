import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFiles } from '#shared/model/file.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { fileTable, png, store } from '../files/support.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Three rows, two of the same name, with files of the same name. */
async function filled() {
  const { engine } = temporaryBase()
  const book = await fileTable(engine)
  const [text, other, picture] = [
    await store(engine, '合同.txt', Buffer.from('one')),
    await store(engine, '合同.TXT', Buffer.from('two')),
    await store(engine, '外景.png', png()),
  ]
  await book.put(book.files.id, [text, other])
  await book.put(book.pictures.id, [picture])
  const rows = ['华东精密', '../../逃出去', '没有文件'].map((name, index) => ({
    cells: [{ columnId: book.name.id, value: name }, ...(index === 2 ? [] : [{ columnId: book.files.id, value: writeFiles([text]) }])],
  }))
  valueOf(await engine.run('rows.insert', { tableId: book.table.id, rows }))
  const input = (path: string) => ({ tableId: book.table.id, query: emptyRowQuery, columnIds: [book.name.id, book.files.id, book.pictures.id], path })
  return { engine, book, input }
}

test('files of a view go into folders named by their rows; equal names get numbers, none leads out', async () => {
  const { engine, input } = await filled()
  const folder = temporaryFolder()
  mkdirSync(join(folder, '逃出去'))
  writeFileSync(join(folder, '逃出去', '合同.txt'), 'mine')
  expect(valueOf(await engine.run('export.files', input(folder)))).toEqual({ path: folder, files: 5, missing: 0 })
  const tree = Object.fromEntries(readdirSync(folder).map((name) => [name, readdirSync(join(folder, name)).sort()]))
  expect(tree).toEqual({
    华东精密: ['合同 (2).TXT', '合同.txt', '外景.png'],
    '华东精密 (2)': ['合同.txt'],
    逃出去: ['合同.txt'],
    '逃出去 (2)': ['合同.txt'],
  })
  expect(readFileSync(join(folder, '逃出去', '合同.txt'), 'utf8')).toBe('mine')
  expect(readFileSync(join(folder, '华东精密', '合同 (2).TXT'), 'utf8')).toBe('two')
})

test('stopping leaves the folder as it was', async () => {
  const { engine, input } = await filled()
  const folder = temporaryFolder()
  let asked = 0
  const answer = await engine.run('export.files', input(folder), { cancelled: () => (asked += 1) > 2 })
  expect(answer.ok ? '' : answer.failure.code).toBe('cancelled')
  expect(readdirSync(folder)).toEqual([])
})

test('a workbook or csv of the view names the files', async () => {
  const { engine, book } = await filled()
  const path = join(temporaryFolder(), 'a.csv')
  const columnIds = [book.name.id, book.files.id, book.pictures.id]
  valueOf(await engine.run('export.view', { tableId: book.table.id, query: emptyRowQuery, columnIds, path, format: 'csv', lang: 'zh-CN' }))
  expect(readFileSync(path, 'utf8').split('\r\n').slice(1, 3)).toEqual(['华东精密,合同.txt、合同.TXT,外景.png', '华东精密,合同.txt,'])
})
