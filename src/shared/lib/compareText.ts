/** Chinese by pinyin, numbers inside text by value: 陈 < 李 < 王, 客户2 < 客户10. */
export const compareText = (a: string, b: string): number => collator.compare(a, b)

const collator = new Intl.Collator('zh-CN', { numeric: true })
