/** What stands in the queue: an article a job. */
import type { ExtractOptions } from '../options.js'

/** An article for the queue. Its record is kept under its id: whatever is queued or done twice gives one record. */
export type QueuedArticle = ({ text: string } | { html: string }) & Omit<ExtractOptions, 'id'> & { id: string }

/** The name of the jobs, for those who look at the queue with other programs. */
export const JOB = 'article'

/** UTF-8 cannot say half a surrogate pair; a NUL begins what is said in its place. */
const NOT_AS_IT_IS = /^\0|\p{Surrogate}/u

/** What an article is known by in Redis: its id, or, where that could be taken for another's, its JSON behind a NUL. */
export const keyOf = (id: string): string => (NOT_AS_IT_IS.test(id) ? `\0${JSON.stringify(id)}` : id)

/** The id of an article's job. BullMQ takes no numbers and no colons in it. */
export const jobId = (id: string): string => `article/${encodeURIComponent(keyOf(id))}`
