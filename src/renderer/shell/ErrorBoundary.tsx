import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/lang.ts'

type Props = { children: ReactNode; /** A change of it tries again. */ resetKey?: unknown }
type State = { broken: boolean; resetKey: unknown }

/** Keeps a failure of one part of the window inside that part. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, resetKey: this.props.resetKey }

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { broken: false, resetKey: props.resetKey }
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken onRetry={() => this.setState({ broken: false })} /> : this.props.children
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const t = useT()
  return <EmptyState title={t('shell.brokenTitle')} text={t('shell.brokenText')} action={<Button onClick={onRetry}>{t('common.retry')}</Button>} />
}
