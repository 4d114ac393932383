import { useLayoutEffect, useRef } from 'react'
import { specOf } from '#shared/formula/functions/catalogue.ts'
import { signatureOf, signatureText } from '#shared/formula/functions/help.ts'
import type { Suggestion } from '#shared/formula/suggest.ts'
import { ColumnTypeIcon } from '../../../ui/ColumnTypeIcon.tsx'
import { useT } from '../../../ui/lang.ts'

type CompletionsProps = {
  id: string
  items: readonly Suggestion[]
  chosen: number
  /** Of the caret, in the window. */
  at: DOMRect
  onTake: (index: number) => void
}

/** What the word at the caret may become, under the caret; the chosen one is explained at the foot. */
export function Completions({ id, items, chosen, at, onTake }: CompletionsProps) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const item = items[chosen]

  // The top layer: nothing of the dialog lies over it or cuts it off.
  useLayoutEffect(() => box.current?.showPopover(), [])
  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return
    const { width, height } = current.getBoundingClientRect()
    const fitsBelow = at.bottom + gap + height <= window.innerHeight
    const right = current.parentElement?.getBoundingClientRect().right ?? window.innerWidth
    current.style.left = `${Math.max(0, Math.min(at.left, right - width))}px`
    current.style.top = `${fitsBelow ? at.bottom + gap : Math.max(0, at.top - gap - height)}px`
    current.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  return (
    <div ref={box} popover="manual" className="completions">
      <div id={id} role="listbox" aria-label={t('formulaEditor.insert')} className="completions__list">
        {items.map((each, index) => (
          <div
            key={keyOf(each)}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === chosen}
            className="completions__item"
            // The field keeps the focus.
            onMouseDown={(event) => {
              event.preventDefault()
              onTake(index)
            }}
          >
            <Item item={each} />
          </div>
        ))}
      </div>
      {item?.kind === 'function' ? (
        <p className="completions__help">
          <b>{signatureText(signatureOf(item.name, t))}</b>
          <br />
          {t(`functionHelp.${item.name}`)}
        </p>
      ) : null}
    </div>
  )
}

const gap = 4

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

const keyOf = (item: Suggestion): string =>
  item.kind === 'function' ? item.name : `${item.column.id}${item.isOwn ? ' own' : ''}${item.goesOn ? ' on' : ''}`

function Item({ item }: { item: Suggestion }) {
  const t = useT()
  if (item.kind === 'column') {
    return (
      <>
        <ColumnTypeIcon type={item.column.type} />
        <span>{item.goesOn ? t('formulaEditor.throughLink', { table: item.column.name }) : item.column.name}</span>
        {item.goesOn || item.isOwn ? <small>{item.isOwn ? t('formulaEditor.ownRow') : '…'}</small> : null}
      </>
    )
  }
  const other = item.called === item.name ? specOf(item.name).aliases[0] : item.name
  return (
    <>
      <span className="completions__sign" aria-hidden>
        ƒ
      </span>
      <span>{item.called}</span>
      {other === undefined ? null : <small>{other}</small>}
    </>
  )
}
