import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { BuyingHistory } from '#main/engine/models/buying/frequency.ts'

/** Rows of a published file as texts by column; the files have no quoted commas. */
export function published(name: string): Record<string, string>[] {
  const bytes = readFileSync(new URL(`../../../fixtures/published/${name}`, import.meta.url))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/u)
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((column, index) => [column, cells[index] ?? '']))
  })
}

/** CDNOW, first 39 weeks, in weeks of two decimals: x, t_x, T and the mean of the repeated purchases. */
export const cdnow = (): BuyingHistory[] =>
  published('cdnow_customers_summary_with_transactions.csv').map((row) => ({
    customer: Number(row['ID']),
    frequency: Number(row['x']),
    recency: Number(row['t_x']),
    age: Number(row['T']),
    monetary: Number(row['zbar']),
  }))

export const series = (name: 'oil' | 'air' | 'livestock' | 'austourists'): number[] =>
  published('series.csv')
    .filter((row) => row['series'] === name)
    .map((row) => Number(row['value']))

export const airPassengers = (): number[] => published('AirPassengers.csv').map((row) => Number(row['value']))
