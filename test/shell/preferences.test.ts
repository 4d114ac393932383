import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { preferencesIn } from '#main/shell/preferences.ts'

let folder: string
let path: string
let errors: unknown[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kebu-settings-'))
  path = join(folder, 'profile', 'settings.json')
  errors = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const opened = (lang: 'zh-CN' | 'en' = 'zh-CN', at = path) => preferencesIn(at, lang, (error) => errors.push(error))

test('the first start takes the language of the system', () => {
  expect(opened('en').settings()).toEqual({ lang: 'en', theme: 'system', sideBarFolded: false })
})

test('what was changed is there at the next start; what was not named stays', () => {
  const preferences = opened()
  preferences.saveSettings({ theme: 'dark' })
  preferences.saveSettings({ lang: undefined, sideBarFolded: true })
  preferences.savePlace({ x: 1, y: 2, width: 1000, height: 700, maximized: true })
  preferences.saveLastBase('/a/客户.kebu')
  const again = opened('en')
  expect(again.settings()).toEqual({ lang: 'zh-CN', theme: 'dark', sideBarFolded: true })
  expect(again.place()).toEqual({ x: 1, y: 2, width: 1000, height: 700, maximized: true })
  expect(again.lastBase()).toBe('/a/客户.kebu')
})

test.each([
  ['half a file', '{"settings": {"lang": "zh'],
  ['another language', '{"settings": {"lang": "fr", "theme": "dark", "sideBarFolded": false}}'],
  ['a list', '[]'],
  ['nothing', ''],
  ['a recent base without a path', '{"recent": [{}]}'],
])('a damaged file (%s) gives the defaults and is kept aside', (_what, text) => {
  opened().saveSettings({ theme: 'dark' })
  writeFileSync(path, text)
  const preferences = opened()
  expect(preferences.settings()).toEqual({ lang: 'zh-CN', theme: 'system', sideBarFolded: false })
  expect(preferences.damagedCopy).not.toBeNull()
  expect(readFileSync(preferences.damagedCopy ?? '', 'utf8')).toBe(text)
  preferences.saveSettings({ theme: 'light' })
  expect(opened().settings().theme).toBe('light')
  expect(opened().damagedCopy).toBeNull()
})

test('a file of an earlier version keeps what it has', () => {
  opened().saveSettings({})
  writeFileSync(path, '{"settings": {"theme": "dark"}}')
  expect(opened('en').settings()).toEqual({ lang: 'en', theme: 'dark', sideBarFolded: false })
})

test('the latest bases come first, each once, a dozen at most, and say whether they are still there', () => {
  const preferences = opened()
  for (let number = 0; number < 20; number++) preferences.addRecent(join(folder, `${number}.kebu`))
  writeFileSync(join(folder, '15.kebu'), '')
  preferences.addRecent(join(folder, '15.kebu'))
  const recent = preferences.recent()
  expect(recent.map(({ name }) => name)).toEqual(['15', '19', '18', '17', '16', '14', '13', '12', '11', '10', '9', '8'])
  expect(recent.slice(0, 2).map(({ missing }) => missing)).toEqual([false, true])
  preferences.forgetRecent(join(folder, '19.kebu'))
  expect(
    opened()
      .recent()
      .map(({ name }) => name),
  ).not.toContain('19')
})

test('a profile that cannot be written costs the memory of the change, not the change', () => {
  writeFileSync(join(folder, 'file'), '')
  const preferences = opened('zh-CN', join(folder, 'file', 'settings.json'))
  expect(preferences.saveSettings({ theme: 'dark' }).theme).toBe('dark')
  expect(preferences.settings().theme).toBe('dark')
  expect(errors).toHaveLength(1)
})

test('nothing but the settings is left in the profile', () => {
  opened().saveSettings({ theme: 'dark' })
  expect(readdirSync(join(folder, 'profile'))).toEqual(['settings.json'])
})
