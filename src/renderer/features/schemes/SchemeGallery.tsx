import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { LibraryEntry } from '#shared/contract/schemeLibrary.ts'
import type { SchemeCode } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { classes } from '../../ui/classes.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { gallerySections, kindsForAny } from './gallerySections.ts'
import { KindCard, LibraryCard } from './GalleryCard.tsx'
import type { PresetName } from './presets.ts'
import './schemeGallery.css'

type SchemeGalleryProps = {
  /** The open table: what suits it comes first. */
  tableId: number
  onMade: (made: readonly Scheme[]) => void
  onOpen: (schemeId: number) => void
  onOwn: (name?: PresetName) => void
  onClose: () => void
}

/** Ready schemes as cards: each says in a sentence what it is for, and shows its classes. Several are added at once. */
export function SchemeGallery({ tableId, onMade, onOpen, onOwn, onClose }: SchemeGalleryProps) {
  const t = useT()
  const lang = useLang()
  const table = useBase().table(tableId)?.name ?? ''
  const { data: entries, error } = useOperation('schemes.library', { lang })
  const add = useWrite('schemes.addFromLibrary')
  const [chosen, setChosen] = useState<readonly SchemeCode[]>([])
  const toggle = (code: SchemeCode) => setChosen(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code])
  const save = async () => {
    const made = await add.run({ codes: [...chosen], lang })
    if (made !== null) onMade(made.schemes)
  }
  const failure = error ?? null
  return (
    <Modal
      open
      width={960}
      title={t('schemes.new')}
      onCancel={onClose}
      footer={
        <div className="scheme-gallery__foot">
          <Button type="link" onClick={() => onOwn()}>
            {t('schemes.library.own')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={chosen.length === 0} loading={add.pending} onClick={() => void save()}>
            {chosen.length === 0 ? t('schemes.library.addNone') : t('schemes.library.add', { count: chosen.length })}
          </Button>
        </div>
      }
    >
      <p className="scheme-gallery__lead">
        {entries?.every((entry) => entry.table.id !== tableId) === true ? t('schemes.library.leadOwn', { table }) : t('schemes.library.lead')}
      </p>
      <div className="scheme-gallery">
        {failure === null ? null : <ErrorNote error={failure.error} />}
        {entries === undefined && failure === null ? <Skeleton lines={12} /> : null}
        {(entries === undefined ? [] : gallerySections(entries, tableId)).map((section) => {
          const title = section.kind === 'group' ? t(`schemes.library.group.${section.group}`) : t(`schemes.library.${section.kind}`, { table })
          return (
            <section key={title} aria-label={title}>
              <h3>{title}</h3>
              <div className={classes('scheme-gallery__cards', section.kind === 'ownKinds' && 'scheme-gallery__cards--kinds')}>
                {section.kind === 'ownKinds'
                  ? kindsForAny.map((name) => <KindCard key={name} name={name} onChoose={() => onOwn(name)} />)
                  : section.entries.map((entry) => (
                      <LibraryCard
                        key={entry.code}
                        entry={entry}
                        isChosen={chosen.includes(entry.code)}
                        onToggle={() => toggle(entry.code)}
                        onOpen={onOpen}
                      />
                    ))}
              </div>
            </section>
          )
        })}
      </div>
      <AddsNote entries={(entries ?? []).filter(({ code }) => chosen.includes(code))} />
      {add.error === null ? null : <ErrorNote error={add.error} />}
    </Modal>
  )
}

/** What the chosen ones bring along beside their classes; several may need the same column. */
function AddsNote({ entries }: { entries: readonly LibraryEntry[] }) {
  const t = useT()
  const list = (names: readonly string[]): string =>
    [...new Set(names)].map((name) => t('schemes.library.quoted', { name })).join(t('common.listSeparator'))
  const columns = list(entries.flatMap(({ adds }) => adds))
  const tables = list(entries.flatMap(({ addsTables }) => addsTables))
  return (
    <p className="scheme-gallery__adds" aria-live="polite">
      {tables === '' ? null : `${t('schemes.library.addsTables', { tables })} `}
      {columns === '' ? null : t('schemes.library.adds', { columns })}
    </p>
  )
}
