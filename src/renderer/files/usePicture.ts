import { useEffect, useState } from 'react'
import { pictureOf, type Picture } from './pictures.ts'

export type PictureState = { kind: 'reading' } | ({ kind: 'shown' } & Picture) | { kind: 'broken' } | { kind: 'none' }

/** A whole picture of the base, as far as it has been read; `none` where there is none to read. */
export function usePicture(hash: string | null): PictureState {
  const [found, setFound] = useState<{ hash: string; picture: Picture | null } | null>(null)
  useEffect(() => {
    if (hash === null) return undefined
    let isWanted = true
    void pictureOf(hash).then((picture) => {
      if (isWanted) setFound({ hash, picture })
    })
    return () => {
      isWanted = false
    }
  }, [hash])
  if (hash === null) return { kind: 'none' }
  if (found?.hash !== hash) return { kind: 'reading' }
  return found.picture === null ? { kind: 'broken' } : { kind: 'shown', ...found.picture }
}
