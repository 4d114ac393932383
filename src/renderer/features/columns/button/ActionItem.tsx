import { ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { Checkbox, Select } from 'antd'
import { useBase } from '../../../client/useBase.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useT } from '../../../ui/lang.ts'
import { linkColumnsOf } from '../columnForm.ts'
import { Field } from '../Field.tsx'
import { AddressField } from './AddressField.tsx'
import type { ActionForm, ButtonProblem } from './buttonForm.ts'
import { CellLines } from './CellLines.tsx'

type ActionItemProps = {
  action: ActionForm
  step: number
  tableId: number
  problem: ButtonProblem['code'] | null
  onChange: (action: ActionForm) => void
  /** Null for the first. */
  onMove: (() => void) | null
  onRemove: () => void
}

/** One action of a button: its number, what it is, and how it is set. */
export function ActionItem({ action, step, tableId, problem, onChange, onMove, onRemove }: ActionItemProps) {
  const t = useT()
  return (
    <li className="action-item">
      <header className="action-item__head">
        <span className="action-item__step">{step}</span>
        <b>{t(`buttons.kind.${action.kind}`)}</b>
        <span className="action-item__space" />
        {onMove === null ? null : <IconButton label={t('buttons.moveUp', { step })} icon={<ArrowUpOutlined />} onClick={onMove} />}
        <IconButton label={t('buttons.remove', { step })} icon={<CloseOutlined />} onClick={onRemove} />
      </header>
      <ActionBody action={action} tableId={tableId} onChange={onChange} />
      {problem === null ? null : (
        <span className="field__problem" role="alert">
          {t(`columnDialog.problem.${problem}`)}
        </span>
      )}
    </li>
  )
}

function ActionBody({ action, tableId, onChange }: Pick<ActionItemProps, 'action' | 'tableId' | 'onChange'>) {
  const t = useT()
  const base = useBase()
  switch (action.kind) {
    case 'openUrl':
      return <AddressField action={action} columns={base.columnsOf(tableId)} onChange={(change) => onChange({ ...action, ...change })} />
    case 'setCells':
      return <CellLines cells={action.cells} tableId={tableId} onChange={(cells) => onChange({ ...action, cells })} />
    case 'addLinked': {
      const link = base.column(action.linkColumnId ?? 0)
      const otherTableId = link?.type === 'link' ? link.settings.otherTableId : null
      return (
        <>
          <Field label={t('buttons.addLinked.link')} problems={[]} field={null}>
            <Select
              value={link === undefined ? null : action.linkColumnId}
              placeholder={t('columnDialog.through.chooseLink')}
              options={linkColumnsOf(tableId, base.description).map(({ id, name, settings }) => ({
                value: id,
                label: t('buttons.addLinked.into', { table: base.table(settings.otherTableId)?.name ?? '', link: name }),
              }))}
              onChange={(linkColumnId) => onChange({ ...action, linkColumnId, cells: [] })}
            />
          </Field>
          {otherTableId === null ? null : (
            <CellLines cells={action.cells} tableId={otherTableId} onChange={(cells) => onChange({ ...action, cells })} />
          )}
          <Checkbox checked={action.open} onChange={(event) => onChange({ ...action, open: event.target.checked })}>
            {t('buttons.addLinked.open')}
          </Checkbox>
        </>
      )
    }
  }
}
