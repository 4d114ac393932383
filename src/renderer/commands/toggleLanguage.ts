import type { Command } from './command.ts'

export const toggleLanguage: Command = {
  id: 'view.lang',
  text: 'toggleLanguage',
  section: 'look',
  keys: null,
  run: ({ lang, changeSettings }) => changeSettings({ lang: lang === 'zh-CN' ? 'en' : 'zh-CN' }),
}
