/** Waiting for what others do, in the tests of the queue. */

/** Until something is so, but not for ever. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await what()); ) {
    if (Date.now() > end) throw new Error('waited 30 seconds')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list = []
  for await (const item of items) list.push(item)
  return list
}
