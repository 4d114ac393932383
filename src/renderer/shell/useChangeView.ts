import type { Translate } from '#shared/i18n/translate.ts'
import type { View, ViewSettings } from '#shared/model/view.ts'
import { useCallback } from 'react'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { useBase } from '../client/useBase.ts'
import { useT } from '../ui/lang.ts'
import { notifyError, useNotices } from './notices.ts'
import { useShell } from './state.ts'
import { useViewDrafts } from './viewDrafts.ts'

/** The settings of a view, changed at once on screen and saved a moment later. A locked view stays, and says how to get one's own. */
export function useChangeView(): (view: View, change: Partial<ViewSettings>) => void {
  const change = useViewDrafts((state) => state.change)
  const copy = useCopyView()
  return useCallback(
    (view, settings) => {
      if (!view.locked) return change(view.id, { ...view.settings, ...settings })
      const action = { label: (t: Translate) => t('views.copyForMe'), run: () => copy(view) }
      useNotices.getState().notify({ tone: 'problem', text: (t) => t('views.lockedSentence', { name: view.name }), action })
    },
    [change, copy],
  )
}

/** Opens a copy of a view that one may arrange: one's own where it is known who that is. */
export function useCopyView(): (view: View) => void {
  const t = useT()
  const { description } = useBase()
  const personal = description.actorId !== null
  return useCallback(
    (view) => {
      const made = call('views.duplicate', { viewId: view.id, name: t('shell.copyOfView', { name: view.name }), personal })
      made.then(
        ({ id, tableId }) => useShell.getState().openView(tableId, id),
        (thrown: unknown) => notifyError(errorOf(thrown)),
      )
    },
    [t, personal],
  )
}
