import { expect, test } from 'vitest'
import { z } from 'zod'
import { pathKeys } from '#main/ipc/namedPaths.ts'
import { appOperations } from '#shared/contract/app.ts'
import { engineOperations } from '#shared/contract/engine.ts'

test('operations name files only by the keys that are checked, at the top of their input', () => {
  const known: ReadonlySet<string> = new Set(pathKeys)
  const found: string[] = []
  for (const [name, operation] of Object.entries({ ...engineOperations, ...appOperations })) {
    const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' })
    for (const key of Object.keys(schema.properties ?? {})) if (/path|folder|file|directory/i.test(key)) found.push(key)
    const nested = JSON.stringify(Object.values(schema.properties ?? {})).match(/"(?:[a-z]*path|[a-z]*folder|[a-z]*file)":/gi)
    expect(nested, name).toBeNull()
  }
  expect(found.length).toBeGreaterThan(5)
  expect(found.filter((key) => !known.has(key))).toEqual([])
})
