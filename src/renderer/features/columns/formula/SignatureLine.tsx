import { Fragment } from 'react'
import { signatureOf } from '#shared/formula/functions/help.ts'
import type { CatalogueName } from '#shared/formula/functions/catalogue.ts'
import { useT } from '../../../ui/lang.ts'

/** How the function around the caret is written, with the parameter at the caret in bold. */
export function SignatureLine({ name, parameter }: { name: CatalogueName; parameter: number | null }) {
  const t = useT()
  const { params } = signatureOf(name, t)
  const lastRepeated = params.findLastIndex((param) => param.repeats)
  return (
    <p className="signature-line" title={t(`functionHelp.${name}`)}>
      <code>
        {name}(
        {params.map(({ text, optional }, index) => {
          const written = optional ? `[${text}]` : text
          return (
            // Parameters of one function have no other mark than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={index}>
              {index === 0 ? '' : ', '}
              {index === parameter ? <b>{written}</b> : written}
              {index === lastRepeated ? ', …' : ''}
            </Fragment>
          )
        })}
        )
      </code>
      <span>{t(`functionHelp.${name}`)}</span>
    </p>
  )
}
