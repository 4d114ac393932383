import type { Translate } from '#shared/i18n/translate.ts'
import { errorOf } from '../client/clientError.ts'
import { runLong } from '../shell/longWork.ts'
import { notifyError, useNotices } from '../shell/notices.ts'
import type { CommandContext } from './command.ts'
import { operationText } from './operationText.ts'

/** Undoes or redoes one step and says which, unless a text field is being typed in: it has its own history. */
export async function stepInHistory(way: 'undo' | 'redo', { base, t }: CommandContext): Promise<void> {
  const history = base?.description.history
  const what = history?.[way] ?? null
  if (what === null) return
  try {
    const toldIn = (t: Translate) => ({ what: operationText(what, t, history?.[`${way}Label`]) })
    const told = toldIn(t)
    if (way === 'undo') await runLong('history.undo', {}, t('shell.undoing', told))
    else await runLong('history.redo', {}, t('shell.redoing', told))
    useNotices.getState().notify({ tone: 'done', text: (t) => t(way === 'undo' ? 'shell.undone' : 'shell.redone', toldIn(t)) })
  } catch (thrown) {
    notifyError(errorOf(thrown))
  }
}
