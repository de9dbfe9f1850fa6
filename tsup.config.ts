import { defineConfig, type Options } from 'tsup'
import { keyedWords } from './scripts/lib/keyed-words.js'

/** Vietnamese letters as they are: written as escapes they would take twice the room. */
const esbuildOptions = (options: { charset?: 'ascii' | 'utf8' }): void => {
  options.charset = 'utf8'
}

/** The extractor, lexicon and all, stands in the package once: other entries import it from the main one. */
const extractorFromIndex: Plugin = {
  name: 'extractor-from-index',
  setup(build) {
    const path = build.initialOptions.format === 'cjs' ? './index.cjs' : './index.js'
    build.onResolve({ filter: /\/extractor\.js$/ }, () => ({ path, external: true }))
  },
}
type Plugin = NonNullable<Options['esbuildPlugins']>[number]

export default defineConfig([
  {
    // The library: no Node built-ins, so that it runs in browsers, workers and edge runtimes as well.
    entry: { index: 'src/index.ts', formats: 'src/formats/index.ts' },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    target: 'es2022',
    dts: true,
    clean: true,
    // Half of what starts a fresh process is reading the code. A trace of the stack is legible in a build without this line.
    minify: true,
    // One file to load, at the price of 10 KB that both entries hold.
    splitting: false,
    esbuildPlugins: [keyedWords],
    esbuildOptions,
  },
  {
    // The command line, with what it needs inside: the package has no dependencies.
    entry: { cli: 'src/cli/main.ts', 'pipeline-worker': 'src/pipeline/worker.ts' },
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    esbuildPlugins: [extractorFromIndex],
    esbuildOptions,
    // Bundled CommonJS modules ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'\nconst require = requireOf(import.meta.url)",
    },
  },
  {
    // Pages. What reads HTML are optional peers, imported as they are.
    entry: { html: 'src/html/index.ts' },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    target: 'es2022',
    dts: true,
    esbuildPlugins: [extractorFromIndex],
    esbuildOptions,
  },
  {
    // Adapters to other libraries, which are optional peers; but what tells languages is inside.
    entry: {
      compromise: 'src/integrations/compromise/index.ts',
      language: 'src/language/index.ts',
      vntk: 'src/integrations/vntk/index.ts',
    },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    target: 'es2022',
    dts: true,
    noExternal: ['franc'],
    external: ['vntk'],
    esbuildPlugins: [extractorFromIndex],
    esbuildOptions,
  },
  {
    // Streams, worker threads and workers of a queue for programs; the threads run `pipeline-worker.js`.
    entry: { pipeline: 'src/pipeline/index.ts', queue: 'src/queue/index.ts' },
    format: ['esm', 'cjs'],
    platform: 'node',
    target: 'node20',
    dts: true,
    // CommonJS has no `import.meta.url`, by which the worker's file is found.
    shims: true,
    esbuildPlugins: [extractorFromIndex],
    esbuildOptions,
  },
])
