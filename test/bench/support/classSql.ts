import type { Names } from './largeBase.ts'

/** The class of a customer in SQL, with the tables that are made before the UPDATE, and one it joins by the customer's id. */
export type ClassSql = { with?: string; value: string; from?: string }

export type SqlSetting = { names: Names; today: string }

/** By code of the scheme. */
export type ClassSqlByCode = Readonly<Record<string, (setting: SqlSetting) => ClassSql>>

export const tableOf = (names: Names): string => `t${names.table('customer')}`

/** Whole days between two dates. */
export const daysBetween = (from: string, to: string): string => `cast(julianday(date(${to})) - julianday(date(${from})) as integer)`

/** The larger of two numbers, the other where one is empty. */
export const larger = (one: string, other: string): string =>
  `case when ${one} is null then ${other} when ${other} is null then ${one} else max(${one}, ${other}) end`
