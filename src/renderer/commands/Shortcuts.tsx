import { Modal } from 'antd'
import type { TextKey } from '#shared/i18n/translate.ts'
import { useAppState } from '../shell/settings.ts'
import { useT } from '../ui/lang.ts'
import { allCommands } from './all.ts'
import { keysText } from './keys.ts'
import './shortcuts.css'
import { keysOf } from './useCommands.ts'

/** Every key worth knowing, by place. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useT()
  const platform = useAppState().data?.platform ?? ''
  return (
    <Modal open onCancel={onClose} footer={null} width={760} title={t('commands.showShortcuts')} centered>
      <div className="shortcuts">
        {sections.map((section) => (
          <section key={section}>
            <h3>{t(`commands.section.${section}`)}</h3>
            <dl>
              {allCommands.map((command) => {
                const keys = keysOf(command)
                return command.section !== section || keys === null ? null : (
                  <div key={command.id}>
                    <dt>{t(`commands.${command.text}`)}</dt>
                    <dd>{keysText(keys, platform)}</dd>
                  </div>
                )
              })}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t('commands.section.grid')}</h3>
          <dl>
            {gridKeys(t).map(([text, keys]) => (
              <div key={text}>
                <dt>{t(text)}</dt>
                <dd>{keys}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  )
}

const sections = ['base', 'edit', 'go', 'look'] as const

function gridKeys(t: ReturnType<typeof useT>): readonly (readonly [Extract<TextKey, `commands.key.${string}`>, string])[] {
  return [
    ['commands.key.move', `${t('commands.key.arrows')}  Tab  Home  End`],
    ['commands.key.edit', 'Enter  F2'],
    ['commands.key.type', t('commands.key.anyKey')],
    ['commands.key.clear', 'Delete'],
    ['commands.key.copyPaste', 'Ctrl C  Ctrl V'],
    ['commands.key.open', t('commands.key.space')],
    ['commands.key.columnMenu', 'Alt ↓'],
    ['commands.key.moveCard', 'Ctrl ←  Ctrl →'],
  ]
}
