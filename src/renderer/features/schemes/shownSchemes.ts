import type { Scheme } from '#shared/model/scheme.ts'
import type { Base } from '../../client/base.ts'
import type { SchemePlace } from '../../shell/state.ts'

/** Which table's schemes are on the screen and which of them is open: what was asked for, else the table last looked at. */
export function shownSchemes(
  base: Pick<Base, 'scheme' | 'schemesOf' | 'table' | 'tables'>,
  place: Pick<SchemePlace, 'tableId' | 'schemeId'>,
  lookedAt: number | null,
): { tableId: number | null; scheme: Scheme | undefined } {
  const asked = place.schemeId === null ? undefined : base.scheme(place.schemeId)
  if (asked !== undefined && base.table(asked.tableId) !== undefined) return { tableId: asked.tableId, scheme: asked }
  const withSchemes = [lookedAt, ...base.tables.map(({ id }) => id)].find((id) => id !== null && base.schemesOf(id).length > 0)
  const tableId = [place.tableId, withSchemes, base.tables[0]?.id].find((id) => id != null && base.table(id) !== undefined) ?? null
  return { tableId, scheme: tableId === null ? undefined : base.schemesOf(tableId)[0] }
}
