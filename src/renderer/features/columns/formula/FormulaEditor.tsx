import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject, type UIEvent } from 'react'
import type { Span } from '#shared/formula/expression.ts'
import type { Suggestion, Suggestions } from '#shared/formula/suggest.ts'
import { classes } from '../../../ui/classes.ts'
import { useT } from '../../../ui/lang.ts'
import { caretRect } from './caretRect.ts'
import { Completions, optionId } from './Completions.tsx'
import { highlight } from './highlight.ts'
import { inserted, steppedOver, type Edited } from './insertion.ts'

type FormulaEditorProps = {
  edited: Edited
  /** Where a problem points. */
  wrong: Span | null
  field: RefObject<HTMLTextAreaElement | null>
  /** What the word at the caret may become; null where nothing is to be offered. */
  suggestions: Suggestions | null
  /** Typed by the hand. */
  onType: (edited: Edited) => void
  onSelect: (selected: Span) => void
  /** Written by a completion, `goesOn` if more of it is to come. */
  onWrite: (edited: Edited, goesOn: boolean) => void
  onDismiss: () => void
}

/** The formula as text, coloured by what its parts are: a plain field over a painted copy of itself, completed while one types. */
export function FormulaEditor({ edited, wrong, field, suggestions, onType, onSelect, onWrite, onDismiss }: FormulaEditorProps) {
  const t = useT()
  const paint = useRef<HTMLPreElement>(null)
  const listId = useId()
  const { source } = edited
  const [moved, setMoved] = useState({ for: suggestions, to: 0 })
  const [place, setPlace] = useState<DOMRect | null>(null)
  const [composing, setComposing] = useState(false)
  const offered = composing ? null : suggestions
  // Another word begins at its best fit.
  const chosen = moved.for === suggestions ? moved.to : 0

  const from = offered?.span.from ?? null
  useLayoutEffect(() => {
    setPlace(from === null || paint.current === null ? null : caretRect(paint.current, from))
  }, [from, source])

  const follow = (event: UIEvent<HTMLTextAreaElement>) => {
    if (paint.current !== null) paint.current.scrollTop = event.currentTarget.scrollTop
    onDismiss()
  }

  const take = (item: Suggestion | undefined) => {
    if (offered === null || item === undefined) return
    const { span } = offered
    onWrite(inserted({ source, ...span }, item.text, item.caret), item.kind === 'column' && item.goesOn)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // What is typed into an input method is its own until it is done.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const over = event.shiftKey && event.key !== ')' && event.key !== '}' ? null : steppedOver(edited, event.key)
    if (over !== null) {
      event.preventDefault()
      onWrite(over, false)
      return
    }
    if (offered === null || event.shiftKey) return
    const move = (to: number) => setMoved({ for: suggestions, to: (to + offered.items.length) % offered.items.length })
    const does: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(chosen + 1),
      ArrowUp: () => move(chosen - 1),
      Enter: () => take(offered.items[chosen]),
      Tab: () => take(offered.items[chosen]),
      Escape: onDismiss,
    }
    const act = does[event.key]
    if (act === undefined) return
    event.preventDefault()
    // The dialog would take Escape for itself.
    event.stopPropagation()
    event.nativeEvent.stopImmediatePropagation()
    act()
  }

  const isOpen = offered !== null && place !== null
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
        role="combobox"
        aria-label={t('formulaEditor.label')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(listId, chosen) : undefined}
        placeholder={t('formulaEditor.placeholder', { open: '{', close: '}' })}
        rows={3}
        spellCheck={false}
        value={source}
        onChange={({ target }) => onType({ source: target.value, from: target.selectionStart, to: target.selectionEnd })}
        onSelect={({ currentTarget }) => onSelect({ from: currentTarget.selectionStart, to: currentTarget.selectionEnd })}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
        onScroll={follow}
        onBlur={onDismiss}
      />
      {isOpen ? <Completions id={listId} items={offered.items} chosen={chosen} at={place} onTake={(index) => take(offered.items[index])} /> : null}
    </div>
  )
}
