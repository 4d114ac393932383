import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import type { Option } from '#shared/model/option.ts'
import { useT } from '../../ui/lang.ts'
import { ClassChip } from './ClassChip.tsx'
import type { RuleProblem } from './ruleEdit.ts'

type NumberLineProps = {
  option?: Option | undefined
  before: string
  after: string
  value: number
  problem: RuleProblem | undefined
  /** Name of the field for assistive software. */
  label: string
  onChange: (value: number) => void
}

/** A class and the number that bounds it. */
export function NumberLine({ option, before, after, value, problem, label, onChange }: NumberLineProps) {
  const t = useT()
  return (
    <Line option={option}>
      <span>{before}</span>
      <InputNumber
        value={Number.isFinite(value) ? value : null}
        aria-label={label}
        status={problem === undefined ? '' : 'error'}
        formatter={(shown) => String(shown ?? '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
        parser={(typed) => Number((typed ?? '').normalize('NFKC').replaceAll(',', ''))}
        onChange={(changed) => onChange(changed ?? Number.NaN)}
      />
      <span>{after}</span>
      {problem === undefined ? null : (
        <span className="rule__problem" role="alert">
          {t(`schemes.problem.${problem.code}`)}
        </span>
      )}
    </Line>
  )
}

/** A class and what is said of it. */
export function Line({ option, children }: { option?: Option | undefined; children: ReactNode }) {
  return (
    <div className="number-line">
      {option === undefined ? null : (
        <span className="rule__class">
          <ClassChip option={option} />
        </span>
      )}
      {children}
    </div>
  )
}
