import type { Expression } from '#shared/formula/expression.ts'
import type { Typed } from '#shared/formula/typed.ts'

/** An expression with all its brackets: `1+2*3` → `(1 + (2 * 3))`. */
export function saidExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'boolean':
      return String(expression.value)
    case 'text':
      return JSON.stringify(expression.value)
    case 'column':
      return `{${expression.path.map((step) => (step.kind === 'id' ? `#${step.id}` : step.name)).join(' → ')}}`
    case 'unary':
      return expression.operator === '%'
        ? `(${saidExpression(expression.operand)} %)`
        : `(${expression.operator}${saidExpression(expression.operand)})`
    case 'binary':
      return `(${saidExpression(expression.left)} ${expression.operator} ${saidExpression(expression.right)})`
    case 'call':
      return `${expression.name}(${expression.args.map(saidExpression).join(', ')})`
  }
}

/** A typed tree in one line: `SUM(17→#24 if GREATER(#24, 500)) : number`. */
export function said(typed: Typed): string {
  return `${inner(typed)} : ${typed.type.of}${typed.type.list ? ' list' : ''}`
}

function inner(typed: Typed): string {
  switch (typed.kind) {
    case 'literal':
      return JSON.stringify(typed.value)
    case 'cell':
      return `#${typed.columnId}`
    case 'call':
      return `${typed.name}(${typed.args.map(inner).join(', ')})`
    case 'outer':
      return `out${typed.levels}(${inner(typed.value)})`
    case 'linked': {
      const pick = typed.pick === null ? '' : ` at ${typed.pick.which} ${inner(typed.pick.by)}`
      const only = typed.condition === null ? '' : ` if ${inner(typed.condition)}`
      return `${typed.linkColumnIds.join('→')}→${inner(typed.value)}${pick}${only}`
    }
  }
}
