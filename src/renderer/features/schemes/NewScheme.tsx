import { useState } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { OwnScheme } from './OwnScheme.tsx'
import type { PresetName } from './presets.ts'
import { draftOf } from './schemeDraft.ts'
import { useSchemeDrafts } from './schemeDrafts.ts'
import { SchemeGallery } from './SchemeGallery.tsx'

type NewSchemeProps = {
  tableId: number
  /** The schemes that were made; none when the dialog was left. */
  onClose: (made: readonly Scheme[]) => void
  onOpen: (schemeId: number) => void
}

/** New schemes: those of the library with one click, or one of one's own. */
export function NewScheme({ tableId, onClose, onOpen }: NewSchemeProps) {
  const [own, setOwn] = useState<{ name: PresetName | undefined } | null>(null)
  const keepDraft = useSchemeDrafts((state) => state.keep)
  const close = () => onClose([])
  // A rule of one's own begins with numbers that suit nobody: its editor shows how the measure is spread.
  const begin = (made: Scheme) => {
    if (made.rule.kind !== 'manual') keepDraft(made.uid, draftOf(made))
    onClose([made])
  }
  return own !== null ? (
    <OwnScheme tableId={tableId} begin={own.name} onMade={begin} onBack={() => setOwn(null)} onClose={close} />
  ) : (
    <SchemeGallery tableId={tableId} onMade={onClose} onOpen={onOpen} onOwn={(name) => setOwn({ name })} onClose={close} />
  )
}
