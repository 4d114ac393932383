import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { ScoreLine } from '#shared/model/classRules/scoreRule.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { scoreLineText } from '../../words/ruleText.ts'
import { useWords } from '../../words/useWords.ts'
import { BandsEditor, type EditorOf } from './BandsEditor.tsx'
import { ConditionLine, everything } from './ConditionLine.tsx'

/** Lines that give points, and the bands of their sum. */
export function ScoreEditor({ rule, options, problems, tableId, onChange }: EditorOf<'score'> & { tableId: number }) {
  const t = useT()
  const words = useWords()
  const [open, setOpen] = useState<number | null>(null)
  const set = (index: number, line: ScoreLine) => onChange({ ...rule, lines: rule.lines.map((each, place) => (place === index ? line : each)) })
  return (
    <>
      <ol className="decision-rows">
        {rule.lines.map((line, index) => (
          // Lines have no names; their place is what tells them apart.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index} className="decision-row">
            <ConditionLine
              tableId={tableId}
              given={
                <InputNumber
                  size="small"
                  value={line.kind === 'condition' ? line.points : line.each}
                  aria-label={t('schemes.edit.points')}
                  onChange={(points) => points !== null && set(index, line.kind === 'condition' ? { ...line, points } : { ...line, each: points })}
                />
              }
              text={scoreLineText(line, words, t)}
              when={line.kind === 'condition' ? line.when : null}
              open={open === index}
              onOpen={(opened) => setOpen(opened ? index : null)}
              onChange={(when) => line.kind === 'condition' && set(index, { ...line, when })}
            >
              <IconButton
                label={t('schemes.edit.remove')}
                icon={<DeleteOutlined />}
                disabled={rule.lines.length === 1}
                onClick={() => {
                  onChange({ ...rule, lines: rule.lines.filter((_, place) => place !== index) })
                  setOpen(null)
                }}
              />
            </ConditionLine>
          </li>
        ))}
        <li>
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => {
              onChange({ ...rule, lines: [...rule.lines, { kind: 'condition', when: everything, points: 10, decay: null }] })
              setOpen(rule.lines.length)
            }}
          >
            {t('schemes.edit.addLine')}
          </Button>
        </li>
      </ol>
      <p>{t('schemes.rule.score.bands')}</p>
      <BandsEditor rule={rule} options={options} problems={problems} onChange={onChange} />
    </>
  )
}
