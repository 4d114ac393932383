import { errorOf } from '../client/clientError.ts'
import { runLong } from '../shell/longWork.ts'
import { notifyError, useNotices } from '../shell/notices.ts'
import type { CommandContext } from './command.ts'
import { operationText } from './operationText.ts'

/** Undoes or redoes one step and says which, unless a text field is being typed in: it has its own history. */
export async function stepInHistory(way: 'undo' | 'redo', { base, lang, t }: CommandContext): Promise<void> {
  const history = base?.description.history
  const what = history?.[way] ?? null
  if (what === null) return
  try {
    const told = { what: operationText(what, t, history?.[`${way}Label`]) }
    if (way === 'undo') await runLong('history.undo', {}, t('shell.undoing', told))
    else await runLong('history.redo', {}, t('shell.redoing', told))
    const text = t(way === 'undo' ? 'shell.undone' : 'shell.redone', told)
    useNotices.getState().notify({ tone: 'done', text })
  } catch (thrown) {
    notifyError(errorOf(thrown), lang)
  }
}
