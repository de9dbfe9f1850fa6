/** The package as it would be published: packed, and looked at by publint, arethetypeswrong, a bundler and a fresh project. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import { build } from 'esbuild'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = existsSync(`${root}dist/index.cjs`) && existsSync(`${root}dist/schema.json`)
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
/** These ask for modules of Node. */
const FOR_NODE = ['./pipeline', './queue']
const entries: string[] = Object.keys(manifest.exports).filter(path => !path.endsWith('.json'))

/** TypeScript's "node10" knows no "exports": to it subpaths are files that are not there. It went out with TypeScript 5. */
const isOldResolution = (problem: Problem): boolean =>
  'resolutionKind' in problem &&
  problem.resolutionKind === 'node10' &&
  'entrypoint' in problem &&
  problem.entrypoint !== '.'

describe.skipIf(!built)('the packed package', () => {
  let dir = ''
  let tarball = new Uint8Array()
  let files: string[] = []

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
    const out = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dir], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [packed] = JSON.parse(out) as { filename: string; files: { path: string }[] }[]
    files = packed.files.map(file => file.path)
    tarball = new Uint8Array(readFileSync(join(dir, packed.filename)))
    mkdirSync(join(dir, 'node_modules'))
    execFileSync('tar', ['-xzf', packed.filename, '-C', 'node_modules'], { cwd: dir })
    execFileSync('mv', ['node_modules/package', 'node_modules/chucdanh'], { cwd: dir })
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  test('publint finds nothing, strictly', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true })
    expect(messages.map(message => formatMessage(message, pkg))).toEqual([])
  })

  test('arethetypeswrong finds nothing', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(tarball))
    if (!analysis.types) throw new Error('the package has no types')
    expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(entries))
    expect(analysis.problems.filter(problem => !isOldResolution(problem))).toEqual([])
  })

  test('it holds what is built and the notices, no sources, tests or maps', () => {
    const others = files.filter(file => !/^dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts|json)$/.test(file))
    expect(others.sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'THIRD-PARTY.md',
      'package.json',
    ])
  })

  test('nothing runs when it is installed, and nothing comes with it', () => {
    const { scripts, dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} } = manifest
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(script)
    expect([dependencies, optionalDependencies]).toEqual([undefined, undefined])
    for (const peer of Object.keys(peerDependencies)) expect(peerDependenciesMeta[peer]).toEqual({ optional: true })
    expect(files.filter(file => /\.node$|binding\.gyp$/.test(file))).toEqual([])
  })

  test.each([
    'chucdanh',
    'chucdanh/formats',
    'chucdanh/compromise',
    'chucdanh/language',
    'chucdanh/vntk',
    'chucdanh/pipeline',
  ])('a project without any other package can import %s, both ways', name => {
    const node = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: dir, encoding: 'utf8' })
    const esm = node('--input-type=module', '-e', `console.log(Object.keys(await import('${name}')).sort().join())`)
    const cjs = node('--input-type=commonjs', '-e', `console.log(Object.keys(require('${name}')).sort().join())`)
    const names = (out: string): string[] =>
      out
        .trim()
        .split(',')
        .filter(n => n !== 'default')
    expect(names(esm).length).toBeGreaterThan(0)
    expect(names(cjs)).toEqual(names(esm))
  })

  test('its schema and its manifest can be imported', () => {
    const code = `console.log(require('chucdanh/schema.json').$ref, require('chucdanh/package.json').version)`
    const out = execFileSync(process.execPath, ['--input-type=commonjs', '-e', code], { cwd: dir, encoding: 'utf8' })
    expect(out.trim()).toBe(`#/definitions/Extraction ${manifest.version}`)
  })

  describe('a bundler', () => {
    /** What is left of a program once a bundler has thrown out what it does not use. */
    const bundle = async (code: string): Promise<string> => {
      writeFileSync(join(dir, 'program.js'), code)
      const { outputFiles } = await build({
        entryPoints: [join(dir, 'program.js')],
        bundle: true,
        write: false,
        minify: true,
        platform: 'neutral',
        format: 'esm',
        charset: 'utf8',
        logLevel: 'silent',
        external: Object.keys(manifest.peerDependencies ?? {}),
      })
      return outputFiles[0].text
    }

    test.each(entries.filter(entry => !FOR_NODE.includes(entry)))(
      'leaves nothing of %s that is not used',
      async entry => {
        expect((await bundle(`import * as all from 'chucdanh${entry.slice(1)}'`)).trim()).toBe('')
      },
    )

    test('takes one format without the others and without the extraction', async () => {
      expect(files).toContain('dist/formats.js')
      const whole = await bundle(`import * as all from 'chucdanh/formats'; console.log(all)`)
      const csv = await bundle(`import { toCsv } from 'chucdanh/formats'; console.log(toCsv)`)
      const jsonld = await bundle(`import { toJsonLd } from 'chucdanh/formats'; console.log(toJsonLd)`)
      for (const mark of ['NewsArticle', 'Occupancy', 'CHUCDANH:OFFICIAL']) {
        expect(whole).toContain(mark)
        expect(csv).not.toContain(mark)
      }
      // The style and the script of the page.
      for (const mark of ['--cd-page', 'addEventListener']) {
        expect(whole).toContain(mark)
        expect(csv + jsonld).not.toContain(mark)
      }
      expect(jsonld).toContain('NewsArticle')
      expect(jsonld).not.toContain('Occupancy')
      expect(csv.length).toBeLessThan(whole.length / 2)
      const extraction = await bundle(`import { extract } from 'chucdanh'; console.log(extract)`)
      expect(whole.length).toBeLessThan(extraction.length / 2)
    })

    test('finds no franc in the main entry', async () => {
      const main = await bundle(`import * as all from 'chucdanh'; console.log(all)`)
      const language = await bundle(`import * as all from 'chucdanh/language'; console.log(all)`)
      // Two of the trigrams that franc tells Swahili by.
      expect(language).toContain('wa |')
      expect(main).not.toContain('wa |')
    })
  })
})
