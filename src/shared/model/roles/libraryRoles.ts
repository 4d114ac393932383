/** Columns that schemes of the library bring along: what they measure, what people fill in for them, and the classes. */
export const libraryColumnRoles = ['customer.rfm', 'customer.rfmQuintiles'] as const

/** Codes of the schemes of the library beyond those of the book; each writes the class column of the same name. */
export const librarySchemeCodes = ['rfm', 'rfmQuintiles'] as const
