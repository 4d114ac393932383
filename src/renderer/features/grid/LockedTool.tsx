import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { View } from '#shared/model/view.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useCopyView } from '#renderer/shell/useChangeView.ts'
import { useT } from '#renderer/ui/lang.ts'
import { ToolButton } from '#renderer/ui/ToolButton.tsx'

/** Says that a view is locked, and what one may do about it. */
export function LockedTool({ view, onUnlock }: { view: View; onUnlock: () => void }) {
  const t = useT()
  const { readOnly } = useBase()
  const copy = useCopyView()
  return (
    <ToolButton
      icon={<LockOutlined />}
      label={t('views.locked')}
      panel={
        <div className="locked-tool">
          <p>{t('views.lockedSentence', { name: view.name })}</p>
          {readOnly ? null : (
            <div className="locked-tool__buttons">
              <Button size="small" type="primary" onClick={() => copy(view)}>
                {t('views.copyForMe')}
              </Button>
              <Button size="small" onClick={onUnlock}>
                {t('views.unlock')}
              </Button>
            </div>
          )}
        </div>
      }
    />
  )
}
