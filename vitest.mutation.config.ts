import { defineConfig } from 'vitest/config'

/** The tests that say what the rules and the text stage find: those that a mutant of them is run against. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts', 'test/text/**/*.test.ts', 'test/{fixtures,regressions,api}.test.ts'],
    globalSetup: 'test/setup.ts',
  },
})
