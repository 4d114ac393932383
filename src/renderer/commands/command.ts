import type { AppState, Settings } from '#shared/contract/app.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { commands as texts } from '#shared/i18n/zh-CN/commands.ts'
import type { Base } from '../client/base.ts'
import type { Question } from '../ui/useAsk.tsx'

/** What a command may look at and act through. */
export type CommandContext = {
  app: AppState | undefined
  base: Base | null
  lang: Lang
  t: Translate
  ask: (question: Question) => Promise<boolean>
  changeSettings: (change: Partial<Settings>) => void
}

export type CommandText = Exclude<keyof typeof texts, `${string}What` | `${string}.${string}`>

/** Something a person can ask for by menu, button or keys. */
export type Command = {
  /** Stable; the menu bar asks by it (`contract/menuCommands.ts`). */
  readonly id: string
  readonly text: CommandText
  readonly section: 'base' | 'edit' | 'go' | 'look'
  /** Such as `Mod+Shift+Z`; `Mod` is Ctrl, and ⌘ on a Mac. */
  readonly keys: string | null
  /** Other keys that do the same. */
  readonly alsoKeys?: readonly string[]
  /** Works while text is typed in a field. */
  readonly whileTyping?: boolean
  readonly enabled?: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => void | Promise<void>
}
