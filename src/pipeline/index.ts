/** Many articles: streams and worker threads, for Node.js. */
export type { Article } from './article.js'
export { createPool, type Pool, type PoolOptions } from './pool.js'
export { type Articles, type ExtractTransform, extractStream, type StreamOptions } from './stream.js'
