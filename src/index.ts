export { extract } from './extractor.js'
export type * from './records.js'
