import { expect, test } from 'vitest'
import { templateText } from '#main/engine/template/templateTexts.ts'

test('who only knows others of the trade does not compare them', () => {
  const words = new RegExp(templateText('zh-CN', 'words.competitor'))
  for (const said of ['同行报价更低', '同行的价格便宜两成', '他在找同行比价', '换了别家']) expect(words.test(said), said).toBe(true)
  for (const said of ['对交货速度满意，提到同行也有需求。', '请张经理介绍同行', '已推荐给同行']) expect(words.test(said), said).toBe(false)
})
