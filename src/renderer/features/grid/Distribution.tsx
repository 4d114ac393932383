import type { ColumnOf } from '#shared/model/column.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useOperation } from '#renderer/client/useOperation.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { useLang, useT } from '#renderer/ui/lang.ts'
import { optionSolid } from '#renderer/ui/tokens/optionColorStyle.ts'

type DistributionProps = { tableId: number; query: RowQuery; column: ColumnOf<'singleSelect'> | ColumnOf<'multipleSelect'> }

/** How many rows of the list hold each option. */
export function Distribution({ tableId, query, column }: DistributionProps) {
  const t = useT()
  const lang = useLang()
  const { filter, search } = query
  const { data } = useOperation('stats.group', {
    tableId,
    filter,
    search,
    dimensions: [{ columnId: column.id }],
    measure: { kind: 'count' },
  })
  if (data === undefined) return null
  const most = Math.max(1, ...data.groups.map(({ count }) => count))
  return (
    <section className="distribution" aria-label={t('statistics.distribution')}>
      <h2>{t('statistics.distribution')}</h2>
      {data.groups.length === 0 ? <p>{t('statistics.noRows')}</p> : null}
      <ul>
        {data.groups.map(({ keys: [key = null], count }) => {
          const option = column.settings.options.find(({ id }) => id === key)
          return (
            <li key={String(key)}>
              <span className="distribution__name">
                {option === undefined ? t('statistics.distributionEmpty') : <Chip color={option.color}>{option.name}</Chip>}
              </span>
              <span className="distribution__bar" aria-hidden="true">
                <span style={{ width: `${(count / most) * 100}%`, background: optionSolid(option?.color ?? 'gray') }} />
              </span>
              <span className="distribution__count">{count.toLocaleString(lang)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
