import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '#main/engine/index.ts'
import type { BaseDescription } from '#shared/contract/base.ts'
import type { EngineOperations, OperationInput, OperationName } from '#shared/contract/engine.ts'
import { engineOperations } from '#shared/contract/engine.ts'
import type { Column } from '#shared/model/column.ts'
import { isSelect, optionsOf } from '#shared/model/columns/selects.ts'
import type { ImportPlan } from '#shared/contract/exchange.ts'
import { moduleCodes } from '#shared/model/modules.ts'
import { schemeCodes } from '#shared/model/roles.ts'
import { targetTypeOf } from '#shared/model/scheme.ts'
import { uniquesOf } from '#shared/model/table.ts'
import { emptyRowQuery, emptyViewSettings } from '#shared/model/view.ts'
import { importPlan } from '#shared/importing/importPlan.ts'
import { openDraft } from '#shared/importing/openDraft.ts'
import { valueOf } from './valueOf.ts'

export type WriteName = { [Name in OperationName]: EngineOperations[Name]['kind'] extends 'write' ? Name : never }[OperationName]

/** What a write finds to work on, and numbers that decide what it takes of it. */
export type World = {
  engine: Engine
  base: BaseDescription
  folder: string
  /** One of a list by the next number; undefined of an empty one. */
  one: <Item>(items: readonly Item[]) => Item | undefined
  text: () => string
  number: () => number
  rowIds: (tableId: number) => Promise<number[]>
}

/** The input of a write for this world, null where there is nothing for it to work on; or why undo does not concern it. */
type Act<Name extends WriteName> = ((world: World) => Promise<OperationInput<Name> | null>) | { leftOut: string }

