/**
 * How far a run is: a line on the terminal that is written over again, and a line at the end.
 *
 * Our own: of the libraries for it, cli-progress 3.12 shows a full bar and "100%" where nobody knows the total (standard input),
 * cuts a line that is too long amid its last number, and would add 24 KB and a second string-width.
 */
import type { Io } from './io.js'
import { widthOf } from './text.js'

const EVERY = 100
const BAR = 24

export class Progress {
  private readonly start = performance.now()
  private drawn = -Infinity
  private startBytes = 0
  private startArticles = 0

  /** @param total bytes of all files; null if nobody knows */
  constructor(
    private readonly terminal: Io['terminal'],
    private readonly total: number | null,
  ) {}

  /** What was done before this run. */
  carryOn(articles: number): void {
    this.startArticles = articles
  }

  update(articles: number, bytes: number): void {
    if (this.terminal === null) return
    const now = performance.now()
    // What an earlier run has read counts for the bar, not for the rate.
    if (this.startBytes === 0 && this.startArticles > 0) this.startBytes = bytes
    if (now - this.drawn < EVERY) return
    this.drawn = now
    const seconds = (now - this.start) / 1000
    const parts = [
      `${count(articles)} articles`,
      megabytes(bytes),
      `${count((articles - this.startArticles) / seconds)}/s`,
    ]
    if (this.total !== null && this.total > 0) {
      const share = Math.min(1, bytes / this.total)
      const full = Math.round(share * BAR)
      parts.unshift(`${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(share * 100)}%`)
      const rate = (bytes - this.startBytes) / seconds
      if (rate > 0) parts.push(`${duration((this.total - bytes) / rate)} left`)
    }
    let line = parts.join('  ')
    while (widthOf(line) >= this.terminal.columns && parts.length > 1) {
      parts.pop()
      line = parts.join('  ')
    }
    this.terminal.write(`\r\x1b[K${line}`)
  }

  /** Takes the line away, so that other lines can be written. */
  clear(): void {
    if (this.drawn === -Infinity) return
    this.terminal?.write('\r\x1b[K')
    this.drawn = -Infinity
  }

  /** "12,345 articles, 60 MB in 0:12 (1,029/s)" */
  summary(articles: number, bytes: number): string {
    const seconds = (performance.now() - this.start) / 1000
    const done = articles - this.startArticles
    const earlier = this.startArticles > 0 ? ` (${count(this.startArticles)} of them before)` : ''
    const rate = seconds >= 1 ? ` (${count(done / seconds)}/s)` : ''
    const noun = articles === 1 ? 'article' : 'articles'
    return `${count(articles)} ${noun}${earlier}, ${megabytes(bytes)} in ${duration(seconds)}${rate}`
  }
}

const count = (n: number): string => Math.round(n).toLocaleString('en-US')

const megabytes = (bytes: number): string =>
  bytes < 1e6 ? `${count(Math.ceil(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`

function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const s = Math.round(seconds)
  const [h, m] = [Math.floor(s / 3600), Math.floor((s % 3600) / 60)]
  const two = (n: number): string => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`
}
