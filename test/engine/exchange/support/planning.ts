import type { Engine } from '#main/engine/index.ts'
import type { ImportPlan } from '#shared/contract/exchange.ts'
import { importPlan } from '#shared/importing/importPlan.ts'
import { openDraft } from '#shared/importing/openDraft.ts'
import { valueOf } from '../../support/valueOf.ts'

/** The plan that the wizard proposes for a file, unchanged. */
export async function proposedPlan(engine: Engine, path: string): Promise<ImportPlan> {
  const preview = valueOf(await engine.run('import.inspect', { path }))
  const plan = importPlan(openDraft(path, preview, valueOf(await engine.run('base.describe', {}))))
  if (plan === null) throw new Error('nothing to import')
  return plan
}
