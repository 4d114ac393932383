import type { TagsRule } from '#shared/model/classRules/tagsRule.ts'
import { tagsOfRule } from '#shared/model/classRules/tagsRule.ts'
import { writeIds } from '#shared/model/idList.ts'
import type { ReadContext } from '../../context.ts'
import { filterSql } from '../../records/filterSql.ts'
import { join, sql, type RawBuilder } from '../../store/sql.ts'

/** The tags of a row as a multiple select holds them, in the order of their lines; the fallback where no line holds, else nothing. */
export function tagsSql(context: ReadContext, tableId: number, rule: TagsRule, fallback: number | null, alias: string): RawBuilder<unknown> {
  const held = linesSql(context, tableId, rule, alias)
  const parts = tagsOfRule(rule).map(({ optionId, lines }) => {
    const holds = join(
      lines.flatMap((line) => held[line] ?? []),
      ' or ',
    )
    return sql`case when ${holds} then ${`,${optionId}`} else '' end`
  })
  const without = sql`${writeIds(fallback === null ? [] : [fallback])}`
  return parts.length === 0 ? without : sql`coalesce('[' || nullif(substr(${join(parts, ' || ')}, 2), '') || ']', ${without})`
}

/** Whether each line of the rule holds, as conditions in its order. */
export function linesSql(context: ReadContext, tableId: number, rule: TagsRule, alias: string): RawBuilder<unknown>[] {
  return rule.rows.map(({ when }) => sql`(${filterSql(context, tableId, when, alias)})`)
}
