import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { launchOf } from '#main/shell/launchArguments.ts'

const folder = resolve('/home/me')
const at = (name: string) => resolve(folder, name)

test('bases are found among the switches of Electron', () => {
  expect(launchOf(['electron', '--no-sandbox', '/srv/app', '客户.kebu', '--user-data-dir=/tmp/x.kebu', at('b.KEBU')], folder)).toEqual({
    mode: 'window',
    bases: [at('客户.kebu'), at('b.KEBU')],
    lang: null,
  })
})

test('the main job takes a folder, the printed report a base and a file', () => {
  expect(launchOf(['electron', '.', '--main-job', 'out', '--lang=en'], folder)).toEqual({ mode: 'mainJob', folder: at('out'), lang: 'en' })
  expect(launchOf(['electron', '.', '--print-report', 'a.kebu', '--out=b.pdf', '--from', '2026-01-01'], folder)).toEqual({
    mode: 'printReport',
    base: at('a.kebu'),
    out: at('b.pdf'),
    lang: null,
    from: '2026-01-01',
    to: null,
  })
})

test('a printed report without a file is a wrong call', () => {
  expect(launchOf(['electron', '.', '--print-report', 'a.kebu'], folder)).toMatchObject({ mode: 'wrong' })
})

test('a language we do not have is no language', () => {
  expect(launchOf(['electron', '.', '--lang', 'fr'], folder)).toEqual({ mode: 'window', bases: [], lang: null })
})
