import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { mostColorRules, type ColorRule } from '#shared/model/coloring.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { newRule } from './colorEdit.ts'
import { ColorRuleLine } from './ColorRuleLine.tsx'
import './colorPanel.css'

type ColorPanelProps = { rules: readonly ColorRule[]; columns: readonly Column[]; onChange: (rules: ColorRule[]) => void }

/** By what rows and cells are coloured; of several rules for one thing the first counts. */
export function ColorPanel({ rules, columns, onChange }: ColorPanelProps) {
  const t = useT()
  const base = useBase()
  const items = kinds.flatMap((kind) => {
    const rule = newRule(kind, columns, base.shown, rules.length)
    return rule === null ? [] : [{ key: kind, label: t(`colors.kind.${kind}`), onClick: () => onChange([...rules, rule]) }]
  })
  return (
    <div className="color-panel">
      {rules.length === 0 ? <p className="color-panel__none">{t('colors.none')}</p> : null}
      <ol>
        {rules.map((rule, at) => (
          // Rules have no names; their place is what tells them apart.
          // eslint-disable-next-line react/no-array-index-key
          <li key={`${at} ${rule.kind} ${rules.length}`} className="color-panel__rule">
            <div className="color-panel__body">
              <ColorRuleLine rule={rule} columns={columns} onChange={(changed) => onChange(rules.with(at, changed))} />
            </div>
            <IconButton label={t('colors.remove')} icon={<CloseOutlined />} onClick={() => onChange(rules.toSpliced(at, 1))} />
          </li>
        ))}
      </ol>
      <Dropdown menu={{ items }} trigger={['click']} disabled={rules.length >= mostColorRules}>
        <Button type="text" size="small" icon={<PlusOutlined />}>
          {t('colors.add')}
        </Button>
      </Dropdown>
    </div>
  )
}

const kinds = ['filter', 'option', 'scale', 'duplicates'] as const
