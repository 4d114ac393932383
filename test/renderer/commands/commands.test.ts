import { expect, test } from 'vitest'
import { menuCommands } from '#shared/contract/menuCommands.ts'
import { translator } from '#shared/i18n/translate.ts'
import { engineOperations } from '#shared/contract/engine.ts'
import { allCommands } from '#renderer/commands/all.ts'
import { isKeys, keysText } from '#renderer/commands/keys.ts'
import { operationText } from '#renderer/commands/operationText.ts'

const key = (name: string, held: Partial<KeyboardEventInit> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

test('keys are read as they are written, with the key of each system', () => {
  expect(isKeys('Mod+Shift+Z', key('Z', { ctrlKey: true, shiftKey: true }), 'linux')).toBe(true)
  expect(isKeys('Mod+Z', key('z', { ctrlKey: true, shiftKey: true }), 'linux')).toBe(false)
  expect(isKeys('Mod+Z', key('z', { metaKey: true }), 'darwin')).toBe(true)
  expect(isKeys('Mod+Z', key('z', { ctrlKey: true }), 'darwin')).toBe(false)
  expect(keysText('Mod+Shift+Z', 'win32')).toBe('Ctrl Shift Z')
  expect(keysText('Mod+Shift+Z', 'darwin')).toBe('⌘ ⇧ Z')
})

test('every command has its own id and its own keys', () => {
  const ids = allCommands.map(({ id }) => id)
  const keys = allCommands.flatMap(({ keys: own, alsoKeys = [] }) => [own, ...alsoKeys]).filter((one) => one !== null)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(keys).size).toBe(keys.length)
})

test('whatever the menu bar asks for, the window knows', () => {
  const settings = /^view\.(theme|lang)\./
  const ids = new Set(allCommands.map(({ id }) => id))
  expect(Object.keys(menuCommands).filter((id) => !settings.test(id) && !ids.has(id))).toEqual([])
})

test('every write that can be undone has a name', () => {
  const t = translator('zh-CN')
  const unnamed = Object.entries(engineOperations)
    .filter(([name, { kind }]) => kind === 'write' && !/^(history\.|snapshots\.|files\.|base\.(setActor|turnDay|recompute))/.test(name))
    .filter(([name]) => operationText(name, t) === t('commands.operation.other'))
  expect(unnamed.map(([name]) => name)).toEqual([])
})
