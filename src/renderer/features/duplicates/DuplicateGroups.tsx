import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { DuplicateGroup } from '#shared/contract/duplicates.ts'
import type { Column } from '#shared/model/column.ts'
import { CellView } from '../../cells/CellView.tsx'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'

type DuplicateGroupsProps = {
  groups: readonly DuplicateGroup[]
  columns: readonly Column[]
  busy: boolean
  readOnly: boolean
  /** A null row to keep leaves it to the rule. */
  onMerge: (rowIds: number[], keepId: number | null) => void
}

/** Each group as a small table, its rows under each other and what differs marked; one of them can be chosen to stay. */
export function DuplicateGroups({ groups, columns, busy, readOnly, onMerge }: DuplicateGroupsProps) {
  return (
    <div className="duplicate-groups">
      {groups.map((group, at) => (
        <Group key={group.rowIds.join()} group={group} number={at + 1} columns={columns} busy={busy} readOnly={readOnly} onMerge={onMerge} />
      ))}
    </div>
  )
}

type GroupProps = Omit<DuplicateGroupsProps, 'groups'> & { group: DuplicateGroup; number: number }

function Group({ group, number, columns, busy, readOnly, onMerge }: GroupProps) {
  const t = useT()
  const [keepId, setKeepId] = useState<number | null>(null)
  const differs = columns.map((_, at) => new Set(group.rows.map((row) => row.cells[at] ?? null)).size > 1)
  return (
    <section className="duplicate-group" aria-label={t('duplicates.group', { number })}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="duplicate-group__keep" />
            {columns.map((column) => (
              <th key={column.id} scope="col" title={column.name}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <tr key={row.id} className={classes(keepId === row.id && 'duplicate-group__kept')}>
              <td className="duplicate-group__keep">
                {readOnly ? null : (
                  <Radio
                    checked={keepId === row.id}
                    aria-label={t('duplicates.keepThis')}
                    title={t('duplicates.keepThis')}
                    onChange={() => setKeepId(row.id)}
                  />
                )}
              </td>
              {columns.map((column, at) => (
                <td key={column.id} className={classes(differs[at] === true && 'duplicate-group__differs')}>
                  <CellView column={column} value={row.cells[at] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="duplicate-group__foot">
        {group.count > group.rows.length ? <small>{t('duplicates.shownOf', { count: group.count })}</small> : null}
        {readOnly || group.count > group.rowIds.length ? null : (
          <Button size="small" disabled={busy} onClick={() => onMerge([...group.rowIds], keepId)}>
            {t('duplicates.mergeOne')}
          </Button>
        )}
      </div>
    </section>
  )
}
