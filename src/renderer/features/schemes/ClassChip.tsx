import type { Option } from '#shared/model/option.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useT } from '../../ui/lang.ts'

/** A class by name and colour; null is 未分类, or what `none` says. */
export function ClassChip({ option, none }: { option: Option | null | undefined; none?: string | undefined }) {
  const t = useT()
  if (option === null || option === undefined) return <span className="class-chip--none">{none ?? t('schemes.unclassified')}</span>
  return (
    <Chip color={option.color} title={option.name}>
      {option.name}
    </Chip>
  )
}
