import { z } from 'zod'

export const langSchema = z.enum(['zh-CN', 'en'])
export type Lang = z.infer<typeof langSchema>
export const langs: readonly Lang[] = ['zh-CN', 'en']
