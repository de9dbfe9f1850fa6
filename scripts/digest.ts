/**
 * Are the records still the same? One line an article: its id and a digest of all its records.
 *
 *   npm run --silent digest -- articles.ndjson.gz >before.txt
 *   …                                              # a change that is to leave the records alone
 *   npm run --silent digest -- articles.ndjson.gz >after.txt; diff before.txt after.txt
 */
import { createHash } from 'node:crypto'
import { extract } from '../src/index.js'
import { readArticles } from './lib/articles.js'

for await (const { id, text, date } of readArticles(process.argv.slice(2))) {
  const records = JSON.stringify(extract(text, date === null ? {} : { date }))
  console.log(`${id}\t${createHash('sha256').update(records).digest('hex').slice(0, 16)}`)
}
