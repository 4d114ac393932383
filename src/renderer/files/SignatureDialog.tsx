import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { useLang, useT } from '../ui/lang.ts'
import { momentName } from './givenFiles.ts'
import { croppedPng } from './croppedPng.ts'
import './signatureDialog.css'
import { useSigning, type Signed } from './signing.ts'
import { storeFiles } from './storeFiles.ts'

/** A sheet to sign on with mouse, pen or finger; the drawing is kept as a picture. */
export function SignatureDialog() {
  const request = useSigning((state) => state.request)
  return request === null ? null : <Sheet column={request.column} isSigned={request.isSigned} onAnswer={request.answer} />
}

type SheetProps = { column: string; isSigned: boolean; onAnswer: (signed: Signed) => void }

function Sheet({ column, isSigned, onAnswer }: SheetProps) {
  const t = useT()
  const lang = useLang()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [pad, setPad] = useState<SignaturePad | null>(null)
  const [isBlank, setBlank] = useState(true)
  const [isSaving, setSaving] = useState(false)

  const begin = () => {
    const sheet = canvas.current
    if (sheet === null || pad !== null) return
    // As sharp as the screen is.
    sheet.width = sheet.clientWidth * devicePixelRatio
    sheet.height = sheet.clientHeight * devicePixelRatio
    sheet.getContext('2d')?.scale(devicePixelRatio, devicePixelRatio)
    const made = new SignaturePad(sheet, { minWidth: 0.8, maxWidth: 2.8, penColor: '#1f1e1b' })
    made.addEventListener('endStroke', () => setBlank(made.isEmpty()))
    setPad(made)
  }
  useEffect(() => () => pad?.off(), [pad])

  const clear = () => {
    pad?.clear()
    setBlank(true)
  }
  const save = async () => {
    if (canvas.current === null || isSaving) return
    setSaving(true)
    const name = t('files.signatureName', { at: momentName() })
    const bytes = await croppedPng(canvas.current)
    const [file] = await storeFiles({ paths: [], pasted: [{ name, bytes }] }, { picturesOnly: true, lang })
    setSaving(false)
    // What failed has been said; the drawing is still there.
    if (file !== undefined) onAnswer({ kind: 'signed', file })
  }
  return (
    <Modal
      open
      centered
      width={560}
      title={t('files.signTitle', { column })}
      mask={{ closable: false }}
      afterOpenChange={(isOpen) => isOpen && begin()}
      onCancel={() => onAnswer(null)}
      footer={
        <div className="signature__foot">
          {isSigned ? (
            <Button danger type="text" onClick={() => onAnswer({ kind: 'removed' })}>
              {t('files.signRemove')}
            </Button>
          ) : null}
          <span className="signature__space" />
          <Button disabled={isBlank} onClick={clear}>
            {t('files.signClear')}
          </Button>
          <Button type="primary" disabled={isBlank} loading={isSaving} onClick={() => void save()}>
            {t('files.signDone')}
          </Button>
        </div>
      }
    >
      <div className="signature">
        <canvas ref={canvas} aria-label={t('files.signHere')} />
        {isBlank ? <span className="signature__hint">{t('files.signHere')}</span> : null}
      </div>
    </Modal>
  )
}
