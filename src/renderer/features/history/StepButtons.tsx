import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useBase } from '../../client/useBase.ts'
import { operationText } from '../../commands/operationText.ts'
import { redo } from '../../commands/redo.ts'
import { undo } from '../../commands/undo.ts'
import { useRunCommand } from '../../commands/useCommands.ts'
import { useT } from '../../ui/lang.ts'

/** Undo and redo, each saying what it takes back or does again. */
export function StepButtons() {
  const t = useT()
  const run = useRunCommand()
  const { history } = useBase().description
  const undoText =
    history.undo === null ? t('history.nothingToUndo') : t('history.undoNext', { what: operationText(history.undo, t, history.undoLabel) })
  const redoText =
    history.redo === null ? t('history.nothingToRedo') : t('history.redoNext', { what: operationText(history.redo, t, history.redoLabel) })
  return (
    <span className="history__steps">
      <Button icon={<UndoOutlined />} disabled={history.undo === null} onClick={() => run(undo)}>
        {undoText}
      </Button>
      <Button icon={<RedoOutlined />} disabled={history.redo === null} onClick={() => run(redo)}>
        {redoText}
      </Button>
    </span>
  )
}
