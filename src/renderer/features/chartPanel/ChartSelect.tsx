import { Select } from 'antd'
import { useT } from '../../ui/lang.ts'
import { choiceKey, type ChartChoice, type ChartGroup } from './chartChoices.ts'
import { choiceTitle } from './choiceTitle.ts'

type ChartSelectProps = { choices: readonly ChartChoice[]; choice: ChartChoice; onChoose: (choice: ChartChoice) => void }

/** What to look at; it is the panel's title too. */
export function ChartSelect({ choices, choice, onChoose }: ChartSelectProps) {
  const t = useT()
  return (
    <Select
      className="chart-panel__select"
      variant="borderless"
      value={choiceKey(choice)}
      aria-label={t('charts.choose')}
      popupMatchSelectWidth={false}
      listHeight={360}
      options={groupOrder.flatMap((group) => {
        const inGroup = choices.filter((one) => one.group === group)
        return inGroup.length === 0
          ? []
          : [
              {
                label: t(`charts.group.${group}`),
                options: inGroup.map((one) => ({ value: choiceKey(one), label: choiceTitle(one, t) })),
              },
            ]
      })}
      onChange={(key: string) => {
        const next = choices.find((one) => choiceKey(one) === key)
        if (next !== undefined) onChoose(next)
      }}
    />
  )
}

const groupOrder: readonly ChartGroup[] = ['classes', 'columns', 'months', 'followUps', 'share']
