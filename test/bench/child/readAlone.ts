import { readFileSync } from 'node:fs'
import { streamXlsxRows } from 'hucre'
import { report } from './memory.ts'

/** The reading library alone, streaming, doing nothing with what it reads. */
const [path = ''] = process.argv.slice(2)
const start = performance.now()
let rows = 0
let cells = 0
for await (const row of streamXlsxRows(readFileSync(path))) {
  rows += 1
  cells += row.values.length
}
if (cells === 0) throw new Error('nothing was read')
report(performance.now() - start, rows)
