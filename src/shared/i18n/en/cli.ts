import type { cli as zh } from '../zh-CN/cli.ts'

export const cli: Record<keyof typeof zh, string> = {
  help: `Usage: kebu <command> [arguments]

Commands:
  new       make a new book
  info      list the tables, columns, views and row counts of a book
  import    import Excel or CSV files
  classify  work out the customer classes anew
  export    export a view or the result of a query to xlsx or csv
  report    make the report (PDF or xlsx)
  query     query one table

Everywhere:
  --json        print JSON only, for programs; errors are JSON too, on standard error
  --lang L      zh-CN or en; by default the system's
  -h, --help    help; kebu <command> --help for the arguments of a command

Exit codes: 0 done  1 failed  2 wrong usage  3 done, but some rows were rejected
`,
  helpNew: `Usage: kebu new <file.kebu> [--sample] [--empty]

Makes a book with the tables customers, follow-ups, contacts and orders.
  --sample    with sample data
  --empty     without any table
`,
  helpInfo: `Usage: kebu info <file.kebu>

Lists tables, columns, views, schemes, members and row counts.
`,
  helpImport: `Usage: kebu import <file.kebu> <spreadsheet>… [options]

Imports xlsx, xls and csv. Which sheet goes to which table and which column to which is guessed
from headers and contents; what fits nowhere is made new. Rows that are not accepted are written
to a file with the reasons, and the exit code is 3. In the window, one undo takes an import back.
  --template           make the file if there is none, with tables for customers, follow-ups …
  --sheet NAME         import this sheet only; may be repeated
  --table NAME         import into this table; made if there is none
  --mode MODE          add, update, or addOrUpdate (update what is there, add the rest)
  --key COLUMN         recognise existing rows by this column of the sheet; may be repeated
  --missing-links HOW  when a link finds no row: reject, create, or leaveEmpty
  --encoding E         of a csv: utf-8, utf-16le, utf-16be, gb18030; by default found out
  --plan FILE.json     import by this plan instead of guessing; edit what --show-plan prints
  --show-plan          print the plan that would be used, and import nothing
  --rejections FOLDER  where rejected rows are written; by default beside the spreadsheet
`,
  helpClassify: `Usage: kebu classify <file.kebu> [--scheme NAME-or-CODE]

Works out the classes anew and lists how many rows are in each.
  --scheme    this scheme only
`,
  helpExport: `Usage: kebu export <file.kebu> <out.xlsx|out.csv> --table NAME [options]

  --view NAME      with the filter, sort and columns of this view
  --columns A,B    these columns only, in this order
  --where TEST     see kebu query --help; may be repeated
  --sort COLUMN    descending with - before it; may be repeated
  --search TEXT    only rows that contain the text
  --encoding E     of a csv: utf-8 (default) or gb18030
`,
  helpReport: `Usage: kebu report <file.kebu> <out.pdf|out.xlsx> [--from DAY] [--to DAY]

Makes the customer report, of the last twelve months unless days are given.
The PDF is printed by the desktop program in the background.
`,
  helpQuery: `Usage: kebu query <file.kebu> --table NAME [options]

  --view NAME      start from the filter, sort and columns of this view
  --columns A,B    these columns only, in this order
  --where TEST     column, comparison, value: 'Status=Following up', 'Last follow-up<today', 'Name~east'
                   comparisons: = != < <= > >= ~ (contains) !~ (does not contain); no value means an
                   empty cell; may be repeated, and all must hold
                   a value may also be a pattern 'Phone~/^1[3-9]/', a range 'Amount=100..200', a period
                   'Date=this-week' (this/last/next-week/month/quarter/half-year/year, past-30-days,
                   next-2-months), another column 'Next contact<[Last contact]+7', oneself 'Owner != me'
  --filter JSON    a filter tree as the window stores it
  --sort COLUMN    descending with - before it; may be repeated
  --search TEXT    only rows that contain the text
  --limit N        at most so many rows; 50 by default, 0 for all
  --format F       table (default), csv, json
`,
  usageHint: 'See kebu {command} --help.',
  usageHintAll: 'See kebu --help.',
  unknownCommand: 'There is no command “{name}”.',
  unknownOption: 'There is no option “{name}”.',
  missingValue: 'The option “{name}” needs a value.',
  missingArgument: 'An argument is missing.',
  tooManyArguments: 'The argument “{name}” is one too many.',
  missingOption: 'The option {name} is needed.',
  badChoice: '“{value}” does not fit {name}; it can be {choices}.',
  badNumber: '“{value}” is not a number.',
  badJson: '{name} is not valid JSON: {reason}',
  unknownTable: 'There is no table “{name}”. There are: {names}.',
  unknownView: 'There is no view “{name}”. There are: {names}.',
  unknownColumn: 'There is no column “{name}”. There are: {names}.',
  unknownScheme: 'There is no scheme “{name}”. There are: {names}.',
  unknownSheet: 'The file has no sheet “{name}”. It has: {names}.',
  unknownSheetColumn: 'The sheet has no column “{name}”. It has: {names}.',
  nothingToImport: 'The file has no sheet that could be imported.',
  badCondition: 'The test “{text}” makes no sense. Write it like column=value.',
  badOperator: '“{column}” cannot be compared with “{operator}”.',
  badValue: '“{value}” is not a value of “{column}”.',
  badExtension: 'The file to write must end in {extensions}.',
  created: 'Made {path}',
  tables: '{count} {count|table|tables}',
  infoTable: '{name}  {rows} {rows|row|rows}',
  infoViews: 'Views',
  infoSchemes: 'Schemes',
  infoMembers: 'Members',
  readingFile: 'Reading {name}',
  importedSheet: '{sheet} → {table}: read {read}, added {added}, updated {updated}, unchanged {unchanged}, rejected {rejected}, blank {blank}',
  rejectionsIn: '{count} {count|rejection|rejections}; see {path} for the reasons',
  classified: '{moved} {moved|row|rows} changed class',
  exported: 'Exported {rows} {rows|row|rows} to {path}',
  reported: 'The report is in {path}',
  printFailed: 'The report could not be printed: {reason}',
  rowsShown: '{shown} of {total} rows',
  'phase.reading': 'Reading',
  'phase.writing': 'Writing',
  'phase.linking': 'Linking',
  'phase.computing': 'Computing',
  'phase.indexing': 'Indexing',
  'phase.exporting': 'Exporting',
}
