import type { ParseContext } from '#shared/model/columns/kind.ts'
import type { ReadContext } from '../../store/context.ts'

/** How the cells of a base are read and written as text. */
export const formatOf = (context: Pick<ReadContext, 'schema' | 'today'>): ParseContext => ({
  lang: 'zh-CN',
  members: [...context.schema.members.values()],
  today: context.today,
})
