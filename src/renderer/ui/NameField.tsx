import { useEffect, useRef, useState } from 'react'
import './nameField.css'

type NameFieldProps = { value: string; label: string; onSave: (name: string) => void; onCancel: () => void }

/** A name being changed where it stands: Enter or leaving keeps it, Esc does not. */
export function NameField({ value, label, onSave, onCancel }: NameFieldProps) {
  const [text, setText] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)

  useEffect(() => {
    // After the menu that asked for it has given the focus back.
    const timer = setTimeout(() => field.current?.select(), 0)
    return () => clearTimeout(timer)
  }, [])

  const finish = (save: boolean) => {
    if (done.current) return
    done.current = true
    const name = text.trim()
    if (save && name !== '' && name !== value) onSave(name)
    else onCancel()
  }
  return (
    <input
      ref={field}
      className="name-field"
      autoFocus
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(true)
        if (event.key === 'Escape') finish(false)
      }}
    />
  )
}
