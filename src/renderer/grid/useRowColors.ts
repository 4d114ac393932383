import { useLayoutEffect, useMemo, useRef } from 'react'
import type { ColorRule } from '#shared/model/coloring.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Schema } from '../client/schema.ts'
import { useSchema } from '../client/useBase.ts'
import { useT } from '../ui/lang.ts'
import { filterText } from '../words/filterText.ts'
import { useWords } from '../words/useWords.ts'
import type { Words } from '../words/words.ts'
import type { RowLine } from './gridLine.ts'
import { rowColors, type RowColors } from './rowColors.ts'

/** The colours of rows and cells, each mark with the rule in words: colour never says anything alone. */
export type Painter = { cell: RowColors['cell']; mark: (line: RowLine) => { color: string; title: string } | null }

export function useRowColors(rules: readonly ColorRule[]): Painter {
  const t = useT()
  const schema = useSchema()
  const words = useWords()
  const titles = useRef<readonly string[]>([])
  // Beside the painter: names change with every edit of the base, and all cells would be drawn anew.
  useLayoutEffect(() => {
    titles.current = rules.map((rule) => ruleText(rule, schema, words, t))
  })
  return useMemo(() => {
    const colors = rowColors(rules, (columnId, id) => optionColor(schema, columnId, id))
    return {
      cell: colors.cell,
      mark: (line) => {
        const mark = colors.mark(line)
        return mark === null ? null : { color: mark.color, title: titles.current[mark.rule] ?? '' }
      },
    }
  }, [rules, schema])
}

function optionColor(schema: Schema, columnId: number, id: number): string | null {
  const column = schema.column(columnId)
  if (column === undefined) return null
  const shown = schema.shown(column)
  if (shown.type === 'singleSelect') return shown.settings.options.find((option) => option.id === id)?.color ?? null
  return schema.member(id)?.color ?? null
}

function ruleText(rule: ColorRule, schema: Schema, words: Words, t: Translate): string {
  switch (rule.kind) {
    case 'filter':
      return rule.filter === null ? '' : filterText(rule.filter, words, t)
    case 'option':
    case 'scale':
    case 'duplicates':
      return t(`colors.said.${rule.kind}`, { column: schema.column(rule.columnId)?.name ?? '' })
    default:
      return assertNever(rule)
  }
}
