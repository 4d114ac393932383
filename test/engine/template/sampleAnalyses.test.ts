import { expect, test } from 'vitest'
import type { Analysis } from '#shared/contract/analysis.ts'
import { langs } from '#shared/i18n/lang.ts'
import { moduleCodes } from '#shared/model/modules.ts'
import { moduleBook } from '../support/moduleBook.ts'
import { valueOf } from '../support/valueOf.ts'

test('every part of the analyses of sales and service has something to show over the sample with its modules', async () => {
  const { engine } = await moduleBook(moduleCodes, { today: '2026-11-26', sample: true })
  for (const lang of langs) {
    const answers: Record<string, Analysis> = {
      funnel: valueOf(await engine.run('analysis.funnel', { lang })),
      winProbability: valueOf(await engine.run('analysis.winProbability', { lang })),
      crossSell: valueOf(await engine.run('analysis.crossSell', { lang })),
      satisfaction: valueOf(await engine.run('analysis.satisfaction', { lang })),
      tickets: valueOf(await engine.run('analysis.tickets', { lang })),
    }
    const empty = Object.entries(answers).flatMap(([name, answer]) =>
      answer.kind === 'shown'
        ? answer.sections.filter(({ table }) => table === null || table.rows.length === 0).map(({ key }) => `${name}.${key}`)
        : [name],
    )
    expect(empty).toEqual([])
  }
})
