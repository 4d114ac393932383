import { CheckOutlined } from '@ant-design/icons'
import type { LibraryEntry } from '#shared/contract/schemeLibrary.ts'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { presets, type Preset, type PresetName } from './presets.ts'

type LibraryCardProps = { entry: LibraryEntry; isChosen: boolean; onToggle: () => void; onOpen: (schemeId: number) => void }

/** A card of what is there opens it; any other is chosen or not. */
export function LibraryCard({ entry, isChosen, onToggle, onOpen }: LibraryCardProps) {
  const t = useT()
  const { name, table, about, schemeId } = entry
  const content = (
    <>
      <span className="scheme-card__head">
        <strong>{name}</strong>
        <small title={t('schemes.library.forTable', { table: table.name })}>
          <span>{table.name}</span>
          {isChosen ? <CheckOutlined aria-hidden /> : null}
          {t(schemeId !== null ? 'schemes.library.there' : isChosen ? 'schemes.library.chosen' : 'schemes.library.choose')}
        </small>
      </span>
      <span className="scheme-card__about">{about}</span>
      <Classes of={entry.classes} />
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

/** A card of a kind of rules: it begins a scheme of one's own. */
export function KindCard({ name, onChoose }: { name: PresetName; onChoose: () => void }) {
  const t = useT()
  const preset: Preset = presets.find((each) => each.name === name) ?? presets[0]
  return (
    <button type="button" className="scheme-card" onClick={onChoose}>
      <span className="scheme-card__head">
        <strong>{t(`schemes.preset.${name}`)}</strong>
        <small>{t('schemes.library.begin')}</small>
      </span>
      <span className="scheme-card__about">{t(`schemes.preset.${name}.text`)}</span>
      <Classes of={preset.classes.map(({ code, color }) => ({ name: t(`schemes.class.${code}`), color }))} />
    </button>
  )
}

function Classes({ of }: { of: LibraryEntry['classes'] }) {
  return (
    <span className="scheme-card__classes">
      {of.map((each) => (
        <Chip key={each.name} color={each.color}>
          {each.name}
        </Chip>
      ))}
    </span>
  )
}
