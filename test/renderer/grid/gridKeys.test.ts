import { expect, test } from 'vitest'
import { gridKey } from '#renderer/grid/gridKeys.ts'

const press = (key: string, held: Partial<Parameters<typeof gridKey>[0]> = {}) =>
  gridKey({ key, keyCode: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false, ...held })

test('a letter begins an edit with itself, Enter and F2 go on from what is there', () => {
  expect(press('a')).toEqual({ kind: 'edit', typed: 'a' })
  expect(press('Enter')).toEqual({ kind: 'edit', typed: null })
  expect(press('F2')).toEqual({ kind: 'edit', typed: null })
})

test('a key an input method has taken opens the editor for it', () => {
  expect(press('Process', { keyCode: 229 })).toEqual({ kind: 'compose' })
  expect(press('n', { keyCode: 229 })).toEqual({ kind: 'compose' })
})

test('arrows move, with shift they extend; Tab goes right and back', () => {
  expect(press('ArrowDown')).toEqual({ kind: 'step', lines: 1, columns: 0, extend: false })
  expect(press('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'step', lines: 0, columns: -1, extend: true })
  expect(press('Tab', { shiftKey: true })).toEqual({ kind: 'step', lines: 0, columns: -1, extend: false })
  expect(press('End', { ctrlKey: true })).toEqual({ kind: 'edge', edge: 'bottom', extend: false })
})

test('Alt and the arrow down open the menu of the column, as in a spreadsheet', () => {
  expect(press('ArrowDown', { altKey: true })).toEqual({ kind: 'columnMenu' })
  expect(press('ArrowUp', { altKey: true })).toBeNull()
  expect(press('ArrowDown', { altKey: true, shiftKey: true })).toBeNull()
})

test('keys of commands and of the clipboard are left alone', () => {
  expect(press('z', { ctrlKey: true })).toBeNull()
  expect(press('c', { ctrlKey: true })).toBeNull()
  expect(press('Enter', { ctrlKey: true })).toBeNull()
  expect(press('PageDown', { altKey: true })).toBeNull()
  expect(press('F5')).toBeNull()
})
