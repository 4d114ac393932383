import { expect, test } from 'vitest'
import { chartHeight, chartOption } from '#renderer/charts/chartOption.ts'
import { isEmptyChart } from '#renderer/charts/chartData.ts'
import type { ChartStyle } from '#renderer/charts/chartTheme.ts'
import { screenTheme } from '#renderer/charts/themes.ts'
import type { IntervalChart, LabelledBars, ScatterChart } from '#shared/contract/comparisonChart.ts'
import { optionColors } from '#shared/model/optionColors.ts'

const style: ChartStyle = { theme: screenTheme('light', 'zh-CN', false), lang: 'zh-CN', selected: null }
const axes = { rows: '客户', value: '金额' }
const seriesOf = (data: ScatterChart | LabelledBars | IntervalChart): Record<string, unknown>[] => {
  const { series } = chartOption(data, style, axes, 600)
  return (Array.isArray(series) ? series : [series]).map((each) => ({ ...each }))
}

const scatter: ScatterChart = {
  kind: 'scatter',
  x: { title: '订单数', unit: 'count' },
  y: { title: '金额', unit: 'currency' },
  points: [
    [1, 100],
    [3, 500],
  ],
  line: [
    [1, 90],
    [3, 510],
  ],
}

const bars: LabelledBars = {
  kind: 'labelledBars',
  bars: [
    { name: '杭州', value: 150, label: '150', color: 'step1', faint: false },
    { name: '{宁波}', value: 40, label: '40（仅 2 行）', color: null, faint: true },
  ],
  mark: { value: 100, name: '100 = 与全体一样' },
}

const means: IntervalChart = {
  kind: 'intervals',
  title: '金额',
  unit: 'currency',
  groups: [
    { name: '甲', color: null, mean: 4, interval: { from: 1, to: 7 } },
    { name: '乙', color: null, mean: 5, interval: null },
  ],
  mark: { value: 4.25, name: '全体平均' },
}

test('points stand where their numbers are, the line goes through them in the accent', () => {
  const [points, line] = seriesOf(scatter)
  expect(points).toMatchObject({ type: 'scatter', data: scatter.points })
  expect(line).toMatchObject({ type: 'line', data: scatter.line, lineStyle: { color: style.theme.seal } })
  expect(seriesOf({ ...scatter, line: null })).toHaveLength(1)
  expect(isEmptyChart(scatter)).toBe(false)
  expect(isEmptyChart({ ...scatter, points: [] })).toBe(true)
})

test('labelled bars begin at zero, wear the colour of their option, and fade where the sample is small', () => {
  const option = chartOption(bars, style, axes, 600)
  expect(option.xAxis).toMatchObject({ min: 0, max: 150 })
  const [series] = seriesOf(bars)
  expect(series?.['data']).toMatchObject([
    { value: 150, itemStyle: { color: optionColors.step1.light.solid, opacity: 1 } },
    { value: 40, itemStyle: { color: style.theme.link, opacity: 0.32 } },
  ])
  expect(series?.['markLine']).toMatchObject({ data: [{ xAxis: 100, label: { formatter: '100 = 与全体一样' } }] })
})

test('the line that bars are held against is never outside the picture', () => {
  const low = { ...bars, bars: bars.bars.slice(1) }
  expect(chartOption(low, style, axes, 600).xAxis).toMatchObject({ max: 100 })
  expect(chartOption({ ...bars, bars: [], mark: null }, style, axes, 600).xAxis).toMatchObject({ max: 1 })
  expect(isEmptyChart({ ...bars, bars: [] })).toBe(true)
})

test('means lie on their intervals; the axis holds all of them', () => {
  const [series] = seriesOf(means)
  expect(series?.['data']).toMatchObject([{ value: [4, 0] }, { value: [5, 1] }])
  expect(series?.['markLine']).toMatchObject({ data: [[{ coord: [1, 0] }, { coord: [7, 0] }], { xAxis: 4.25 }] })
  const axis = chartOption(means, style, axes, 600).xAxis
  const { min, max } = Array.isArray(axis) ? { min: 0, max: 0 } : { min: Number(axis?.min), max: Number(axis?.max) }
  expect(min).toBeLessThanOrEqual(1)
  expect(max).toBeGreaterThanOrEqual(7)
})

test('where nothing lies below zero, the axis begins there and says so; its other end says nothing', () => {
  const interval = { from: 0, to: 2000 }
  const data: IntervalChart = { ...means, mark: null, groups: [{ name: '甲', color: null, mean: 900, interval }] }
  const axis = chartOption(data, style, axes, 600).xAxis
  expect(axis).toMatchObject({ min: 0, splitLine: { showMinLine: true, showMaxLine: false }, axisLabel: { showMinLabel: true, showMaxLabel: false } })
  const below = { ...data, groups: [{ name: '甲', color: null, mean: 900, interval: { from: -400, to: 2000 } }] }
  expect(chartOption(below, style, axes, 600).xAxis).toMatchObject({ splitLine: { showMinLine: false }, axisLabel: { showMinLabel: false } })
})

test('one mean alone, or all equal, still have an axis with a width', () => {
  const one: IntervalChart = { ...means, groups: [{ name: '甲', color: null, mean: 0, interval: null }], mark: null }
  expect(chartOption(one, style, axes, 600).xAxis).toMatchObject({ min: -1, max: 1 })
})

test('each bar has a line of its own, and the words of the line theirs', () => {
  expect(chartHeight(bars, style, 600)).toBe(2 * 28 + 28)
  expect(chartHeight({ ...bars, mark: null }, style, 600)).toBe(2 * 28 + 8)
  expect(chartHeight(means, style, 600)).toBe(2 * 28 + 52)
})

test('names stand as they are typed', () => {
  const { yAxis } = chartOption(bars, style, axes, 600)
  expect(yAxis).toMatchObject({ data: ['杭州', '{\u200B宁波}'] })
})
