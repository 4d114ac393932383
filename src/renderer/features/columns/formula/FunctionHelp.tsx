import { specOf, type CatalogueName } from '#shared/formula/functions/catalogue.ts'
import { useT } from '../../../ui/lang.ts'
import { signatureOf } from './signature.ts'

/** How a function is written, what it does, its other names. */
export function FunctionHelp({ name }: { name: CatalogueName }) {
  const t = useT()
  const { aliases } = specOf(name)
  return (
    <div className="function-help">
      <code>{signatureOf(name, t)}</code>
      {aliases.length === 0 ? null : <small>{t('formulaEditor.alsoCalled', { names: aliases.join(', ') })}</small>}
    </div>
  )
}
