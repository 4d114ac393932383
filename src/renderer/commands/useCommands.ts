import { menuCommands } from '#shared/contract/menuCommands.ts'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { errorOf } from '../client/clientError.ts'
import { onEvent } from '../client/events.ts'
import { useBaseOrNull } from '../client/useBase.ts'
import { notifyError } from '../shell/notices.ts'
import { useAppState, useChangeSettings } from '../shell/settings.ts'
import { useLang, useT } from '../ui/lang.ts'
import { useAsk } from '../ui/useAsk.tsx'
import { allCommands } from './all.ts'
import type { Command, CommandContext } from './command.ts'
import { isKeys } from './keys.ts'

/** What commands act through, as of now. */
export function useCommandContext(): CommandContext {
  const app = useAppState().data
  const base = useBaseOrNull()
  const lang = useLang()
  const t = useT()
  const ask = useAsk()
  const changeSettings = useChangeSettings()
  return { app, base, lang, t, ask, changeSettings }
}

/** Runs a command from a button or menu, and shows its error in the foot bar. */
export function useRunCommand(): (command: Command) => void {
  const context = useCommandContext()
  const latest = useRef(context)
  useLayoutEffect(() => {
    latest.current = context
  })
  return useCallback((command) => void run(command, latest.current), [])
}

/** Listens to keys and to the menu bar while the window is open. */
export function useCommandKeys(): void {
  const runCommand = useRunCommand()
  const changeSettings = useChangeSettings()
  const platform = useAppState().data?.platform ?? 'linux'

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const command = allCommands.find(({ keys, alsoKeys = [] }) => [keys, ...alsoKeys].some((one) => one !== null && isKeys(one, event, platform)))
      if (command === undefined || (isTyping() && command.whileTyping !== true)) return
      event.preventDefault()
      runCommand(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [runCommand, platform])

  useEffect(
    () =>
      onEvent('command', ({ command: id }) => {
        if (isTyping() && (id === 'edit.undo' || id === 'edit.redo')) {
          // The field being typed in has its own history.
          document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
          return
        }
        const setting = settingOf(id)
        if (setting !== null) return changeSettings(setting)
        const command = allCommands.find((one) => one.id === id)
        if (command !== undefined) runCommand(command)
      }),
    [runCommand, changeSettings],
  )
}

/** The keys a person is told for a command: the menu bar's where it has some. */
export function keysOf(command: Command): string | null {
  const menuKeys: string | null | undefined = Object.entries(menuCommands).find(([id]) => id === command.id)?.[1]
  return command.keys ?? menuKeys?.replace('CmdOrCtrl', 'Mod') ?? null
}

function isTyping(): boolean {
  const element = document.activeElement
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

function settingOf(id: string) {
  switch (id) {
    case 'view.theme.light':
      return { theme: 'light' } as const
    case 'view.theme.dark':
      return { theme: 'dark' } as const
    case 'view.theme.system':
      return { theme: 'system' } as const
    case 'view.lang.zh-CN':
      return { lang: 'zh-CN' } as const
    case 'view.lang.en':
      return { lang: 'en' } as const
    default:
      return null
  }
}

async function run(command: Command, context: CommandContext): Promise<void> {
  // A key may arrive twice: from the page and from the menu bar that names the same keys.
  const now = performance.now()
  if (last?.command === command && now - last.at < 60) return
  last = { command, at: now }
  if (command.enabled !== undefined && !command.enabled(context)) return
  try {
    await command.run(context)
  } catch (thrown) {
    notifyError(errorOf(thrown))
  }
}

let last: { command: Command; at: number } | null = null
