import { Button, Checkbox, Dropdown, Input } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useBase } from '../../../client/useBase.ts'
import { FilterPanel } from '../../../filter/FilterPanel.tsx'
import { ColorChoice } from '../../../ui/ColorChoice.tsx'
import { useT } from '../../../ui/lang.ts'
import '../../../ui/rowButton.css'
import { optionStyle } from '../../../ui/tokens/optionColorStyle.ts'
import { linkColumnsOf } from '../columnForm.ts'
import { Field } from '../Field.tsx'
import type { SettingsProps } from '../SettingsFields.tsx'
import { ActionItem } from './ActionItem.tsx'
import './button.css'
import { type ActionForm, type ButtonForm, withAction } from './buttonForm.ts'

/** What stands on a button, what it does, for which rows, and what is asked before. */
export function ButtonFields({ form, tableId, problems, onChange }: SettingsProps) {
  const t = useT()
  const base = useBase()
  const { button } = form
  const set = (change: Partial<ButtonForm>) => onChange({ ...form, button: { ...button, ...change } })
  const [isLimited, setLimited] = useState(button.condition !== null)
  const links = linkColumnsOf(tableId, base.description)
  const own = problems.filter((problem) => problem.field === 'button')
  const label = button.label.trim() === '' ? form.name.trim() : button.label.trim()
  const replace = (changed: ActionForm) => set({ actions: button.actions.map((action) => (action.key === changed.key ? changed : action)) })
  return (
    <>
      <div className="button-fields__face">
        <Field label={t('buttons.label')} problems={[]} field={null}>
          <Input
            value={button.label}
            maxLength={60}
            placeholder={form.name.trim() === '' ? t('buttons.labelPlaceholder') : form.name.trim()}
            onChange={(event) => set({ label: event.target.value })}
          />
        </Field>
        <ColorChoice color={button.color} label={t('buttons.color')} onChoose={(color) => set({ color })} />
        <div className="field">
          <span className="field__label">{t('buttons.preview')}</span>
          <span className="button-fields__preview">
            <span className="row-button" style={optionStyle(button.color)}>
              {label === '' ? t('columns.type.button') : label}
            </span>
          </span>
        </div>
      </div>
      <div className="field">
        <span className="field__label">{t('buttons.actions')}</span>
        {button.actions.length === 0 ? <p className="column-form__note">{t('buttons.actionsNone')}</p> : null}
        <ol className="button-fields__actions">
          {button.actions.map((action, place) => (
            <ActionItem
              key={action.key}
              action={action}
              step={place + 1}
              tableId={tableId}
              problem={own.find(({ key }) => key === action.key)?.code ?? null}
              onChange={replace}
              onMove={place === 0 ? null : () => set({ actions: moved(button.actions, place) })}
              onRemove={() => set({ actions: button.actions.filter(({ key }) => key !== action.key) })}
            />
          ))}
        </ol>
        {own
          .filter(({ key }) => key === null)
          .map(({ code }) => (
            <span key={code} className="field__problem" role="alert">
              {t(`columnDialog.problem.${code}`)}
            </span>
          ))}
        <Dropdown
          trigger={['click']}
          menu={{
            items: actionKinds.map((kind) => ({
              key: kind,
              label: t(`buttons.add.${kind}`),
              disabled: kind === 'addLinked' && links.length === 0,
              onClick: () => set({ actions: withAction(button.actions, kind, links) }),
            })),
          }}
        >
          <Button size="small" type="text" icon={<PlusOutlined />} className="button-fields__add">
            {t('buttons.addAction')}
          </Button>
        </Dropdown>
      </div>
      <div className="field">
        <Checkbox
          checked={isLimited}
          onChange={(event) => {
            setLimited(event.target.checked)
            if (!event.target.checked) set({ condition: null })
          }}
        >
          {t('buttons.condition')} <small>{t('buttons.conditionText')}</small>
        </Checkbox>
        {isLimited ? (
          <FilterPanel
            filter={button.condition}
            columns={base.columnsOf(tableId)}
            firstColumnId={null}
            onChange={(condition) => set({ condition })}
          />
        ) : null}
      </div>
      <Field label={t('buttons.confirm')} problems={[]} field={null}>
        <Input
          value={button.confirm}
          maxLength={300}
          placeholder={t('buttons.confirmPlaceholder')}
          onChange={(event) => set({ confirm: event.target.value })}
        />
      </Field>
    </>
  )
}

const actionKinds = ['setCells', 'addLinked', 'openUrl'] as const

/** The action one place further up. */
function moved(actions: readonly ActionForm[], place: number): ActionForm[] {
  const [action] = actions.slice(place, place + 1)
  return action === undefined
    ? [...actions]
    : [...actions.slice(0, place - 1), action, ...actions.slice(place - 1, place), ...actions.slice(place + 1)]
}
