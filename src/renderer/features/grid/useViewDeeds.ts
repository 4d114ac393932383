import { emptyViewSettings, type View } from '#shared/model/view.ts'
import { newKanban, type ViewLayout } from '#shared/model/viewLayout.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { viewDependentsText } from '#renderer/shell/dependentsText.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import { saveViewDrafts } from '#renderer/shell/viewDrafts.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useT } from '#renderer/ui/lang.ts'
import { useAsk } from '#renderer/ui/useAsk.tsx'

export type ViewDeeds = {
  /** A view of all, or one's own. */
  create: (kind: ViewLayout['kind'], personal: boolean) => Promise<void>
  duplicate: (view: View, personal: boolean) => Promise<void>
  /** A copy that shows its rows the other way: as a kanban, or as a grid. */
  duplicateAs: (view: View, kind: ViewLayout['kind']) => Promise<void>
  setLocked: (view: View, locked: boolean) => Promise<void>
  move: (viewId: number, beforeViewId: number | null) => Promise<void>
  rename: (view: View, name: string) => Promise<void>
  remove: (view: View) => Promise<void>
}

/** Making, copying, naming and deleting views; a new one is open at once, its name ready to be typed over. */
export function useViewDeeds(tableId: number, onNamed: (viewId: number) => void): ViewDeeds {
  const t = useT()
  const ask = useAsk()
  const base = useBase()
  const openView = useShell((state) => state.openView)

  const attempt = async (deed: () => Promise<void>) => {
    try {
      await deed()
    } catch (thrown) {
      notifyError(errorOf(thrown))
    }
  }
  const make = (name: string, made: (freeName: string) => Promise<View>) =>
    attempt(async () => {
      const taken = base.viewsOf(tableId).map((view) => view.name)
      const view = await made(free(name, taken))
      openView(tableId, view.id)
      onNamed(view.id)
    })

  const layoutOf = (kind: ViewLayout['kind']): ViewLayout =>
    kind === 'grid' ? { kind } : newKanban(base.columnsOf(tableId), (columnId) => base.schemeOfColumn(columnId) !== undefined)
  return {
    create: (kind, personal) =>
      make(t(kind === 'grid' ? 'shell.newViewName' : 'kanban.kanban'), (name) =>
        call('views.create', { tableId, name, settings: { ...emptyViewSettings, layout: layoutOf(kind) }, personal }),
      ),
    duplicateAs: (view, kind) =>
      make(kind === 'grid' ? t('shell.copyOfView', { name: view.name }) : t('kanban.kanban'), (name) =>
        call('views.duplicate', { viewId: view.id, name, personal: view.ownerId !== null, layout: layoutOf(kind) }),
      ),
    duplicate: (view, personal) =>
      make(t('shell.copyOfView', { name: view.name }), (name) => call('views.duplicate', { viewId: view.id, name, personal })),
    setLocked: (view, locked) =>
      attempt(async () => {
        await saveViewDrafts()
        await call('views.setLocked', { viewId: view.id, locked })
      }),
    move: (viewId, beforeViewId) =>
      attempt(async () => {
        await call('views.move', { viewId, beforeViewId })
      }),
    rename: (view, name) =>
      attempt(async () => {
        await call('views.update', { viewId: view.id, name })
      }),
    remove: async (view) => {
      const used = viewDependentsText(await call('base.dependents', { kind: 'view', id: view.id }).catch(() => []), t)
      const yes = await ask({
        title: t('shell.askDeleteView', { name: view.name }),
        text: [used, t('shell.askDeleteViewText')].filter((line) => line !== null).join('\n'),
        yes: t('shell.deleteView'),
        danger: true,
      })
      if (!yes) return
      await attempt(async () => {
        await call('views.delete', { viewId: view.id })
        useNotices.getState().notify({
          tone: 'done',
          text: (t) => t('shell.deletedView', { name: view.name }),
          canUndo: true,
        })
      })
    },
  }
}

function free(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  let number = 2
  while (taken.includes(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}
