/** Tables of the customer book, by role. */
export const tableRoles = ['customer', 'followUp', 'contact', 'order'] as const
export type TableRole = (typeof tableRoles)[number]

/**
 * What a column is, however its owner renames it. Features find their columns through these
 * codes; a role without a column switches the feature off, never breaks it.
 */
export const columnRoles = [
  'customer.number',
  'customer.name',
  'customer.type',
  'customer.status',
  'customer.source',
  'customer.owner',
  'customer.phone',
  'customer.wechat',
  'customer.email',
  'customer.address',
  'customer.industry',
  'customer.needTime',
  'customer.needDescription',
  'customer.handleBy',
  'customer.annualPotential',
  'customer.note',
  'customer.createdTime',
  'customer.createdBy',
  'customer.modifiedTime',
  'customer.modifiedBy',
  // Links
  'customer.followUps',
  'customer.contacts',
  'customer.orders',
  // Computed from follow-ups
  'customer.firstFollowUpTime',
  'customer.lastFollowUpTime',
  'customer.lastFollowUpContent',
  'customer.lastFollowUpBy',
  'customer.followUpCount',
  'customer.followUpCount90Days',
  'customer.nextFollowUpTime',
  'customer.nextFollowUpContent',
  'customer.lastNegotiationTime',
  'customer.lastInboundTime',
  // Computed from contacts and orders; cancelled orders do not count
  'customer.primaryContact',
  'customer.primaryContactPhone',
  'customer.orderCount',
  'customer.orderCount12Months',
  'customer.amountAll',
  'customer.amount12Months',
  'customer.firstOrderDate',
  'customer.lastOrderDate',
  // Classes
  'customer.dealStatus',
  'customer.importance',
  'customer.urgency',
  'customer.needStatus',
  'customer.activity',
  'customer.grade',

  'followUp.number',
  'followUp.customer',
  'followUp.contact',
  'followUp.time',
  'followUp.method',
  'followUp.direction',
  'followUp.topic',
  'followUp.content',
  'followUp.result',
  'followUp.nextTime',
  'followUp.nextContent',
  'followUp.author',
  'followUp.createdTime',
  'followUp.customerGrade',
  'followUp.customerOwner',
  'followUp.customerStatus',

  'contact.name',
  'contact.customer',
  'contact.position',
  'contact.part',
  'contact.mobile',
  'contact.wechat',
  'contact.email',
  'contact.keyPerson',
  'contact.note',
  'contact.followUps',
  'contact.lastFollowUpTime',

  'order.number',
  'order.customer',
  'order.date',
  'order.amount',
  'order.status',
  'order.owner',
  'order.note',
  'order.customerGrade',
  'order.createdTime',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Views of the customer book that other parts of the window open by role. */
export const viewRoles = [
  'customer.all',
  'customer.mine',
  'customer.contactToday',
  'customer.overdue',
  'customer.notContacted30Days',
  'customer.byStatus',
  'customer.byGrade',
  'customer.urgent',
  'customer.byNeed',
  'customer.keyAccounts',
  'customer.potential',
  'customer.dormant',
  'customer.recent',
  'followUp.all',
  'followUp.mine',
  'followUp.thisWeek',
  'followUp.byCustomer',
  'followUp.byAuthor',
  'followUp.byMethod',
  'followUp.withoutNext',
  'followUp.comingUp',
  'contact.all',
  'contact.keyPersons',
  'contact.byCustomer',
  'order.all',
  'order.thisMonth',
  'order.byStatus',
  'order.byCustomer',
] as const
export type ViewRole = (typeof viewRoles)[number]

/** Codes of the schemes of the customer book; each writes the class column of the same name. */
export const schemeCodes = ['dealStatus', 'importance', 'urgency', 'needStatus', 'activity', 'grade'] as const
export type SchemeCode = (typeof schemeCodes)[number]
