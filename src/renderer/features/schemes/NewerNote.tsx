import { Button } from 'antd'
import type { NewerScheme } from '#shared/contract/schemeLibrary.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import './newerNote.css'
import { optionsOf } from './optionsOf.ts'
import { RuleTold } from './RuleView.tsx'
import { StepChips } from './StepChips.tsx'

/** So many ways are told. */
const mostFlows = 3

/** Where a scheme came from an earlier version and nobody changed it: that there is a newer one, what it changes, and the button that takes it over. */
export function NewerNote({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const notify = useNotices((state) => state.notify)
  const { data: newer = null } = useOperation('schemes.newer', { schemeId: scheme.id, lang }, { keepPrevious: false })
  const renew = useWrite('schemes.renew')
  if (newer === null) return null
  const take = async () => {
    if ((await renew.run({ schemeId: scheme.id, lang })) === null) return
    notify({ tone: 'done', text: (say) => say('schemes.newer.done', { name: scheme.name }), canUndo: true })
  }
  return (
    <section className="scheme-newer" aria-label={t('schemes.newer.title')}>
      <p className="scheme-newer__line">
        <b>{t('schemes.newer.title')}</b>
        <span>{moved(newer, t)}</span>
        <Flows scheme={scheme} newer={newer} />
        {base.readOnly ? null : (
          <Button size="small" loading={renew.pending} onClick={() => void take()}>
            {t('schemes.newer.take')}
          </Button>
        )}
      </p>
      <Changes newer={newer} />
      {newer.classes === null || !newer.changesRule ? null : (
        <details className="rule">
          <summary>{t('schemes.newer.look')}</summary>
          <RuleTold classes={newer.classes} options={optionsOf(scheme, base)} />
        </details>
      )}
      {renew.error === null ? null : <ErrorNote error={renew.error} />}
    </section>
  )
}

function moved({ preview }: NewerScheme, t: ReturnType<typeof useT>): string {
  if (preview === null) return t('schemes.newer.movedLater')
  return preview.moved === 0 ? t('schemes.newer.nobody') : t('schemes.newer.moved', { count: preview.moved })
}

function Flows({ scheme, newer }: { scheme: Scheme; newer: NewerScheme }) {
  const options = optionsOf(scheme, useBase())
  const moves = newer.preview?.moves ?? []
  return (
    <>
      {moves.slice(0, mostFlows).map((move) => (
        <span key={`${move.fromOptionId} ${move.toOptionId}`} className="scheme-newer__flow">
          {move.count} <StepChips rule={scheme.rule} options={options} step={move} />
        </span>
      ))}
      {moves.length > mostFlows ? '…' : null}
    </>
  )
}

/** What is another: the rule, what some columns measure, and columns that come. */
function Changes({ newer }: { newer: NewerScheme }) {
  const base = useBase()
  const t = useT()
  const list = (names: readonly string[]): string => names.map((name) => t('schemes.library.quoted', { name })).join(t('common.listSeparator'))
  const columns = list(newer.columnIds.flatMap((id) => base.column(id)?.name ?? []))
  return (
    <p className="rule__note">
      {[
        newer.changesRule ? t('schemes.newer.rule') : '',
        columns === '' ? '' : t('schemes.newer.measures', { columns }),
        newer.adds.length === 0 ? '' : t('schemes.newer.adds', { columns: list(newer.adds) }),
        t('schemes.newer.stays'),
      ].join('')}
    </p>
  )
}
