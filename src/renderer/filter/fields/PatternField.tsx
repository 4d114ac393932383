import { Input } from 'antd'
import { readPattern } from '#shared/lib/pattern.ts'
import { useT } from '#renderer/ui/lang.ts'
import { patternProblem } from '#renderer/words/patternProblem.ts'

type PatternFieldProps = { value: string; onChange: (value: string) => void }

/** A regular expression; what is wrong with it stands below. */
export function PatternField({ value, onChange }: PatternFieldProps) {
  const t = useT()
  const read = value === '' ? null : readPattern(value)
  const failure = read === null || read.ok ? null : read.failure
  return (
    <span className="condition-line__field">
      <Input
        size="small"
        className="condition-line__pattern"
        placeholder={t('filter.pattern')}
        value={value}
        status={failure === null ? '' : 'error'}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {failure === null ? null : (
        <small className="condition-line__wrong" role="alert">
          {patternProblem(failure, t)}
        </small>
      )}
    </span>
  )
}
