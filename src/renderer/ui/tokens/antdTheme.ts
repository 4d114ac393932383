import { theme, type ThemeConfig } from 'antd'
import { palettes, type Palette, type ThemeName } from './palette.ts'

/** The component library's tokens, all taken from ours. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const color = palettes[name]
  return {
    algorithm: [name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm, theme.compactAlgorithm, ownTextSizes, sealAsItIs(color)],
    cssVar: { key: `kebu-${name}` },
    hashed: false,
    token: {
      colorPrimary: color.seal,
      colorInfo: color.link,
      colorLink: color.link,
      colorSuccess: color.good,
      colorWarning: color.warn,
      colorError: color.bad,
      colorBgBase: color.paper,
      colorBgContainer: color.paper,
      colorBgElevated: name === 'dark' ? color.raised : color.paper,
      colorBgLayout: color.raised,
      colorTextBase: color.ink,
      colorText: color.ink,
      colorTextSecondary: color.second,
      colorTextTertiary: color.second,
      colorTextPlaceholder: color.faint,
      colorBorder: color.lineStrong,
      colorBorderSecondary: color.line,
      colorTextLightSolid: color.onSeal,
      fontFamily: 'var(--font)',
      fontSize: 13,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 4,
      controlHeight: 28,
      controlHeightSM: 24,
      controlHeightLG: 36,
      fontWeightStrong: 600,
      motionDurationFast: '0.12s',
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.18s',
      wireframe: false,
      lineWidthFocus: 2,
      // A line around what floats: in the dark a shadow alone does not part it from the page.
      boxShadow: `0 0 0 1px ${color.line}, ${shadows[name]}`,
      boxShadowSecondary: `0 0 0 1px ${color.line}, ${shadows[name]}`,
      colorBgMask: name === 'dark' ? 'rgb(0 0 0 / 50%)' : 'rgb(31 30 27 / 24%)',
    },
    components: {
      Button: { fontWeight: 400, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Input: { activeShadow: 'none' },
      InputNumber: { activeShadow: 'none' },
      Select: { optionSelectedBg: color.raised, optionSelectedFontWeight: 600 },
      Modal: { titleFontSize: 15 },
      Tooltip: { colorBgSpotlight: color.ink, colorTextLightSolid: color.paper },
      // Seen on the page and on what is raised from it.
      Segmented: {
        trackBg: name === 'dark' ? 'rgb(236 234 228 / 10%)' : 'rgb(31 30 27 / 7%)',
        itemSelectedBg: name === 'dark' ? color.lineStrong : color.paper,
        itemColor: color.second,
      },
    },
  }
}

const shadows: Record<ThemeName, string> = {
  light: '0 1px 2px rgb(31 30 27 / 8%), 0 8px 24px rgb(31 30 27 / 14%)',
  dark: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 50%)',
}

/** The dark algorithm dims the accent, and with it the text on a button falls below what can be read. */
const sealAsItIs =
  ({ seal, sealStrong }: Palette): typeof theme.compactAlgorithm =>
  (seed, map = theme.compactAlgorithm(seed)) => ({ ...map, colorPrimary: seal, colorPrimaryHover: sealStrong, colorPrimaryActive: sealStrong })

/** The compact algorithm shrinks the text too, to 10 px: ours stays at what a person reads with ease. */
const ownTextSizes: typeof theme.compactAlgorithm = (seed, map = theme.compactAlgorithm(seed)) => ({
  ...map,
  fontSizeSM: 12,
  fontSize: 13,
  fontSizeLG: 14,
  fontHeightSM: 20,
  fontHeight: 20,
  fontHeightLG: 22,
  lineHeightSM: 20 / 12,
  lineHeight: 20 / 13,
  lineHeightLG: 22 / 14,
})
