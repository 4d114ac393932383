/** One colour of the palette: `solid` for charts and dots, `text` for words on its tint, in light and dark. */
export type OptionColor = { light: { solid: string; text: string }; dark: { solid: string; text: string } }

/**
 * The palette of select options, classes and members. The named hues are told apart by colour-blind
 * people (after Okabe and Ito, "Color Universal Design", 2008; tuned to the paper); `step1` … `step5`
 * are one hue in steps, from ink-red to pale sand, for classes that have an order.
 */
export const optionColors = {
  blue: { light: { solid: '#2F6DA8', text: '#25527E' }, dark: { solid: '#6FA8DC', text: '#A9CBEC' } },
  sky: { light: { solid: '#5AA5CF', text: '#27607F' }, dark: { solid: '#7CC0E4', text: '#A9D8F0' } },
  green: { light: { solid: '#2E8B6A', text: '#1F664D' }, dark: { solid: '#5BB894', text: '#9AD6BD' } },
  teal: { light: { solid: '#3B8C8C', text: '#286464' }, dark: { solid: '#63B5B5', text: '#A0D4D4' } },
  yellow: { light: { solid: '#D3AF35', text: '#6E5812' }, dark: { solid: '#DCC05C', text: '#E8D794' } },
  orange: { light: { solid: '#D98A1F', text: '#81500D' }, dark: { solid: '#E2A34F', text: '#EFC892' } },
  red: { light: { solid: '#C4552E', text: '#8E3A1C' }, dark: { solid: '#E08160', text: '#F0B29C' } },
  purple: { light: { solid: '#A8659A', text: '#78416C' }, dark: { solid: '#C78DBA', text: '#E0BBD8' } },
  brown: { light: { solid: '#8F6C49', text: '#65492C' }, dark: { solid: '#B8936C', text: '#D6BD9F' } },
  gray: { light: { solid: '#8F8A7F', text: '#5B574F' }, dark: { solid: '#8E897D', text: '#BDB8AC' } },
  step1: { light: { solid: '#A63226', text: '#8C281D' }, dark: { solid: '#E0705F', text: '#F2ADA1' } },
  step2: { light: { solid: '#C0604A', text: '#8A3B28' }, dark: { solid: '#CC7A62', text: '#E9B5A3' } },
  step3: { light: { solid: '#D08E6F', text: '#7F4A2F' }, dark: { solid: '#B08468', text: '#DBBDA8' } },
  step4: { light: { solid: '#DDB695', text: '#6F5136' }, dark: { solid: '#917A62', text: '#CDBBA5' } },
  step5: { light: { solid: '#E3D3B8', text: '#63563F' }, dark: { solid: '#756A58', text: '#BDB29F' } },
} as const satisfies Record<string, OptionColor>

export type OptionColorKey = keyof typeof optionColors

/** Keys offered to a person who adds an option, in the order new options take them. */
export const hueKeys: readonly OptionColorKey[] = ['blue', 'orange', 'green', 'purple', 'sky', 'red', 'yellow', 'teal', 'brown', 'gray']
export const stepKeys: readonly OptionColorKey[] = ['step1', 'step2', 'step3', 'step4', 'step5']

/** The palette's key; gray for a colour that a newer version or another program wrote. */
export function optionColorKey(key: string): OptionColorKey {
  return isOptionColorKey(key) ? key : 'gray'
}

function isOptionColorKey(key: string): key is OptionColorKey {
  return Object.hasOwn(optionColors, key)
}
