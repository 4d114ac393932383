/** A stretch of the formula's text, as offsets in UTF-16 code units. */
export type Span = { from: number; to: number }

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>='
export type UnaryOperator = '+' | '-' | '%'

/** One step of `{链接.列}`: a name as typed, or an id as stored, `#12`. */
export type PathStep = { span: Span } & ({ kind: 'name'; name: string } | { kind: 'id'; id: number })

/** A formula as it was written: columns and functions are names that were not looked up yet. */
export type Expression = { span: Span } & (
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  /** `{列}` or `{链接.列}`: link columns, then a column of the table they lead to. */
  | { kind: 'column'; path: readonly PathStep[] }
  | { kind: 'unary'; operator: UnaryOperator; operand: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'call'; name: string; nameSpan: Span; args: readonly Expression[] }
)
