/**
 * What the tests know as "vitest" when the runner beside this file runs them: it collects them as plain functions, to be called
 * again and again in one process. The expectations are vitest's own.
 */
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

export interface Test {
  id: string
  run: () => void | Promise<void>
}

type Body = (...values: never[]) => void | Promise<void>
type Named = (name: string, body: Body) => void

const tests: Test[] = []
/** The file and the groups that a test is written in. */
let within: string[] = []

for (const part of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(part)
export const expect = chai.expect

/** `declare` and, beside it, `each`: once for every row, the row's values for the body's arguments. */
function withEach(declare: (name: string, body: () => void | Promise<void>) => void): Named & Record<'each', unknown> {
  const each = (rows: readonly unknown[]) => (name: string, body: Body) => {
    rows.forEach((row, i) => {
      const values = Array.isArray(row) ? row : [row]
      declare(`${name} ${i + 1}: ${String(values[0]).slice(0, 60)}`, () => body(...(values as never[])))
    })
  }
  return Object.assign((name: string, body: Body) => declare(name, () => body()), { each })
}

function group(name: string, body: () => void | Promise<void>): void {
  const outer = within
  within = [...outer, name]
  body()
  within = outer
}

export const describe = withEach(group)
export const test = withEach((name, run) => {
  tests.push({ id: `${[...within, name].join(' > ')} #${tests.length}`, run })
})
export const it = test

/** All that were declared since the last call. */
export const collected = (): Test[] => tests.splice(0)
