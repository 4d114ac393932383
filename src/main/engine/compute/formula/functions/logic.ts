import { sql } from '../../../store/sql.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { aggregated, filled, firstError, nothing, numberOf, textOf, truthOf, unlessFailed, type Scalar, type Sql } from '../compiled.ts'
import { argument, type FunctionSql } from './functionSql.ts'

type Branch = { when: Scalar; result: Scalar }

/** Choices: only the branch that is taken can fail. */
export const logicFunctions = {
  IF: ({ args }) => chosen([{ when: argument(args, 0), result: argument(args, 1) }], args.length > 2 ? argument(args, 2) : nothing),
  IFS: ({ args }) => {
    const branches: Branch[] = []
    for (let index = 0; index + 1 < args.length; index += 2) branches.push({ when: argument(args, index), result: argument(args, index + 1) })
    return chosen(branches, args.length % 2 === 1 ? argument(args, args.length - 1) : failure(errorCodes.notAvailable))
  },
  SWITCH: ({ args }) => {
    const subject = argument(args, 0)
    const branches: Branch[] = []
    let index = 1
    for (; index + 1 < args.length; index += 2) {
      const key = argument(args, index)
      branches.push({
        when: filled(unlessFailed([subject, key], sql`(${subject.value} is ${key.value})`), [subject, key]),
        result: argument(args, index + 1),
      })
    }
    return chosen(branches, index < args.length ? argument(args, index) : failure(errorCodes.notAvailable))
  },
  AND: ofTruths(
    (value) => sql`coalesce(min(${value}), 1)`,
    (truths) => sql`(${sql.join(truths, sql` and `)})`,
  ),
  OR: ofTruths(
    (value) => sql`coalesce(max(${value}), 0)`,
    (truths) => sql`(${sql.join(truths, sql` or `)})`,
  ),
  XOR: ofTruths(
    (value) => sql`total(${value})`,
    (truths) => sql`((${sql.join(truths, sql` + `)}) % 2 = 1)`,
  ),
  NOT: ({ args }) => filled(sql`(not ${truthOf(argument(args, 0))})`, args),
  BLANK: () => nothing,
  ISBLANK: ({ args }) => blank(argument(args, 0)),
  ISERROR: ({ args }) => {
    const error = firstError(args)
    return filled(error === null ? sql`0` : sql`(${error} is not null)`)
  },
  IFERROR: ({ args }) => rescued(argument(args, 0), argument(args, 1)),
  IFBLANK: ({ args }) => filledBy([argument(args, 0), argument(args, 1)]),
  COALESCE: ({ args }) => filledBy(args.map((_, index) => argument(args, index))),
  CHOOSE: ({ args }) => {
    const index = argument(args, 0)
    const branches = args.slice(1).map((_, place): Branch => ({
      when: filled(sql`(cast(${numberOf(index)} as integer) = ${sql.raw(String(place + 1))})`, [index]),
      result: argument(args, place + 1),
    }))
    return chosen(branches, failure(errorCodes.value))
  },
  ISNOTBLANK: ({ args }) => {
    const { value, error } = blank(argument(args, 0))
    return { ...filled(sql`(not ${value})`), error }
  },
  ISNUMBER: ({ args, call }) => filled(call.args[0]?.type.of === 'number' ? sql`(${argument(args, 0).value} is not null)` : sql`0`),
  ISTEXT: ({ args, call }) => filled(call.args[0]?.type.of === 'text' ? sql`(${textOf(argument(args, 0))} <> '')` : sql`0`),
  BETWEEN: ({ args }) => {
    const [value, low, high] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    return filled(unlessFailed(args, sql`(${value.value} is not null and ${value.value} between ${low.value} and ${high.value})`), args)
  },
} satisfies Record<string, FunctionSql>

/** A function of conditions; those of a list become one first. */
function ofTruths(ofList: (value: Sql) => Sql, write: (truths: readonly Sql[]) => Sql): FunctionSql {
  return ({ args }) => {
    const truths = args.map((arg) => (arg.kind === 'list' ? aggregated(arg, ofList) : truthOf(arg)))
    return filled(unlessFailed(args, write(truths)), args)
  }
}

/** Whether a cell, or a text that was worked out, has nothing in it. A failure is something. */
function blank(value: Scalar): Scalar {
  return filled(value.error === null ? sql`(${textOf(value)} = '')` : sql`(${value.error} is null and coalesce(${value.value}, '') = '')`)
}

/** The first of the values that is not empty. */
function filledBy(values: readonly Scalar[]): Scalar {
  const last = values.at(-1) ?? nothing
  return chosen(
    values.slice(0, -1).map((value): Branch => ({ when: { ...filled(sql`(not ${blank(value).value})`), error: value.error }, result: value })),
    last,
  )
}

function failure(code: string): Scalar {
  return { kind: 'scalar', value: sql`null`, error: sql`${code}`, mayBeEmpty: false }
}

function chosen(branches: readonly Branch[], otherwise: Scalar): Scalar {
  const outcomes = [...branches.map((branch) => branch.result), otherwise]
  const cases = (of: (scalar: Scalar) => Sql): Sql =>
    sql`case ${sql.join(
      branches.map((branch) => sql`when ${truthOf(branch.when)} then ${of(branch.result)}`),
      sql` `,
    )} else ${of(otherwise)} end`
  const canFail = [...branches.map((branch) => branch.when), ...outcomes].some((part) => part.error !== null)
  return {
    kind: 'scalar',
    value: branches.some((branch) => branch.when.error !== null)
      ? sql`case when ${conditionError(branches)} is null then ${cases((part) => part.value)} end`
      : cases((part) => part.value),
    error: canFail
      ? errorOfChoice(
          branches,
          cases((part) => part.error ?? sql`null`),
        )
      : null,
    mayBeEmpty: outcomes.some((outcome) => outcome.mayBeEmpty),
  }
}

/** Conditions are asked in turn; one that fails ends the asking. */
function conditionError(branches: readonly Branch[]): Sql {
  const parts = branches.flatMap((branch) => [
    ...(branch.when.error === null ? [] : [sql`when ${branch.when.error} is not null then ${branch.when.error}`]),
    sql`when ${truthOf(branch.when)} then null`,
  ])
  return sql`(case ${sql.join(parts, sql` `)} end)`
}

function errorOfChoice(branches: readonly Branch[], outcome: Sql): Sql {
  if (branches.every((branch) => branch.when.error === null)) return outcome
  return sql`coalesce(${conditionError(branches)}, ${outcome})`
}

function rescued(value: Scalar, other: Scalar): Scalar {
  const { error } = value
  if (error === null) return value
  return {
    kind: 'scalar',
    value: sql`coalesce(${value.value}, case when ${error} is not null then ${other.value} end)`,
    error: other.error === null ? null : sql`case when ${error} is not null then ${other.error} end`,
    mayBeEmpty: value.mayBeEmpty || other.mayBeEmpty,
  }
}
