import { MoonOutlined, QuestionCircleOutlined, SunOutlined } from '@ant-design/icons'
import { showShortcuts } from '../commands/showShortcuts.ts'
import { toggleLanguage } from '../commands/toggleLanguage.ts'
import { toggleTheme } from '../commands/toggleTheme.ts'
import { useRunCommand } from '../commands/useCommands.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useLang, useT } from '../ui/lang.ts'
import { useTheme } from './theme.ts'

/** Language, theme and the list of shortcuts. */
export function LookSwitches() {
  const t = useT()
  const lang = useLang()
  const theme = useTheme()
  const run = useRunCommand()
  return (
    <span className="look-switches">
      <IconButton
        label={t('shell.languageSwitch')}
        icon={<span className="look-switches__lang" data-sign={lang === 'zh-CN' ? 'EN' : '中'} />}
        onClick={() => run(toggleLanguage)}
      />
      <IconButton
        label={t(theme === 'dark' ? 'shell.light' : 'shell.dark')}
        icon={theme === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        onClick={() => run(toggleTheme)}
      />
      <IconButton label={t('shell.shortcuts')} icon={<QuestionCircleOutlined />} shortcut="F1" onClick={() => run(showShortcuts)} />
    </span>
  )
}
