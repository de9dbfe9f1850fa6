/** The library as built, where there is no Node: in the runtime of edge functions, and in a bare engine with the language alone. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { EdgeVM } from '@edge-runtime/vm'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { type Answer, answer, cases, expectSame } from './cases.js'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** As a tool of edge platforms bundles it: one script, and nothing of Node to be had. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * as chucdanh from './index.js'; export * as formats from './formats.js'`,
      resolveDir: dist,
    },
    bundle: true,
    write: false,
    platform: 'neutral',
    format: 'iife',
    globalName: 'library',
  })
  return `${outputFiles[0].text}
const answer = ${String(answer)}
globalThis.answers = json => JSON.stringify(JSON.parse(json).map(c => answer(library.chucdanh, library.formats, c)))`
}

describe.skipIf(!existsSync(`${dist}/index.js`))('without Node', async () => {
  const code = existsSync(`${dist}/index.js`) ? await bundle() : ''

  test('in the edge runtime', () => {
    const vm = new EdgeVM()
    expect(vm.evaluate('typeof process + typeof Buffer + typeof require')).toBe('undefined'.repeat(3))
    vm.evaluate(code)
    const answers = vm.evaluate(`answers(${JSON.stringify(JSON.stringify(cases))})`)
    expectSame(JSON.parse(answers) as Answer[])
  })

  test('in a bare engine: no more than the language, and TextEncoder', () => {
    const context = createContext({ TextEncoder })
    runInContext(code, context)
    const answers = runInContext(`answers(${JSON.stringify(JSON.stringify(cases))})`, context)
    expectSame(JSON.parse(answers) as Answer[])
  })

  test('in Node, as a module and as CommonJS', async () => {
    const esm = [await import(`${dist}/index.js`), await import(`${dist}/formats.js`)]
    const require = createRequire(import.meta.url)
    const cjs = [require(`${dist}/index.cjs`), require(`${dist}/formats.cjs`)]
    for (const [chucdanh, formats] of [esm, cjs]) expectSame(cases.map(c => answer(chucdanh, formats, c)))
  })
})
