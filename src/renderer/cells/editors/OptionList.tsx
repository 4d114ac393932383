import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import './editors.css'
import './optionList.css'
import { useFocus } from './useFocus.ts'

export type Choice = { id: number; text: string; view: ReactNode }

type OptionListProps = {
  choices: readonly Choice[]
  chosen: ReadonlySet<number>
  typed: string | null
  label: string
  placeholder: string
  emptyText: string
  onChoose: (id: number) => void
  /** What is looked for; absent when the list itself narrows by it. */
  onSearch?: (text: string) => void
  /** Enter on an empty field, or with nothing found. */
  onEnter?: (text: string) => boolean
  /** Backspace in the empty field. */
  onBack?: () => void
  /** A key in the empty field, before the list takes it; true when that was all. */
  onEmptyKey?: (event: KeyboardEvent) => boolean
  /** What is said of the list, above it. */
  note?: ReactNode
  /** Chosen things, before the field. */
  before?: ReactNode
  /** A last line, such as "create". */
  after?: ReactNode
}

/** A field that narrows a list; arrows move in it, Enter chooses. */
export function OptionList(props: OptionListProps) {
  const { choices, chosen, typed, label, placeholder, emptyText, onChoose, onSearch, onEnter, onBack, onEmptyKey, note, before, after } = props
  const [text, setText] = useState(typed ?? '')
  const shown = onSearch === undefined ? matching(choices, text) : choices
  const [active, setActive] = useState(() => (typed === null ? shown.findIndex(({ id }) => chosen.has(id)) : 0))
  const field = useFocus<HTMLInputElement>(typed)
  const list = useRef<HTMLUListElement>(null)
  const listId = useId()
  const current = shown[Math.min(Math.max(active, 0), shown.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // A key that picks a word of an input method is not ours.
    if (event.nativeEvent.isComposing) return
    if (text === '' && onEmptyKey?.(event) === true) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      event.stopPropagation()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((was) => (shown.length === 0 ? -1 : (was + step + shown.length) % shown.length))
    } else if (event.key === 'Enter') {
      const nothingToChoose = current === undefined || (text === '' && active === -1)
      if (nothingToChoose ? onEnter?.(text) === true : true) {
        event.preventDefault()
        event.stopPropagation()
      }
      if (!nothingToChoose) {
        onChoose(current.id)
        setText('')
        onSearch?.('')
      }
    } else if (event.key === 'Backspace' && text === '') onBack?.()
  }

  return (
    <div className="option-list">
      <div className="option-list__field" data-order>
        {before}
        <input
          ref={field}
          className="option-list__input"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={listId}
          value={text}
          placeholder={placeholder}
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
            onSearch?.(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {note === undefined || note === null ? null : <p className="option-list__note">{note}</p>}
      <ul className="option-list__items" role="listbox" id={listId} ref={list} aria-label={label}>
        {shown.map((choice) => (
          <li
            key={choice.id}
            role="option"
            aria-selected={chosen.has(choice.id)}
            data-active={choice === current && active !== -1}
            className={classes('option-list__item', chosen.has(choice.id) && 'option-list__item--chosen')}
            title={choice.text}
            onMouseDown={(event) => {
              event.preventDefault()
              onChoose(choice.id)
            }}
          >
            {choice.view}
          </li>
        ))}
        {shown.length === 0 ? <li className="option-list__empty">{emptyText}</li> : null}
      </ul>
      {after}
    </div>
  )
}

function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase()
  return wanted === '' ? choices : choices.filter((choice) => choice.text.toLowerCase().includes(wanted))
}
