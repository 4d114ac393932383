import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { WriteContext } from '../context.ts'
import { linkRows } from '../records/linking.ts'
import { linkColumn } from '../records/reads.ts'
import { schemeById } from '../classify/schemes.ts'
import { describedType } from '../template/describedType.ts'
import { extendTemplate } from '../template/extendTemplate.ts'
import { tasksPack } from '../template/tasks/tasksPack.ts'
import { sourceKey } from './madeTasks.ts'
import { planTasks, type Planned } from './planTasks.ts'
import { methodOf, taskTitle } from './taskTitle.ts'

/** Makes the tasks of a scheme's strategy, and before them what of the table of tasks the base lacks. */
export function generateTasks(context: WriteContext, input: ParsedInput<'tasks.generate'>): OperationOutput<'tasks.generate'> {
  const scheme = schemeById(context.schema, input.schemeId)
  const { tasks } = planTasks(context, scheme, input.optionIds)
  if (tasks.length === 0) return { tasks: 0, tableId: context.schema.tableByRole('task')?.id ?? 0 }
  extendTemplate(context, tasksPack, input.lang)
  const table = context.schema.tableByRole('task')
  if (table === undefined) throw new Failure(appError('table.notFound'))
  const ids = context.newRowIds(table.id, tasks.length)
  context.apply({ added: [{ tableId: table.id, ids, uids: [], columns: cellsOf(context, scheme, tasks) }] })
  const link = context.schema.columnByRole('task.customer')
  linkRows(
    context,
    linkColumn(context, link?.id ?? 0),
    tasks.map(({ customerId }, index) => [ids[index] ?? 0, customerId] as const),
  )
  return { tasks: tasks.length, tableId: table.id }
}

function cellsOf(context: WriteContext, scheme: Scheme, tasks: readonly Planned[]): { columnId: number; values: CellValue[] }[] {
  const option = optionOf(context)
  const method = methodOf(context.schema)
  const target = context.schema.columns.get(scheme.targetColumnId)
  const className = (id: number) => optionsOf(target).find((known) => known.id === id)?.name ?? ''
  const cells: [ColumnRole, (task: Planned) => CellValue][] = [
    ['task.title', taskTitle(context.schema)],
    ['task.kind', ({ methodId }) => option('task.kind', method(methodId)?.code === 'returnVisit' ? 'returnVisit' : 'followUp')],
    ['task.due', ({ due }) => due],
    ['task.priority', ({ late }) => option('task.priority', late ? 'high' : 'normal')],
    ['task.status', () => option('task.status', 'todo')],
    ['task.owner', ({ ownerId }) => ownerId],
    ['task.source', ({ optionId }) => `${scheme.name} · ${className(optionId)}`],
    ['task.sourceKey', ({ optionId }) => sourceKey(scheme, optionId)],
  ]
  return cells.flatMap(([role, value]) => {
    const column = context.schema.columnByRole(role)
    // A column that was converted takes other values than these.
    return column === undefined || column.type !== describedType(role) ? [] : [{ columnId: column.id, values: tasks.map(value) }]
  })
}

/** The option of this code; null where the base has it no more. */
function optionOf({ schema }: WriteContext): (role: ColumnRole, code: string) => number | null {
  return (role, code) => {
    const column = schema.columnByRole(role)
    return (column?.type === 'singleSelect' ? column.settings.options.find((known) => known.code === code)?.id : undefined) ?? null
  }
}