/** Every write of the contract: a new one has to be thought of here before it compiles. */
export const everyWrite: { readonly [Name in WriteName]: Act<Name> } = {
  'base.applyTemplate': { leftOut: 'where the base begins' },
  'base.clearSample': { leftOut: 'needs the sample; test/engine/template' },
  'base.setActor': { leftOut: 'who is at the keyboard is no content' },
  'base.recompute': { leftOut: 'changes nothing' },
  'base.turnDay': { leftOut: 'time is not undone' },
  'history.undo': { leftOut: 'what is tested' },
  'history.redo': { leftOut: 'what is tested' },
  'trash.empty': { leftOut: 'for good, by its meaning' },
  'files.store': { leftOut: 'contents stand outside the history; cells name them' },
  'files.keepThumbnail': { leftOut: 'derived from the content' },
  'files.cleanUp': { leftOut: 'drops what nothing refers to' },
  'snapshots.saveSettings': { leftOut: 'a setting of the base, outside its content' },

  'tables.create': async ({ text }) => ({ name: `表 ${text()}` }),
  'tables.rename': async ({ base, one, text }) => withTable(one(base.tables), ({ id }) => ({ tableId: id, name: `表 ${text()}` })),
  'tables.setPrimary': async ({ base, one }) => {
    const column = one(base.columns.filter(({ type }) => type === 'text' || type === 'number'))
    return column === undefined ? null : { tableId: column.tableId, columnId: column.id }
  },
  'tables.delete': async ({ base, one }) => withTable(base.tables.length > 1 ? one(base.tables) : undefined, ({ id }) => ({ tableId: id })),
  'columns.create': newColumn,
  'columns.createLink': async ({ base, one, text }) => {
    const [from, to] = [one(base.tables), one(base.tables)]
    if (from === undefined || to === undefined) return null
    return { tableId: from.id, name: `到 ${text()}`, multiple: true, otherTableId: to.id, otherName: `从 ${text()}`, otherMultiple: false }
  },
  'columns.update': async (world) => {
    const column = world.one(world.base.columns)
    if (column === undefined) return null
    if (column.type === 'autoNumber') {
      const pattern = world.one(['{yyyy}-{01}', '{MM}{dd}号{1}', 'N-{0001}']) ?? ''
      return { columnId: column.id, settings: { pattern, start: world.number() }, renumber: world.number() % 2 === 0 }
    }
    const options = column.type === 'singleSelect' ? { settings: { options: column.settings.options.slice(0, -1) } } : {}
    return { columnId: column.id, ...(world.number() % 2 === 0 ? { name: `列 ${world.text()}`, required: true } : options) }
  },
  'columns.convert': async ({ base, one }) => {
    const column = one(base.columns.filter(({ type }) => type === 'text' || type === 'number' || type === 'singleSelect'))
    const type = one(['text', 'number', 'singleSelect', 'checkbox'] as const)
    return column === undefined || type === undefined ? null : { columnId: column.id, to: { type }, onLoss: 'empty' }
  },
  'tables.addUnique': async ({ base, one }) => {
    const column = one(base.columns.filter(({ type }) => type === 'text' || type === 'number'))
    return column === undefined ? null : { tableId: column.tableId, columnIds: [column.id] }
  },
  'tables.removeUnique': async ({ base, one }) => {
    const table = one(base.tables.filter((each) => uniquesOf(each).length > 0))
    const [unique] = table === undefined ? [] : uniquesOf(table)
    return table === undefined || unique === undefined ? null : { tableId: table.id, uniqueId: unique.id }
  },
  'rows.mergeDuplicates': async ({ base, one }) => {
    const column = one(base.columns.filter(({ type }) => type === 'checkbox' || type === 'singleSelect'))
    return column === undefined ? null : { tableId: column.tableId, columnIds: [column.id], keep: 'oldest' }
  },
  'columns.delete': async ({ base, one }) => {
    const column = one(base.columns)
    return column === undefined ? null : { columnId: column.id }
  },
  'views.create': async ({ base, one, text }) =>
    withTable(one(base.tables), ({ id }) => ({ tableId: id, name: text(), settings: emptyViewSettings })),
  'views.update': async ({ base, one, text }) => {
    const view = one(base.views)
    return view === undefined ? null : { viewId: view.id, name: text() }
  },
  'views.duplicate': async ({ base, one, text }) => {
    const view = one(base.views)
    return view === undefined ? null : { viewId: view.id, name: text() }
  },
  'views.setLocked': async ({ base, one, number }) => {
    const view = one(base.views)
    return view === undefined ? null : { viewId: view.id, locked: number() % 2 === 0 }
  },
  'views.move': async ({ base, one }) => {
    const view = one(base.views)
    return view === undefined ? null : { viewId: view.id, beforeViewId: one(base.views.filter((each) => each.tableId === view.tableId))?.id ?? null }
  },
  'views.delete': async ({ base, one }) => {
    const view = one(base.views)
    return view === undefined ? null : { viewId: view.id }
  },
  'members.create': async ({ text }) => ({ name: text() }),
  'members.update': async ({ base, one, text }) => {
    const member = one(base.members)
    if (member === undefined) return null
    const { uid: _kept, ...rest } = member
    return { ...rest, name: text() }
  },
  'rows.insert': async (world) => {
    const table = world.one(world.base.tables)
    if (table === undefined) return null
    return { tableId: table.id, rows: Array.from({ length: (world.number() % 3) + 1 }, () => ({ cells: cellsFor(world, table.id) })) }
  },
  'rows.update': async (world) => {
    const table = world.one(world.base.tables)
    const ids = table === undefined ? [] : await world.rowIds(table.id)
    if (table === undefined || ids.length === 0) return null
    return { tableId: table.id, rows: ids.slice(0, 2).map((id) => ({ id, cells: cellsFor(world, table.id) })) }
  },
  'rows.updateWhere': async (world) => {
    const table = world.one(world.base.tables)
    const cell = table === undefined ? undefined : world.one(cellsFor(world, table.id))
    return table === undefined || cell === undefined ? null : { tableId: table.id, filter: null, ...cell }
  },
  'rows.bulk': async (world) => {
    const table = world.one(world.base.tables)
    const cell = table === undefined ? undefined : world.one(cellsFor(world, table.id))
    if (table === undefined || cell === undefined) return null
    const { columnId, value } = cell
    return { tableId: table.id, rows: { kind: 'where', filter: null }, columnId, action: { kind: 'set', value }, onlyEmpty: world.number() % 2 === 0 }
  },
  'rows.createLinked': async ({ base, one, rowIds, text }) => {
    const link = one(base.columns.filter(({ type }) => type === 'link'))
    const rowId = link === undefined ? undefined : one(await rowIds(link.tableId))
    return link === undefined || rowId === undefined ? null : { linkColumnId: link.id, rowId, title: text() }
  },
  'rows.press': async ({ base, one, rowIds }) => {
    const button = one(base.columns.filter(({ type }) => type === 'button'))
    const rowId = button === undefined ? undefined : one(await rowIds(button.tableId))
    return button === undefined || rowId === undefined ? null : { tableId: button.tableId, rowId, columnId: button.id }
  },
  'rows.deleteWhere': async ({ base, one, number }) => {
    const column = one(base.columns.filter(({ type }) => type === 'number'))
    if (column === undefined) return null
    return { tableId: column.tableId, filter: { kind: 'condition', columnId: column.id, operator: 'greater', value: number() } }
  },
  'replace.run': async ({ base, one, text }) => {
    const column = one(base.columns.filter(({ type }) => type === 'text'))
    if (column === undefined) return null
    const pattern = { text: '[^ ]', matchCase: false, wholeCell: false, regex: true }
    return { tableId: column.tableId, query: emptyRowQuery, columnIds: [column.id], between: null, pattern, replacement: text(), only: null }
  },
  'rows.delete': async ({ base, one, rowIds, number }) => {
    const table = one(base.tables)
    const ids = table === undefined ? [] : await rowIds(table.id)
    return table === undefined || ids.length === 0 ? null : { tableId: table.id, rowIds: ids.slice(number() % ids.length) }
  },
  'rows.setLinks': async ({ base, one, rowIds, number }) => {
    const link = one(base.columns.filter((column) => column.type === 'link'))
    if (link?.type !== 'link') return null
    const rowId = one(await rowIds(link.tableId))
    const others = await rowIds(link.settings.otherTableId)
    const wanted = others.slice(0, (number() % 4) + 1)
    return rowId === undefined ? null : { linkColumnId: link.id, rowId, rowIds: number() % 2 === 0 ? wanted : wanted.toReversed() }
  },
  'schemes.create': async ({ base, one, text, number }) => {
    const target = one(base.columns.filter((column) => isSelect(column) && column.settings.options.length > 0))
    const metric = base.columns.find((column) => column.tableId === target?.tableId && (column.type === 'number' || column.type === 'rollup'))
    const optionId = optionsOf(target)[0]?.id
    if (target === undefined || metric === undefined || optionId === undefined) return null
    if (base.schemes.some((scheme) => scheme.targetColumnId === target.id)) return null
    const when = { kind: 'condition' as const, columnId: metric.id, operator: 'greater' as const, value: number() }
    const rule =
      target.type === 'multipleSelect'
        ? { kind: 'tags' as const, rows: [{ when, optionId }] }
        : { kind: 'bands' as const, metric: { kind: 'column' as const, columnId: metric.id }, bands: [{ from: number(), optionId }] }
    return { tableId: target.tableId, code: 'bands', name: text(), targetColumnId: target.id, rule, fallbackOptionId: null }
  },
  'schemes.update': async ({ base, one, text, number }) => {
    const scheme = one(base.schemes)
    if (scheme === undefined) return null
    const run = one(['realTime', 'day', 'month'] as const) ?? 'realTime'
    if (number() % 2 === 0) return { schemeId: scheme.id, run, downgradeAfter: (number() % 3) + 1 }
    const target = base.columns.find(({ id }) => id === scheme.targetColumnId)
    const optionId = one(optionsOf(target))?.id
    const playbook = optionId === undefined ? [] : [{ optionId, strategy: text(), contactDays: 7, actions: [{ title: `做 ${text()}` }] }]
    return { schemeId: scheme.id, name: text(), enabled: number() % 2 === 0, playbook }
  },
  'schemes.delete': async ({ base, one }) => {
    const scheme = one(base.schemes)
    return scheme === undefined ? null : { schemeId: scheme.id }
  },
  'classes.lock': async ({ base, one, text, rowIds, number }) => {
    const scheme = one(base.schemes)
    const rowId = scheme === undefined ? undefined : one(await rowIds(scheme.tableId))
    const target = base.columns.find(({ id }) => id === scheme?.targetColumnId)
    if (scheme === undefined || rowId === undefined || target?.type !== targetTypeOf(scheme.rule)) return null
    const optionId = number() % 4 === 0 ? null : (one(optionsOf(target))?.id ?? null)
    const given = scheme.rule.kind === 'tags' ? { optionId: null, optionIds: optionId === null ? [] : [optionId] } : { optionId }
    return { schemeId: scheme.id, rowIds: [rowId], ...given, reason: text(), until: number() % 3 === 0 ? '2999-12-31' : null }
  },
  'classes.unlock': async ({ base, one, rowIds }) => {
    const scheme = one(base.schemes)
    const rowId = scheme === undefined ? undefined : one(await rowIds(scheme.tableId))
    return scheme === undefined || rowId === undefined ? null : { schemeId: scheme.id, rowIds: [rowId] }
  },
  'tasks.generate': { leftOut: 'needs the roles of the customer book; test/engine/workflow undoes and redoes it' },
  'schemes.importFile': { leftOut: 'needs a file; test/engine/classify/schemeFile.test.ts undoes and redoes it' },
  'schemes.renew': { leftOut: 'needs a scheme of an earlier version; test/engine/template/versions/renew.test.ts undoes and redoes it' },
  'schemes.coverOptions': { leftOut: 'needs order lines by category; test/engine/classify/coverOptions.test.ts undoes and redoes it' },
  'schemes.run': async () => ({ schemeId: null }),
  'schemes.addFromLibrary': async ({ one }) => ({ codes: [one(schemeCodes) ?? 'rfm'], lang: 'zh-CN' }),
  'template.addModule': async ({ one, number }) => ({ code: one(moduleCodes) ?? 'surveys', lang: 'zh-CN', sample: number() % 2 === 0 }),
  'import.run': someImport,
  'history.restoreCell': async ({ engine, base, one, rowIds }) => {
    const table = one(base.tables)
    const rowId = table === undefined ? undefined : one(await rowIds(table.id))
    if (table === undefined || rowId === undefined) return null
    const { items } = valueOf(await engine.run('history.row', { tableId: table.id, rowId }))
    // What a scheme fills is not put back by hand.
    const typed = new Set(base.columns.filter(({ type }) => type === 'text').map(({ id }) => id))
    const item = one(
      items.flatMap(({ entryId, change }) =>
        typeof change !== 'string' && 'from' in change && typed.has(change.columnId) ? [{ entryId, columnId: change.columnId }] : [],
      ),
    )
    return item === undefined ? null : { ...item, tableId: table.id, rowId, side: 'from' }
  },
  'history.restoreLinks': async ({ engine, base, one, rowIds }) => {
    const link = one(base.columns.filter((column) => column.type === 'link'))
    const rowId = link === undefined ? undefined : one(await rowIds(link.tableId))
    if (link === undefined || rowId === undefined) return null
    const { items } = valueOf(await engine.run('history.row', { tableId: link.tableId, rowId, columnId: link.id }))
    const item = one(items.filter(({ change }) => typeof change !== 'string' && 'links' in change))
    return item === undefined ? null : { entryId: item.entryId, tableId: link.tableId, rowId, columnId: link.id, side: 'from' }
  },
  'trash.restore': async ({ engine, one }) => {
    const item = one(valueOf(await engine.run('trash.list', {})))
    return item === undefined ? null : { entryId: item.entryId }
  },
}

