/**
 * Runs the tests against one mutant after the other, as a plugin of Stryker's, in a small part of the time that a test runner
 * started anew for each would take.
 *
 * The tests and all they import are put into one script, which is compiled once. For each mutant it is evaluated anew, so
 * nothing that an earlier mutant left behind (a memo, the lexicon) is met again; then the tests are called, those first that are
 * likely to notice: the ones that killed a mutant lately, of those that come to the mutant's place.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import type { MutantCoverage, StrykerOptions } from '@stryker-mutator/api/core'
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner'
import { build, type Plugin } from 'esbuild'
import { globSync } from 'tinyglobby'
import type { Test } from './tests.js'

/** What the mutated code and Stryker share. */
interface Shared {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: MutantCoverage | undefined
}

const shared: Shared = {}
Object.assign(globalThis, { __stryker__: shared })

const testsModule = fileURLToPath(new URL('tests.ts', import.meta.url))

/** A file of the one script still finds what lies beside it. */
const ownUrls: Plugin = {
  name: 'own-urls',
  setup(b) {
    b.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    }))
  },
}

type Load = (require: NodeJS.Require, module: { exports: { collected?: () => Test[] } }) => void

class Runner implements TestRunner {
  static readonly inject = tokens(commonTokens.options)
  private load!: Load
  /** How long a test took, and the number of the run in which it last killed a mutant. */
  private readonly time = new Map<string, number>()
  private readonly killed = new Map<string, number>()
  private runs = 0

  constructor(private readonly options: StrykerOptions & { tests?: string[] }) {}

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    const files = globSync(this.options.tests ?? []).sort()
    if (files.length === 0) throw new Error('stryker.config.json names no tests')
    const { outputFiles } = await build({
      stdin: {
        contents: `${files.map(f => `import './${f}'`).join('\n')}\nexport { collected } from 'vitest'`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      packages: 'external',
      alias: { vitest: testsModule },
      ignoreAnnotations: true,
      plugins: [ownUrls],
    })
    this.load = new Script(`((require, module) => { ${outputFiles[0].text}\n})`).runInThisContext() as Load
  }

  async dryRun(): Promise<DryRunResult> {
    shared.activeMutant = undefined
    shared.mutantCoverage = { static: {}, perTest: {} }
    const results: TestResult[] = []
    for (const test of this.loadTests()) {
      shared.currentTestId = test.id
      const begin = performance.now()
      const failureMessage = await failureOf(test)
      const timeSpentMs = performance.now() - begin
      const about = { id: test.id, name: test.id, timeSpentMs }
      results.push(
        failureMessage === null
          ? { ...about, status: TestStatus.Success }
          : { ...about, status: TestStatus.Failed, failureMessage },
      )
    }
    shared.currentTestId = undefined
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: shared.mutantCoverage }
  }

  async mutantRun({
    activeMutant,
    mutantActivation,
    testFilter,
    hitLimit,
  }: MutantRunOptions): Promise<MutantRunResult> {
    this.runs++
    shared.hitCount = 0
    shared.hitLimit = hitLimit
    shared.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined
    let nrOfTests = 0
    let killedBy: Test | null = null
    let failureMessage: string | null = null
    try {
      const tests = this.inOrder(this.loadTests(), testFilter)
      shared.activeMutant = activeMutant.id
      for (const test of tests) {
        nrOfTests++
        const begin = performance.now()
        failureMessage = await failureOf(test)
        this.time.set(test.id, performance.now() - begin)
        if (failureMessage === null) continue
        killedBy = test
        break
      }
    } catch (error) {
      return { status: MutantRunStatus.Error, errorMessage: String(error) }
    } finally {
      shared.activeMutant = undefined
    }
    const tooMany = determineHitLimitReached(shared.hitCount, hitLimit)
    if (tooMany !== undefined) return { status: MutantRunStatus.Timeout, reason: tooMany.reason ?? '' }
    if (killedBy === null || failureMessage === null) return { status: MutantRunStatus.Survived, nrOfTests }
    this.killed.set(killedBy.id, this.runs)
    return { status: MutantRunStatus.Killed, killedBy: [killedBy.id], failureMessage, nrOfTests }
  }

  private loadTests(): Test[] {
    const module: Parameters<Load>[1] = { exports: {} }
    this.load(createRequire(`${process.cwd()}/tests.cjs`), module)
    return module.exports.collected!()
  }

  /**
   * The tests that come to the mutant's place first. The others follow: what is worked out once and kept was counted for the first
   * test alone that asked for it.
   */
  private inOrder(tests: Test[], filter: string[] | undefined): Test[] {
    const there = new Set(filter)
    const rank = (t: Test): number => (there.has(t.id) ? 1e9 : 0) + (this.killed.get(t.id) ?? 0)
    const time = (t: Test): number => this.time.get(t.id) ?? 0
    return tests.sort((a, b) => rank(b) - rank(a) || time(a) - time(b))
  }
}

async function failureOf(test: Test): Promise<string | null> {
  try {
    await test.run()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', Runner)]
export const strykerValidationSchema = {
  properties: { tests: { description: 'The test files.', type: 'array', items: { type: 'string' } } },
}
