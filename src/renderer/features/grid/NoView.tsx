import { Button } from 'antd'
import { emptyViewSettings } from '#shared/model/view.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useWrite } from '#renderer/client/useWrite.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useT } from '#renderer/ui/lang.ts'

/** A table that came without a view, from another program: one button makes the first. */
export function NoView({ tableId }: { tableId: number }) {
  const t = useT()
  const { readOnly } = useBase()
  const create = useWrite('views.create')
  return (
    <EmptyState
      title={t('shell.noViewTitle')}
      text={t('shell.noViewText')}
      action={
        readOnly ? null : (
          <>
            <Button
              type="primary"
              loading={create.pending}
              onClick={() => void create.run({ tableId, name: t('shell.firstViewName'), settings: emptyViewSettings })}
            >
              {t('shell.newView')}
            </Button>
            {create.error === null ? null : <ErrorNote error={create.error} />}
          </>
        )
      }
    />
  )
}
