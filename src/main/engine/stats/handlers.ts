import type { Handlers } from '../handlers.ts'
import { cumulativeShare } from './cumulativeShare.ts'
import { group } from './group.ts'

export const statsHandlers: Handlers<'stats.group' | 'stats.cumulativeShare'> = {
  'stats.group': group,
  'stats.cumulativeShare': cumulativeShare,
}
