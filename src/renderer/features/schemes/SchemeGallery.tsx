import { CheckOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { libraryGroups, type LibraryEntry } from '#shared/contract/schemeLibrary.ts'
import type { SchemeCode } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import './schemeGallery.css'

type SchemeGalleryProps = {
  onMade: (made: readonly Scheme[]) => void
  onOpen: (schemeId: number) => void
  onOwn: () => void
  onClose: () => void
}

/** Ready schemes as cards: each says in a sentence what it is for, and shows its classes. Several are added at once. */
export function SchemeGallery({ onMade, onOpen, onOwn, onClose }: SchemeGalleryProps) {
  const t = useT()
  const lang = useLang()
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
          <Button type="link" onClick={onOwn}>
            {t('schemes.library.own')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={chosen.length === 0} loading={add.pending} onClick={() => void save()}>
            {chosen.length === 0 ? t('schemes.library.addNone') : t('schemes.library.add', { count: chosen.length })}
          </Button>
        </div>
      }
    >
      <p className="scheme-gallery__lead">{t('schemes.library.lead')}</p>
      <div className="scheme-gallery">
        {failure === null ? null : <ErrorNote error={failure.error} />}
        {entries === undefined && failure === null ? <Skeleton lines={12} /> : null}
        {libraryGroups.map((group) => (
          <section key={group} aria-label={t(`schemes.library.group.${group}`)}>
            <h3>{t(`schemes.library.group.${group}`)}</h3>
            <div className="scheme-gallery__cards">
              {(entries ?? [])
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <Card key={entry.code} entry={entry} isChosen={chosen.includes(entry.code)} onToggle={() => toggle(entry.code)} onOpen={onOpen} />
                ))}
            </div>
          </section>
        ))}
      </div>
      <AddsNote entries={(entries ?? []).filter(({ code }) => chosen.includes(code))} />
      {add.error === null ? null : <ErrorNote error={add.error} />}
    </Modal>
  )
}

type CardProps = { entry: LibraryEntry; isChosen: boolean; onToggle: () => void; onOpen: (schemeId: number) => void }

/** A card of what is there opens it; any other is chosen or not. */
function Card({ entry, isChosen, onToggle, onOpen }: CardProps) {
  const t = useT()
  const { name, about, schemeId } = entry
  const content = (
    <>
      <span className="scheme-card__head">
        <strong>{name}</strong>
        <small>
          {isChosen ? <CheckOutlined aria-hidden /> : null}
          {t(schemeId !== null ? 'schemes.library.there' : isChosen ? 'schemes.library.chosen' : 'schemes.library.choose')}
        </small>
      </span>
      <span className="scheme-card__about">{about}</span>
      <span className="scheme-card__classes">
        {entry.classes.map((each) => (
          <Chip key={each.name} color={each.color}>
            {each.name}
          </Chip>
        ))}
      </span>
    </>
  )
  return schemeId === null ? (
    <button
      type="button"
      role="checkbox"
      aria-checked={isChosen}
      aria-label={name}
      className={classes('scheme-card', isChosen && 'scheme-card--chosen')}
      onClick={onToggle}
    >
      {content}
    </button>
  ) : (
    <button type="button" className="scheme-card scheme-card--there" aria-label={name} onClick={() => onOpen(schemeId)}>
      {content}
    </button>
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
