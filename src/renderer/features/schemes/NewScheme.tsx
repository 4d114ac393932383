import { useState } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { OwnScheme } from './OwnScheme.tsx'
import { SchemeGallery } from './SchemeGallery.tsx'

type NewSchemeProps = {
  tableId: number
  /** The schemes that were made; none when the dialog was left. */
  onClose: (made: readonly Scheme[]) => void
  onOpen: (schemeId: number) => void
}

/** New schemes: those of the library with one click, or one of one's own. */
export function NewScheme({ tableId, onClose, onOpen }: NewSchemeProps) {
  const [isOwn, setOwn] = useState(false)
  const close = () => onClose([])
  return isOwn ? (
    <OwnScheme tableId={tableId} onMade={(made) => onClose([made])} onBack={() => setOwn(false)} onClose={close} />
  ) : (
    <SchemeGallery onMade={onClose} onOpen={onOpen} onOwn={() => setOwn(true)} onClose={close} />
  )
}
