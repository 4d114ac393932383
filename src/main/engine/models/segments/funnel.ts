import { daysBetween, type Day } from '#shared/lib/days.ts'

export type FunnelEvent = { unit: number; step: number; day: Day }

export type FunnelOptions = {
  /** `ordered`: step 2 counts when it comes on or after step 1. `strict`: and nothing else between. `any`: in any order. */
  order: 'ordered' | 'strict' | 'any'
  /** Days from a unit's first step within which the others count; null for no limit. */
  windowDays: number | null
}

export type FunnelStep = {
  reached: number
  /** Of those who entered. */
  overall: number | null
  /** Of those who reached the step before. */
  conversion: number | null
  dropOff: number | null
}

/**
 * How many units reach each of `steps` steps (numbered from 0). The window is anchored on a unit's first event of the
 * first step. Events of one day count in the order of their steps. Empty denominators give null.
 */
export function funnel(events: readonly FunnelEvent[], steps: number, options: FunnelOptions): FunnelStep[] {
  const byUnit = new Map<number, FunnelEvent[]>()
  for (const event of events) {
    const known = byUnit.get(event.unit)
    if (known === undefined) byUnit.set(event.unit, [event])
    else known.push(event)
  }
  const reached = Array.from({ length: steps }, () => 0)
  for (const each of byUnit.values()) {
    const depth = depthOf(each, steps, options)
    for (let step = 0; step < depth; step += 1) reached[step] = (reached[step] ?? 0) + 1
  }
  return stepsOf(reached)
}

/**
 * The same as `funnel`, ordered, of what `passedSteps` makes of each unit: `steps` has for each step the day by unit, counted
 * from 1970, on which it was first seen there, `never` where it was not; at the first from the beginning.
 */
export function passedFunnel(steps: readonly Int32Array[], never: number, windowDays: number | null): FunnelStep[] {
  const reached = Array.from({ length: steps.length }, () => 0)
  const [starts = new Int32Array()] = steps
  for (let unit = 0; unit < starts.length; unit += 1) {
    const start = starts[unit] ?? never
    // From the last step back: whoever stands there has passed the others, by then at the latest.
    let since = never
    for (let step = steps.length - 1; step > 0; step -= 1) {
      const day = steps[step]?.[unit] ?? never
      if (day < since) since = day
      if (since !== never && (windowDays === null || since - start <= windowDays)) reached[step] = (reached[step] ?? 0) + 1
    }
    reached[0] = (reached[0] ?? 0) + 1
  }
  return stepsOf(reached)
}

function stepsOf(reached: readonly number[]): FunnelStep[] {
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  return reached.map((count, step) => {
    const before = step === 0 ? count : (reached[step - 1] ?? 0)
    const conversion = share(count, before)
    return { reached: count, overall: share(count, reached[0] ?? 0), conversion, dropOff: conversion === null ? null : 1 - conversion }
  })
}

/** How many steps in a row this unit reached. */
function depthOf(events: readonly FunnelEvent[], steps: number, { order, windowDays }: FunnelOptions): number {
  const ordered = [...events].sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : left.step - right.step))
  const start = ordered.findIndex(({ step }) => step === 0)
  const anchor = ordered[start]
  if (anchor === undefined) return 0
  const inWindow = ({ day }: FunnelEvent): boolean => {
    const passed = daysBetween(anchor.day, day)
    return passed >= 0 && (windowDays === null || passed <= windowDays)
  }
  if (order === 'any') {
    const seen = new Set(
      ordered.filter((event) => windowDays === null || Math.abs(daysBetween(anchor.day, event.day)) <= windowDays).map(({ step }) => step),
    )
    let depth = 0
    while (depth < steps && seen.has(depth)) depth += 1
    return depth
  }
  let depth = 1
  for (const event of ordered.slice(start + 1).filter(inWindow)) {
    if (depth >= steps) break
    if (event.step === depth) depth += 1
    else if (order === 'strict' && event.step !== depth - 1) break
  }
  return depth
}
