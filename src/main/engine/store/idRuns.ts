/** Runs of ids that follow each other, as the first and the last of each; an id that stands twice counts once, one that descends begins a new run. */
export function runsOf(ids: ArrayLike<number>): [first: number, last: number][] {
  const runs: [number, number][] = []
  let run: [number, number] | undefined
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? 0
    if (run !== undefined && (id === run[1] + 1 || id === run[1])) run[1] = id
    else {
      run = [id, id]
      runs.push(run)
    }
  }
  return runs
}

/** The runs of many ids, where there are few of them: SQLite reads a range far faster than it looks each id up. */
export function rangesOf(ids: readonly number[]): [first: number, last: number][] | null {
  const runs = ids.length < fewIds ? [] : runsOf(ids)
  return runs.length > 0 && runs.length * rowsARange <= ids.length ? runs : null
}

const fewIds = 50
/** Ranges of fewer rows than this on average gain nothing. */
const rowsARange = 20
