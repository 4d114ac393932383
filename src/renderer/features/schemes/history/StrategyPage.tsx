import type { Scheme } from '#shared/model/scheme.ts'
import { StrategyPart } from '../strategy/StrategyPart.tsx'
import { EffectSection } from './EffectSection.tsx'

/** How each class is treated, and what came of it. */
export function StrategyPage({ scheme }: { scheme: Scheme }) {
  return (
    <>
      <StrategyPart scheme={scheme} />
      <EffectSection scheme={scheme} />
    </>
  )
}
