import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { median, result, type BenchCase } from '../support/bench.ts'
import { writeMixedWorkbook } from '../support/mixedWorkbook.ts'

const rows = 100_000
const rounds = 5

const measuredSchema = z.object({ milliseconds: z.number(), rows: z.number(), peakBytes: z.number() })

/** Each run in a process of its own: a peak of memory belongs to a process. */
function child(script: string, ...parameters: string[]): z.infer<typeof measuredSchema> {
  const path = fileURLToPath(new URL(`../child/${script}`, import.meta.url))
  return measuredSchema.parse(
    JSON.parse(execFileSync(process.execPath, [path, ...parameters], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })),
  )
}

/** LibreOffice Calc loading the same file and writing it as csv; null where it is not installed. */
function libreOffice(workbook: string, folder: string): number | null {
  try {
    const start = performance.now()
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'csv', '--outdir', folder, workbook], {
      stdio: 'ignore',
    })
    return performance.now() - start
  } catch {
    return null
  }
}

export const importCases: BenchCase[] = [
  {
    id: 'import',
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kebu-bench-import-'))
      try {
        const workbook = join(folder, 'mixed.xlsx')
        await writeMixedWorkbook(workbook, rows)
        mkdirSync(join(folder, 'bases'))
        const alone = Array.from({ length: rounds }, () => child('readAlone.ts', workbook))
        const ours = Array.from({ length: rounds }, (_, round) => child('importFile.ts', workbook, join(folder, 'bases', `${round}.kebu`)))
        const times = { median_ms: median(ours.map((run) => run.milliseconds)), baseline_ms: median(alone.map((run) => run.milliseconds)) }
        const what = `import of a ${rows} × 20 xlsx (${Math.round(statSync(workbook).size / 1e6)} MB) until committed, logged and searchable`
        const results = [
          result({ id: 'import', what: `${what}, against the reading library alone`, size: rows, ...times, bar: 1.6 }),
          result({
            // Megabytes in the places of milliseconds.
            id: 'import.memory',
            what: `${what}: peak memory in MB, against the reading library alone`,
            size: rows,
            median_ms: median(ours.map((run) => run.peakBytes)) / 1e6,
            baseline_ms: median(alone.map((run) => run.peakBytes)) / 1e6,
            bar: 1.5,
          }),
        ]
        libreOffice(workbook, folder)
        const office = libreOffice(workbook, folder)
        if (office === null) console.log('     import.office: LibreOffice is not installed, not compared')
        else
          results.push(
            result({
              id: 'import.office',
              what: `${what}, against LibreOffice Calc loading it`,
              size: rows,
              median_ms: times.median_ms,
              baseline_ms: office,
              bar: 1,
            }),
          )
        return results
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  },
]