/** The writes that undo has to take back. */
export const undoable: WriteName[] = Object.keys(engineOperations)
  .filter(isWrite)
  .filter((name) => typeof everyWrite[name] === 'function')

function isWrite(name: string): name is WriteName {
  return Object.hasOwn(everyWrite, name)
}

/** Performs a write on what there is. What the engine refuses changes nothing, and is no failure here. */
export async function act<Name extends WriteName>(name: Name, world: World): Promise<boolean> {
  const make: Act<Name> = everyWrite[name]
  if (typeof make !== 'function') return false
  const input = await make(world)
  return input !== null && (await world.engine.runNamed(name, input)).ok
}

function withTable<Thing, Input>(table: Thing | undefined, make: (table: Thing) => Input): Input | null {
  return table === undefined ? null : make(table)
}

async function newColumn({ base, one, text }: World): Promise<OperationInput<'columns.create'> | null> {
  const table = one(base.tables)
  if (table === undefined) return null
  const type = one(['text', 'number', 'singleSelect', 'autoNumber', 'lookup', 'rollup', 'checkbox'] as const)
  const name = `列 ${text()}`
  const link = base.columns.find((column) => column.type === 'link' && column.tableId === table.id)
  const target =
    link?.type === 'link' ? base.columns.find((column) => column.tableId === link.settings.otherTableId && column.type === 'text') : undefined
  switch (type) {
    case 'singleSelect':
      return {
        tableId: table.id,
        name,
        type,
        settings: { options: ['甲', '乙', '丙'].map((option, index) => ({ id: index + 1, name: option, color: 'blue' })) },
      }
    case 'lookup':
      return link === undefined || target === undefined
        ? null
        : { tableId: table.id, name, type, settings: { linkColumnId: link.id, targetColumnId: target.id } }
    case 'rollup':
      if (link === undefined) return null
      return {
        tableId: table.id,
        name,
        type,
        settings: { linkColumnId: link.id, function: 'count', targetColumnId: null, orderColumnId: null, filter: null },
      }
    case 'autoNumber':
      return { tableId: table.id, name, type, settings: { pattern: 'N-{0001}' } }
    case undefined:
      return null
    default:
      return { tableId: table.id, name, type, settings: {} }
  }
}

function cellsFor({ base, number, text }: World, tableId: number): { columnId: number; value: string | number | null }[] {
  const valueFor = (column: Column): string | number | null | undefined => {
    switch (column.type) {
      case 'text':
      case 'longText':
        return text()
      case 'number':
        return number()
      case 'singleSelect':
        return column.settings.options[0]?.id ?? null
      case 'checkbox':
        return number() % 2
      default:
        return undefined
    }
  }
  return base.columns
    .filter((column) => column.tableId === tableId && !base.schemes.some((scheme) => scheme.targetColumnId === column.id))
    .flatMap((column) => {
      const value = valueFor(column)
      return value === undefined ? [] : [{ columnId: column.id, value }]
    })
}

async function someImport({ engine, base, folder, number, text }: World): Promise<ImportPlan | null> {
  const path = join(folder, `import-${number()}.csv`)
  writeFileSync(path, `客户名称,状态,来源\n${text()}甲,新建,展会\n${text()}乙,洽谈中,网络\n`)
  const preview = valueOf(await engine.run('import.inspect', { path }))
  return importPlan(openDraft(path, preview, base))
}
