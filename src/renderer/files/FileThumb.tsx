import type { StoredFile } from '#shared/model/file.ts'
import { useEffect, useState } from 'react'
import { fileSign } from './fileSign.ts'
import './fileThumb.css'
import { thumbnailOf } from './pictures.ts'

/** A file as a small picture, or as a sheet with the letters of its kind where it has none. */
export function FileThumb({ file }: { file: StoredFile }) {
  const address = useThumbnail(file)
  if (address !== null) return <img className="file-thumb" src={address} alt="" draggable={false} />
  const { letters, color } = fileSign(file)
  return (
    <span className={`file-sign file-sign--${color}`} aria-hidden>
      {letters}
    </span>
  )
}

function useThumbnail(file: StoredFile): string | null {
  const [found, setFound] = useState<{ hash: string; address: string | null } | null>(null)
  const { hash, size, type } = file
  useEffect(() => {
    let isWanted = true
    void thumbnailOf({ hash, size, type }).then((address) => {
      if (isWanted) setFound({ hash, address })
    })
    return () => {
      isWanted = false
    }
  }, [hash, size, type])
  return found?.hash === hash ? found.address : null
}
