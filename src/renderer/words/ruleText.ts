import type { Translate } from '#shared/i18n/translate.ts'
import type { ScoreLine } from '#shared/model/classRules/scoreRule.ts'
import { filterText } from './filterText.ts'
import { columnNames, percent } from './metricText.ts'
import type { Words } from './words.ts'

type Range = { from: number | null; below: number | null }

/** +15, −30, with at most one decimal. */
export function signed(points: number): string {
  const shown = Math.round(Math.abs(points) * 10) / 10
  return points < 0 ? `−${shown}` : `+${shown}`
}

/** What a line of a score asks. */
export function scoreLineText(line: ScoreLine, words: Words, t: Translate): string {
  if (line.kind === 'number') {
    const params = { column: columnNames([line.columnId], words, t), each: signed(line.each) }
    return line.most === null ? t('schemes.rule.score.each', params) : t('schemes.rule.score.eachMost', { ...params, most: line.most })
  }
  const condition = filterText(line.when, words, t)
  if (line.decay === null) return condition
  return t('schemes.rule.score.decay', { condition, column: columnNames([line.decay.sinceColumnId], words, t), share: percent(line.decay.perWeek) })
}

export function scoreRangeText({ from, below }: Range, t: Translate): string {
  if (from === null) return below === null ? t('schemes.rule.score.range.any') : t('schemes.rule.score.range.below', { below })
  return below === null ? t('schemes.rule.score.range.from', { from }) : t('schemes.rule.score.range.between', { from, below })
}

/** A band of likelihood: 50% 到不足 80%. */
export function likelihoodText({ from, below }: Range, t: Translate): string {
  if (from === null) return below === null ? t('schemes.rule.score.range.any') : t('schemes.rule.alive.below', { below: percent(below) })
  return below === null
    ? t('schemes.rule.alive.from', { from: percent(from) })
    : t('schemes.rule.alive.between', { from: percent(from), below: percent(below) })
}
