import { contracts } from './contracts.ts'
import { opportunities } from './opportunities.ts'
import { points } from './points.ts'
import { products } from './products.ts'
import { referrals } from './referrals.ts'
import { surveys } from './surveys.ts'
import type { TemplateModule } from './templateModule.ts'
import { tickets } from './tickets.ts'

/** All modules, in the order in which they are offered. */
export const modules: readonly TemplateModule[] = [opportunities, products, contracts, surveys, tickets, referrals, points]
