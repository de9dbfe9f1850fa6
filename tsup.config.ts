import { defineConfig } from 'tsup'

/** Vietnamese letters as they are: written as escapes they would take twice the room. */
const esbuildOptions = (options: { charset?: 'ascii' | 'utf8' }): void => {
  options.charset = 'utf8'
}

export default defineConfig([
  {
    // The library: no Node built-ins, so that it runs in browsers, workers and edge runtimes as well.
    entry: { index: 'src/index.ts', formats: 'src/formats/index.ts' },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    target: 'es2022',
    dts: true,
    clean: true,
    esbuildOptions,
  },
  {
    // The command line, with what it needs inside: the package has no dependencies.
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    esbuildOptions,
    // Bundled CommonJS modules ask for Node's own modules by `require`.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
    },
  },
])
