/** The colours and type a chart is drawn with; every value is a CSS colour. */
export type ChartTheme = {
  paper: string
  line: string
  ink: string
  second: string
  faint: string
  /** The accent, for the one point a chart is about. */
  seal: string
  /** What has no colour of its own. */
  link: string
  fontFamily: string
  fontSize: number
  /** Milliseconds; 0 on paper and where reduced motion is asked for. */
  motion: number
  /** The colour of a select option, class or member, by its key. */
  colorOf: (key: string) => string
}

/** What a chart is drawn with in one place: its theme, its language, and the bar that filters the grid. */
export type ChartStyle = { theme: ChartTheme; lang: 'zh-CN' | 'en'; selected: ChartMark | null }

/** One bar, or one segment of a stacked bar, by its place in the data; in a heat map the column and the row. */
export type ChartMark = { category: number; series: number }
