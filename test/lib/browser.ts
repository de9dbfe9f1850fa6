/** A real browser and a server of static files, for tests of what runs in web pages. */
import { accessSync, constants } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, extname, join, resolve, sep } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Where the browser's program is: what CHROMIUM names, else what is found on the PATH; null if it is absent. */
export function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = PROGRAMS.flatMap(name => folders.map(folder => join(folder, name)))
  if (process.env.CHROMIUM) candidates.unshift(process.env.CHROMIUM)
  return candidates.find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Starts the browser without a window. Ask `findBrowser()` first, in `describe.skipIf(…)`, so that a test that cannot run is
 * reported as skipped.
 * @throws Error if there is none
 */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null)
    throw new Error(`no browser on the PATH (${PROGRAMS.join(', ')}); CHROMIUM can name one by its path`)
  // In containers the sandbox has not the rights it needs, and /dev/shm is small. All pages are our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

export interface Site {
  /** "http://127.0.0.1:40123", without a slash at its end. */
  url: string
  close(): Promise<void>
}

/**
 * Serves the files of a folder on a free port of this machine.
 * @param pages texts served beside the files, by their path: `{ '/page.html': '<!doctype html>…' }`
 */
export async function serve(folder: string, pages: Readonly<Record<string, string>> = {}): Promise<Site> {
  const root = resolve(folder)
  const server = createServer(async (request, response) => {
    try {
      let path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
      if (path.endsWith('/')) path += 'index.html'
      const file = resolve(join(root, path))
      if (file !== root && !file.startsWith(root + sep)) throw new Error('outside')
      const body = Object.hasOwn(pages, path) ? pages[path] : await readFile(file)
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
