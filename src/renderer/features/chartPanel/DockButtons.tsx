import { BorderBottomOutlined, BorderRightOutlined } from '@ant-design/icons'
import { useShell, type DockSide } from '../../shell/state.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'

/** Moves the chart to the other side: right of the grid or below it. */
export function DockButtons({ viewId, side }: { viewId: number; side: DockSide }) {
  const t = useT()
  const openDock = useShell((state) => state.openDock)
  return side === 'right' ? (
    <IconButton label={t('charts.dockBelow')} icon={<BorderBottomOutlined />} onClick={() => openDock(viewId, 'below')} />
  ) : (
    <IconButton label={t('charts.dockRight')} icon={<BorderRightOutlined />} onClick={() => openDock(viewId, 'right')} />
  )
}
