/** A Redis server of the tests' own, on a free port of this machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll } from 'vitest'

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

export class RedisServer {
  private child: ChildProcess | null = null
  private readonly dir = mkdtempSync(join(tmpdir(), 'chucdanh-redis-'))

  private constructor(readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort())
    await server.start()
    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** With what it has on disk, if it has been started before. */
  async start(): Promise<void> {
    const settings = {
      port: this.port,
      bind: '127.0.0.1',
      dir: this.dir,
      save: '',
      appendonly: 'yes',
      appendfsync: 'always',
    }
    this.child = spawn(
      'redis-server',
      Object.entries(settings).flatMap(([key, value]) => [`--${key}`, String(value)]),
      {
        stdio: 'ignore',
      },
    )
    const client = new Redis(this.url, { retryStrategy: () => 50 })
    client.on('error', () => {})
    await client.ping()
    client.disconnect()
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    if (this.child === null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await ended
    this.child = null
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.dir, { recursive: true, force: true })
  }
}

/** A server and a connection to it for the tests of the block at hand: from its first test on, until its last is done. */
export function useRedis(): { readonly url: string; readonly connection: Redis } {
  let server: RedisServer
  let connection: Redis
  beforeAll(async () => {
    server = await RedisServer.start()
    connection = new Redis(server.url, { maxRetriesPerRequest: null })
  })
  afterAll(async () => {
    connection.disconnect()
    await server.remove()
  })
  return {
    get url() {
      return server.url
    },
    get connection() {
      return connection
    },
  }
}
