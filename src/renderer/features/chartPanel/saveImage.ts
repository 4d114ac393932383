import type { ChartData } from '../../charts/chartData.ts'
import { chartImage } from '../../charts/chartImage.ts'
import type { ChartStyle } from '../../charts/chartTheme.ts'
import type { ShareAxes } from '../../charts/cumulativeShareOption.ts'

/** What is drawn in the panel right now. */
export type DrawnChart = { data: ChartData; style: ChartStyle; axes: ShareAxes; sentence: string }

/** The panel's chart announces itself while it is on screen; the answer takes it back. */
export function offerImage(chart: DrawnChart): () => void {
  drawn = chart
  return () => {
    if (drawn === chart) drawn = null
  }
}

/** Saves the chart on screen as a PNG under its title, with the sentence that says what it shows. */
export function saveImage(title: string): void {
  if (drawn === null) return
  const link = document.createElement('a')
  link.href = chartImage(drawn.data, drawn.style, drawn.axes, title, drawn.sentence)
  link.download = `${title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()}.png`
  link.click()
}

let drawn: DrawnChart | null = null
