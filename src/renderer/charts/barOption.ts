import { categoryAxis, valueAxis } from './axes.ts'
import type { BarData } from './chartData.ts'
import { categoryTotals, valueAt } from './chartData.ts'
import type { ChartStyle, ChartTheme } from './chartTheme.ts'
import { compactNumber, fullNumber, percentText } from './compactNumber.ts'
import type { BarSeriesOption, ChartOption } from './echartsCore.ts'
import { plainText, shortened, textWidth } from './plainText.ts'
import { plainTooltip } from './tooltip.ts'

/** Beside the grid a bar needs the room more than its name. */
const narrow = 520

/** Height of a line of horizontal bars: the grid's own row. */
export const barLineHeight = 28

/** Bars: lying for names, standing for time; stacked, beside each other, or single, each in its own colour. */
export function barOption(data: BarData, style: ChartStyle, width: number): ChartOption {
  const { theme, lang } = style
  const names = data.categories.map((category) => category.name)
  const byName = categoryAxis(names, theme, { inverse: data.horizontal, letters: data.horizontal ? (width < narrow ? 16 : 28) : 10 })
  // Where each bar says its value, an axis would only say it again.
  const byValue = valueAxis(theme, { lang, unit: data.unit, show: !hasDirectLabels(data) })
  const legend = data.series.length > 1
  return {
    animationDuration: theme.motion,
    animationDurationUpdate: theme.motion,
    animationEasing: 'cubicOut',
    grid: {
      left: 4,
      top: legendHeight(data, style, width) + (data.horizontal ? 2 : 24),
      right: data.horizontal ? roomForLabels(data, style) : 8,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(legend ? { legend: legendOf(data, style) } : {}),
    tooltip: { ...plainTooltip(theme), trigger: 'item' },
    xAxis: data.horizontal ? byValue : byName,
    yAxis: data.horizontal ? byName : byValue,
    series: [
      ...data.series.map((series, index) => barSeries(data, index, series.color, style)),
      ...(data.stacked && legend ? [totalLabels(data, style)] : []),
    ],
  }
}

/** The height at which lying bars keep the grid's own line height. */
export function barHeight(data: BarData, style: ChartStyle, width: number): number {
  const lines = data.stacked ? 1 : Math.max(1, data.series.length)
  const perName = lines === 1 ? barLineHeight : 8 + 18 * lines
  return data.categories.length * perName + legendHeight(data, style, width) + 8
}

/** What the legend takes at the top: as many lines as its names need in this width. */
export function legendHeight(data: BarData, style: ChartStyle, width: number): number {
  if (data.series.length < 2) return 0
  let lines = 1
  let used = 0
  for (const entry of legendEntries(data, style)) {
    const needed = legendMark + textWidth(entry) * style.theme.fontSize * 0.58 + legendGap
    if (used > 0 && used + needed > width) {
      lines += 1
      used = 0
    }
    used += needed
  }
  return lines * legendLine + 4
}

const legendMark = 13
const legendGap = 12
const legendLine = 20

function hasDirectLabels(data: BarData): boolean {
  return data.series.length === 1 && (data.horizontal || data.categories.length <= mostLabelledColumns)
}

/** More standing bars than this stand too close for a number above each. */
const mostLabelledColumns = 14

function barSeries(data: BarData, index: number, color: string | null, style: ChartStyle): BarSeriesOption {
  const { theme, lang, selected } = style
  const series = data.series[index]
  const single = data.series.length === 1
  const total = single ? categoryTotals(data).reduce((sum, value) => sum + value, 0) : 0
  return {
    type: 'bar',
    name: plainText(series?.name ?? ''),
    ...(data.stacked ? { stack: 'all' } : {}),
    barMaxWidth: data.horizontal ? 14 : 36,
    barCategoryGap: data.horizontal ? '40%' : '30%',
    color: color === null ? theme.link : theme.colorOf(color),
    itemStyle: { borderRadius: data.stacked ? 0 : data.horizontal ? [0, 2, 2, 0] : [2, 2, 0, 0] },
    data: data.categories.map((category, at) => ({
      value: valueAt(series, at),
      itemStyle: {
        ...(single ? { color: colorOfBar(category.color, color, data, theme) } : {}),
        opacity: isFaded(selected, at, index, single) ? 0.28 : 1,
      },
    })),
    emphasis: { disabled: true },
    label: single && hasDirectLabels(data) ? valueLabels(data, total, style) : { show: false },
    tooltip: {
      formatter: (params) => {
        const at = 'dataIndex' in params ? params.dataIndex : 0
        const name = shortened(plainText(data.categories[at]?.name ?? ''), 40)
        const value = fullNumber(valueAt(series, at), lang, data.unit)
        return single ? `${name}  ${value}` : `${name}\n${shortened(plainText(series?.name ?? ''), 40)}  ${value}`
      },
    },
  }
}

/** A bar's own colour; among coloured bars one without a colour is what no class holds. */
function colorOfBar(own: string | null, ofSeries: string | null, data: BarData, theme: ChartTheme): string {
  if (own !== null) return theme.colorOf(own)
  if (data.categories.some((category) => category.color !== null)) return theme.faint
  return ofSeries === null ? theme.link : theme.colorOf(ofSeries)
}

function isFaded(selected: ChartStyle['selected'], category: number, series: number, single: boolean): boolean {
  if (selected === null) return false
  return selected.category !== category || (!single && selected.series !== series)
}

/** The value at the end of its bar, and beside it the share of the whole where counts are compared. */
function valueLabels(data: BarData, total: number, { theme, lang }: ChartStyle): NonNullable<BarSeriesOption['label']> {
  return {
    show: true,
    position: data.horizontal ? 'right' : 'top',
    distance: data.horizontal ? 6 : 4,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    color: theme.ink,
    // A bar that stands back keeps its number readable.
    opacity: 1,
    rich: { share: { color: theme.second, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 1 } },
    formatter: ({ value }) => {
      const number = typeof value === 'number' ? value : 0
      const text = compactNumber(number, lang, data.unit)
      return showsShare(data) && total > 0 ? `${text} {share| ${percentText(number / total)}}` : text
    },
  }
}

function showsShare(data: BarData): boolean {
  return data.horizontal && data.series.length === 1
}

/** Room at the right of the longest bar for its value and share, in pixels. */
function roomForLabels(data: BarData, style: ChartStyle): number {
  if (!hasDirectLabels(data)) return 12
  const longest = Math.max(0, ...categoryTotals(data).map((value) => compactNumber(value, style.lang, data.unit).length))
  return 14 + longest * style.theme.fontSize * 0.68 + (showsShare(data) ? 36 : 0)
}

/** Names with their totals, so that the colours need no second place to look. */
function legendOf(data: BarData, style: ChartStyle) {
  const { theme } = style
  const entries = new Map(legendEntries(data, style).map((entry, index) => [plainText(data.series[index]?.name ?? ''), entry]))
  return {
    top: 0,
    left: 0,
    padding: 0,
    icon: 'rect',
    itemWidth: 8,
    itemHeight: 8,
    itemGap: legendGap,
    selectedMode: false as const,
    data: [...entries.keys()],
    textStyle: { color: theme.second, fontFamily: theme.fontFamily, fontSize: theme.fontSize, lineHeight: legendLine },
    formatter: (name: string) => entries.get(name) ?? name,
  }
}

function legendEntries(data: BarData, { lang }: ChartStyle): string[] {
  return data.series.map(({ name, values }) => {
    const total = values.reduce((sum, value) => sum + value, 0)
    return `${shortened(plainText(name), 16)} ${compactNumber(total, lang, data.unit)}`
  })
}

/** The total above each stack: a series of nothing that carries only labels. */
function totalLabels(data: BarData, { theme, lang }: ChartStyle): BarSeriesOption {
  const totals = categoryTotals(data)
  return {
    type: 'bar',
    name: '',
    stack: 'all',
    silent: true,
    data: totals.map(() => 0),
    label: {
      show: data.horizontal || totals.length <= mostLabelledColumns,
      position: data.horizontal ? 'right' : 'top',
      distance: 4,
      color: theme.ink,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
      formatter: ({ dataIndex }) => {
        const total = totals[dataIndex] ?? 0
        return total === 0 ? '' : compactNumber(total, lang, data.unit)
      },
    },
    tooltip: { show: false },
  }
}
