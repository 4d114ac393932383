import { BoldOutlined, CheckSquareOutlined, EyeOutlined, LinkOutlined, PictureOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { useLayoutEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react'
import { longMarks, markOfHash, shortMarks } from '#shared/lib/fileMarks.ts'
import { isPicture, type StoredFile } from '#shared/model/file.ts'
import { bringsFiles, givenFiles, pastedFiles } from '../files/givenFiles.ts'
import { pickAndStore, storeFiles } from '../files/storeFiles.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useLang, useT } from '../ui/lang.ts'
import { LongText } from './LongText.tsx'
import './markdownEditor.css'
import { continued, inserted, linked, listed, marked, type TextEdit } from './textEdits.ts'

type MarkdownEditorProps = {
  text: string
  label: string
  /** The text, each time it changes. */
  onText: (text: string) => void
  /** Leaving with Ctrl+Enter, or by the focus going elsewhere. */
  onDone: () => void
  onGiveUp: () => void
}

/** A sheet to write on, with what Markdown needs most a click away. Pictures stand in the text by short numbers. */
export function MarkdownEditor({ text: given, label, onText, onDone, onGiveUp }: MarkdownEditorProps) {
  const t = useT()
  const lang = useLang()
  const root = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [hashes, setHashes] = useState<readonly string[]>(() => shortMarks(given, []).hashes)
  const [text, setText] = useState(() => shortMarks(given, []).text)
  const [isPreview, setPreview] = useState(false)

  useLayoutEffect(() => {
    if (isPreview) return
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [isPreview])

  const change = (next: string, known = hashes) => {
    const short = shortMarks(next, known)
    setHashes(short.hashes)
    setText(short.text)
    onText(longMarks(short.text, short.hashes))
  }
  // Typed by the browser, so that Ctrl+Z within the field takes it back.
  const apply = ({ from, to, insert, selectFrom, selectTo }: TextEdit) => {
    const element = field.current
    if (element === null) return
    element.focus()
    element.setSelectionRange(from, to)
    if (insert === '') document.execCommand('delete')
    else document.execCommand('insertText', false, insert)
    element.setSelectionRange(selectFrom, selectTo)
  }
  const edit = (make: (text: string, from: number, to: number) => TextEdit) => () => {
    const element = field.current
    if (element !== null) apply(make(element.value, element.selectionStart, element.selectionEnd))
  }
  const addPictures = async (stored: Promise<StoredFile[]>) => {
    const pictures = (await stored).filter(({ type }) => isPicture(type))
    if (pictures.length === 0) return
    const marks = pictures.map(({ hash, name }) => `![${name.replace(/[[\]]/gu, ' ')}](${markOfHash(hash)})`).join('\n')
    edit((_text, from, to) => inserted(from, to, marks))()
  }
  const take = (files: readonly File[]) => void addPictures(givenFiles(files, lang).then((named) => storeFiles(named, { picturesOnly: true, lang })))

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const isControl = event.ctrlKey || event.metaKey
    const next = event.key === 'Enter' && !event.shiftKey && selectionStart === selectionEnd ? continued(value, selectionStart) : null
    event.stopPropagation()
    if (event.key === 'Escape') onGiveUp()
    else if (event.key === 'Enter' && isControl) onDone()
    else if (isControl && event.key.toLowerCase() === 'b') edit((all, from, to) => marked(all, from, to, '**'))()
    else if (next !== null) apply(next)
    else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    const files = pastedFiles(event.clipboardData)
    if (files.length === 0) return
    event.preventDefault()
    take(files)
  }
  const onDrop = (event: DragEvent) => {
    if (!bringsFiles(event.dataTransfer)) return
    event.preventDefault()
    event.stopPropagation()
    take([...event.dataTransfer.files])
  }

  return (
    <div
      ref={root}
      className="markdown-editor"
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget) === true) return
        // A dialog of the system is in front, or another window: the text is still being written.
        if (document.hasFocus()) onDone()
      }}
      onDragOver={(event) => bringsFiles(event.dataTransfer) && event.preventDefault()}
      onDrop={onDrop}
    >
      <div className="markdown-editor__tools" role="toolbar" aria-label={label} onMouseDown={(event) => event.preventDefault()}>
        <IconButton
          label={t('markdown.bold')}
          shortcut="Ctrl+B"
          icon={<BoldOutlined />}
          disabled={isPreview}
          onClick={edit((all, from, to) => marked(all, from, to, '**'))}
        />
        <IconButton
          label={t('markdown.list')}
          icon={<UnorderedListOutlined />}
          disabled={isPreview}
          onClick={edit((all, from, to) => listed(all, from, to, '- '))}
        />
        <IconButton
          label={t('markdown.tasks')}
          icon={<CheckSquareOutlined />}
          disabled={isPreview}
          onClick={edit((all, from, to) => listed(all, from, to, '- [ ] '))}
        />
        <IconButton
          label={t('markdown.link')}
          icon={<LinkOutlined />}
          disabled={isPreview}
          onClick={edit((all, from, to) => linked(all, from, to, t('markdown.linkText')))}
        />
        <IconButton
          label={t('markdown.addPicture')}
          icon={<PictureOutlined />}
          disabled={isPreview}
          onClick={() => void addPictures(pickAndStore({ picturesOnly: true, lang }))}
        />
        <span className="markdown-editor__space" />
        <IconButton label={t('markdown.preview')} icon={<EyeOutlined />} active={isPreview} onClick={() => setPreview(!isPreview)} />
      </div>
      {isPreview ? (
        // Takes the focus, so that leaving it ends the edit too.
        <div
          className="markdown-editor__preview"
          tabIndex={-1}
          ref={(element) => element?.focus()}
          onKeyDown={(event) => event.key === 'Escape' && setPreview(false)}
        >
          {text === '' ? <span className="markdown__absent">{t('markdown.nothing')}</span> : <LongText text={longMarks(text, hashes)} />}
        </div>
      ) : (
        <textarea
          ref={field}
          className="markdown-editor__field"
          aria-label={label}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      )}
      <p className="markdown-editor__hint">{t('markdown.hint')}</p>
    </div>
  )
}
