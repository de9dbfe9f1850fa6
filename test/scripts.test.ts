/** The scripts that report on the extraction run, over the sample reports. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeArticles } from '../bench/articles.js'
import { readArticles } from '../scripts/lib/articles.js'
import type { Section } from '../scripts/mine/report.js'
import { extract } from '../src/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-scripts-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function run(script: string, args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { cwd: root, encoding: 'utf8' })
}

const reports = readdirSync(`${root}fixtures`)
  .filter(f => f.endsWith('.txt'))
  .map(f => `fixtures/${f}`)

describe('mine', { timeout: 60_000 }, () => {
  test('counts heads, names, terms and cues, with samples of each', () => {
    const { stdout, status } = run('scripts/mine.ts', [...reports, '--json', '--samples', '2'])
    expect(status).toBe(0)
    const report = JSON.parse(stdout) as Record<string, unknown> & Record<'heads' | 'names' | 'terms' | 'cues', Section>
    expect(report).toMatchObject({ articles: reports.length, failed: 0 })
    expect(report.heads.totals['in a title']).toBeGreaterThan(200)
    expect(report.names.totals.names).toBeGreaterThan(100)
    expect(report.terms.totals['candidates taken']).toBeGreaterThan(10)
    expect(report.cues.totals['of these directives']).toBeGreaterThan(10)
    for (const section of [report.heads, report.names, report.terms, report.cues]) {
      expect(section.samples.length).toBeGreaterThan(0)
      for (const table of section.tables) for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
      for (const { items } of section.samples) expect(items.length).toBeLessThanOrEqual(2)
    }
  })

  test('prints one part as tables, of gzipped lines too', () => {
    const file = join(dir, 'hai.ndjson.gz')
    writeFileSync(
      file,
      gzipSync('{"id":1,"text":"Sáng 5/3, Bí thư Tỉnh ủy Lào Cai Trần Nam dự họp."}\n\n{"text":"Trời mưa."}\n'),
    )
    const { stdout, status } = run('scripts/mine.ts', [file, '--only', 'heads', '--samples', '1'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^articles 2 · /)
    expect(stdout).toMatch(/^Bí thư +secretary +1 +1 +100\.0% +1 +100\.0% +0 /m)
    expect(stdout).toContain('1:10  Sáng 5/3, ⟦Bí thư Tỉnh ủy Lào Cai⟧ Trần Nam dự họp.')
    expect(stdout).not.toContain('Directive cues')
  })

  test('says which line is no article', () => {
    const file = join(dir, 'sai.ndjson')
    writeFileSync(file, '{"text":"Trời mưa."}\n{"body":"Trời mưa."}\n')
    const { stderr, status } = run('scripts/mine.ts', [file])
    expect(status).not.toBe(0)
    expect(stderr).toContain('sai.ndjson:2: this line has no "text"')
  })
})

describe('articles for the benchmark', () => {
  test('are as many as asked for, all different, and the same for the same seed', () => {
    const articles = makeArticles(200_000, 7)
    expect(articles.reduce((n, a) => n + Buffer.byteLength(a.text), 0)).toBeGreaterThanOrEqual(200_000)
    expect(new Set(articles.map(a => a.text)).size).toBe(articles.length)
    expect(makeArticles(200_000, 7)).toEqual(articles)
    expect(makeArticles(20_000, 8)[0]).not.toEqual(articles[0])
    // They are news with officials in it, or the figures would flatter.
    const found = articles.map(a => extract(a.text))
    expect(found.reduce((n, e) => n + e.officials.length, 0)).toBeGreaterThan(articles.length)
    expect(found.reduce((n, e) => n + e.directives.length, 0)).toBeGreaterThan(articles.length / 2)
  })

  test('are read from a file with its ids and dates', async () => {
    const file = join(dir, 'bai.jsonl')
    writeFileSync(file, '{"id":"a","date":"2026-01-31T08:00:00Z","text":"Một."}\r\n{"text":"Hai."}')
    const read = []
    for await (const article of readArticles([file])) read.push(article)
    expect(read).toEqual([
      { id: 'a', text: 'Một.', date: '2026-01-31' },
      { id: `${file}:2`, text: 'Hai.', date: null },
    ])
  })
})
