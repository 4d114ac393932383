import { Popover } from 'antd'
import { useState } from 'react'
import { hueKeys, optionColorKey, stepKeys } from '#shared/model/optionColors.ts'
import { classes } from './classes.ts'
import './colorChoice.css'
import { useT } from './lang.ts'
import { optionSolid } from './tokens/optionColorStyle.ts'

type ColorChoiceProps = { /** Key into the palette of options. */ color: string; label: string; onChoose: (color: string) => void }

/** A dot of colour that opens the palette of options and members. */
export function ColorChoice({ color, label, onChoose }: ColorChoiceProps) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const chosen = optionColorKey(color)
  const swatches = (
    <div className="color-choice">
      {[...hueKeys, ...stepKeys].map((key) => (
        <button
          key={key}
          type="button"
          className={classes('color-choice__color', key === chosen && 'color-choice__color--chosen')}
          style={{ background: optionSolid(key) }}
          aria-label={t('words.useColor', { color: t(`words.color.${key}`) })}
          aria-pressed={key === chosen}
          title={t(`words.color.${key}`)}
          onClick={() => {
            onChoose(key)
            setOpen(false)
          }}
        />
      ))}
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" content={swatches} placement="bottomLeft">
      <button type="button" className="color-choice__dot" style={{ background: optionSolid(color) }} aria-label={label} />
    </Popover>
  )
}
