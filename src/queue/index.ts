/** Extraction as workers of a queue (BullMQ on Redis), for Node.js. */
export type { QueuedArticle } from './article.js'
export type { RedisConnection } from './connection.js'
export { createProducer, type EnqueueOptions, type Producer } from './enqueue.js'
export { type MetricsServer, serveMetrics } from './metrics.js'
export type { QueueOptions } from './names.js'
export { type DeadLetter, openResults, type Results } from './results.js'
export { createWorker, type QueueWorker, type QueueWorkerOptions } from './worker.js'
