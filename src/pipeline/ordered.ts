/** Work on many things at once, with the results in the order of the things. */

interface Begun<T, R> {
  thing: T
  result: Promise<R>
}

/**
 * Gives a result as soon as it is there, even while the next thing is waited for.
 * @param ahead how many may be at work or waiting for those before them: what is held in memory, whatever the input's length
 */
export async function* ordered<T, R>(
  things: AsyncIterable<T> | Iterable<T>,
  work: (thing: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<[T, R]> {
  const source =
    Symbol.asyncIterator in things ? things[Symbol.asyncIterator]() : (things as Iterable<T>)[Symbol.iterator]()
  const queue: Begun<T, R>[] = []
  let next: Promise<IteratorResult<T>> | null = null
  let ended = false
  const finished = async (): Promise<[T, R]> => {
    const { thing, result } = queue.shift()!
    return [thing, await result]
  }
  try {
    while (!ended || queue.length > 0) {
      if (!ended && next === null && queue.length < ahead) next = Promise.resolve(source.next())
      if (next === null) {
        yield await finished()
        continue
      }
      if (queue.length > 0 && (await first(queue[0].result, next)) === 0) {
        yield await finished()
        continue
      }
      const { done, value } = await next
      next = null
      if (done) ended = true
      else {
        const result = work(value)
        // It is asked for later; until then a failure is nobody's.
        result.catch(() => {})
        queue.push({ thing: value, result })
      }
    }
  } catch (error) {
    // A source that failed has ended; so has one that is being waited for, for all that anybody will ask of it.
    ended ||= next !== null
    next?.catch(() => {})
    throw error
  } finally {
    if (!ended) await source.return?.()
  }
}

/** Which of two promises is the first to settle, either way: 0 or 1. */
function first(a: Promise<unknown>, b: Promise<unknown>): Promise<0 | 1> {
  return new Promise(resolve => {
    a.then(
      () => resolve(0),
      () => resolve(0),
    )
    b.then(
      () => resolve(1),
      () => resolve(1),
    )
  })
}
