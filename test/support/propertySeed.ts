import fc from 'fast-check'

/**
 * Property tests draw the same examples on every run, so that a change passes or fails by what it is.
 * `KEBU_SEED=random npm run test:unit` draws others each time; a number draws those of a failure again.
 */
const asked = process.env['KEBU_SEED'] ?? '20260101'
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) })
