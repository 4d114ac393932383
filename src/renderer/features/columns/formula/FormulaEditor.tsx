import { useRef, type RefObject, type UIEvent } from 'react'
import type { Span } from '#shared/formula/expression.ts'
import { classes } from '../../../ui/classes.ts'
import { useT } from '../../../ui/lang.ts'
import { highlight } from './highlight.ts'

type FormulaEditorProps = {
  source: string
  /** Where a problem points. */
  wrong: Span | null
  field: RefObject<HTMLTextAreaElement | null>
  onChange: (source: string) => void
  onSelect: () => void
}

/** The formula as text, coloured by what its parts are: a plain field over a painted copy of itself. */
export function FormulaEditor({ source, wrong, field, onChange, onSelect }: FormulaEditorProps) {
  const t = useT()
  const paint = useRef<HTMLPreElement>(null)
  const follow = (event: UIEvent<HTMLTextAreaElement>) => {
    if (paint.current !== null) paint.current.scrollTop = event.currentTarget.scrollTop
  }
  return (
    <div className="formula-editor">
      <pre ref={paint} className="formula-editor__paint" aria-hidden>
        {highlight(source, wrong).map((stretch, index) => (
          // Stretches have no life of their own: the whole copy is painted anew with every key.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={classes(`formula-editor__${stretch.look}`, stretch.wrong && 'formula-editor__wrong')}>
            {stretch.text}
          </span>
        ))}
        {'\n'}
      </pre>
      <textarea
        ref={field}
        className="formula-editor__field"
        aria-label={t('formulaEditor.label')}
        placeholder={t('formulaEditor.placeholder', { open: '{', close: '}' })}
        rows={4}
        spellCheck={false}
        value={source}
        onChange={(event) => onChange(event.target.value)}
        onSelect={onSelect}
        onScroll={follow}
      />
    </div>
  )
}
