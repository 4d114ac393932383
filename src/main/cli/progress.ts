import type { ProgressEvent } from '#shared/contract/events.ts'
import type { Translate } from '#shared/i18n/translate.ts'

/** Shows how far long work has come, on the error output; a line that rewrites itself where that is a terminal. */
export type Progress = {
  show(progress: Omit<ProgressEvent, 'callId'>): void
  /** Ends the line, if one was begun. */
  end(): void
}

export const noProgress: Progress = { show: () => {}, end: () => {} }

export function progressOn(stream: { isTTY?: boolean; write: (text: string) => unknown }, t: Translate): Progress {
  let phase = ''
  let last = 0
  let isOpen = false
  return {
    show: ({ phase: name, done, total }) => {
      const now = performance.now()
      const label = t(`cli.phase.${name}`)
      if (stream.isTTY !== true) {
        if (label !== phase) stream.write(`${label} …\n`)
        phase = label
        return
      }
      if (label === phase && done !== total && now - last < 100) return
      phase = label
      last = now
      isOpen = true
      stream.write(`\r\x1b[K${label} ${done.toLocaleString()}${total === null ? '' : ` / ${total.toLocaleString()}`}`)
    },
    end: () => {
      if (isOpen) stream.write('\r\x1b[K')
      isOpen = false
    },
  }
}
