import type { SampleIndustry } from '../words.ts'

/** What the sample's shop sells: category, list price, and how much of it the product costs to buy. */
export const productList = {
  tools: { category: 'consumables', price: 320, cost: 0.62 },
  bearings: { category: 'parts', price: 45, cost: 0.7 },
  hydraulics: { category: 'parts', price: 680, cost: 0.66 },
  office: { category: 'consumables', price: 180, cost: 0.74 },
  cartons: { category: 'materials', price: 6.5, cost: 0.8 },
  gloves: { category: 'consumables', price: 4.8, cost: 0.58 },
  shelves: { category: 'equipment', price: 520, cost: 0.68 },
  gifts: { category: 'other', price: 68, cost: 0.5 },
  coating: { category: 'materials', price: 240, cost: 0.64 },
  tiles: { category: 'materials', price: 98, cost: 0.72 },
  coolBoxes: { category: 'equipment', price: 860, cost: 0.7 },
  foodBags: { category: 'materials', price: 35, cost: 0.76 },
  racks: { category: 'equipment', price: 2600, cost: 0.73 },
  cables: { category: 'parts', price: 410, cost: 0.6 },
  pallets: { category: 'equipment', price: 95, cost: 0.78 },
  scanners: { category: 'equipment', price: 780, cost: 0.69 },
  desks: { category: 'equipment', price: 360, cost: 0.71 },
  masks: { category: 'consumables', price: 28, cost: 0.55 },
  delivery: { category: 'service', price: 200, cost: 0.8 },
  setUp: { category: 'service', price: 300, cost: 0.45 },
} as const
export type ProductKey = keyof typeof productList

/** The products customers of an industry buy, the main one first; the last two go well together with it. */
export const basketOf: Readonly<Record<SampleIndustry, readonly [ProductKey, ProductKey, ProductKey]>> = {
  manufacturing: ['tools', 'bearings', 'hydraulics'],
  wholesale: ['office', 'cartons', 'gloves'],
  retail: ['shelves', 'cartons', 'gifts'],
  construction: ['coating', 'tiles', 'gloves'],
  food: ['coolBoxes', 'foodBags', 'cartons'],
  technology: ['racks', 'cables', 'scanners'],
  logistics: ['pallets', 'cartons', 'scanners'],
  education: ['desks', 'office', 'gifts'],
  health: ['masks', 'gloves', 'coolBoxes'],
  services: ['gifts', 'office', 'desks'],
  agriculture: ['foodBags', 'gloves', 'pallets'],
}

export const isProductKey = (key: string): key is ProductKey => key in productList
