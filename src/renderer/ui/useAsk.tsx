import { App } from 'antd'
import { useCallback } from 'react'
import './ask.css'
import { useT } from './lang.ts'

export type Question = {
  title: string
  text?: string
  /** What the button that agrees says: the deed, never "OK" alone. */
  yes: string
  danger?: boolean
}

/** Asks before something large: `if (await ask({ … })) …`. */
export function useAsk(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp()
  const t = useT()
  return useCallback(
    async ({ title, text, yes, danger = false }) =>
      await modal.confirm({
        title,
        content: text === undefined ? null : <span className="ask-text">{text}</span>,
        okText: yes,
        cancelText: t('common.cancel'),
        okButtonProps: { danger },
        autoFocusButton: danger ? 'cancel' : 'ok',
        icon: null,
        centered: true,
      }),
    [modal, t],
  )
}
