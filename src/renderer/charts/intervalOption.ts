import type { IntervalChart } from '#shared/contract/comparisonChart.ts'
import { categoryAxis } from './axes.ts'
import { barLineHeight } from './barOption.ts'
import type { ChartStyle } from './chartTheme.ts'
import { compactNumber, fullNumber } from './compactNumber.ts'
import type { ChartOption, ScatterSeriesOption } from './echartsCore.ts'
import { markLabel } from './markedLine.ts'
import { plainText, shortened } from './plainText.ts'
import { plainTooltip } from './tooltip.ts'

/** A point for each mean, on the stretch in which it lies; the mean of all is a dashed line. */
export function intervalOption(data: IntervalChart, style: ChartStyle): ChartOption {
  const { theme, lang } = style
  const ends = reach(data)
  return {
    animationDuration: theme.motion,
    grid: { left: 4, right: 16, top: 22, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { ...plainTooltip(theme), trigger: 'item' },
    xAxis: {
      type: 'value',
      ...ends,
      splitNumber: 4,
      // The ends of the axis are seldom round numbers: lines and words there would stand close beside the last that are.
      splitLine: { showMinLine: ends.min === 0, showMaxLine: false, lineStyle: { color: theme.line, width: 1 } },
      axisLabel: {
        color: theme.second,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 1,
        hideOverlap: true,
        showMinLabel: ends.min === 0,
        showMaxLabel: false,
        formatter: (value: number) => compactNumber(value, lang, data.unit),
      },
    },
    yAxis: categoryAxis(
      data.groups.map(({ name }) => name),
      theme,
      { inverse: true, letters: 20 },
    ),
    series: [meansOf(data, style)],
  }
}

export function intervalHeight(data: IntervalChart): number {
  return data.groups.length * barLineHeight + 52
}

/** From the least to the greatest end of an interval, with a little air: means need no zero, since no length is compared. */
function reach({ groups, mark }: IntervalChart): { min: number; max: number } {
  const ends = [
    ...groups.flatMap(({ mean, interval }) => (interval === null ? [mean] : [interval.from, interval.to])),
    ...(mark === null ? [] : [mark.value]),
  ]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const air = least === most ? Math.abs(least) * 0.1 || 1 : (most - least) * 0.04
  const min = roundTo(least - air, air)
  // Nothing lies below zero, so neither does the axis.
  return { min: least >= 0 && most > least ? Math.max(0, min) : min, max: roundTo(most + air, air) }
}

/** To a place that makes ends of the axis short to write. */
function roundTo(value: number, step: number): number {
  const unit = 10 ** Math.floor(Math.log10(step))
  return Math.round(value / unit) * unit
}

function meansOf(data: IntervalChart, { theme, lang }: ChartStyle): ScatterSeriesOption {
  const colorOf = (key: string | null): string => (key === null ? theme.link : theme.colorOf(key))
  const stretches = data.groups.flatMap(({ interval, color }, place) => (interval === null ? [] : [stretchOf(interval, place, colorOf(color))]))
  const whole = data.mark === null ? [] : [{ xAxis: data.mark.value, label: markLabel(data.mark.name, theme) }]
  return {
    type: 'scatter',
    symbolSize: 9,
    emphasis: { disabled: true },
    data: data.groups.map(({ mean, color }, place) => ({ value: [mean, place], itemStyle: { color: colorOf(color) } })),
    tooltip: {
      formatter: (params) => {
        const group = data.groups['dataIndex' in params ? params.dataIndex : 0]
        const number = (value: number): string => fullNumber(value, lang, data.unit)
        const interval = group?.interval ?? null
        const stretch = interval === null ? '' : `\n${number(interval.from)} – ${number(interval.to)}`
        return `${shortened(plainText(group?.name ?? ''), 40)}  ${number(group?.mean ?? 0)}${stretch}`
      },
    },
    markLine: {
      silent: true,
      animation: false,
      symbol: 'none',
      lineStyle: { color: theme.second, type: 'dashed', width: 1 },
      data: [...stretches, ...whole],
    },
  }
}

type Stretch = NonNullable<NonNullable<ScatterSeriesOption['markLine']>['data']>[number]

function stretchOf({ from, to }: { from: number; to: number }, place: number, color: string): Stretch {
  return [{ coord: [from, place], lineStyle: { color, type: 'solid', width: 3, opacity: 0.45 }, label: { show: false } }, { coord: [to, place] }]
}
