import { useBase } from '../../client/useBase.ts'
import { useShell } from '../../shell/state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useT } from '../../ui/lang.ts'
import { Panel } from '../../ui/Panel.tsx'
import { AddScheme } from './AddScheme.tsx'
import { SchemeDetail } from './SchemeDetail.tsx'
import { SchemeList } from './SchemeList.tsx'
import './schemes.css'
import './classCounts.css'
import './rule.css'
import './moves.css'
import './schemePreview.css'
import './schemeCharts.css'
import './newScheme.css'
import './missing.css'
import { shownSchemes } from './shownSchemes.ts'

/** The schemes of a table: a list, and the page of one. */
export function Schemes() {
  const base = useBase()
  const t = useT()
  const place = useShell((state) => state.schemePlace)
  const lookedAt = useShell((state) => state.tableId)
  const { tableId, scheme } = shownSchemes(base, place, lookedAt)
  const add = base.readOnly || base.tables.length === 0 ? undefined : <AddScheme tableId={tableId ?? 0} />
  if (tableId === null || base.description.schemes.length === 0) {
    return <EmptyState title={t('schemes.emptyTitle')} text={t('schemes.emptyText')} action={add} />
  }
  return (
    <Panel title={t('schemes.title')}>
      <div className="schemes">
        <SchemeList tableId={tableId} chosenId={scheme?.id ?? null} add={add} />
        {scheme === undefined ? (
          <EmptyState
            title={t('schemes.emptyTableTitle', { table: base.table(tableId)?.name ?? '' })}
            text={t(base.table(tableId)?.role === 'customer' ? 'schemes.emptyText' : 'schemes.emptyOwnText')}
            action={add}
          />
        ) : (
          <SchemeDetail scheme={scheme} />
        )}
      </div>
    </Panel>
  )
}
