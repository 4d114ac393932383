import { App as AntdApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
// Names of months and days in the calendars of antd, and weeks that begin on Monday.
import 'dayjs/locale/zh-cn'
import type { Lang } from '#shared/i18n/lang.ts'
import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { LangContext } from '../ui/lang.ts'
import { antdTheme } from '../ui/tokens/antdTheme.ts'
import type { ThemeName } from '../ui/tokens/palette.ts'
import { useAppState } from './settings.ts'
import { lastLook, rememberLook } from './lastLook.ts'
import { ThemeContext } from './theme.ts'

/** Language and theme for everything inside, from the settings. */
export function Look({ children }: { children: ReactNode }) {
  const state = useAppState()
  const systemDark = useSyncExternalStore(followSystem, () => darkMedia.matches)
  const settings = state.data?.settings ?? lastLook()
  const lang: Lang = settings?.lang ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en')
  const dark = settings === undefined || settings.theme === 'system' ? systemDark : settings.theme === 'dark'
  const theme: ThemeName = dark ? 'dark' : 'light'
  const config = useMemo(() => antdTheme(theme), [theme])

  useEffect(() => {
    if (state.data !== undefined) rememberLook(state.data.settings)
  }, [state.data])

  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.lang = lang
  }, [theme, lang])

  return (
    <LangContext value={lang}>
      <ThemeContext value={theme}>
        <ConfigProvider
          theme={config}
          locale={lang === 'zh-CN' ? zhCN : enUS}
          // Two Chinese letters on a button stay together.
          button={{ autoInsertSpace: false }}
          wave={{ disabled: true }}
        >
          <AntdApp component={false}>{children}</AntdApp>
        </ConfigProvider>
      </ThemeContext>
    </LangContext>
  )
}

const darkMedia = window.matchMedia('(prefers-color-scheme: dark)')

function followSystem(changed: () => void): () => void {
  darkMedia.addEventListener('change', changed)
  return () => darkMedia.removeEventListener('change', changed)
}
