/** What the figures were measured on. */
import { cpus, totalmem } from 'node:os'

export function machine(): string {
  const all = cpus()
  const model =
    all[0]?.model
      .replace(/\((R|TM)\)/g, '')
      .replace(/\s+/g, ' ')
      .trim() || 'unknown processor'
  return `${model}, ${all.length} ${all.length === 1 ? 'core' : 'cores'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node.js ${process.version} (V8 ${process.versions.v8.split('-')[0]})`
}
