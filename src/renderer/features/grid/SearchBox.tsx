import { CloseOutlined, SearchOutlined } from '@ant-design/icons'
import { useEffect, useState, type Ref } from 'react'
import { gridPort } from '#renderer/shell/gridPort.ts'
import { useShell } from '#renderer/shell/state.ts'
import { classes } from '#renderer/ui/classes.ts'
import '#renderer/ui/searchField.css'
import { useT } from '#renderer/ui/lang.ts'

/** Narrows the grid to rows that hold a text; a moment after the last key, and never in the middle of a word. */
export function SearchBox({ tableId, ref }: { tableId: number; ref: Ref<HTMLInputElement> }) {
  const t = useT()
  const searched = useShell((state) => state.searches[tableId] ?? '')
  const search = useShell((state) => state.search)
  const [typed, setTyped] = useState({ text: searched, of: searched })
  const [composing, setComposing] = useState(false)
  // Cleared from elsewhere, the box follows.
  const text = typed.of === searched ? typed.text : searched

  useEffect(() => {
    if (composing || text === searched) return undefined
    const timer = setTimeout(() => search(tableId, text), 180)
    return () => clearTimeout(timer)
  }, [composing, text, searched, search, tableId])

  const clear = () => {
    setTyped({ text: '', of: '' })
    search(tableId, '')
  }
  return (
    <label className={classes('search-field search-box', text !== '' && 'search-box--on')}>
      <SearchOutlined />
      <input
        ref={ref}
        type="text"
        aria-label={t('grid.searchHere')}
        placeholder={t('grid.searchHere')}
        value={text}
        onChange={(event) => setTyped({ text: event.target.value, of: searched })}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            clear()
          } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault()
            search(tableId, text)
            gridPort()?.focusGrid()
          }
        }}
      />
      {text === '' ? null : (
        <button type="button" aria-label={t('common.close')} onClick={clear}>
          <CloseOutlined />
        </button>
      )}
    </label>
  )
}
