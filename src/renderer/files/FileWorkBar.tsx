import { Button } from 'antd'
import { useT } from '../ui/lang.ts'
import { ProgressLine } from '../ui/ProgressLine.tsx'
import './fileWorkBar.css'
import { useFileWork } from './storeFiles.ts'

/** How far large files have come on their way in or out; they can be stopped. */
export function FileWorkBar() {
  const t = useT()
  const work = useFileWork((state) => state.work)
  if (work === null) return null
  return (
    <div className="file-work" role="status">
      <span className="file-work__text">{work.text}</span>
      <ProgressLine label={work.text} done={work.done} total={work.total} />
      <Button size="small" onClick={work.cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
