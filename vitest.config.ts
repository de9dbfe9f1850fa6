import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/setup.ts',
    setupFiles: 'test/seed.ts',
    // A machine that is busy with other work is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
