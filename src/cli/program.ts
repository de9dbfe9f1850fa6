/** The commands, their options and help, and what is said to one who uses them wrongly. */
import { existsSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { listOf, nearest } from '../messages.js'
import { KINDS } from '../options.js'
import { type EvalOptions, evalCommand } from './eval.js'
import { type ExtractFlags, extractCommand, FORMATS, KEPT_AS, LANGUAGES, SHOWN } from './extract.js'
import { INPUTS } from './inputs.js'
import { type Io, OK, SOME_FAILED, UsageError, WRONG_USE } from './io.js'
import { addQueueCommands } from './queue-program.js'
import { schemaCommand } from './schema.js'
import { MEASURES } from './score.js'
import { plainText } from './text.js'

/** Runs one command line. Gives the exit code; nothing is thrown. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code = OK
  let said = ''
  const program = new Command('chucdanh')
    .description('Officials, titles, terms of office and directives from Vietnamese news text.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ writeOut: text => (said += text), writeErr: () => {} })
    .configureHelp({ helpWidth: Math.min(io.columns ?? 80, 100) })
    .addHelpText(
      'after',
      `
Examples:
  chucdanh extract report.txt                    the records of a report, as a table
  chucdanh extract *.txt > records.ndjson        of many, one JSON record a line
  chucdanh extract -f ftm *.txt > entities.json  as entities of FollowTheMoney
  chucdanh eval fixtures --errors                how well it does on annotated reports

Exit codes: 0 done, 1 some input failed, 2 wrong use.`,
    )

  program
    .command('extract')
    .summary('extract the records of texts')
    .description(
      'Extracts the records of each FILE: plain text, an HTML page (.html), or newline-delimited JSON (.ndjson, .jsonl) with an article a line, in ' +
        'UTF-8, also compressed (.gz, .zst). FILE may be a folder or a quoted pattern ("news/**/*.txt"). Without FILE, or where it is "-", reads standard input.',
    )
    .argument('[FILE...]', 'files, folders, patterns')
    .option('-f, --format <format>', `${FORMATS.join(', ')} (default: table on a terminal, else ndjson)`)
    .option('--only <kinds>', `only some kinds of records: ${KINDS.join(',')}`)
    .option('--show <parts>', `what a table shows: ${SHOWN.join(',')} (default: records)`)
    .option('--language <language>', `of the words around an article in html: ${LANGUAGES.join(', ')} (default: en)`)
    .option('--place <place>', 'the place the texts are about or from ("Huế"), for titles that leave theirs out')
    .option('--date <day>', 'the day of the texts ("2026-01-31"), for deadlines without a year')
    .option('--lexicon <file>', 'people, positions, bodies and places of your own: a YAML or JSON file')
    .option(
      '-o, --output <file>',
      'write to a file, which is replaced only when all is done; csv writes several, brat a folder',
    )
    .option('--trace', 'tell which rule made what')
    .option('--input <kind>', `${INPUTS.join(', ')} (default: by the name of the file)`)
    .option('--text-field <name>', 'the field of a line with the text ("text"; "article.body" goes within)')
    .option('--html-field <name>', 'the field with the HTML of the article, if it is HTML')
    .option('--id-field <name>', 'the field with the id ("id"; without one it is NAME:LINE)')
    .option('--date-field <name>', "the field with the article's day, over --date")
    .option(
      '--source-fields <pairs>',
      'the fields with the article\'s address, headline and publisher ("url=link,title=headline,publisher=site"), for formats that tell them',
    )
    .option('--keep [key]', `put the records into the object of the line, under a key ("${KEPT_AS}")`)
    .option('-j, --jobs <n>', 'worker threads (default: as many as there are cores)')
    .option(
      '--errors <file>',
      'write what gave no record to a file: newline-delimited JSON with file, line, reason, start',
    )
    .option('--max-line <size>', 'the longest line (16 MB); longer ones are left out')
    .option('--resume', 'go on where a run with the same input and --output was cut off')
    .option('-q, --quiet', 'no progress, no summary')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `
The id of a text's record is the file's name without its extension.

Examples:
  chucdanh extract report.txt
  chucdanh extract --only officials,terms --format json report.txt
  chucdanh extract --show text report.txt
  chucdanh extract --format html report.txt > report.html
  chucdanh extract --place "Quảng Trị" --date 2026-03-05 reports/*.txt -o records.ndjson
  chucdanh extract news.ndjson.gz --keep --errors bad.ndjson -o news-with-officials.ndjson
  chucdanh extract news.ndjson.gz --resume -o records.ndjson
  chucdanh extract news.ndjson -f ftm --source-fields url=link,title=headline -o entities.ftm.json
  chucdanh extract reports -f brat -o annotated
  curl -s https://example.org/report.txt | chucdanh extract -`,
    )
    .action(async (files: string[], flags: ExtractFlags) => {
      if (typeof flags.keep === 'string' && existsSync(flags.keep))
        throw new UsageError(
          `--keep has taken the file "${flags.keep}" for its key; put the files first, or write --keep=KEY`,
        )
      code = await extractCommand(files, flags, io)
    })

  program
    .command('eval')
    .summary('score the extraction on annotated texts')
    .description(
      'Prints precision, recall and F1 on a folder of annotated texts, NAME.txt with NAME.json beside it. Scores RECORDS, a file of ' +
        'newline-delimited JSON ("-" for standard input) or a folder of further annotations; without RECORDS, extracts the texts itself.',
    )
    .argument('<GOLD_DIR>', 'folder of annotated texts')
    .argument('[RECORDS]', 'records to score')
    .option('--errors', 'list what is missed and what is wrong')
    .option('--only <measure>', `one measure: ${MEASURES.join(', ')}`)
    .option('--json', 'print JSON')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `
Examples:
  chucdanh eval fixtures
  chucdanh eval fixtures --errors --only roles
  chucdanh extract fixtures/*.txt | chucdanh eval fixtures -`,
    )
    .action(async (dir: string, records: string | undefined, options: EvalOptions) => {
      code = await evalCommand(dir, records, options, io)
    })

  program
    .command('schema')
    .summary('print the JSON Schema of the records')
    .description('Prints the JSON Schema (draft 7) of an extraction, as json and ndjson give it.')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `
Examples:
  chucdanh schema > extraction.schema.json
  chucdanh schema | jq .definitions.Role`,
    )
    .action(async () => {
      code = await schemaCommand(io)
    })

  addQueueCommands(program, io, exit => {
    code = exit
  })

  let failed: Command = program
  for (const command of [program, ...program.commands])
    command.exitOverride(error => {
      failed = command
      throw error
    })
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    code = tell(error, failed, args, io)
    said = error instanceof CommanderError && error.exitCode === 0 ? said : ''
  }
  if (said) await io.out(said)
  return code
}

