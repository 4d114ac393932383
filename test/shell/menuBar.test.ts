import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { menuBar, type MenuActions, type MenuState } from '#main/shell/menuBar.ts'
import { menuCommands } from '#shared/contract/menuCommands.ts'

const state: MenuState = {
  platform: 'linux',
  settings: { lang: 'zh-CN', theme: 'dark', sideBarFolded: false },
  recent: [],
  isBaseOpen: true,
  isDeveloping: false,
}
const nothing = () => {}
const actions: MenuActions = { run: nothing, openRecent: nothing, newWindow: nothing, showInFolder: nothing, closeBase: nothing, about: nothing }

function itemsOf(changed: Partial<MenuState>): MenuItemConstructorOptions[] {
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  return flat(menuBar({ ...state, ...changed }, actions))
}

test.each(['linux', 'win32', 'darwin'])('on %s every command of the menu is there once, and no two items share keys', (platform) => {
  const items = itemsOf({ platform })
  for (const command of Object.keys(menuCommands))
    expect(
      items.filter(({ id }) => id === command),
      command,
    ).toHaveLength(1)
  const keys = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
  expect(new Set(keys).size).toBe(keys.length)
  expect(items.every((item) => item.type === 'separator' || (item.label ?? '') !== '')).toBe(true)
})

test('without a base nothing that needs one can be chosen', () => {
  const enabled = itemsOf({ isBaseOpen: false })
    .filter((item) => item.id !== undefined && item.enabled !== false)
    .map(({ id }) => id)
  expect(enabled).toEqual([
    'file.new',
    'file.open',
    'view.theme.light',
    'view.theme.dark',
    'view.theme.system',
    'view.lang.zh-CN',
    'view.lang.en',
    'help.shortcuts',
  ])
})

test('the look and the language in use are marked', () => {
  const marked = itemsOf({ settings: { lang: 'en', theme: 'dark', sideBarFolded: false } }).filter(({ checked }) => checked === true)
  expect(marked.map(({ id }) => id)).toEqual(['view.theme.dark', 'view.lang.en'])
})

test('recent bases are named, and those that are gone cannot be chosen', () => {
  const base = { openedAt: '2026-11-22T00:00:00Z' }
  const items = itemsOf({
    recent: [
      { ...base, path: '/a/客户.kebu', name: '客户', missing: false },
      { ...base, path: '/b/旧.kebu', name: '旧', missing: true },
    ],
  })
  expect(items.filter(({ label }) => label === '客户' || label === '旧').map(({ enabled }) => enabled)).toEqual([true, false])
})
