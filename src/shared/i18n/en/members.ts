import type { members as zh } from '../zh-CN/members.ts'

export const members: Record<keyof typeof zh, string> = {
  title: 'Members',
  lead: 'The people who work with this book. Owners of customers and authors of follow-ups are chosen from them.',
  me: 'I am',
  meText: 'Your changes carry your name, and views such as “my customers” show yours.',
  nobody: 'Not chosen',
  add: 'Add',
  addPlaceholder: 'Type a name, press Enter',
  name: 'Name of “{name}”',
  color: 'Colour of “{name}”',
  deactivate: 'Deactivate',
  activate: 'Activate',
  inactive: 'Inactive',
  deactivateText: 'No longer offered; what is on record stays.',
  none: 'No members yet. Add yourself first.',
  'problem.taken': 'There is already a member of this name.',
  'problem.empty': 'The name cannot be empty.',
}
