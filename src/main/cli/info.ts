import type { BaseDescription } from '#shared/contract/base.ts'
import { command } from './command.ts'
import { exitCodes, printResult, type Terminal } from './terminal.ts'
import { withBase } from './withBase.ts'

/** `kebu info` */
export const info = command('cli.helpInfo', { min: 1, max: 1 }, {}, async ({ words }, terminal) => {
  const base = await withBase(words[0] ?? '', 'readOnly', terminal, (run) => run('base.describe', {}))
  printResult(terminal, plain(base), () => asText(base, terminal))
  return exitCodes.done
})

/** For programs: what is needed to address things, without how the window shows them. */
function plain(base: BaseDescription) {
  return {
    path: base.path,
    tables: base.tables.map((table) => ({
      id: table.id,
      name: table.name,
      role: table.role,
      rows: base.rowCounts[table.id] ?? 0,
      columns: columnsOf(base, table.id).map((column) => ({
        id: column.id,
        name: column.name,
        type: column.type,
        role: column.role,
        isPrimary: column.id === table.primaryColumnId,
        ...(column.type === 'singleSelect' || column.type === 'multipleSelect'
          ? { options: column.settings.options.map(({ id, name }) => ({ id, name })) }
          : {}),
      })),
      views: base.views.filter((view) => view.tableId === table.id).map(({ id, name, role }) => ({ id, name, role })),
    })),
    schemes: base.schemes.map(({ id, code, name, tableId, targetColumnId, enabled }) => ({ id, code, name, tableId, targetColumnId, enabled })),
    members: base.members.map(({ id, name, active }) => ({ id, name, active })),
  }
}

function asText(base: BaseDescription, { t }: Terminal): string {
  const list = (label: string, names: readonly string[]) => (names.length === 0 ? [] : [`  ${label}: ${names.join('、')}`])
  const tables = base.tables.flatMap((table) => [
    t('cli.infoTable', { name: table.name, rows: base.rowCounts[table.id] ?? 0 }),
    ...columnsOf(base, table.id).map((column) => `  ${column.name} (${t(`columns.type.${column.type}`)})`),
    ...list(
      t('cli.infoViews'),
      base.views.filter((view) => view.tableId === table.id).map(({ name }) => name),
    ),
    ...list(
      t('cli.infoSchemes'),
      base.schemes.filter((scheme) => scheme.tableId === table.id).map(({ name }) => name),
    ),
  ])
  return [
    ...tables,
    ...list(
      t('cli.infoMembers'),
      base.members.map(({ name }) => name),
    ),
  ].join('\n')
}

function columnsOf(base: BaseDescription, tableId: number) {
  return base.columns.filter((column) => column.tableId === tableId).toSorted((one, other) => one.position - other.position)
}
