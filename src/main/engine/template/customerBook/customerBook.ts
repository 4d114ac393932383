import type { TemplateData } from '../templateData.ts'
import { contactColumns } from './contactColumns.ts'
import { customerColumns } from './customerColumns.ts'
import { customerViews } from './customerViews.ts'
import { followUpColumns } from './followUpColumns.ts'
import { orderColumns } from './orderColumns.ts'
import { otherViews } from './otherViews.ts'
import { schemes } from './schemes.ts'

/** The customer book: customers, follow-ups, contacts and orders, with classes and views. */
export const customerBook: TemplateData = {
  tables: [
    { role: 'customer', primary: 'customer.name', columns: customerColumns },
    { role: 'followUp', primary: 'followUp.number', columns: followUpColumns },
    { role: 'contact', primary: 'contact.name', columns: contactColumns },
    { role: 'order', primary: 'order.number', columns: orderColumns },
  ],
  schemes,
  views: [...customerViews, ...otherViews],
}
