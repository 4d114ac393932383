import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { rowsOfClass } from '#shared/model/unclassified.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { optionSolid } from '../../ui/tokens/optionColorStyle.ts'
import { percent } from '../../words/metricText.ts'
import { ClassChip } from './ClassChip.tsx'
import { openRows } from './openRows.ts'
import { optionsOf } from './optionsOf.ts'

/** How many rows stand in each class, as bars in the classes' colours; a click shows the rows. */
export function ClassCounts({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const { data, error } = useOperation('classes.counts', { schemeId: scheme.id }, { keepPrevious: true })
  const isTags = scheme.rule.kind === 'tags'
  const scoped = useOperation(
    'classes.unclassified',
    { schemeId: scheme.id, limit: 1 },
    { enabled: isTags && scheme.scope !== null, keepPrevious: true },
  )
  const options = optionsOf(scheme, base)
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={5} />
  const inScope = data.reduce((sum, each) => sum + each.inScope, 0)
  // Rows with several tags count for each: their sum is no whole. Of a part of the table it is asked for.
  const total = isTags ? (scheme.scope === null ? base.rowCount(scheme.tableId) : scoped.data?.inScope || null) : inScope
  const outOfScope = isTags ? 0 : data.reduce((sum, each) => sum + each.count, 0) - inScope
  const most = Math.max(1, ...data.map((each) => each.inScope))
  const countOf = (optionId: number | null) => data.find((each) => each.optionId === optionId)?.inScope ?? 0
  const lines: readonly (Option | null)[] = countOf(null) > 0 ? [...options, null] : options
  return (
    <section className="class-counts" aria-label={t('schemes.classes')}>
      <h3>
        {t(isTags ? 'schemes.tags' : 'schemes.classes')} {total === null ? null : <small>{t('schemes.total', { count: total })}</small>}
      </h3>
      {lines.map((option) => {
        const count = countOf(option?.id ?? null)
        return (
          <ClassBar
            key={option?.id ?? 0}
            scheme={scheme}
            option={option}
            count={count}
            width={count / most}
            share={total === null ? null : total === 0 ? 0 : count / total}
          />
        )
      })}
      {outOfScope === 0 ? null : <p className="class-counts__out">{t('schemes.outOfScope', { count: outOfScope })}</p>}
      {isTags ? <p className="class-counts__out">{t('schemes.tagsNote')}</p> : null}
    </section>
  )
}

type ClassBarProps = { scheme: Scheme; option: Option | null; count: number; width: number; share: number | null }

function ClassBar({ scheme, option, count, width, share }: ClassBarProps) {
  const t = useT()
  const lang = useLang()
  const base = useBase()
  const none = t(scheme.rule.kind === 'tags' ? 'common.noTags' : 'schemes.unclassified')
  const showRows = () => {
    const label = `${scheme.name}: ${option?.name ?? none}`
    openRows(base, scheme.tableId, label, rowsOfClass(scheme, option?.id ?? null))
  }
  return (
    <button type="button" className="class-bar" disabled={count === 0} title={t('schemes.showRows', { count })} onClick={showRows}>
      <span className="class-bar__name">
        <ClassChip option={option} none={none} />
      </span>
      <span className="class-bar__track">
        <span className="class-bar__fill" style={{ width: `${width * 100}%`, background: optionSolid(option?.color ?? 'gray') }} />
      </span>
      <span className="class-bar__count">{count.toLocaleString(lang)}</span>
      <span className="class-bar__share">{share === null ? '' : percent(share)}</span>
    </button>
  )
}
