import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import type { Option } from '#shared/model/option.ts'
import { useT } from '../../ui/lang.ts'
import { ClassChip } from './ClassChip.tsx'
import { ClassSelect } from './ClassSelect.tsx'
import type { RuleProblem } from './ruleEdit.ts'
import { typedNumber } from './typedNumber.ts'

type NumberLineProps = {
  option?: Option | undefined
  /** Chooses another class for the line. */
  choice?: ClassChoice
  /** Stands at the end of the line. */
  end?: ReactNode
  before: string
  after: string
  value: number
  problem: RuleProblem | undefined
  /** Name of the field for assistive software. */
  label: string
  onChange: (value: number) => void
}

/** A class and the number that bounds it. */
export function NumberLine({ option, choice, end, before, after, value, problem, label, onChange }: NumberLineProps) {
  const t = useT()
  return (
    <Line option={option} {...(choice === undefined ? {} : { choice })}>
      <span>{before}</span>
      <InputNumber<number | string>
        value={Number.isFinite(value) ? value : null}
        aria-label={label}
        status={problem === undefined ? '' : 'error'}
        formatter={(shown) => String(shown ?? '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
        parser={typedNumber}
        onChange={(changed) => onChange(typeof changed === 'number' ? changed : Number.NaN)}
      />
      <span>{after}</span>
      {problem === undefined ? null : (
        <span className="rule__problem" role="alert">
          {t(`schemes.problem.${problem.code}`)}
        </span>
      )}
      {end}
    </Line>
  )
}

export type ClassChoice = { options: readonly Option[]; onChange: (optionId: number) => void }

type LineProps = { option?: Option | undefined; choice?: ClassChoice; children: ReactNode }

/** A class, which may be another one where there is a choice, and what is said of it. */
export function Line({ option, choice, children }: LineProps) {
  return (
    <div className="number-line">
      {choice !== undefined ? (
        <ClassSelect {...choice} value={option?.id ?? null} />
      ) : option === undefined ? null : (
        <span className="rule__class">
          <ClassChip option={option} />
        </span>
      )}
      {children}
    </div>
  )
}
