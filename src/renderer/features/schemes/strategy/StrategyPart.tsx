import { Button } from 'antd'
import { useState } from 'react'
import type { Option } from '#shared/model/option.ts'
import { entryOf, type PlaybookEntry } from '#shared/model/playbook.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { shippedPlaybook } from '#shared/model/shippedPlaybook.ts'
import { useBase } from '../../../client/useBase.ts'
import { useWrite } from '../../../client/useWrite.ts'
import { useNotices, type Said } from '../../../shell/notices.ts'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../../ui/lang.ts'
import { ClassChip } from '../ClassChip.tsx'
import { optionsOf } from '../optionsOf.ts'
import { useStrategyDrafts } from './strategyDrafts.ts'
import { StrategyEditor } from './StrategyEditor.tsx'
import { draftOfEntry, withEntry, withSuggested, type StrategyDraft } from './strategyEdit.ts'
import './strategy.css'
import { TaskPlanDialog } from './TaskPlanDialog.tsx'

/** How the rows of each class are treated, and tasks made of it. */
export function StrategyPart({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const notify = useNotices((state) => state.notify)
  const update = useWrite('schemes.update')
  const drafts = useStrategyDrafts((state) => state.drafts[scheme.uid])
  const keep = useStrategyDrafts((state) => state.keep)
  const [planned, setPlanned] = useState<Option | 'all' | null>(null)
  const classes = optionsOf(scheme, base)
  const order = classes.map(({ id }) => id)
  const methodColumn = base.columnByRole('followUp.method')
  const methods = methodColumn?.type === 'singleSelect' ? methodColumn.settings.options : []
  const suggested = withSuggested(scheme.playbook, shippedPlaybook(scheme.code, classes, methods, lang), order)
  const offered = suggested.length - scheme.playbook.length
  const isOfCustomers = base.tableByRole('customer')?.id === scheme.tableId
  const hasActions = (entry: PlaybookEntry | null) => entry !== null && entry.actions.length > 0

  const save = async (playbook: Scheme['playbook'], text: Said): Promise<boolean> => {
    if ((await update.run({ schemeId: scheme.id, playbook })) === null) return false
    notify({ tone: 'done', text, canUndo: true })
    return true
  }
  const saveEntry = async (option: Option, draft: StrategyDraft) => {
    const saved = await save(withEntry(scheme.playbook, option.id, draft, order), (t) => t('playbook.saved', { name: option.name }))
    if (saved) keep(scheme.uid, option.id, null)
  }

  return (
    <section className="strategy" aria-label={t('schemes.part.strategy')}>
      <div className="strategy__head">
        <p>{t(isOfCustomers ? 'playbook.lead' : 'playbook.leadRows')}</p>
        {base.readOnly || offered === 0 ? null : (
          <Button title={t('playbook.useShippedText')} onClick={() => void save(suggested, (t) => t('playbook.filled', { count: offered }))}>
            {t('playbook.useShipped')}
          </Button>
        )}
        {base.readOnly || !isOfCustomers || !scheme.playbook.some(hasActions) ? null : (
          <Button onClick={() => setPlanned('all')}>{t('playbook.generate')}</Button>
        )}
      </div>
      {update.error === null ? null : <ErrorNote error={update.error} />}
      <ul className="strategy__classes">
        {classes.map((option) => {
          const entry = entryOf(scheme.playbook, option.id)
          const draft = base.readOnly ? undefined : drafts?.[option.id]
          return (
            <li key={option.id} className="strategy__class" aria-label={option.name}>
              <span className="strategy__chip">
                <ClassChip option={option} />
              </span>
              {draft !== undefined ? (
                <StrategyEditor
                  draft={draft}
                  methods={methods}
                  saving={update.pending}
                  onChange={(changed) => keep(scheme.uid, option.id, changed)}
                  onSave={() => void saveEntry(option, draft)}
                  onCancel={() => keep(scheme.uid, option.id, null)}
                />
              ) : (
                <>
                  <Entry entry={entry} methods={methods} />
                  {base.readOnly ? null : (
                    <span className="strategy__buttons">
                      {isOfCustomers && hasActions(entry) ? (
                        <Button size="small" onClick={() => setPlanned(option)}>
                          {t('playbook.generateClass')}
                        </Button>
                      ) : null}
                      <Button size="small" onClick={() => keep(scheme.uid, option.id, draftOfEntry(entry))}>
                        {t(entry === null ? 'playbook.write' : 'playbook.change')}
                      </Button>
                    </span>
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
      {planned === null ? null : <TaskPlanDialog scheme={scheme} option={planned === 'all' ? null : planned} onClose={() => setPlanned(null)} />}
    </section>
  )
}

function Entry({ entry, methods }: { entry: PlaybookEntry | null; methods: readonly Option[] }) {
  const t = useT()
  if (entry === null) return <p className="strategy__none">{t('playbook.none')}</p>
  const { strategy, contactDays, actions } = entry
  return (
    <div className="strategy__text selectable">
      {strategy === '' ? null : <p>{strategy}</p>}
      {contactDays === null ? null : <p className="strategy__every">{t('playbook.every', { days: contactDays })}</p>}
      <ul>
        {actions.map(({ title, methodId, afterDays }) => (
          <li key={`${afterDays} ${title}`}>
            <span className="strategy__when">{afterDays === 0 ? t('playbook.actionToday') : t('playbook.actionDay', { days: afterDays })}</span>
            <span>{[methods.find(({ id }) => id === methodId)?.name, title].filter((part) => part !== undefined).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
