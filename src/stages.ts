/** How rules of a user's own take their place among the stages of the pipeline. */
import type { Document } from './document.js'
import { describeValue, listOf, nearest } from './messages.js'

/** A stage of the pipeline: reads the document and adds to it. */
export interface Stage {
  /** Unique in the pipeline; users name it to put a rule of their own before or after. */
  name: string
  run(doc: Document): void
}

/**
 * A rule of a user's own. It may name one stage to stand right before or right after, a rule listed earlier too; without
 * one it runs last, before the records are made.
 */
export interface UserRule extends Stage {
  before?: string | undefined
  after?: string | undefined
}

const RULE_KEYS = ['name', 'run', 'before', 'after']

/**
 * The stages with the user's rules among them.
 * @throws TypeError naming the rule and, where a stage is missing, the stages there are
 */
export function withRules(stages: readonly Stage[], rules: readonly UserRule[]): readonly Stage[] {
  if (!Array.isArray(rules)) throw new TypeError(`rules: must be an array of rules, but it is ${describeValue(rules)}`)
  const all = [...stages]
  rules.forEach((rule: UserRule, i) => {
    const fail = (what: string): never => {
      throw new TypeError(`rules[${i}]${typeof rule?.name === 'string' ? ` ("${rule.name}")` : ''}: ${what}`)
    }
    if (typeof rule !== 'object' || rule === null)
      fail(`must be an object like { name, run, after: "titles" }, but it is ${describeValue(rule)}`)
    for (const key of Object.keys(rule))
      if (!RULE_KEYS.includes(key)) fail(`no key "${key}"${nearest(key, RULE_KEYS)}; there are ${listOf(RULE_KEYS)}`)
    if (typeof rule.name !== 'string' || !rule.name.trim()) fail('no "name"')
    if (typeof rule.run !== 'function') fail(`"run" must be a function, but it is ${describeValue(rule.run)}`)
    const names = all.map(s => s.name)
    if (names.includes(rule.name)) fail(`there is a stage of that name; the stages are ${listOf(names)}`)
    if (rule.before !== undefined && rule.after !== undefined) fail('say "before" or "after", not both')
    const anchor = rule.before ?? rule.after
    const stage = named(rule)
    if (anchor === undefined) {
      all.push(stage)
      return
    }
    const at = names.indexOf(anchor)
    if (at < 0) {
      const what = typeof anchor === 'string' ? `"${anchor}"${nearest(anchor, names)}` : describeValue(anchor)
      fail(
        `no stage ${what} to stand ${rule.before === undefined ? 'after' : 'before'}; the stages are ${listOf(names)}`,
      )
    }
    all.splice(rule.before === undefined ? at + 1 : at, 0, stage)
  })
  return all
}

/** The rule as a stage, as it is now; what it throws names it. */
function named({ name, run }: UserRule): Stage {
  return {
    name,
    run(doc) {
      let result: unknown
      try {
        result = run(doc)
      } catch (error) {
        throw new Error(`the rule "${name}" failed: ${reasonOf(error)}`, { cause: error })
      }
      if (result instanceof Promise) {
        // It is not waited for: what becomes of it must not end the program.
        result.catch(() => {})
        throw new TypeError(`the rule "${name}" gave a promise; a rule must be done when it returns`)
      }
    },
  }
}

/**
 * Runs a stage of the package's own after rules of a user's own: where it fails, it is most likely that one of them left
 * something on the document that no stage expects.
 */
export function runAfter<T>(rules: readonly string[], stage: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (rules.length === 0) throw error
    const which = listOf(rules.map(r => `"${r}"`))
    throw new Error(
      `${stage} failed after ${rules.length === 1 ? 'the rule' : 'the rules'} ${which}: ${reasonOf(error)}; look at what is left on the document there`,
      { cause: error },
    )
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : describeValue(error))
