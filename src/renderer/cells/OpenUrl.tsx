import { ExportOutlined } from '@ant-design/icons'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { notifyError } from '../shell/notices.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useT } from '../ui/lang.ts'

/** Opens a web or mail address outside the app, with the system's own program. */
export function OpenUrl({ url }: { url: string }) {
  const t = useT()
  return (
    <IconButton
      label={t('columnTypes.url.open')}
      icon={<ExportOutlined />}
      onClick={() => void call('app.openUrl', { url }).catch((thrown: unknown) => notifyError(errorOf(thrown)))}
    />
  )
}
