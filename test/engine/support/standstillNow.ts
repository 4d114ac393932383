import type { Engine } from '#main/engine/index.ts'
import { standstillOf, type Standstill } from '#shared/model/schemeStandstill.ts'
import { valueOf } from './valueOf.ts'

/** Why a scheme does not class, as the window tells it: from the description of the base alone. */
export async function standstillNow(engine: Engine, schemeId: number): Promise<Standstill | null> {
  const { columns, schemes } = valueOf(await engine.run('base.describe', {}))
  const scheme = schemes.find(({ id }) => id === schemeId)
  if (scheme === undefined) throw new Error(`no scheme ${schemeId}`)
  return standstillOf(scheme, new Map(columns.map((column) => [column.id, column])))
}
