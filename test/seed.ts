/**
 * The same random cases in each run of the tests, so that a change fails for what it did. `npm run fuzz` draws new ones each time;
 * SEED=… repeats a run of it.
 */
import fc from 'fast-check'

const { SEED, MODE } = process.env
if (SEED !== undefined || MODE !== 'fuzz') fc.configureGlobal({ seed: Number(SEED ?? 2026) })
