/** The commands of the queue, their options and help. */
import type { Command } from 'commander'
import { KINDS } from '../options.js'
import { INPUTS } from './inputs.js'
import type { Io } from './io.js'
import {
  type EnqueueFlags,
  enqueueCommand,
  type ResultsFlags,
  resultsCommand,
  type WorkerFlags,
  workerCommand,
} from './queue.js'

const REDIS = 'where Redis is ($REDIS_URL, else redis://127.0.0.1:6379)'

export function addQueueCommands(program: Command, io: Io, end: (code: number) => void): void {
  program
    .command('enqueue')
    .summary('put articles into a queue')
    .description(
      'Puts the articles of each FILE into a queue (BullMQ on Redis), where workers on any number of hosts take them. FILE is what it is ' +
        'for extract. An article that is in the queue already, by its id, is not put in again.',
    )
    .argument('[FILE...]', 'files, folders, patterns')
    .requiredOption('--queue <name>', "the queue's name")
    .option('--redis <url>', REDIS)
    .option('--input <kind>', `${INPUTS.join(', ')} (default: by the name of the file)`)
    .option('--text-field <name>', 'the field of a line with the text ("text")')
    .option('--html-field <name>', 'the field with the HTML of the article, if it is HTML')
    .option('--id-field <name>', 'the field with the id ("id"; without one it is NAME:LINE)')
    .option('--date-field <name>', "the field with the article's day")
    .option('--attempts <n>', 'how often an article is tried before it is a dead letter (5)')
    .option('--backoff <seconds>', 'wait before the second try; twice as long before each further one (1)')
    .option('--waiting <n>', 'with so many articles waiting, add no more until some are done (10000)')
    .option('--revive', 'put the dead letters back into the queue first')
    .option('--errors <file>', 'write what is no article to a file')
    .option('--max-line <size>', 'the longest line (16 MB)')
    .option('-q, --quiet', 'no summary')
    .helpOption('-h, --help', 'print this help')
    .action(async (files: string[], flags: EnqueueFlags) => end(await enqueueCommand(files, flags, io)))

  program
    .command('worker')
    .summary('work on the articles of a queue')
    .description(
      'Takes articles from a queue (BullMQ on Redis), extracts their records in threads, and keeps each record in Redis under the id of ' +
        'its article. Runs until it is stopped (Ctrl-C, SIGTERM), and then finishes what is at work.',
    )
    .requiredOption('--queue <name>', "the queue's name")
    .option('--redis <url>', REDIS)
    .option('-j, --jobs <n>', 'worker threads (default: as many as there are cores)')
    .option('--only <kinds>', `only some kinds of records: ${KINDS.join(',')}`)
    .option('--place <place>', 'the place the texts are about or from ("Huế")')
    .option('--date <day>', 'the day of the texts that bring none ("2026-01-31")')
    .option('--lexicon <file>', 'people, positions, bodies and places of your own: a YAML or JSON file')
    .option('--trace', 'tell which rule made what')
    .option('--lost <seconds>', 'give the articles of a worker that says nothing for so long to others (30)')
    .option('--metrics <[host:]port>', 'answer GET /metrics (Prometheus) and /health; without a host on 127.0.0.1')
    .option('-q, --quiet', 'no summary')
    .helpOption('-h, --help', 'print this help')
    .action(async (flags: WorkerFlags) => end(await workerCommand(flags, io)))

  program
    .command('results')
    .summary('fetch the records of a queue')
    .description('Prints the records of the articles that are done, one JSON record a line, in no order.')
    .requiredOption('--queue <name>', "the queue's name")
    .option('--redis <url>', REDIS)
    .option('--dead', 'instead, the articles that could not be done: id, reason, attempts')
    .option('-o, --output <file>', 'write to a file, which is replaced only when all is done')
    .option('--remove', 'take from Redis what is in the file; goes with --output')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `
Examples:
  chucdanh enqueue --queue articles --redis redis://queue.example:6379 news/*.ndjson.gz
  chucdanh worker --queue articles --redis redis://queue.example:6379 --metrics 0.0.0.0:9464
  chucdanh results --queue articles --redis redis://queue.example:6379 -o records.ndjson --remove`,
    )
    .action(async (flags: ResultsFlags) => end(await resultsCommand(flags, io)))
}