/** Says what went wrong, in one line. */
function tell(error: unknown, command: Command, args: readonly string[], io: Io): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return OK
    if (error.code === 'commander.help') {
      const asked = args[0] === 'help' ? args[1] : undefined
      if (asked !== undefined) {
        io.err(`chucdanh: ${noCommand(command, asked)}`)
        return WRONG_USE
      }
      io.err(command.helpInformation().trimEnd())
      return WRONG_USE
    }
    io.err(`chucdanh: ${usage(error, command, args)}`)
    return WRONG_USE
  }
  io.err(`chucdanh: ${plainText(error instanceof Error ? error.message : String(error))}`)
  return error instanceof UsageError ? WRONG_USE : SOME_FAILED
}

function usage(error: CommanderError, command: Command, args: readonly string[]): string {
  const word = plainText(/'([^']*)'/.exec(error.message)?.[1] ?? '')
  const options = command.options.map(o => o.long ?? o.flags)
  if (command.parent !== null || error.code === 'commander.unknownOption') options.push('--help')
  switch (error.code) {
    case 'commander.unknownOption':
      return `no option "${word}"${nearest(word, options)}; there are ${listOf(options)}`
    case 'commander.unknownCommand':
      return noCommand(command, args.find(a => !a.startsWith('-')) ?? '')
    case 'commander.optionMissingArgument':
      return `option ${word} needs a value; see chucdanh ${command.name()} --help`
    case 'commander.missingArgument':
      return `${command.name()} needs ${word}; usage: chucdanh ${command.name()} ${command.usage()}`
    case 'commander.excessArguments':
      return `too many arguments; usage: chucdanh ${command.name()} ${command.usage()}`
    default:
      return plainText(error.message.replace(/^error: /, ''))
  }
}

function noCommand(program: Command, name: string): string {
  const commands = [...program.commands.map(c => c.name()), 'help']
  const shown = plainText(name)
  const hint = existsSync(name) ? ` (for a file: chucdanh extract ${shown})` : nearest(name, commands)
  return `no command "${shown}"${hint}; there are ${listOf(commands)}`
}
