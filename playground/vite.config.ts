/** The playground: `npm run playground` serves it on localhost, `npm run playground:build` makes the folder to publish. */
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { SCRIPT_HASH } from '../src/formats/html/index.js'

/** Whatever the text holds, nothing runs and nothing is loaded but what is part of the page. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${SCRIPT_HASH}'`,
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const policy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
  ],
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative addresses, so that the folder can be published anywhere.
  base: './',
  plugins: [policy],
  server: { host: 'localhost', port: 5173, fs: { allow: ['..'] } },
  build: { target: 'es2022', modulePreload: false, emptyOutDir: true, outDir: 'dist' },
})
