import { settingsSchema, type Settings } from '#shared/contract/app.ts'

type LastLook = Pick<Settings, 'lang' | 'theme'>

const lookSchema = settingsSchema.pick({ lang: true, theme: true })
const key = 'kebu:look'

/** Language and theme of the last time, until the settings have been read: the window opens in them at once. */
export function lastLook(): LastLook | undefined {
  try {
    return lookSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data
  } catch {
    return undefined
  }
}

export function rememberLook({ lang, theme }: Settings): void {
  localStorage.setItem(key, JSON.stringify({ lang, theme }))
}
