import { useEffect } from 'react'
import { FileWorkBar } from './FileWorkBar.tsx'
import { Lightbox } from './Lightbox.tsx'
import { forgetPictures } from './pictures.ts'
import { SignatureDialog } from './SignatureDialog.tsx'

/** What files bring over the window, wherever in it they stand: the lightbox, the sheet to sign on, work under way. */
export function FileLayers() {
  useEffect(forgetPictures, [])
  return (
    <>
      <Lightbox />
      <SignatureDialog />
      <FileWorkBar />
    </>
  )
}
