import { usePicture } from '../files/usePicture.ts'
import { useLightbox } from '../files/lightboxState.ts'
import { useT } from '../ui/lang.ts'

/** A picture of the base within a text; a click shows it large. */
export function MarkdownPicture({ hash, alt }: { hash: string; alt: string }) {
  const t = useT()
  const picture = usePicture(hash)
  if (picture.kind === 'reading') return <span className="markdown__reading" aria-busy />
  if (picture.kind !== 'shown') return <span className="markdown__absent">{t('files.damaged')}</span>
  const { address, size, type } = picture
  const name = alt === '' ? t('markdown.picture') : alt
  return (
    <button
      type="button"
      className="markdown__picture"
      onClick={(event) => {
        event.stopPropagation()
        useLightbox.getState().open([{ hash, name, size, type }], 0)
      }}
    >
      <img src={address} alt={name} />
    </button>
  )
}
