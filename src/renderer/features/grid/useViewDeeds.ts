import { emptyViewSettings, type View } from '#shared/model/view.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { undo } from '#renderer/commands/undo.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useLang, useT } from '#renderer/ui/lang.ts'
import { useAsk } from '#renderer/ui/useAsk.tsx'

export type ViewDeeds = {
  create: () => Promise<void>
  duplicate: (view: View) => Promise<void>
  rename: (view: View, name: string) => Promise<void>
  remove: (view: View) => Promise<void>
}

/** Making, copying, naming and deleting views; a new one is open at once, its name ready to be typed over. */
export function useViewDeeds(tableId: number, onNamed: (viewId: number) => void): ViewDeeds {
  const t = useT()
  const lang = useLang()
  const ask = useAsk()
  const base = useBase()
  const run = useRunCommand()
  const openView = useShell((state) => state.openView)

  const attempt = async (deed: () => Promise<void>) => {
    try {
      await deed()
    } catch (thrown) {
      notifyError(errorOf(thrown), lang)
    }
  }
  const make = (name: string, settings: View['settings']) =>
    attempt(async () => {
      const taken = base.viewsOf(tableId).map((view) => view.name)
      const view = await call('views.create', { tableId, name: free(name, taken), settings })
      openView(tableId, view.id)
      onNamed(view.id)
    })

  return {
    create: () => make(t('shell.newViewName'), emptyViewSettings),
    duplicate: (view) => make(t('shell.copyOfView', { name: view.name }), view.settings),
    rename: (view, name) =>
      attempt(async () => {
        await call('views.update', { viewId: view.id, name })
      }),
    remove: async (view) => {
      const yes = await ask({
        title: t('shell.askDeleteView', { name: view.name }),
        text: t('shell.askDeleteViewText'),
        yes: t('shell.deleteView'),
        danger: true,
      })
      if (!yes) return
      await attempt(async () => {
        await call('views.delete', { viewId: view.id })
        useNotices.getState().notify({
          tone: 'done',
          text: t('shell.deletedView', { name: view.name }),
          action: { label: t('common.undo'), run: () => run(undo) },
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
