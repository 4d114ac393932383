import { expect, test } from 'vitest'
import { isEmptyChart } from '#renderer/charts/chartData.ts'
import { chartHeight, chartOption } from '#renderer/charts/chartOption.ts'
import type { ChartStyle } from '#renderer/charts/chartTheme.ts'
import { forecastText } from '#renderer/charts/forecastOption.ts'
import { placeText } from '#renderer/charts/heatMapOption.ts'
import { screenTheme } from '#renderer/charts/themes.ts'
import type { ForecastChart, HeatMapChart } from '#shared/contract/analysisChart.ts'

const style: ChartStyle = { theme: screenTheme('light', 'zh-CN', false), lang: 'zh-CN', selected: null }
const axes = { rows: '', value: '' }

const map: HeatMapChart = {
  kind: 'heatMap',
  columns: ['近', '远'],
  rows: ['多', '{少|b}'],
  columnsTitle: '最近购买',
  rowsTitle: '次数',
  unit: 'currency',
  values: [
    [12_345, 0],
    [null, 200],
  ],
  said: [
    ['3 位', ''],
    ['', ''],
  ],
}

const ahead: ForecastChart = {
  kind: 'forecast',
  periods: ['2026-09', '2026-10', '2026-11'],
  past: [100, 120, null],
  future: [null, 120, 130.4],
  bands: [{ name: '95%', low: [null, 120, -10], high: [null, 120, 270.8] }],
  pastName: '实际',
  futureName: '预计',
  unit: 'currency',
}

const seriesOf = (data: HeatMapChart | ForecastChart, with_: ChartStyle = style, width = 600) => {
  const { series } = chartOption(data, with_, axes, width)
  return (Array.isArray(series) ? series : [series]).map((each) => ({
    data: each?.data,
    stackStrategy: each?.type === 'line' ? each.stackStrategy : undefined,
    label: each?.type === 'heatmap' ? each.label : undefined,
  }))
}

test('a place without a number is not drawn; nothing is a number; the tooltip says names, number and more', () => {
  expect(seriesOf(map)[0]?.data).toMatchObject([{ value: [0, 0, 12_345] }, { value: [1, 0, 0] }, { value: [1, 1, 200] }])
  expect(placeText(map, style, 0, 0)).toBe('次数 多\n最近购买 近\n￥12,345\n3 位')
  // Letters that the chart library would read as its mark-up stay letters.
  expect(placeText(map, style, 1, 1)).toContain('{\u200B少|b}')
  expect(placeText({ ...map, unit: 'share', values: [[0.256]] }, style, 0, 0)).toContain('26%')
})

test('numbers stand in their places where there is room for the longest; the height follows the rows', () => {
  expect(seriesOf(map)[0]?.label?.show).toBe(true)
  expect(seriesOf(map, style, 100)[0]?.label?.show).toBe(false)
  expect(chartHeight({ ...map, rows: [...map.rows, ''] }, style, 600)).toBeGreaterThan(chartHeight(map, style, 600))
})

test('the clicked place wears the accent', () => {
  const { line, seal } = style.theme
  const places = seriesOf(map, { ...style, selected: { category: 1, series: 1 } })[0]?.data
  expect(places).toMatchObject([line, line, seal].map((borderColor) => ({ itemStyle: { borderColor } })))
})

test('a band is drawn from its lower bound upwards, also below zero, and its low edge is not in the legend', () => {
  const [low, height, past, future] = seriesOf(ahead)
  expect([low?.data, height?.data]).toEqual([
    [null, 120, -10],
    [null, 0, 280.8],
  ])
  expect([low?.stackStrategy, height?.stackStrategy]).toEqual(['all', 'all'])
  expect([past?.data, future?.data]).toEqual([ahead.past, ahead.future])
  const { legend } = chartOption(ahead, style, axes, 600)
  expect(Array.isArray(legend) ? [] : legend?.data).toEqual(['实际', '预计', '95%'])
})

test('the tooltip says what was, or what is expected and between which bounds', () => {
  expect(forecastText(ahead, style, 1)).toBe('2026-10\n实际 ￥120')
  expect(forecastText(ahead, style, 2)).toBe('2026-11\n预计 ￥130\n95% -￥10 – ￥271')
})

test('nothing to draw is seen', () => {
  expect(isEmptyChart({ ...map, values: [[null, null]] })).toBe(true)
  expect(isEmptyChart(map)).toBe(false)
  expect(isEmptyChart({ ...ahead, periods: [] })).toBe(true)
})
