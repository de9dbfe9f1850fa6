/** `chucdanh extract`, run in this process. */
import { cli, type Result } from '../lib/cli.js'

export const extract = (args: string[], stdin: string | Uint8Array = ''): Promise<Result> =>
  cli(['extract', ...args], { stdin })
