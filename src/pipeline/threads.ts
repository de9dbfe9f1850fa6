/** Worker threads: started when there is work for them, started again when they die. */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** A thread died of the task, as often as it was given one. */
export class ThreadDied extends Error {}

interface Task {
  message: unknown
  resolve: (answer: never) => void
  reject: (error: Error) => void
  /** How many threads it may cost yet. */
  lives: number
}

interface Thread {
  worker: Worker
  task: Task | null
  /** Has it said that it is there? */
  ready: boolean
  error: Error | null
}

/** So many threads that die before they can work, one after the other, and the fault is not in the work. */
const FALSE_STARTS = 3

export class Threads {
  private readonly threads = new Set<Thread>()
  private readonly waiting: Task[] = []
  private falseStarts = 0
  private closed = false

  /**
   * @param size the most threads at a time
   * @param data what each is told when it starts
   * @param told called when a thread has died, with the reason
   */
  constructor(
    readonly size: number,
    private readonly data: unknown,
    private readonly told: (reason: string) => void,
  ) {}

  /**
   * Has one thread do something; the message is copied to it.
   * @param lives given to another thread when one dies of it, until it has cost so many
   */
  run<A>(message: unknown, lives = 2): Promise<A> {
    if (this.closed) return Promise.reject(new Error('the pool is closed'))
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject, lives })
      this.assign()
    })
  }

  /** Ends the threads; what they have not done is refused. */
  async close(): Promise<void> {
    this.closed = true
    this.refuse(new Error('the pool is closed'))
    await Promise.all([...this.threads].map(t => t.worker.terminate()))
  }

  private assign(): void {
    while (this.waiting.length > 0) {
      let idle = [...this.threads].find(t => t.task === null)
      if (idle === undefined) {
        if (this.threads.size >= this.size) return
        idle = this.start()
      }
      idle.task = this.waiting.shift()!
      idle.worker.ref()
      idle.worker.postMessage(idle.task.message)
    }
  }

  private start(): Thread {
    const { file, options } = workerFile()
    const worker = new Worker(file, { ...options, workerData: this.data })
    const thread: Thread = { worker, task: null, ready: false, error: null }
    this.threads.add(thread)
    worker.on('message', ({ ready, answer }) => {
      if (ready) {
        thread.ready = true
        this.falseStarts = 0
        return
      }
      const task = thread.task!
      thread.task = null
      // Without work it keeps no program from ending.
      worker.unref()
      task.resolve(answer as never)
      this.assign()
    })
    worker.on('error', error => {
      thread.error = error as Error
    })
    worker.on('exit', code => this.died(thread, code))
    return thread
  }

  private died(thread: Thread, code: number): void {
    this.threads.delete(thread)
    if (this.closed) return
    const reason = thread.error?.message ?? `exit code ${code}`
    const { task } = thread
    if (!thread.ready && ++this.falseStarts >= FALSE_STARTS) {
      if (task !== null) this.waiting.push(task)
      this.refuse(new Error(`worker threads do not start: ${reason}`))
      return
    }
    this.told(reason)
    if (task !== null) {
      if (--task.lives > 0) this.waiting.unshift(task)
      else task.reject(new ThreadDied(reason))
    }
    this.assign()
  }

  private refuse(error: Error): void {
    for (const task of this.waiting.splice(0)) task.reject(error)
    for (const thread of this.threads) {
      thread.task?.reject(error)
      thread.task = null
    }
  }
}

/** The worker's own file: beside this one as built; its source where this one is run as source, as tests do. */
function workerFile(): { file: URL | string; options: WorkerOptions } {
  const here = import.meta.url
  if (!here.endsWith('.ts')) return { file: new URL('./pipeline-worker.js', here), options: {} }
  const source = JSON.stringify(new URL('./worker.ts', here).href)
  const file = `import('tsx/esm/api').then(tsx => (tsx.register(), import(${source})))`
  return { file, options: { eval: true } }
}
