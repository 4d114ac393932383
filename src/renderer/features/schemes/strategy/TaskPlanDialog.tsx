import { Modal } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { TaskPlan } from '#shared/contract/tasks.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../../client/useBase.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useWrite } from '../../../client/useWrite.ts'
import { useNotices } from '../../../shell/notices.ts'
import { useShell } from '../../../shell/state.ts'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../../ui/lang.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { ClassChip } from '../ClassChip.tsx'
import { optionsOf } from '../optionsOf.ts'

type TaskPlanDialogProps = {
  scheme: Scheme
  /** The class; null for all. */
  option: Option | null
  onClose: () => void
}

/** The tasks a strategy would make, for whom and by when, before they are made. */
export function TaskPlanDialog({ scheme, option, onClose }: TaskPlanDialogProps) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const notify = useNotices((state) => state.notify)
  const generate = useWrite('tasks.generate')
  const asked = { schemeId: scheme.id, optionIds: option === null ? null : [option.id] }
  const { data, error } = useOperation('tasks.plan', asked)
  const [tableId, setTableId] = useState<number | null>(null)
  const isThere = tableId !== null && base.table(tableId) !== undefined
  // The table may be new: it can be shown once the window knows of it.
  const showTasks = useEffectEvent(() => {
    if (tableId === null) return
    onClose()
    const all = base.viewByRole('task.all')
    if (all === undefined) useShell.getState().openTable(tableId)
    else useShell.getState().openView(tableId, all.id)
  })
  useEffect(() => {
    if (isThere) showTasks()
  }, [isThere])
  const make = async () => {
    const made = await generate.run({ ...asked, lang })
    if (made === null) return
    setTableId(made.tableId)
    notify({ tone: 'done', text: (t) => t('playbook.plan.made', { count: made.tasks }), canUndo: true })
  }
  return (
    <Modal
      open
      width={760}
      className="task-plan"
      title={option === null ? t('playbook.plan.title') : t('playbook.plan.titleClass', { name: option.name })}
      okText={t('playbook.plan.make', { count: data?.tasks ?? 0 })}
      okButtonProps={{ disabled: data === undefined || data.tasks === 0, loading: generate.pending || tableId !== null }}
      onOk={() => void make()}
      onCancel={onClose}
    >
      {error === null ? null : <ErrorNote error={error.error} />}
      {generate.error === null ? null : <ErrorNote error={generate.error} />}
      {data === undefined ? error === null ? <Skeleton lines={6} /> : null : <Plan plan={data} scheme={scheme} />}
    </Modal>
  )
}

function Plan({ plan, scheme }: { plan: TaskPlan; scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const classes = optionsOf(scheme, base)
  const member = (id: number | null) => base.members.find((each) => each.id === id)?.name ?? ''
  const named = (id: number) => classes.find((option) => option.id === id) ?? null
  const leftOut = [
    { text: t('playbook.plan.open'), count: plan.open },
    { text: t('playbook.plan.waiting'), count: plan.waiting },
    { text: t('playbook.plan.once'), count: plan.once },
    { text: t('playbook.plan.dead'), count: plan.dead },
  ].filter(({ count }) => count > 0)
  return (
    <>
      <p className="task-plan__summary">
        {plan.tasks === 0 ? t('playbook.plan.nothing') : t('playbook.plan.summary', { tasks: plan.tasks, customers: plan.customers })}
      </p>
      {plan.makesTable && plan.tasks > 0 ? <p className="task-plan__summary">{t('playbook.plan.makesTable')}</p> : null}
      <ul className="task-plan__left">
        {leftOut.map(({ text, count }) => (
          <li key={text}>
            {text} <b>{t('playbook.plan.count', { count })}</b>
          </li>
        ))}
        {plan.withoutActions.length === 0 ? null : (
          <li>
            {t('playbook.plan.withoutActions')}{' '}
            {plan.withoutActions.map((id) => (
              <ClassChip key={id} option={named(id)} />
            ))}
          </li>
        )}
      </ul>
      {plan.items.length === 0 ? null : (
        <div className="task-plan__items">
          <table>
            <thead>
              <tr>
                <th>{t('playbook.plan.customer')}</th>
                <th>{t('playbook.plan.class')}</th>
                <th>{t('playbook.plan.task')}</th>
                <th>{t('playbook.plan.due')}</th>
                <th>{t('playbook.plan.owner')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.items.map((task) => (
                <tr key={`${task.rowId} ${task.optionId} ${task.due} ${task.title}`}>
                  <td title={task.customer}>{task.customer}</td>
                  <td>
                    <ClassChip option={named(task.optionId)} />
                  </td>
                  <td title={task.title}>{task.title}</td>
                  <td>{task.due}</td>
                  <td>{member(task.ownerId)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {plan.tasks > plan.items.length ? <p className="rule__note">{t('playbook.plan.more', { count: plan.tasks - plan.items.length })}</p> : null}
        </div>
      )}
    </>
  )
}
