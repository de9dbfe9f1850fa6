/** The package as built: what `npm test` has just made in dist/. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { billOf, bundledPackages } from '../scripts/sbom.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const TEXT = 'Thủ tướng Phạm Minh Chính tới Huế.'

test('what is copied into the built files is told, in the notices and in the bill of materials', async () => {
  const bundled = await bundledPackages()
  const notices = readFileSync(`${root}THIRD-PARTY.md`, 'utf8')
  const told = Array.from(notices.matchAll(/^- (\S+) \(/gm), m => m[1])
  expect(told.sort()).toEqual(bundled.map(name => name.replace(/@[^@]+$/, '')))
  const bill = billOf(bundled)
  expect(bill.components.map(c => c['bom-ref']).sort()).toEqual(bundled)
  expect(bill.metadata.component['bom-ref']).toBe(`chucdanh@${manifest.version}`)
})

describe.skipIf(!existsSync(`${root}dist/cli.js`) || !existsSync(`${root}dist/index.cjs`))('the package', () => {
  test('has no dependencies', () => {
    expect(manifest.dependencies ?? {}).toEqual({})
  })

  test('imports, as a module and as CommonJS, to the same result', async () => {
    const esm = await import(`${root}dist/index.js`)
    const cjs = createRequire(import.meta.url)(`${root}dist/index.cjs`)
    expect(Object.keys(cjs).sort()).toEqual(Object.keys(esm).sort())
    expect(esm.extract(TEXT).officials[0].name).toBe('Phạm Minh Chính')
    expect(cjs.extract(TEXT)).toEqual(esm.extract(TEXT))
  })

  test.each(['index.js', 'index.cjs'])('%s asks for no module of Node or anybody', file => {
    const code = readFileSync(`${root}dist/${file}`, 'utf8')
    expect(code).not.toMatch(/(?:^|[\s;=])(?:import\s[^;]*?from\s*|require\()["'](?!\.)/m)
    expect(code).not.toMatch(/\bprocess\.|\bBuffer\./)
  })

  test('every file that package.json names is there', () => {
    const named: string[] = []
    const walk = (value: unknown): void => {
      if (typeof value === 'string') named.push(value)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
    }
    walk([manifest.main, manifest.module, manifest.types, manifest.exports, manifest.bin, manifest.files])
    for (const file of named) expect(existsSync(root + file), file).toBe(true)
    expect(named.length).toBeGreaterThan(8)
  })

  test('the command runs', () => {
    const out = execFileSync(process.execPath, [`${root}dist/cli.js`, 'extract', '-'], {
      input: TEXT,
      encoding: 'utf8',
    })
    expect(JSON.parse(out).officials[0].name).toBe('Phạm Minh Chính')
    expect(readFileSync(`${root}dist/cli.js`, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })
})
