import { Button } from 'antd'
import type { AppError } from '#shared/contract/error.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useT } from '#renderer/ui/lang.ts'

/** Why a base did not open; where looking is still possible, the button for it. */
export function OpenProblem({ error, onReadOnly }: { error: AppError; onReadOnly: () => void }) {
  const t = useT()
  const canLook = error.code === 'base.inUse' || error.code === 'base.cannotWrite' || error.code === 'base.fileReadOnly'
  return (
    <ErrorNote
      error={error}
      action={
        canLook ? (
          <Button size="small" onClick={onReadOnly}>
            {t('welcome.openReadOnly')}
          </Button>
        ) : null
      }
    />
  )
}
