import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { notifyError, useNotices } from '../shell/notices.ts'
import type { CommandContext } from './command.ts'
import { operationText } from './operationText.ts'

/** Undoes or redoes one step and says which, unless a text field is being typed in: it has its own history. */
export async function stepInHistory(way: 'undo' | 'redo', { base, lang, t }: CommandContext): Promise<void> {
  const what = base?.description.history[way] ?? null
  if (what === null) return
  try {
    if (way === 'undo') await call('history.undo', {})
    else await call('history.redo', {})
    const text = t(way === 'undo' ? 'shell.undone' : 'shell.redone', { what: operationText(what, t) })
    useNotices.getState().notify({ tone: 'done', text })
  } catch (thrown) {
    notifyError(errorOf(thrown), lang)
  }
}
