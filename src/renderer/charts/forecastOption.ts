import type { ForecastChart } from '#shared/contract/analysisChart.ts'
import { categoryAxis, valueAxis } from './axes.ts'
import type { ChartStyle } from './chartTheme.ts'
import { compactNumber, fullNumber } from './compactNumber.ts'
import type { ChartOption, LineSeriesOption } from './echartsCore.ts'
import { plainText } from './plainText.ts'
import { plainTooltip } from './tooltip.ts'

/** What was as a line, what is to come as a broken one, and the bands between which it will likely lie, the wider the paler. */
export function forecastOption(data: ForecastChart, style: ChartStyle): ChartOption {
  const { theme, lang } = style
  const line = { type: 'line' as const, showSymbol: false, emphasis: { disabled: true }, animation: false }
  return {
    animation: false,
    grid: { left: 4, right: 64, top: 32, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      top: 0,
      left: 0,
      padding: 0,
      itemWidth: 16,
      itemHeight: 8,
      icon: 'rect',
      selectedMode: false,
      data: [data.pastName, data.futureName, ...data.bands.map(({ name }) => name)],
      textStyle: { color: theme.second, fontFamily: theme.fontFamily, fontSize: theme.fontSize },
    },
    tooltip: {
      ...plainTooltip(theme),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: theme.faint, type: 'dotted' } },
      formatter: (params) => {
        const first = Array.isArray(params) ? params[0] : params
        return forecastText(data, style, first?.dataIndex ?? 0)
      },
    },
    xAxis: { ...categoryAxis(data.periods, theme, { inverse: false, letters: 12 }), boundaryGap: false },
    yAxis: valueAxis(theme, { lang, unit: data.unit, show: true }),
    series: [
      ...data.bands.flatMap((band, place) => bandSeries(band, place, line, style)),
      { ...line, name: data.pastName, data: data.past, color: theme.link, lineStyle: { width: 2, color: theme.link } },
      {
        ...line,
        name: data.futureName,
        data: data.future,
        color: theme.seal,
        lineStyle: { width: 2, color: theme.seal, type: 'dashed' },
        endLabel: {
          show: true,
          formatter: ({ value }) => compactNumber(typeof value === 'number' ? value : 0, lang, data.unit),
          color: theme.ink,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize,
        },
      },
    ],
  }
}

/** From the lower bound, which is not drawn, up to the upper one; stacked whatever their signs. */
function bandSeries(band: ForecastChart['bands'][number], place: number, line: LineSeriesOption, { theme }: ChartStyle): LineSeriesOption[] {
  const stack = `band${place}`
  const height = band.low.map((low, at) => {
    const high = band.high[at] ?? null
    return low === null || high === null ? null : high - low
  })
  const unseen = { width: 0, opacity: 0 }
  const fill = place === 0 ? 0.14 : 0.2
  return [
    { ...line, name: `${stack}-low`, stack, stackStrategy: 'all', data: band.low, lineStyle: unseen, silent: true },
    {
      ...line,
      name: band.name,
      stack,
      stackStrategy: 'all',
      data: height,
      color: theme.seal,
      itemStyle: { color: theme.seal, opacity: fill * 2 },
      lineStyle: unseen,
      areaStyle: { color: theme.seal, opacity: fill },
      silent: true,
    },
  ]
}

/** What the tooltip says of a period. */
export function forecastText(data: ForecastChart, { lang }: ChartStyle, at: number): string {
  const number = (value: number): string => fullNumber(Math.round(value), lang, data.unit)
  const past = data.past[at] ?? null
  if (past !== null) return `${plainText(data.periods[at] ?? '')}\n${data.pastName} ${number(past)}`
  const future = data.future[at] ?? 0
  const bands = data.bands.flatMap(({ name, low, high }) => {
    const [from, to] = [low[at] ?? null, high[at] ?? null]
    return from === null || to === null ? [] : [`${name} ${number(from)} – ${number(to)}`]
  })
  return [plainText(data.periods[at] ?? ''), `${data.futureName} ${number(future)}`, ...bands.toReversed()].join('\n')
}
