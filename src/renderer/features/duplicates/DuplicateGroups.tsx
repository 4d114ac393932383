import { Button, Radio } from 'antd'
import type { DuplicateGroup } from '#shared/contract/duplicates.ts'
import type { Column } from '#shared/model/column.ts'
import { CellView } from '../../cells/CellView.tsx'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'

type DuplicateGroupsProps = {
  groups: readonly DuplicateGroup[]
  columns: readonly Column[]
  /** The rows that stay, whether by hand or by the rule. */
  keptIds: ReadonlySet<number>
  busy: boolean
  readOnly: boolean
  onKeep: (group: DuplicateGroup, rowId: number) => void
  /** Left out where there is but one group: the dialog merges it. */
  onMerge: ((group: DuplicateGroup) => void) | undefined
}

/** Each group as a small table, its rows under each other and what differs marked; one of them is marked to stay. */
export function DuplicateGroups({ groups, ...props }: DuplicateGroupsProps) {
  return (
    <div className="duplicate-groups">
      {groups.map((group, at) => (
        <Group key={group.rowIds.join()} group={group} number={at + 1} {...props} />
      ))}
    </div>
  )
}

type GroupProps = Omit<DuplicateGroupsProps, 'groups'> & { group: DuplicateGroup; number: number }

function Group({ group, number, columns, keptIds, busy, readOnly, onKeep, onMerge }: GroupProps) {
  const t = useT()
  const differs = columns.map((_, at) => new Set(group.rows.map((row) => row.cells[at] ?? null)).size > 1)
  const isPart = group.count > group.rows.length
  const canMerge = onMerge !== undefined && !readOnly && group.count === group.rowIds.length
  return (
    <section className="duplicate-group" aria-label={t('duplicates.group', { number })}>
      <Radio.Group
        className="duplicate-group__rows"
        value={group.rows.find((row) => keptIds.has(row.id))?.id}
        onChange={(event) => onKeep(group, Number(event.target.value))}
      >
        <table>
          <thead>
            <tr>
              {readOnly ? null : (
                <th scope="col" className="duplicate-group__keep">
                  {t('duplicates.keepHead')}
                </th>
              )}
              {columns.map((column) => (
                <th key={column.id} scope="col" title={column.name}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row) => (
              <tr key={row.id} className={classes(!readOnly && keptIds.has(row.id) && 'duplicate-group__kept')}>
                {readOnly ? null : (
                  <td className="duplicate-group__keep">
                    <Radio value={row.id} disabled={busy} aria-label={t('duplicates.keepThis')} title={t('duplicates.keepThis')} />
                  </td>
                )}
                {columns.map((column, at) => (
                  <td key={column.id} className={classes(differs[at] === true && 'duplicate-group__differs')}>
                    <CellView column={column} value={row.cells[at] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Radio.Group>
      {isPart || canMerge ? (
        <div className="duplicate-group__foot">
          {isPart ? <small>{t('duplicates.shownOf', { count: group.count })}</small> : null}
          {canMerge ? (
            <Button size="small" disabled={busy} onClick={() => onMerge(group)}>
              {t('duplicates.mergeOne')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
