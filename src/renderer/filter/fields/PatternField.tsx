import { Input } from 'antd'
import { readPattern } from '#shared/lib/pattern.ts'
import { useT } from '#renderer/ui/lang.ts'

type PatternFieldProps = { value: string; onChange: (value: string) => void }

/** A regular expression; what is wrong with it stands below. */
export function PatternField({ value, onChange }: PatternFieldProps) {
  const t = useT()
  const read = value === '' ? null : readPattern(value)
  const failure = read === null || read.ok ? null : read.failure
  const texts = { syntax: 'filter.patternSyntax', unsupported: 'filter.patternUnsupported', tooLong: 'filter.patternTooLong' } as const
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
          {failure.reason === 'tooLong' ? t(texts.tooLong) : t(texts[failure.reason], { at: failure.at + 1 })}
        </small>
      )}
    </span>
  )
}
