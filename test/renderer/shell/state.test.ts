import { beforeEach, expect, test } from 'vitest'
import { nothingRemembered, useShell } from '#renderer/shell/state.ts'

beforeEach(() => useShell.getState().restore(nothingRemembered))

test('links are followed from row to row, and back', () => {
  const { openRow, followRow, backRow, closeRow } = useShell.getState()
  openRow({ tableId: 1, rowId: 5 })
  followRow({ tableId: 2, rowId: 8 })
  expect(useShell.getState().rowTrail.at(-1)).toEqual({ tableId: 2, rowId: 8 })
  backRow()
  expect(useShell.getState().rowTrail).toEqual([{ tableId: 1, rowId: 5 }])
  closeRow()
  expect(useShell.getState().rowTrail).toEqual([])
})

test('what a chart was clicked on is forgotten with its view, its table and its charts', () => {
  const filter = { tableId: 1, label: '等级: S', filter: { kind: 'and' as const, items: [] } }
  const leave = [() => useShell.getState().openView(1, 3), () => useShell.getState().openTable(2), () => useShell.getState().closeDock(3)]
  for (const go of leave) {
    useShell.getState().openTable(1)
    useShell.getState().setChartFilter(filter)
    go()
    expect(useShell.getState().chartFilter).toBeNull()
  }
})

test('each view remembers where its charts stand', () => {
  useShell.getState().openDock(3, 'below')
  useShell.getState().openDock(4, 'right')
  useShell.getState().closeDock(4)
  expect(useShell.getState().docks).toEqual({ 3: 'below' })
})

test('the page of a row goes when one goes to another table or screen', () => {
  const { openRow, openTable, openView, openScreen } = useShell.getState()
  const open = () => {
    openTable(1)
    openRow({ tableId: 1, rowId: 5 })
    openView(1, 7)
    return useShell.getState().rowTrail.length
  }
  expect(open()).toBe(1)
  openTable(2)
  expect(useShell.getState().rowTrail).toEqual([])
  open()
  openScreen('schemes')
  expect(useShell.getState().rowTrail).toEqual([])
})
