/** The number that was typed, with commas and full-width digits; nothing typed is no number, not 0. */
export function typedNumber(text: string | undefined): number | '' {
  const plain = (text ?? '').normalize('NFKC').replaceAll(',', '').trim()
  return plain === '' ? '' : Number(plain)
}
