/**
 * Mutation testing: does a test fail when the code is changed?
 *
 *   npm run mutation                            all of src/rules and src/text: some hours
 *   npm run mutation -- --sample 1000           about so many mutants: whole functions, chosen at random
 *   npm run mutation -- --sample 1000 --seed 2  others
 *   npm run mutation -- src/rules/terms         a folder, or a file
 *
 * A sample is of whole functions, not of lines: a mutant may be as large as a function's body, and one that does not lie in
 * what is mutated would never be chosen. Each folder has the share of its lines; within it a seed chooses the same functions
 * when others come or go. Report: coverage/mutation.json, survivors on standard output. How the tests are run: `mutation/runner.ts`.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { Command, InvalidArgumentError } from 'commander'
import ts from 'typescript'

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
  .argument('[paths...]', 'files and folders of src/; without any, src/rules and src/text')
  .option('--sample <mutants>', 'about so many of them, in functions chosen at random', count)
  .option('--seed <n>', 'of the choice', count, 1)
  .action(mutate)
await command.parseAsync()

async function mutate(paths: string[], { sample, seed }: Options): Promise<void> {
  const all = (paths.length > 0 ? paths : ['src/rules', 'src/text']).flatMap(sourcesAt)
  const mutate = sample === undefined ? all : choose(all.flatMap(functionsOf), sample, seed)
  console.log(`mutating ${mutate.length} ${sample === undefined ? 'files' : `functions, seed ${seed}`}`)
  // The processes that Stryker starts read the runner beside this file, which is TypeScript.
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import tsx`
  await new Stryker({ configFile: 'stryker.config.json', mutate }).runMutationTest()
}

function sourcesAt(path: string): string[] {
  if (statSync(root + path).isFile()) return [path]
  return readdirSync(root + path, { recursive: true, encoding: 'utf8' })
    .filter(f => f.endsWith('.ts'))
    .sort()
    .map(f => `${path}/${f}`)
}

interface Stretch {
  folder: string
  /** The file and what the code there begins with. */
  name: string
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
    const [name] = node.getText(source).split(/[(=]/, 1)
    found.push({
      folder: dirname(file),
      name: `${file} ${name}`,
      range: `${file}:${from}-${to}`,
      lines: to - from + 1,
    })
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

function linesOf(functions: Stretch[]): number {
  return functions.reduce((sum, f) => sum + f.lines, 0)
}

/** From each folder functions at random until their lines hold its share of so many mutants. */
function choose(functions: Stretch[], mutants: number, seed: number): string[] {
  const share = mutants / MUTANTS_A_LINE / linesOf(functions)
  const lot = (f: Stretch): string => createHash('sha256').update(`${seed} ${f.name}`).digest('hex')
  const chosen: string[] = []
  for (const folder of new Set(functions.map(f => f.folder))) {
    const own = functions.filter(f => f.folder === folder)
    const inOrder = own.map(f => ({ ...f, lot: lot(f) })).sort((a, b) => (a.lot < b.lot ? -1 : 1))
    const wanted = linesOf(own) * share
    for (let lines = 0, i = 0; i < inOrder.length && lines < wanted; i++) {
      chosen.push(inOrder[i].range)
      lines += inOrder[i].lines
    }
  }
  return chosen.sort()
}
