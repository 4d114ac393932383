import type { ComponentType } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import type { SchemePart } from '../../shell/state.ts'
import { EffectPart } from './history/EffectPart.tsx'
import { MigrationPart } from './history/MigrationPart.tsx'
import { MissingPart } from './MissingPart.tsx'
import { Moves } from './Moves.tsx'
import { RulePart } from './RulePart.tsx'
import { StrategyPart } from './strategy/StrategyPart.tsx'

type Part = { part: SchemePart; Content: ComponentType<{ scheme: Scheme }> }

/** What a scheme's page consists of, in the order of its tabs; the name of each is `schemes.part.<part>`. */
const schemeParts: readonly [Part, ...Part[]] = [
  { part: 'rule', Content: RulePart },
  { part: 'strategy', Content: StrategyPart },
  { part: 'effect', Content: EffectPart },
  { part: 'moves', Content: Moves },
  { part: 'migration', Content: MigrationPart },
  { part: 'missing', Content: MissingPart },
]

/** The parts a scheme has: of tags a row lacks none that it should have, and does not go from one to another. */
export function partsOf({ rule }: Pick<Scheme, 'rule'>): readonly [Part, ...Part[]] {
  const [first, ...others] = schemeParts
  return rule.kind === 'tags' ? [first, ...others.filter(({ part }) => part !== 'migration' && part !== 'missing')] : schemeParts
}
