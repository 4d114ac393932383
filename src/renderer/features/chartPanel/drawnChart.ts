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

/** The chart on screen as a PNG under its title, with the sentence that says what it shows: base64, null when none is. */
export function drawnImage(title: string): string | null {
  if (drawn === null) return null
  const url = chartImage(drawn.data, drawn.style, drawn.axes, title, drawn.sentence)
  return url.slice(url.indexOf(',') + 1)
}

let drawn: DrawnChart | null = null
