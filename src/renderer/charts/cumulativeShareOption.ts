import type { CumulativeShareData } from './chartData.ts'
import { rowShareFor } from './chartData.ts'
import type { ChartStyle } from './chartTheme.ts'
import { percentText } from './compactNumber.ts'
import type { ChartOption, LineSeriesOption } from './echartsCore.ts'
import { plainTooltip } from './tooltip.ts'

/** The share whose holders the 80/20 rule asks about. */
export const markedShare = 0.8

/** What the two axes are called: share of rows across, share of the value up. */
export type ShareAxes = { rows: string; value: string }

/** The curve of the greatest first: which share of the rows holds which share of the value, with the 80 % mark. */
export function cumulativeShareOption(data: CumulativeShareData, style: ChartStyle, axes: ShareAxes): ChartOption {
  const { theme } = style
  return {
    animationDuration: theme.motion,
    animationDurationUpdate: theme.motion,
    animationEasing: 'cubicOut',
    grid: { left: 4, right: 16, top: 26, bottom: 22, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...plainTooltip(theme),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: theme.faint, type: 'dotted' } },
      formatter: (params) => {
        const first = Array.isArray(params) ? params[0] : params
        const pair = Array.isArray(first?.value) ? first.value : []
        return `${axes.rows} ${percentText(Number(pair[0] ?? 0))}\n${axes.value} ${percentText(Number(pair[1] ?? 0))}`
      },
    },
    xAxis: shareAxis(style, axes.rows, 'middle'),
    yAxis: shareAxis(style, axes.value, 'end'),
    series: [curve(data, style), evenLine(style)],
  }
}

function shareAxis({ theme }: ChartStyle, name: string, nameLocation: 'middle' | 'end') {
  return {
    type: 'value' as const,
    min: 0,
    max: 1,
    interval: 0.2,
    name,
    nameLocation,
    nameGap: nameLocation === 'middle' ? 24 : 10,
    nameTextStyle: {
      color: theme.second,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      ...(nameLocation === 'end' ? { align: 'left' as const } : {}),
    },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: nameLocation === 'end', lineStyle: { color: theme.line, width: 1 } },
    axisLabel: {
      color: theme.second,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
      formatter: (share: number) => percentText(share),
    },
  }
}

function curve(data: CumulativeShareData, { theme }: ChartStyle): LineSeriesOption {
  const rowShare = rowShareFor(data.points, markedShare)
  const mark: [number, number] = [rowShare, markedShare]
  return {
    type: 'line',
    name: 'share',
    data: [[0, 0], ...data.points.map((point) => [point.rowShare, point.valueShare])],
    showSymbol: false,
    color: theme.link,
    lineStyle: { width: 2, color: theme.link },
    areaStyle: { color: theme.link, opacity: 0.08 },
    emphasis: { disabled: true },
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      label: { show: false },
      lineStyle: { color: theme.second, type: 'dashed', width: 1 },
      data: [
        [{ coord: [0, markedShare] }, { coord: mark }],
        [{ coord: mark }, { coord: [rowShare, 0] }],
      ],
    },
    markPoint: {
      silent: true,
      animation: false,
      symbol: 'circle',
      symbolSize: 7,
      itemStyle: { color: theme.seal },
      label: {
        show: true,
        // Off the dashed line: above it at the left, below it at the right, where the curve is not.
        position: rowShare > 0.6 ? 'left' : 'right',
        offset: rowShare > 0.6 ? [0, -12] : [0, 12],
        distance: 8,
        color: theme.ink,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize,
        fontWeight: 600,
        // Whole rows, as the sentence beside the chart counts them; the mark is where the curve crosses.
        formatter: `${percentText(data.rowShareFor80 ?? rowShare)} → ${percentText(markedShare)}`,
      },
      data: [{ name: 'mark', coord: mark }],
    },
  }
}

/** How it would look if every row held the same: the further the curve from it, the greater the concentration. */
function evenLine({ theme }: ChartStyle): LineSeriesOption {
  return {
    type: 'line',
    name: 'even',
    data: [
      [0, 0],
      [1, 1],
    ],
    showSymbol: false,
    silent: true,
    lineStyle: { width: 1, color: theme.line, type: 'solid' },
    emphasis: { disabled: true },
    tooltip: { show: false },
  }
}
