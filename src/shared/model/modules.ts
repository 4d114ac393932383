/** Parts of the customer book that its owner switches on: each brings tables, columns, views and figures of customers. */
export const moduleCodes = ['opportunities', 'products', 'contracts', 'surveys', 'tickets', 'referrals', 'points'] as const
export type ModuleCode = (typeof moduleCodes)[number]
