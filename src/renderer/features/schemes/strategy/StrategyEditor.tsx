import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import { type KeyboardEvent } from 'react'
import type { Option } from '#shared/model/option.ts'
import type { PlaybookAction } from '#shared/model/playbook.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useT } from '../../../ui/lang.ts'
import { emptyAction, type StrategyDraft } from './strategyEdit.ts'

type StrategyEditorProps = {
  draft: StrategyDraft
  methods: readonly Option[]
  saving: boolean
  onChange: (draft: StrategyDraft) => void
  onSave: () => void
  onCancel: () => void
}

/** How a class is treated: in words, how often, and what is done. */
export function StrategyEditor({ draft, methods, saving, onChange, onSave, onCancel }: StrategyEditorProps) {
  const t = useT()
  const change = (part: Partial<StrategyDraft>) => onChange({ ...draft, ...part })
  const setAction = (index: number, part: Partial<PlaybookAction>) =>
    change({ actions: draft.actions.map((action, place) => (place === index ? { ...action, ...part } : action)) })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }
  return (
    <div className="strategy-editor" onKeyDown={onKeyDown}>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={draft.strategy}
        maxLength={2000}
        aria-label={t('playbook.edit.strategy')}
        placeholder={t('playbook.edit.strategyPlaceholder')}
        onChange={(event) => change({ strategy: event.target.value })}
      />
      <p className="strategy-editor__line">
        <span>{t('playbook.edit.contactBefore')}</span>
        <InputNumber
          min={1}
          max={3650}
          precision={0}
          value={draft.contactDays}
          placeholder={t('playbook.edit.contactNone')}
          aria-label={`${t('playbook.edit.contactBefore')} … ${t('playbook.edit.contactAfter')}`}
          onChange={(contactDays) => change({ contactDays })}
        />
        <span>{t('playbook.edit.contactAfter')}</span>
      </p>
      <ul className="strategy-editor__actions" aria-label={t('playbook.edit.actions')}>
        {draft.actions.map((action, index) => (
          // Actions have no names of their own; their place is what tells them apart.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Input
              value={action.title}
              maxLength={200}
              aria-label={t('playbook.edit.title')}
              placeholder={t('playbook.edit.titlePlaceholder')}
              onChange={(event) => setAction(index, { title: event.target.value })}
            />
            {methods.length === 0 ? null : (
              <Select
                allowClear
                value={methods.some(({ id }) => id === action.methodId) ? action.methodId : null}
                placeholder={t('playbook.edit.anyMethod')}
                aria-label={t('playbook.edit.method')}
                options={methods.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(methodId: number | null | undefined) => setAction(index, { methodId: methodId ?? null })}
              />
            )}
            <InputNumber
              min={0}
              max={3650}
              precision={0}
              value={action.afterDays}
              aria-label={t('playbook.edit.days')}
              onChange={(afterDays) => setAction(index, { afterDays: afterDays ?? 0 })}
            />
            <span>{t('playbook.edit.daysAfter')}</span>
            <IconButton
              label={t('playbook.edit.remove')}
              icon={<DeleteOutlined />}
              onClick={() => change({ actions: draft.actions.filter((_, place) => place !== index) })}
            />
          </li>
        ))}
      </ul>
      <div className="strategy-editor__buttons">
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={draft.actions.length >= 20}
          onClick={() => change({ actions: [...draft.actions, emptyAction] })}
        >
          {t('playbook.edit.add')}
        </Button>
        <span className="strategy-editor__space" />
        <Button size="small" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="small" type="primary" loading={saving} onClick={onSave}>
          {t('playbook.edit.save')}
        </Button>
      </div>
    </div>
  )
}
