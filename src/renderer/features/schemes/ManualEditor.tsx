import { Checkbox } from 'antd'
import { useT } from '../../ui/lang.ts'
import type { EditorOf } from './BandsEditor.tsx'
import { Line } from './NumberLine.tsx'

/** The classes that people set by hand, and whether they say why. */
export function ManualEditor({ rule, options, onChange }: EditorOf<'manual'>) {
  const t = useT()
  return (
    <div className="rule__part">
      {rule.optionIds.map((optionId) => (
        <Line key={optionId} option={options.find(({ id }) => id === optionId)}>
          <span>{t('schemes.rule.manual.class')}</span>
        </Line>
      ))}
      <Checkbox checked={rule.reasonRequired} onChange={(event) => onChange({ ...rule, reasonRequired: event.target.checked })}>
        {t('schemes.edit.reasonRequired')}
      </Checkbox>
    </div>
  )
}
