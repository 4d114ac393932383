import { specOf, type CatalogueName } from '#shared/formula/functions/catalogue.ts'
import { examples } from '#shared/formula/functions/examples.ts'
import { signatureOf, signatureText } from '#shared/formula/functions/help.ts'
import { useT } from '../../../ui/lang.ts'

/** How a function is written, what it does, an example, its other names. */
export function FunctionHelp({ name }: { name: CatalogueName }) {
  const t = useT()
  const { aliases } = specOf(name)
  const { source, result } = examples[name]
  const shown = typeof result === 'boolean' ? t(result ? 'formulaEditor.yes' : 'formulaEditor.no') : String(result)
  return (
    <div className="function-help">
      <code>{signatureText(signatureOf(name, t))}</code>
      <p>{t(`functionHelp.${name}`)}</p>
      <p className="function-help__example" role="note" aria-label={t('formulaEditor.example')}>
        {source} → <b>{shown}</b>
      </p>
      {aliases.length === 0 ? null : <small>{t('formulaEditor.alsoCalled', { names: aliases.join(', ') })}</small>}
    </div>
  )
}
