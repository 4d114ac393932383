import { Suspense } from 'react'
import { assertNever } from '#shared/lib/assertNever.ts'
import { Shortcuts } from '../commands/Shortcuts.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Jump } from './Jump.tsx'
import { useSlots } from './slots.ts'
import { useShell } from './state.ts'

/** The dialog that is open, if any. */
export function Dialogs() {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <OpenDialog />
      </Suspense>
    </ErrorBoundary>
  )
}

function OpenDialog() {
  const slots = useSlots()
  const dialog = useShell((state) => state.dialog)
  const close = useShell((state) => state.closeDialog)
  if (dialog === null) return null
  switch (dialog.kind) {
    case 'column':
      return slots.columnDialog === undefined ? null : <slots.columnDialog request={dialog.request} onClose={close} />
    case 'import':
      return slots.importWizard === undefined ? null : <slots.importWizard path={dialog.path} onClose={close} />
    case 'export':
      return slots.exportDialog === undefined ? null : <slots.exportDialog tableId={dialog.tableId} onClose={close} />
    case 'members':
      return slots.membersDialog === undefined ? null : <slots.membersDialog onClose={close} />
    case 'modules':
      return slots.modulesDialog === undefined ? null : <slots.modulesDialog onClose={close} />
    case 'duplicates':
      return slots.duplicatesDialog === undefined ? null : (
        <slots.duplicatesDialog tableId={dialog.tableId} columnIds={dialog.columnIds} onClose={close} />
      )
    case 'bulk':
      return slots.bulkDialog === undefined ? null : <slots.bulkDialog tableId={dialog.tableId} columnId={dialog.columnId} onClose={close} />
    case 'shortcuts':
      return <Shortcuts onClose={close} />
    case 'jump':
      return <Jump onClose={close} />
    default:
      return assertNever(dialog)
  }
}
