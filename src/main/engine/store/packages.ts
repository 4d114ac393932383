import { createRequire } from 'node:module'
import type * as PinyinPro from 'pinyin-pro'
import type ChineseDays from 'chinese-days'
import type * as LunarJavascript from 'lunar-javascript'

/*
 * Packages of large tables that few calls need: loaded at their first use, for the engine starts on three threads at
 * once and would load each of them on every one. By `require`, since a formula cannot wait (decision 1).
 */
const load: {
  (name: 'pinyin-pro'): typeof PinyinPro
  (name: 'chinese-days'): typeof ChineseDays
  (name: 'lunar-javascript'): typeof LunarJavascript
} = createRequire(import.meta.url)

export const pinyinPro = (): typeof PinyinPro => load('pinyin-pro')
export const chineseDays = (): typeof ChineseDays => load('chinese-days')
export const lunarJavascript = (): typeof LunarJavascript => load('lunar-javascript')
