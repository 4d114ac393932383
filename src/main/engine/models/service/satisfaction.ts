/**
 * Net promoter score of answers 0–10: per cent of 9 and 10 less per cent of 0–6 (Reichheld, Harvard Business Review
 * 2003). Answers that are missing or out of range do not count; null when none is left.
 */
export function netPromoterScore(answers: readonly (number | null)[]): number | null {
  const valid = answers.filter((answer): answer is number => answer !== null && answer >= 0 && answer <= 10)
  return netPromoterScoreOf({
    promoters: valid.filter((answer) => answer >= 9).length,
    passives: valid.filter((answer) => answer > 6 && answer < 9).length,
    detractors: valid.filter((answer) => answer <= 6).length,
  })
}

/** The same of counts. */
export function netPromoterScoreOf({ promoters, passives, detractors }: { promoters: number; passives: number; detractors: number }): number | null {
  const all = promoters + passives + detractors
  return all === 0 ? null : ((promoters - detractors) / all) * 100
}

/** Satisfaction of answers 1–5: per cent of 4 and 5 among the answers; null of none. */
export function satisfactionScore(answers: readonly (number | null)[]): number | null {
  const valid = answers.filter((answer): answer is number => answer !== null && answer >= 1 && answer <= 5)
  return valid.length === 0 ? null : (valid.filter((answer) => answer >= 4).length / valid.length) * 100
}
