import type { Column } from '#shared/model/column.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../client/useBase.ts'
import { useShell } from '../shell/state.ts'
import { Chip } from '../ui/Chip.tsx'
import { useT } from '../ui/lang.ts'
import './why.css'

/** What a class stands for where no row is looked at: which scheme gives it, and how a person may overrule it. */
export function WhyLane({ scheme, column, optionId }: { scheme: Scheme; column: Column; optionId: number | null }) {
  const t = useT()
  const { readOnly } = useBase()
  const openScheme = useShell((state) => state.openScheme)
  const option = column.type === 'singleSelect' ? column.settings.options.find(({ id }) => id === optionId) : undefined
  const isManual = scheme.rule.kind === 'manual'
  return (
    <div className="why">
      <p className="why__head">
        <span className="why__scheme">{column.name}</span>
        {option === undefined ? <span className="why__none">{t('common.unclassified')}</span> : <Chip color={option.color}>{option.name}</Chip>}
      </p>
      <p className="why__text">
        <span className="selectable">{t(isManual ? 'kanban.byHand' : 'kanban.byRule', { scheme: scheme.name })}</span>{' '}
        <button type="button" className="why__rule" onClick={() => openScheme(scheme.id, 'rule')}>
          {t(readOnly ? 'rowPage.why.seeRule' : 'rowPage.why.changeRule')}
        </button>
      </p>
    </div>
  )
}
