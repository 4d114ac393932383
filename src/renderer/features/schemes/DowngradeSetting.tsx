import { Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { awaitedClasses, waitsOffered } from '#shared/model/orderedClasses.ts'
import { downgradeAfterOf, runOf, type Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import { optionsOf } from './optionsOf.ts'

type DowngradeSettingProps = { scheme: Scheme; onSave: (after: number) => void }

/** How many runs have to agree before a row goes down, and what down is. A table of conditions says first that its classes have an order. */
export function DowngradeSetting({ scheme, onSave }: DowngradeSettingProps) {
  const base = useBase()
  const t = useT()
  const after = downgradeAfterOf(scheme)
  const asks = waitsOffered(scheme) === 'ifSaid'
  const options = optionsOf(scheme, base)
  const awaited = awaitedClasses(scheme.rule)
  const order = options.map(({ name }) => name).join(' → ')
  const falling = awaited?.map((id) => t('schemes.run.class', { name: options.find((option) => option.id === id)?.name ?? '' }))
  const isShown = !asks || after > 1
  return (
    <>
      {asks ? (
        <Checkbox checked={after > 1} disabled={base.readOnly} onChange={(event) => onSave(event.target.checked ? 2 : 1)}>
          {t('schemes.run.ordered')}
        </Checkbox>
      ) : null}
      {isShown ? (
        <>
          <label>
            <span>{t('schemes.run.downgrade')}</span>
            <DowngradeField key={after} after={after} disabled={base.readOnly} onSave={onSave} />
            <span>{t(runOf(scheme) === 'realTime' ? 'schemes.run.days' : 'schemes.run.times')}</span>
          </label>
          <p className="rule__note">{t(after === 1 ? 'schemes.run.downgradeOff' : 'schemes.run.downgradeNote')}</p>
          <p className="rule__note">
            {falling === undefined ? t('schemes.run.order', { order }) : t('schemes.run.falling', { classes: falling.join(t('schemes.run.or')) })}
          </p>
        </>
      ) : null}
    </>
  )
}

/** How many runs have to agree; taken with Enter, or when the field is left. */
function DowngradeField({ after, disabled, onSave }: { after: number; disabled: boolean; onSave: (after: number) => void }) {
  const t = useT()
  const [typed, setTyped] = useState<number | null>(after)
  const take = () => {
    if (typed === null) setTyped(after)
    else if (typed !== after) onSave(typed)
  }
  return (
    <InputNumber
      size="small"
      disabled={disabled}
      min={1}
      max={12}
      precision={0}
      value={typed}
      aria-label={t('schemes.run.downgrade')}
      parser={(text) => Number((text ?? '').normalize('NFKC'))}
      onChange={setTyped}
      onBlur={take}
      onPressEnter={take}
    />
  )
}
