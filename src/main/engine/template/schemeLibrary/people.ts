import type { SchemeEntry } from './entry.ts'
import type { TemplateColumn } from '../templateData.ts'

const ofContact = (column: TemplateColumn): SchemeEntry['columns'][number] => ({ table: 'contact', column })

/** 年龄段 of contacts, with what else says who they are and what they like (crm.md B1.14). */
export const ageBand: SchemeEntry = {
  group: 'profile',
  scheme: {
    code: 'ageBand',
    table: 'contact',
    target: 'contact.ageBand',
    rule: {
      kind: 'bands',
      metric: { kind: 'column', column: 'contact.age' },
      bands: [
        { from: null, code: 'upTo25' },
        { from: 26, code: 'upTo35' },
        { from: 36, code: 'upTo45' },
        { from: 46, code: 'upTo60' },
        { from: 61, code: 'over60' },
      ],
    },
    fallback: null,
  },
  columns: [
    ofContact({ role: 'contact.birthDate', type: 'date' }),
    ofContact({ role: 'contact.age', type: 'formula', source: 'AGE({contact.birthDate})', look: 'number' }),
    ofContact({
      role: 'contact.sex',
      type: 'singleSelect',
      options: [
        { code: 'female', color: 'red' },
        { code: 'male', color: 'blue' },
      ],
    }),
    ofContact({ role: 'contact.occupation', type: 'text' }),
    ofContact({
      role: 'contact.income',
      type: 'singleSelect',
      options: [
        { code: 'upTo5', color: 'step5' },
        { code: 'upTo10', color: 'step4' },
        { code: 'upTo30', color: 'step3' },
        { code: 'over30', color: 'step1' },
      ],
    }),
    ofContact({
      role: 'contact.motive',
      type: 'multipleSelect',
      options: [
        { code: 'price', color: 'orange' },
        { code: 'quality', color: 'blue' },
        { code: 'brand', color: 'purple' },
        { code: 'convenience', color: 'teal' },
        { code: 'relation', color: 'green' },
      ],
    }),
    ofContact({
      role: 'contact.interests',
      type: 'multipleSelect',
      options: [
        { code: 'tea', color: 'green' },
        { code: 'sport', color: 'blue' },
        { code: 'travel', color: 'sky' },
        { code: 'reading', color: 'brown' },
        { code: 'family', color: 'orange' },
      ],
    }),
    ofContact({
      role: 'contact.ageBand',
      type: 'singleSelect',
      options: [
        { code: 'upTo25', color: 'step5' },
        { code: 'upTo35', color: 'step4' },
        { code: 'upTo45', color: 'step3' },
        { code: 'upTo60', color: 'step2' },
        { code: 'over60', color: 'step1' },
      ],
    }),
  ],
}
