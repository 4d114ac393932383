import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { View } from '#shared/model/view.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { newUidText } from '../store/uid.ts'
import { tableOf } from './tables.ts'

export function createView(context: WriteContext, input: ParsedInput<'views.create'>): View {
  tableOf(context, input.tableId)
  const view: View = {
    id: context.newId('view'),
    uid: newUidText(),
    tableId: input.tableId,
    name: input.name,
    role: input.role,
    position: Math.max(0, ...viewsOf(context, input.tableId).map((other) => other.position)) + 1,
    settings: input.settings,
  }
  context.apply({ schema: [{ kind: 'view', id: view.id, from: null, to: view }] })
  return view
}

export function updateView(context: WriteContext, input: ParsedInput<'views.update'>): View {
  const view = viewOf(context, input.viewId)
  const changed = { ...view, name: input.name ?? view.name, settings: input.settings ?? view.settings }
  if (JSON.stringify(changed) === JSON.stringify(view)) return view
  // Ctrl+Z after widening a column means the cell edited before it.
  if (changed.name === view.name) context.passOverInUndo()
  context.apply({ schema: [{ kind: 'view', id: view.id, from: view, to: changed }] })
  return changed
}

export function deleteView(context: WriteContext, input: ParsedInput<'views.delete'>): OperationOutput<'views.delete'> {
  const view = viewOf(context, input.viewId)
  if (viewsOf(context, view.tableId).length === 1) throw new Failure(appError('view.last'))
  context.apply({ schema: [{ kind: 'view', id: view.id, from: view, to: null }] })
  return { viewId: view.id }
}

function viewsOf(context: WriteContext, tableId: number): View[] {
  return [...context.schema.views.values()].filter((view) => view.tableId === tableId)
}

function viewOf(context: WriteContext, viewId: number): View {
  const view = context.schema.views.get(viewId)
  if (view === undefined) throw new Failure(appError('view.notFound'))
  return view
}
