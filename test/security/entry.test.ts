/** What SECURITY.md promises of the built files, and of the package: read off their syntax trees and the lock file. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(root + file, 'utf8')
const manifest = JSON.parse(read('package.json'))

/** Ways out of the language: to the network, the disk, the process, other threads, the page, and to code made of text. */
const FORBIDDEN = new Set(
  'fetch XMLHttpRequest WebSocket EventSource navigator importScripts Worker SharedWorker BroadcastChannel process Buffer require module global globalThis window document self Deno Bun eval Function setTimeout setInterval setImmediate queueMicrotask Proxy WebAssembly localStorage sessionStorage indexedDB console'.split(
    ' ',
  ),
)

/** Names that a file uses without having made them, imports, and ways to make code. */
function outward(code: string): string[] {
  const file = ts.createSourceFile('x.js', code, ts.ScriptTarget.Latest, true)
  const declared = new Set<string>()
  const found: string[] = []
  const declare = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isClassDeclaration(node) ||
        ts.isBindingElement(node)) &&
      node.name !== undefined &&
      ts.isIdentifier(node.name)
    )
      declared.add(node.name.text)
    ts.forEachChild(node, declare)
  }
  declare(file)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) found.push(`import ${node.moduleSpecifier.getText(file)}`)
    else if (node.kind === ts.SyntaxKind.ImportKeyword) found.push('import()')
    else if (node.kind === ts.SyntaxKind.MetaProperty) found.push('import.meta')
    else if (ts.isIdentifier(node)) {
      const { parent } = node
      const isProperty =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ts.isMethodDeclaration(parent)
      if (!isProperty && FORBIDDEN.has(node.text) && !declared.has(node.text)) found.push(node.text)
      // (() => {}).constructor('code')
      if (isProperty && node.text === 'constructor' && ts.isCallExpression(parent.parent)) found.push('.constructor()')
      if (node.text === '__proto__') found.push('__proto__')
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('what goes outward is seen', () => {
  for (const code of [
    'fetch("x")',
    'import fs from "node:fs"',
    'await import("x")',
    'eval("1")',
    'new Function("1")()',
    'process.exit()',
    'globalThis["fe" + "tch"]',
    'require("fs")',
    'setTimeout("1")',
    '(() => {}).constructor("1")()',
  ])
    expect(outward(code), code).not.toEqual([])
  expect(outward('const text = "fetch process eval"; x.document = text.process')).toEqual([])
})

describe.skipIf(!existsSync(`${root}dist/index.js`))('the built entries', () => {
  test.each(['index', 'formats'])('%s goes nowhere', entry => {
    const chunks = new Set([`./${entry}.js`])
    for (const file of chunks) {
      const found = outward(read(`dist/${file}`))
      // A file of the package's own, looked at in its turn.
      const own = found.filter(name => /^import "\.\/[\w-]+\.js"$/.test(name))
      for (const name of own) chunks.add(name.slice('import "'.length, -1))
      expect(
        found.filter(name => !own.includes(name)),
        file,
      ).toEqual([])
    }
    // What CommonJS needs to be loaded, and nothing else.
    expect(outward(read(`dist/${entry}.cjs`)).filter(name => name !== 'module')).toEqual([])
  })

  test('the default entry does its work with nothing of its surroundings', () => {
    const code = `
      import { readFileSync } from 'node:fs'
      import vm from 'node:vm'
      const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } })
      const module = { exports: {} }
      vm.runInContext('(function (module, exports) {' + readFileSync('dist/index.cjs', 'utf8') + '})', context)(module, module.exports)
      console.log(module.exports.extract('Thủ tướng Phạm Minh Chính yêu cầu các bộ báo cáo trước ngày 5/9.').officials[0].name)
    `
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' })
    expect(out).toBe('Phạm Minh Chính\n')
  })
})

describe('the package', () => {
  const lock = JSON.parse(read('package-lock.json'))
  const packages: [string, Record<string, unknown>][] = Object.entries(lock.packages)

  test('brings nothing with it: no dependencies, peers only by choice, no scripts at installation', () => {
    expect([manifest.dependencies, manifest.optionalDependencies, manifest.bundleDependencies]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    for (const peer of Object.keys(manifest.peerDependencies ?? {}))
      expect(manifest.peerDependenciesMeta?.[peer]?.optional, peer).toBe(true)
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'])
      expect(manifest.scripts[script], script).toBeUndefined()
    expect(existsSync(`${root}binding.gyp`)).toBe(false)
  })

  test('the lock file pins all by version, address and hash', () => {
    expect(lock.lockfileVersion).toBe(3)
    const wanted = { ...manifest.devDependencies, ...manifest.peerDependencies }
    const locked = { ...lock.packages[''].devDependencies, ...lock.packages[''].peerDependencies }
    expect(locked).toEqual(wanted)
    const loose = packages.filter(
      ([path, p]) =>
        path !== '' &&
        p.inBundle !== true &&
        // npm leaves out the hashes of what is for other systems than that of whoever wrote the file.
        !(p.optional === true && (p.os !== undefined || p.cpu !== undefined)) &&
        // Without an address it is the one of the registry.
        (!/^(undefined$|https:\/\/registry\.npmjs\.org\/)/.test(String(p.resolved)) ||
          !/^sha512-/.test(String(p.integrity)) ||
          !/^\d+\.\d+\.\d+/.test(String(p.version))),
    )
    expect(loose.map(([path]) => path)).toEqual([])
  })

  test('nothing but tools and optional peers is in the lock file', () => {
    const shipped = packages.filter(([path, p]) => path !== '' && !p.dev && !p.optional && !p.devOptional && !p.peer)
    expect(shipped.map(([path]) => path)).toEqual([])
  })

  test('the bill of materials names the package and, of what ships with it, nothing else', () => {
    const npm = process.env.npm_execpath
    const args = [
      'sbom',
      '--sbom-format',
      'cyclonedx',
      '--omit',
      'dev',
      '--omit',
      'optional',
      '--omit',
      'peer',
      '--package-lock-only',
    ]
    const out =
      npm === undefined
        ? execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
        : execFileSync(process.execPath, [npm, ...args], {
            cwd: root,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          })
    const bill = JSON.parse(out)
    expect(bill.metadata.component.purl).toBe(`pkg:npm/chucdanh@${manifest.version}`)
    expect(bill.components).toEqual([])
  })
})
