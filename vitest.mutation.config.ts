import { defineConfig } from 'vitest/config'

/** The tests that say what the rules and the text stage find: those that a mutant of them is run against. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts', 'test/text/**/*.test.ts', 'test/{fixtures,regressions,mutants}.test.ts'],
    globalSetup: 'test/setup.ts',
    // One after the other in one process: a mutant is switched on by a variable, nothing needs to be loaded anew.
    isolate: false,
    testTimeout: 60_000,
  },
})
