import type { LabelledBars } from '#shared/contract/comparisonChart.ts'
import { categoryAxis } from './axes.ts'
import { barLineHeight } from './barOption.ts'
import type { ChartStyle } from './chartTheme.ts'
import type { BarSeriesOption, ChartOption } from './echartsCore.ts'
import { markedLine } from './markedLine.ts'
import { plainText, shortened, textWidth } from './plainText.ts'
import { plainTooltip } from './tooltip.ts'

/** Lying bars from zero, each with its own words at its end; a dashed line stands for what they are held against. */
export function labelledBarsOption(data: LabelledBars, style: ChartStyle): ChartOption {
  const { theme } = style
  const longest = Math.max(0, ...data.bars.map(({ label }) => textWidth(label)))
  return {
    animationDuration: theme.motion,
    animationDurationUpdate: theme.motion,
    animationEasing: 'cubicOut',
    grid: {
      left: 4,
      top: headHeight(data),
      right: 16 + longest * theme.fontSize * 0.58,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: { ...plainTooltip(theme), trigger: 'item' },
    // The longest bar, or the line where that is further, takes all the room.
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(...data.bars.map(({ value }) => value), data.mark?.value ?? 0, 0) || 1 },
    yAxis: categoryAxis(
      data.bars.map(({ name }) => name),
      theme,
      { inverse: true, letters: 30 },
    ),
    series: [barsOf(data, style)],
  }
}

/** As many lines as there are bars, and one more for the words of the line. */
export function labelledBarsHeight(data: LabelledBars): number {
  return data.bars.length * barLineHeight + headHeight(data) + 6
}

const headHeight = ({ mark }: LabelledBars): number => (mark === null ? 2 : 22)

function barsOf(data: LabelledBars, { theme }: ChartStyle): BarSeriesOption {
  return {
    type: 'bar',
    barMaxWidth: 14,
    barCategoryGap: '40%',
    emphasis: { disabled: true },
    data: data.bars.map(({ value, color, faint }) => ({
      value,
      itemStyle: { color: color === null ? theme.link : theme.colorOf(color), opacity: faint ? 0.32 : 1, borderRadius: [0, 2, 2, 0] },
    })),
    label: {
      show: true,
      position: 'right',
      distance: 6,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      color: theme.ink,
      opacity: 1,
      formatter: ({ dataIndex }) => plainText(data.bars[dataIndex]?.label ?? ''),
    },
    tooltip: {
      formatter: (params) => {
        const bar = data.bars['dataIndex' in params ? params.dataIndex : 0]
        return `${shortened(plainText(bar?.name ?? ''), 40)}  ${plainText(bar?.label ?? '')}`
      },
    },
    ...(data.mark === null ? {} : { markLine: markedLine(data.mark, theme) }),
  }
}
