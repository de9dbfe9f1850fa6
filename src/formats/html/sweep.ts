/**
 * Spans that nest and cross -> stretches of text, each with the spans it lies in.
 *
 * One sweep over the boundaries of all spans. A span inside another stays inside it; of two that cross, the one with the higher layer
 * is cut. So whatever is made of the stretches is nested as HTML and terminals want it.
 */

/** Something that is marked in the text. Offsets are UTF-16 code units. */
export interface Layered {
  start: number
  end: number
  /** Lower layers lie around higher ones. Layer 0 is for the blocks of the text; nothing is open outside of them. */
  layer: number
}

/** What a sweep tells, in the order of the text. */
export interface Visitor<T> {
  /** @param whole false where a part of the mark stands before */
  open(mark: T, whole: boolean): void
  /**
   * Marks are closed in the reverse of the order in which they were opened.
   * @param whole false where a part of the mark follows
   */
  close(mark: T, whole: boolean): void
  /** Text between two boundaries, inside of what is open; never empty. */
  text(start: number, end: number): void
}

/** Around what lies in it: by layer, then by where it begins, the longer first. */
const byNesting = (a: Layered, b: Layered): number => a.layer - b.layer || a.start - b.start || b.end - a.end

/** Walks a text of `length` code units. Empty marks are left out. */
export function sweep<T extends Layered>(marks: readonly T[], length: number, visitor: Visitor<T>): void {
  const coming = marks.filter(m => m.end > m.start).sort((a, b) => a.start - b.start)
  const open: T[] = []
  let active: T[] = []
  let next = 0
  for (let at = 0; ; ) {
    active = active.filter(m => m.end > at)
    while (next < coming.length && coming[next].start <= at) active.push(coming[next++])
    active.sort(byNesting)
    const goal = active[0]?.layer === 0 ? active : []
    let kept = 0
    while (kept < open.length && open[kept] === goal[kept]) kept++
    while (open.length > kept) {
      const mark = open.pop()!
      visitor.close(mark, mark.end <= at)
    }
    for (const mark of goal.slice(kept)) {
      open.push(mark)
      visitor.open(mark, mark.start === at)
    }
    if (at >= length) return
    let end = Math.min(length, coming[next]?.start ?? length)
    for (const mark of active) end = Math.min(end, mark.end)
    visitor.text(at, end)
    at = end
  }
}
