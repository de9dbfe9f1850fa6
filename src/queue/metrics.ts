/** How a worker is doing, in the text format of Prometheus. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Upper bounds of the histogram's buckets, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

export class Counters {
  done = 0
  retried = 0
  dead = 0
  threadDeaths = 0
  private readonly buckets = BUCKETS.map(() => 0)
  private seconds = 0
  private extracted = 0

  /** An article was extracted, in so many seconds. */
  took(seconds: number): void {
    this.extracted++
    this.seconds += seconds
    for (const [i, bound] of BUCKETS.entries()) if (seconds <= bound) this.buckets[i]++
  }

  text(labels: string): string {
    const name = 'chucdanh_extraction_seconds'
    const and = labels === '' ? '' : `${labels},`
    const of = labels === '' ? '' : `{${labels}}`
    return [
      '# HELP chucdanh_articles_total Articles that this worker has worked on, by what became of them.',
      '# TYPE chucdanh_articles_total counter',
      ...(['done', 'retried', 'dead'] as const).map(
        outcome => `chucdanh_articles_total{${and}outcome="${outcome}"} ${this[outcome]}`,
      ),
      `# HELP ${name} Time from when a thread is asked for the records of an article until they are there.`,
      `# TYPE ${name} histogram`,
      ...BUCKETS.map((bound, i) => `${name}_bucket{${and}le="${bound}"} ${this.buckets[i]}`),
      `${name}_bucket{${and}le="+Inf"} ${this.extracted}`,
      `${name}_sum${of} ${this.seconds}`,
      `${name}_count${of} ${this.extracted}`,
      '# HELP chucdanh_thread_deaths_total Worker threads that died and were replaced.',
      '# TYPE chucdanh_thread_deaths_total counter',
      `chucdanh_thread_deaths_total${of} ${this.threadDeaths}`,
      '# HELP process_resident_memory_bytes Resident memory of the process.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes${of} ${process.memoryUsage.rss()}`,
      '',
    ].join('\n')
  }
}

/** A label's value as the format wants it. */
export const labelled = (name: string, value: string): string =>
  `${name}="${value.replace(/[\\"\n]/g, c => (c === '\n' ? '\\n' : `\\${c}`))}"`

export interface MetricsServer {
  /** "http://127.0.0.1:9464" */
  url: string
  close(): Promise<void>
}

/**
 * Answers GET /metrics, and GET /health with 200 or 503.
 * @param healthy is Redis there?
 * @throws Error if the port is taken
 */
export async function serveMetrics(
  host: string,
  port: number,
  metrics: () => Promise<string>,
  healthy: () => boolean,
): Promise<MetricsServer> {
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const answer = (status: number, body: string): void => {
      response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
      response.end(request.method === 'HEAD' ? '' : body)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') answer(405, 'only GET\n')
    else if (pathname === '/health') answer(healthy() ? 200 : 503, healthy() ? 'ok\n' : 'no connection to Redis\n')
    else if (pathname !== '/metrics') answer(404, 'there are /metrics and /health\n')
    else
      try {
        answer(200, await metrics())
      } catch (error) {
        answer(503, `${(error as Error).message}\n`)
      }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { address, port: given, family } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${given}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
