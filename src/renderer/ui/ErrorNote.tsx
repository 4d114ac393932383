import type { AppError } from '#shared/contract/error.ts'
import type { ReactNode } from 'react'
import './errorNote.css'
import { useLang } from './lang.ts'

type ErrorNoteProps = { error: AppError; /** A button that helps, such as "try again". */ action?: ReactNode }

/** An error in a sentence, beside what it is about. */
export function ErrorNote({ error, action }: ErrorNoteProps) {
  const lang = useLang()
  return (
    <div className="error-note" role="alert">
      <span className="error-note__text selectable">{error.message[lang]}</span>
      {action}
    </div>
  )
}
