import { useCallback } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import type { Pressed } from '#shared/contract/records.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import { buttonLabel } from '#shared/model/columns/button.ts'
import { buttonProblem } from '#shared/model/columns/buttonProblem.ts'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import type { Schema } from '../client/schema.ts'
import { useSchema } from '../client/useBase.ts'
import { undo } from '../commands/undo.ts'
import { useRunCommand } from '../commands/useCommands.ts'
import { notifyError, useNotices } from '../shell/notices.ts'
import { useShell } from '../shell/state.ts'
import { useAsk } from '../ui/useAsk.tsx'

/** Why a button cannot be pressed in a row; null where it can. Its cell, as pages give it, is 0 where the row does not meet its condition. */
export function whyNotPressed(button: ColumnOf<'button'>, cell: CellValue, schema: Schema): AppError | null {
  const problem = buttonProblem(button, schema.columnsById, (id) => schema.schemeOfColumn(id) !== undefined)
  if (problem !== null) return problem
  if (schema.readOnly) return appError('base.readOnly')
  return cell === 0 ? appError('button.notForRow', { name: buttonLabel(button) }) : null
}

/** Presses under way: a second press of the same button waits for nothing and does nothing. */
const running = new Set<string>()

/** Presses a button for a row: asks where it is to be asked, does it, opens what is to be opened, and offers the way back. */
export function usePress(): (button: ColumnOf<'button'>, rowId: number, cell: CellValue) => Promise<void> {
  const schema = useSchema()
  const ask = useAsk()
  const run = useRunCommand()
  return useCallback(
    async (button, rowId, cell) => {
      const why = whyNotPressed(button, cell, schema)
      if (why !== null) return notifyError(why)
      const key = `${button.id} ${rowId}`
      if (running.has(key)) return
      running.add(key)
      try {
        const { confirm } = button.settings
        if (confirm.trim() !== '' && !(await ask({ title: confirm.trim(), yes: buttonLabel(button) }))) return
        const pressed = await call('rows.press', { tableId: button.tableId, rowId, columnId: button.id })
        const isWritten = pressed.updated + pressed.added > 0
        useNotices.getState().notify({
          tone: 'done',
          text: (t) => pressedText(pressed, t),
          ...(isWritten ? { action: { label: (t) => t('common.undo'), run: () => run(undo) } } : {}),
        })
        if (pressed.open !== null) follow({ tableId: button.tableId, rowId }, { tableId: pressed.open.tableId, rowId: pressed.open.id })
        for (const url of pressed.addresses) await call('app.openUrl', { url })
      } catch (thrown) {
        notifyError(errorOf(thrown))
      } finally {
        running.delete(key)
      }
    },
    [schema, ask, run],
  )
}

type Target = { tableId: number; rowId: number }

/** The page of the new row, from which one comes back to the row whose button was pressed. */
function follow(from: Target, to: Target): void {
  const { rowTrail, openRow, followRow } = useShell.getState()
  const last = rowTrail.at(-1)
  if (last?.tableId !== from.tableId || last.rowId !== from.rowId) openRow(from)
  followRow(to)
}

function pressedText({ label, updated, added, addresses }: Pressed, t: Translate): string {
  const parts = [
    ...(updated > 0 ? [t('buttons.updated', { count: updated })] : []),
    ...(added > 0 ? [t('buttons.added', { count: added })] : []),
    ...(addresses.length > 0 ? [t('buttons.opened')] : []),
  ]
  return t('buttons.pressed', { name: label, what: parts.join(t('common.listSeparator')) })
}
