import { Checkbox, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { ModuleEntry } from '#shared/contract/modules.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices, type Said } from '../../shell/notices.ts'
import { useShell } from '../../shell/state.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ModuleCard } from './ModuleCard.tsx'
import './modulesDialog.css'

/** The parts of the customer book that are not switched on yet, each with what it brings. */
export function ModulesDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const lang = useLang()
  const base = useBase()
  const { data, error } = useOperation('template.modules', { lang })
  const add = useWrite('template.addModule')
  const openTable = useShell((state) => state.openTable)
  const [withSample, setWithSample] = useState(true)
  const [adding, setAdding] = useState<ModuleEntry['code'] | null>(null)
  const [opening, setOpening] = useState<number | null>(null)
  const canHaveSample = data?.some((each) => each.canHaveSample) ?? false

  // The window hears of a new table a moment after it was made.
  const isKnown = opening !== null && base.table(opening) !== undefined
  useEffect(() => {
    if (!isKnown || opening === null) return
    onClose()
    openTable(opening)
  }, [isKnown, opening, onClose, openTable])
  const start = async ({ code, name }: ModuleEntry) => {
    setAdding(code)
    const made = await add.run({ code, lang, sample: canHaveSample && withSample })
    if (made === null || made.tableIds[0] === undefined) return setAdding(null)
    const text: Said = (t) => (made.rows > 0 ? t('modules.addedSample', { name, count: made.rows }) : t('modules.added', { name }))
    useNotices.getState().notify({ tone: 'done', text, canUndo: true })
    setOpening(made.tableIds[0])
  }

  const problem = add.error ?? (error === null ? null : errorOf(error))
  return (
    <Modal open centered destroyOnHidden width={760} title={t('modules.title')} onCancel={onClose} footer={null}>
      <div className="modules">
        <p className="modules__lead">{t('modules.lead')}</p>
        {canHaveSample ? (
          <Checkbox checked={withSample} onChange={(event) => setWithSample(event.target.checked)}>
            {t('modules.sample')}
          </Checkbox>
        ) : null}
        {problem === null ? null : <ErrorNote error={problem} />}
        {data === undefined ? (
          error === null ? (
            <Skeleton lines={8} />
          ) : null
        ) : (
          <ul className="modules__cards">
            {data.map((module) => (
              <ModuleCard
                key={module.code}
                module={module}
                isAdding={adding === module.code}
                isBusy={adding !== null}
                onAdd={() => void start(module)}
                onOpen={() => setOpening(module.tables[0]?.tableId ?? null)}
              />
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}
