import { CheckOutlined } from '@ant-design/icons'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { type Step, steps } from './wizard.ts'

type StepBarProps = {
  step: Step
  hasFile: boolean
  /** Null while steps cannot be left. */
  onGo: ((step: Step) => void) | null
  isFree: (step: Step) => boolean
}

/** The steps of the wizard; those that may be entered are buttons. */
export function StepBar({ step, hasFile, onGo, isFree }: StepBarProps) {
  const t = useT()
  const at = steps.indexOf(step)
  return (
    <ol className="step-bar">
      {steps.map((each, index) => (
        <li key={each} className={classes('step-bar__step', index === at && 'step-bar__step--here', index < at && 'step-bar__step--done')}>
          <button
            type="button"
            disabled={onGo === null || index === at || (each !== 'file' && !hasFile) || !isFree(each)}
            aria-current={index === at ? 'step' : undefined}
            onClick={() => onGo?.(each)}
          >
            <span className="step-bar__mark">{index < at ? <CheckOutlined aria-hidden /> : index + 1}</span>
            {t(`importWizard.step.${each}`)}
          </button>
        </li>
      ))}
    </ol>
  )
}
