import type { HeatMapChart } from '#shared/contract/analysisChart.ts'
import type { ChartStyle } from './chartTheme.ts'
import { compactNumber, fullNumber, percentText } from './compactNumber.ts'
import type { ChartOption } from './echartsCore.ts'
import { plainText, shortened, textWidth } from './plainText.ts'
import { plainTooltip } from './tooltip.ts'

/** Height of a line of places. */
const lineHeight = 26

/** Names across and down, each place the deeper in colour the larger its number, which stands in it where there is room. */
export function heatMapOption(data: HeatMapChart, style: ChartStyle, width: number): ChartOption {
  const { theme } = style
  const label = { color: theme.second, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 1 }
  const axis = { type: 'category' as const, axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } }
  const largest = Math.max(0, ...data.values.flat().map((value) => value ?? 0))
  const places = data.values.flatMap((row, y) =>
    row.flatMap((value, x) =>
      value === null
        ? []
        : [{ value: [x, y, value], itemStyle: borderOf(style, x, y), label: { color: value > largest * 0.55 ? theme.paper : theme.ink } }],
    ),
  )
  const named = { nameTextStyle: { ...label, color: theme.faint } }
  return {
    animation: false,
    grid: { left: 8, right: 8, top: nameHeight, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...plainTooltip(theme),
      trigger: 'item',
      formatter: (params) => {
        const value = 'value' in params && Array.isArray(params.value) ? params.value.map(Number) : []
        return placeText(data, style, value[0] ?? 0, value[1] ?? 0)
      },
    },
    xAxis: {
      ...axis,
      ...named,
      position: 'top',
      data: data.columns.map(plainText),
      name: data.columnsTitle,
      nameLocation: 'middle',
      nameGap: 24,
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: { ...axis, inverse: true, data: data.rows.map(plainText), axisLabel: { ...label, formatter: (name: string) => shortened(name, 18) } },
    visualMap: {
      show: false,
      type: 'continuous',
      min: 0,
      max: largest === 0 ? 1 : largest,
      dimension: 2,
      inRange: { color: [theme.paper, theme.link] },
    },
    series: [
      {
        type: 'heatmap',
        data: places,
        emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1 } },
        label: {
          show: hasRoom(data, style, width),
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 1,
          formatter: ({ value }) => numberText(Array.isArray(value) ? Number(value[2]) : 0, data, style),
        },
      },
    ],
  }
}

/** The place that was clicked stands out. */
function borderOf({ theme, selected }: ChartStyle, x: number, y: number) {
  return selected?.category === x && selected.series === y ? { borderColor: theme.seal, borderWidth: 2 } : { borderColor: theme.line, borderWidth: 1 }
}

/** Above: the name of what goes across, then its labels. */
const nameHeight = 22
const headHeight = 44

export function heatMapHeight(data: HeatMapChart): number {
  return data.rows.length * lineHeight + headHeight + 8
}

/** What the tooltip says of a place: its names, its number, and what else there is to say. */
export function placeText(data: HeatMapChart, { lang }: ChartStyle, x: number, y: number): string {
  const value = data.values[y]?.[x] ?? 0
  const number = data.unit === 'share' ? percentText(value) : fullNumber(value, lang, data.unit)
  const said = data.said[y]?.[x] ?? ''
  const names = [`${data.rowsTitle} ${plainText(data.rows[y] ?? '')}`, `${data.columnsTitle} ${plainText(data.columns[x] ?? '')}`]
  return [...names, number, ...(said === '' ? [] : [plainText(said)])].join('\n')
}

function numberText(value: number, { unit }: HeatMapChart, { lang }: ChartStyle): string {
  return unit === 'share' ? percentText(value) : compactNumber(value, lang, unit)
}

/** Whether the longest number fits its place. */
function hasRoom(data: HeatMapChart, style: ChartStyle, width: number): boolean {
  const names = Math.max(0, ...data.rows.map((name) => textWidth(shortened(name, 18)))) * style.theme.fontSize * 0.58
  const room = (width - names - 24) / Math.max(1, data.columns.length)
  const longest = Math.max(0, ...data.values.flat().map((value) => (value === null ? 0 : textWidth(numberText(value, data, style)))))
  return longest * style.theme.fontSize * 0.58 + 4 <= room
}
