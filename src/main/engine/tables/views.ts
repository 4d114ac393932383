import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { isSeenBy, type View, type ViewSettings } from '#shared/model/view.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { newUidText } from '../store/uid.ts'
import { tableOf } from './tables.ts'

export function createView(context: WriteContext, input: ParsedInput<'views.create'>): View {
  tableOf(context, input.tableId)
  return makeView(context, input.tableId, { name: input.name, role: input.role, description: '', settings: input.settings }, input.personal)
}

export function duplicateView(context: WriteContext, input: ParsedInput<'views.duplicate'>): View {
  const { tableId, description, settings: own } = viewOf(context, input.viewId)
  const settings = input.layout === undefined ? own : { ...own, layout: input.layout }
  // A role belongs to one view: the copy is a view of its own.
  return makeView(context, tableId, { name: input.name, role: null, description, settings }, input.personal)
}

export function updateView(context: WriteContext, input: ParsedInput<'views.update'>): View {
  const view = viewOf(context, input.viewId)
  const { name = view.name, description = view.description, settings = view.settings } = input
  const changed = { ...view, name, description, settings }
  if (JSON.stringify(changed) === JSON.stringify(view)) return view
  refuseLocked(view)
  // Ctrl+Z after widening a column means the cell edited before it.
  if (changed.name === view.name && changed.description === view.description) context.passOverInUndo()
  return change(context, view, changed)
}

export function setViewLocked(context: WriteContext, input: ParsedInput<'views.setLocked'>): View {
  const view = viewOf(context, input.viewId)
  return view.locked === input.locked ? view : change(context, view, { ...view, locked: input.locked })
}

export function moveView(context: WriteContext, input: ParsedInput<'views.move'>): View {
  const view = viewOf(context, input.viewId)
  const others = viewsOf(context, view.tableId).filter(({ id }) => id !== view.id)
  const at = input.beforeViewId === null ? others.length : others.findIndex(({ id }) => id === input.beforeViewId)
  if (at === -1) throw new Failure(appError('view.notFound'))
  const before = others[at - 1]?.position
  const after = others[at]?.position
  const position = after === undefined ? (before ?? 0) + 1 : before === undefined ? after - 1 : (before + after) / 2
  return change(context, view, { ...view, position })
}

export function deleteView(context: WriteContext, input: ParsedInput<'views.delete'>): OperationOutput<'views.delete'> {
  const view = viewOf(context, input.viewId)
  refuseLocked(view)
  // Personal views are nobody else's: one of all stays.
  const isShared = (one: View): boolean => one.ownerId === null
  if (isShared(view) && viewsOf(context, view.tableId).filter(isShared).length === 1) throw new Failure(appError('view.last'))
  context.apply({ schema: [{ kind: 'view', id: view.id, from: view, to: null }] })
  return { viewId: view.id }
}

type Parts = Pick<View, 'name' | 'role' | 'description'> & { settings: ViewSettings }

function makeView(context: WriteContext, tableId: number, parts: Parts, isPersonal: boolean): View {
  if (isPersonal && context.actorId === null) throw new Failure(appError('view.noOwner'))
  const { name, role, description, settings } = parts
  const view: View = {
    id: context.newId('view'),
    uid: newUidText(),
    tableId,
    name,
    role,
    position: Math.max(0, ...viewsOf(context, tableId).map((other) => other.position)) + 1,
    description,
    ownerId: isPersonal ? context.actorId : null,
    locked: false,
    settings,
  }
  context.apply({ schema: [{ kind: 'view', id: view.id, from: null, to: view }] })
  return view
}

function change(context: WriteContext, view: View, changed: View): View {
  context.apply({ schema: [{ kind: 'view', id: view.id, from: view, to: changed }] })
  return changed
}

function refuseLocked(view: View): void {
  if (view.locked) throw new Failure(appError('view.locked', { name: view.name }))
}

function viewsOf(context: WriteContext, tableId: number): View[] {
  return [...context.schema.views.values()]
    .filter((view) => view.tableId === tableId)
    .toSorted((one, other) => one.position - other.position || one.id - other.id)
}

/** A view that whoever is at the keyboard sees; another's personal view is as if it were not there. */
function viewOf(context: WriteContext, viewId: number): View {
  const view = context.schema.views.get(viewId)
  if (view === undefined || !isSeenBy(view, context.actorId)) throw new Failure(appError('view.notFound'))
  return view
}
