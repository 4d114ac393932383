import { useEffect } from 'react'
import { onEvent } from '../client/events.ts'
import { useBase } from '../client/useBase.ts'
import { undo } from '../commands/undo.ts'
import { redo } from '../commands/redo.ts'
import { operationText } from '../commands/operationText.ts'
import { keysText } from '../commands/keys.ts'
import { useRunCommand } from '../commands/useCommands.ts'
import { UndoOutlined, RedoOutlined, CloseOutlined } from '@ant-design/icons'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useLang, useT } from '../ui/lang.ts'
import './footBar.css'
import { LongWorkLine } from './LongWorkLine.tsx'
import { useNotices } from './notices.ts'
import { SortState } from './SortState.tsx'
import { useAppState } from './settings.ts'
import { useShell } from './state.ts'

/** The lowest line: what the screen says of itself, what was just done, undo and redo. */
export function FootBar() {
  const t = useT()
  const lang = useLang()
  const base = useBase()
  const run = useRunCommand()
  const platform = useAppState().data?.platform ?? ''
  const { notice, dismiss } = useNotices()
  const isDialogOpen = useShell((state) => state.dialog !== null)
  const { undo: undoable, redo: redoable } = base.description.history
  const action = notice?.canUndo === true ? { label: (say: typeof t) => say('common.undo'), run: () => run(undo) } : notice?.action
  const hasAction = action !== undefined

  useEffect(() => {
    if (notice === null) return undefined
    const leave = () => dismiss(notice.id)
    if (!hasAction && notice.tone === 'done') {
      const timer = setTimeout(leave, 8_000)
      return () => clearTimeout(timer)
    }
    // A way back stays until the next deed, which it would take back instead; what went wrong, until something goes right.
    let stop: () => void = () => undefined
    const timers = [setTimeout(() => (stop = onEvent('changed', leave)), ownChangeArrives), ...(!hasAction ? [setTimeout(leave, 60_000)] : [])]
    return () => {
      timers.forEach(clearTimeout)
      stop()
    }
  }, [notice, hasAction, dismiss])

  return (
    <footer className="foot-bar">
      <div className="foot-bar__status" id={footStatusId} />
      <SortState />
      {isDialogOpen ? null : <LongWorkLine withCancel />}
      {notice === null ? null : (
        <div className={classes('foot-bar__notice', `foot-bar__notice--${notice.tone}`)} role="status">
          <span className="foot-bar__text" title={notice.text(t, lang)}>
            {notice.text(t, lang)}
          </span>
          {action === undefined ? null : (
            <button
              type="button"
              className="foot-bar__action"
              onClick={() => {
                action.run()
                dismiss(notice.id)
              }}
            >
              {action.label(t, lang)}
            </button>
          )}
          <IconButton label={t('common.close')} icon={<CloseOutlined />} onClick={() => dismiss(notice.id)} />
        </div>
      )}
      {base.readOnly ? (
        <span className="foot-bar__read-only" title={t('shell.readOnlyText')}>
          {t('shell.readOnly')}
        </span>
      ) : (
        <div className="foot-bar__history">
          <IconButton
            label={
              undoable === null
                ? t('commands.undo')
                : t('commands.undoWhat', { what: operationText(undoable, t, base.description.history.undoLabel) })
            }
            shortcut={keysText('Mod+Z', platform)}
            icon={<UndoOutlined />}
            disabled={undoable === null}
            onClick={() => run(undo)}
          />
          <IconButton
            label={
              redoable === null
                ? t('commands.redo')
                : t('commands.redoWhat', { what: operationText(redoable, t, base.description.history.redoLabel) })
            }
            shortcut={keysText('Mod+Shift+Z', platform)}
            icon={<RedoOutlined />}
            disabled={redoable === null}
            onClick={() => run(redo)}
          />
        </div>
      )}
    </footer>
  )
}

/** The deed a notice is about has been told of by then, in milliseconds. */
const ownChangeArrives = 1500

/** Where a screen puts what it counts; it is rendered there with a portal. */
export const footStatusId = 'foot-status'
