import { lazy, Suspense } from 'react'
import { isMarkdown } from '#shared/lib/markdown.ts'

const MarkdownView = lazy(async () => ({ default: (await import('./MarkdownView.tsx')).MarkdownView }))

type LongTextProps = {
  text: string
  /** Takes the text with a task ticked; null where it can only be read. */ onChange?: ((text: string) => void) | null
}

/** A long text as it is read: Markdown rendered, any other just as it was typed. */
export function LongText({ text, onChange = null }: LongTextProps) {
  const plain = <span className="cell-view__text selectable">{text}</span>
  if (!isMarkdown(text)) return plain
  return (
    <Suspense fallback={plain}>
      <MarkdownView text={text} onChange={onChange} />
    </Suspense>
  )
}
