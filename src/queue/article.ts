/** What stands in the queue: an article a job. */
import type { ExtractOptions } from '../options.js'

/** An article for the queue. Its record is kept under its id: whatever is queued or done twice gives one record. */
export type QueuedArticle = ({ text: string } | { html: string }) & Omit<ExtractOptions, 'id'> & { id: string }

/** The name of the jobs, for those who look at the queue with other programs. */
export const JOB = 'article'

/** The id of an article's job. BullMQ takes no numbers and no colons in it; half a surrogate pair cannot be encoded. */
export const jobId = (id: string): string => `article/${encodeURIComponent(Buffer.from(id).toString())}`
