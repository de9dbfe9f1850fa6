/**
 * Mutation testing: does a test fail when the code is changed?
 *
 *   npm run mutation                            all of src/rules and src/text: many hours
 *   npm run mutation -- --sample 300            about so many mutants: whole functions, chosen at random
 *   npm run mutation -- --sample 300 --seed 2   others
 *   npm run mutation -- src/rules/terms/index.ts    some files
 *
 * A sample is of whole functions, not of lines: a mutant may be as large as a function's body, and one that does not lie in
 * what is mutated would never be chosen. A function that alone would make twice the sample is left out of it. Report: coverage/mutation.json, survivors on standard output.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { Command, InvalidArgumentError } from 'commander'
import ts from 'typescript'
import { seededRandom } from './lib/random.js'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Mutants a line of function, of what Stryker found in all of them. */
const MUTANTS_A_LINE = 3

interface Options {
  sample?: number
  seed: number
}

const count = (value: string): number => {
  const n = Number(value)
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('a whole number from 1 up is expected')
  return n
}

const command = new Command('mutation')
  .description('Mutation testing of the rules and the text stage')
  .argument('[files...]', 'of src/; without any, all of src/rules and src/text')
  .option('--sample <mutants>', 'about so many of them, in functions chosen at random', count)
  .option('--seed <n>', 'of the choice', count, 1)
  .action(mutate)
await command.parseAsync()

async function mutate(files: string[], { sample, seed }: Options): Promise<void> {
  const all = files.length > 0 ? files : ['src/rules', 'src/text'].flatMap(sourcesUnder)
  const mutate = sample === undefined ? all : choose(all.flatMap(functionsOf), sample, seed)
  console.log(`mutating ${mutate.length} ${sample === undefined ? 'files' : `functions, seed ${seed}`}`)
  await new Stryker({ configFile: 'stryker.config.json', mutate }).runMutationTest()
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter(f => f.endsWith('.ts'))
    .sort()
    .map(f => `${folder}/${f}`)
}

interface Stretch {
  /** As Stryker takes it: "src/rules/x.ts:12-40". */
  range: string
  lines: number
}

/** The functions at the top of a file and the methods of its classes. */
function functionsOf(file: string): Stretch[] {
  const source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.Latest)
  const found: Stretch[] = []
  const add = (node: ts.Node): void => {
    const line = (at: number): number => source.getLineAndCharacterOfPosition(at).line + 1
    const [from, to] = [line(node.getStart(source)), line(node.end)]
    found.push({ range: `${file}:${from}-${to}`, lines: to - from + 1 })
  }
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement)) add(statement)
    else if (ts.isClassDeclaration(statement)) statement.members.filter(m => ts.isMethodDeclaration(m)).forEach(add)
    else if (ts.isVariableStatement(statement)) {
      const [first] = statement.declarationList.declarations
      if (first?.initializer !== undefined && ts.isArrowFunction(first.initializer)) add(statement)
    }
  }
  return found
}

/** Functions at random until their lines hold about so many mutants. */
function choose(functions: Stretch[], mutants: number, seed: number): string[] {
  const random = seededRandom(seed)
  const left = [...functions]
  const chosen: string[] = []
  for (let lines = 0; left.length > 0 && lines * MUTANTS_A_LINE < mutants; ) {
    const [one] = left.splice(Math.floor(random() * left.length), 1)
    if (one.lines * MUTANTS_A_LINE > mutants * 2) continue
    chosen.push(one.range)
    lines += one.lines
  }
  return chosen.sort()
}
