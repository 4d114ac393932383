import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useT } from '../../ui/lang.ts'

/** Longer than this people ask themselves whether it will ever end, in milliseconds. */
const patience = 1000

/** Says that an analysis is being calculated, and after a second how to stop it. */
export function Working({ onStop }: { onStop: () => void }) {
  const t = useT()
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <span role="status">{t('analysis.working')}</span>
      {isLong ? <Button onClick={onStop}>{t('analysis.stop')}</Button> : null}
    </>
  )
}
