import type { ImportResult } from '#shared/contract/exchange.ts'
import { useT } from '../../ui/lang.ts'

/** What comes into being beside the rows of the sheets: members, and rows that links name. */
export function CreatedNote({ created, done = false }: { created: ImportResult['created']; /** After the import, not before it. */ done?: boolean }) {
  const t = useT()
  if (created === undefined) return null
  const { members, linkedRows } = created
  return (
    <>
      {members.length === 0 ? null : (
        <p className="import-wizard__warning">
          {t(done ? 'importWizard.created.membersDone' : 'importWizard.created.members', { names: members.join(t('common.listSeparator')) })}
        </p>
      )}
      {linkedRows === 0 ? null : (
        <p className="import-wizard__warning">{t(done ? 'importWizard.created.linkedDone' : 'importWizard.created.linked', { count: linkedRows })}</p>
      )}
    </>
  )
}
