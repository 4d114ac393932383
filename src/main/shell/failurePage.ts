import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'

/** Shown where one of our own pages should be and is not: one sentence in each language, no script. */
export function failurePage(): string {
  return `<!doctype html><html data-error="page missing"><head><meta charset="utf-8"><title>Kebu</title></head>
<body style="margin:0;display:grid;place-content:center;height:100vh;gap:16px;padding:0 48px;background:Canvas;color:CanvasText;color-scheme:light dark;font:14px/1.6 system-ui,sans-serif">
${sentence('zh-CN')}${sentence('en')}</body></html>`
}

const sentence = (lang: Lang): string => `<p lang="${lang}" style="margin:0;max-width:36em">${translator(lang)('dialogs.pageMissing')}</p>`
