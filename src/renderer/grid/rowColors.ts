import type { CellValue } from '#shared/model/cell.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import { optionColorKey } from '#shared/model/optionColors.ts'
import type { RowLine } from './gridLine.ts'

/** Finds the colour of an option, class or member of a column. */
export type OptionColorOf = (columnId: number, id: number) => string | null

/** The colours of a view's rows, as CSS colours; null where there is none. */
export type RowColors = {
  mark: (line: RowLine) => { color: string; /** Which rule it comes from. */ rule: number } | null
  cell: (line: RowLine, columnId: number) => string | null
}

export function rowColors(rules: readonly ColorRule[], optionColor: OptionColorOf): RowColors {
  const forRows = rules.flatMap((rule, at) => (rule.target.kind === 'row' ? [{ rule, at }] : []))
  const forCells = new Map<number, { rule: ColorRule; at: number }[]>()
  for (const [at, rule] of rules.entries()) {
    if (rule.target.kind !== 'cells') continue
    for (const columnId of rule.target.columnIds) forCells.set(columnId, [...(forCells.get(columnId) ?? []), { rule, at }])
  }
  const colorAt = (line: RowLine, { rule, at }: { rule: ColorRule; at: number }) => colorOf(rule, line.marks?.[at] ?? null, optionColor)
  return {
    mark: (line) => {
      for (const one of forRows) {
        const color = colorAt(line, one)
        if (color !== null) return { color, rule: one.at }
      }
      return null
    },
    cell: (line, columnId) => {
      for (const one of forCells.get(columnId) ?? []) {
        const color = colorAt(line, one)
        if (color !== null) return color
      }
      return null
    },
  }
}

/** The colour a rule gives, from what the engine says of the row. */
export function colorOf(rule: ColorRule, mark: CellValue, optionColor: OptionColorOf): string | null {
  switch (rule.kind) {
    case 'filter':
    case 'duplicates':
      return mark === 1 ? solid(rule.color) : null
    case 'option': {
      const color = typeof mark === 'number' ? optionColor(rule.columnId, mark) : null
      return color === null ? null : solid(color)
    }
    case 'scale':
      return typeof mark === 'number' ? between(rule.colors, mark) : null
    default:
      return null
  }
}

/** A place from 0 to 1 on colours that stand at even distances. */
function between(colors: readonly string[], place: number): string {
  const stretch = place * (colors.length - 1)
  const at = Math.min(Math.floor(stretch), colors.length - 2)
  const share = Math.round((stretch - at) * 100)
  return `color-mix(in oklab, ${solid(colors[at] ?? 'gray')} ${100 - share}%, ${solid(colors[at + 1] ?? 'gray')})`
}

const solid = (key: string): string => `var(--option-${optionColorKey(key)})`
