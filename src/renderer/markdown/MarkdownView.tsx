import { Children, createContext, createElement, Fragment, use, useMemo, type ReactNode } from 'react'
import Markdown, { defaultUrlTransform, type Components, type ExtraProps } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { parseUrl } from '#shared/lib/url.ts'
import { hashOfMark } from '#shared/lib/fileMarks.ts'
import { toggleTask } from '#shared/lib/markdown.ts'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { notifyError } from '../shell/notices.ts'
import { useT } from '../ui/lang.ts'
import { MarkdownPicture } from './MarkdownPicture.tsx'
import './markdown.css'

type MarkdownViewProps = {
  text: string
  /** Takes the text with a task ticked; null where it can only be read. */
  onChange: ((text: string) => void) | null
}

/** Markdown as it is meant to be read. HTML in it stays text; nothing is loaded from anywhere but the base. */
export function MarkdownView({ text, onChange }: MarkdownViewProps) {
  const tasks = useMemo<Tasks>(
    () => ({
      toggle: (at) => {
        const next = toggleTask(text, at)
        if (next !== null) onChange?.(next)
      },
      isFixed: onChange === null,
    }),
    [text, onChange],
  )
  return (
    <TasksContext value={tasks}>
      <div className="markdown selectable">
        <Markdown remarkPlugins={plugins} components={components} urlTransform={address}>
          {text}
        </Markdown>
      </div>
    </TasksContext>
  )
}

type Tasks = { toggle: (at: number) => void; isFixed: boolean }
const TasksContext = createContext<Tasks>({ toggle: () => undefined, isFixed: true })
/** Where the item around a box begins in the text. */
const ItemContext = createContext<number | null>(null)

const plugins = [remarkGfm]

/** Pictures of the base keep their address; of the others, what could run is dropped. */
const address = (url: string): string => (hashOfMark(url) === null ? defaultUrlTransform(url) : url)

const components: Components = {
  a: ({ href, children }) => <Link href={href ?? ''}>{children}</Link>,
  img: ({ src, alt }) => <Picture src={typeof src === 'string' ? src : ''} alt={alt ?? ''} />,
  p: ({ children }) => <p>{withBreaks(children)}</p>,
  li: ({ children, className, node }) => (
    <li className={className}>
      <ItemContext value={offsetOf(node)}>{withBreaks(children)}</ItemContext>
    </li>
  ),
  input: ({ checked }) => <Task isDone={checked === true} />,
  table: ({ children }) => (
    <div className="markdown__table">
      <table>{children}</table>
    </div>
  ),
}

const offsetOf = (node: ExtraProps['node']): number | null => node?.position?.start.offset ?? null

/** People who write 一行一句 mean the lines they see: a line end is a line end. */
function withBreaks(children: ReactNode): ReactNode {
  return Children.map(children, (child) => {
    if (typeof child !== 'string' || child.trim() === '' || !child.includes('\n')) return child
    const lines = child.split('\n').flatMap((line, index) => (index === 0 ? [line] : [createElement('br'), line]))
    return createElement(Fragment, null, ...lines)
  })
}

function Link({ href, children }: { href: string; children: ReactNode }) {
  const url = /^(?:https?|mailto):/iu.test(href) ? parseUrl(href) : null
  if (url === null) return <>{children}</>
  return (
    <a
      href={href}
      title={href}
      onClick={(event) => {
        event.preventDefault()
        event.stopPropagation()
        call('app.openUrl', { url }).catch((thrown: unknown) => notifyError(errorOf(thrown)))
      }}
    >
      {children}
    </a>
  )
}

function Picture({ src, alt }: { src: string; alt: string }) {
  const t = useT()
  const hash = hashOfMark(src)
  if (hash !== null) return <MarkdownPicture hash={hash} alt={alt} />
  return (
    <span className="markdown__absent" title={src}>
      {t('markdown.notLoaded', { name: alt })}
    </span>
  )
}

function Task({ isDone }: { isDone: boolean }) {
  const t = useT()
  const at = use(ItemContext)
  const { toggle, isFixed } = use(TasksContext)
  return (
    <input
      type="checkbox"
      checked={isDone}
      disabled={isFixed || at === null}
      aria-label={t('markdown.task')}
      onClick={(event) => event.stopPropagation()}
      onChange={() => at !== null && toggle(at)}
    />
  )
}
