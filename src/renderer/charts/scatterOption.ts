import type { ScatterChart } from '#shared/contract/comparisonChart.ts'
import type { ChartStyle } from './chartTheme.ts'
import { compactNumber, fullNumber } from './compactNumber.ts'
import type { ChartOption } from './echartsCore.ts'
import { plainText, shortened } from './plainText.ts'
import { plainTooltip } from './tooltip.ts'

/** A point for each row by its two numbers, and the line through them in the colour of the accent. */
export function scatterOption(data: ScatterChart, style: ChartStyle): ChartOption {
  const { theme, lang } = style
  return {
    animation: false,
    grid: { left: 4, right: 20, top: 28, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...plainTooltip(theme),
      trigger: 'item',
      formatter: (params) => {
        const value = 'value' in params && Array.isArray(params.value) ? params.value.map(Number) : []
        return [data.x, data.y]
          .map(({ title, unit }, place) => `${shortened(plainText(title), 24)}  ${fullNumber(value[place] ?? 0, lang, unit)}`)
          .join('\n')
      },
    },
    xAxis: numberAxis(data.x, style, 'middle'),
    yAxis: numberAxis(data.y, style, 'end'),
    series: [
      {
        type: 'scatter',
        name: 'rows',
        data: data.points.map(([x, y]) => [x, y]),
        symbolSize: data.points.length > 400 ? 4 : 7,
        itemStyle: { color: theme.link, opacity: 0.5 },
        emphasis: { disabled: true },
      },
      ...(data.line === null
        ? []
        : [
            {
              type: 'line' as const,
              name: 'line',
              silent: true,
              showSymbol: false,
              data: data.line.map(([x, y]) => [x, y]),
              lineStyle: { color: theme.seal, width: 2 },
              tooltip: { show: false },
            },
          ]),
    ],
  }
}

/** Numbers where the points lie: a place is no length, so that it needs no zero. */
function numberAxis({ title, unit }: ScatterChart['x'], { theme, lang }: ChartStyle, nameLocation: 'middle' | 'end') {
  const text = { color: theme.second, fontFamily: theme.fontFamily }
  return {
    type: 'value' as const,
    scale: true,
    splitNumber: 4,
    name: shortened(plainText(title), 40),
    nameLocation,
    nameGap: nameLocation === 'middle' ? 26 : 10,
    nameTextStyle: { ...text, fontSize: theme.fontSize, ...(nameLocation === 'end' ? { align: 'left' as const } : {}) },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.line, width: 1 } },
    axisLabel: {
      ...text,
      fontSize: theme.fontSize - 1,
      hideOverlap: true,
      formatter: (value: number) => compactNumber(value, lang, unit),
    },
  }
}
