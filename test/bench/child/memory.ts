/** Prints what a child was asked to measure; the peak is the process's own (ru_maxrss, in KiB on Linux). */
export function report(milliseconds: number, rows: number): void {
  console.log(JSON.stringify({ milliseconds, rows, peakBytes: process.resourceUsage().maxRSS * 1024 }))
}
