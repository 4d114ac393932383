import { expect, test } from 'vitest'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { groupKey } from '#shared/model/group.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
