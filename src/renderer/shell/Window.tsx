import { CommandKeys } from '../commands/CommandKeys.tsx'
import { BaseContext, SchemaContext, useDescribed } from '../client/useBase.ts'
import { useOperation } from '../client/useOperation.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/lang.ts'
import { Suspended } from './Suspended.tsx'
import { Frame } from './Frame.tsx'
import { FrameSkeleton } from './FrameSkeleton.tsx'
import { useAppState } from './settings.ts'
import { useSlots } from './slots.ts'

/** The welcome screen, or the frame around an open base. */
export function Window() {
  const t = useT()
  const app = useAppState()
  const { welcome: Welcome } = useSlots()
  const open = app.data?.openBase ?? null
  const described = useOperation('base.describe', {}, { enabled: open !== null })
  const known = useDescribed(described.data)

  if (app.data === undefined) return app.error === null ? <FrameSkeleton /> : <ErrorNote error={app.error.error} />
  if (open === null)
    return (
      <>
        <CommandKeys />
        <Suspended>{Welcome === undefined ? null : <Welcome />}</Suspended>
      </>
    )
  if (known !== null)
    return (
      <SchemaContext value={known.schema}>
        <BaseContext value={known.base}>
          <Frame key={open} />
        </BaseContext>
      </SchemaContext>
    )
  if (described.error === null) return <FrameSkeleton />
  return <EmptyState title={t('shell.cannotDescribe')} action={<ErrorNote error={described.error.error} />} />
}
