/**
 * A bill of materials (CycloneDX) of what ships: the package has no dependencies, but some of its files hold copies of other
 * packages. Which ones is asked of the bundler; what npm says of them is taken from its own bill.
 *
 *   npm run --silent sbom > sbom.cdx.json
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Options } from 'tsup'
import manifest from '../package.json' with { type: 'json' }
import tsup from '../tsup.config.js'

const root = fileURLToPath(new URL('..', import.meta.url))
/** The folder of the package that a file is of, also of one inside of another. */
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+\//

/** The packages that built files hold copies of, "name@version", in order. */
export async function bundledPackages(): Promise<string[]> {
  const found = new Set<string>()
  for (const { entry, format, platform = 'neutral', external } of tsup as Options[]) {
    const { outputs } = (
      await build({
        absWorkingDir: root,
        entryPoints: entry as Record<string, string>,
        outdir: 'dist',
        bundle: true,
        write: false,
        metafile: true,
        format: format?.includes('esm') ? 'esm' : 'cjs',
        platform,
        external: [...Object.keys(manifest.peerDependencies), ...((external ?? []) as string[])],
        logLevel: 'error',
      })
    ).metafile
    for (const { inputs } of Object.values(outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = PACKAGE.exec(file)?.[0]
        if (folder === undefined || bytesInOutput === 0) continue
        const { name, version } = JSON.parse(readFileSync(`${root}${folder}package.json`, 'utf8'))
        found.add(`${name}@${version}`)
      }
  }
  return [...found].sort()
}

interface Bill {
  metadata: { component: { 'bom-ref': string; name: string } }
  components: { 'bom-ref': string; properties: { name: string; value: string }[] }[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/** npm's bill of all that is installed, cut down to the package and what is inside. */
export function billOf(bundled: readonly string[]): Bill {
  const all: Bill = JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'library'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  const refs = new Set(bundled)
  const components = all.components
    .filter(c => refs.has(c['bom-ref']))
    // It is there for development to npm, which does not see that it is inside.
    .map(c => ({ ...c, properties: c.properties.filter(p => p.name !== 'cdx:npm:package:development') }))
  const self = all.metadata.component
  self.name = manifest.name
  const dependencies = all.dependencies
    .filter(d => d.ref === self['bom-ref'] || refs.has(d.ref))
    .map(d => ({ ...d, dependsOn: d.dependsOn.filter(ref => refs.has(ref)) }))
  return { ...all, components, dependencies }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(billOf(await bundledPackages()), null, 2))
