/** How V8 is to behave where several threads work on the same thing. */
import { setFlagsFromString } from 'node:v8'

/**
 * A function is compiled to fast code in each thread anew, after so much work has gone through it. On one thread that is done
 * beside the work, on a core that would be idle; with a thread a core it takes the time of the work. So functions have
 * longer to show what they are: fewer of them are compiled, and fewer again because they were seen too little of. Over 21 MB
 * of news on two threads this took the processor time of all from 17.1 s to 13.5 s (`npm run bench:pipeline`).
 *
 * By the major version of V8, since one that does not know an option says so on standard error; others stay as they are.
 */
const COMPILE_LATER: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=600000',
  12: '--invocation-count-for-turbofan=20000',
  13: '--invocation-count-for-turbofan=20000',
}

/** To be called before the threads start. It is for the whole process, so for a program of our own only. */
export function compileLater(jobs: number): void {
  const flag = COMPILE_LATER[process.versions.v8.split('.')[0]]
  if (jobs > 1 && flag !== undefined) setFlagsFromString(flag)
}
