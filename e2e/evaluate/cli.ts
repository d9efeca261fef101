import { parseArgs } from 'node:util'
import { measure } from '../measuring.js'
import { text } from '../text.zh.js'
import { evaluate, type Evaluation } from './evaluate.js'

/** `npm run evaluate`: how well the production search finds, beside plain BM25. Returns the exit code. */
export function main(args: string[]): Promise<number> {
  return measure('evaluate', () => evaluation(args))
}

async function evaluation(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string' },
      qrels: { type: 'string' },
      json: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${text.evaluateUsage}\n`)
    return 0
  }
  const { corpus, queries, qrels } = values
  if (!corpus || !queries || !qrels) {
    process.stderr.write(`${text.evaluateUsage}\n`)
    return 1
  }
  const result = await evaluate({ corpus, queries, qrels }, (line) => process.stderr.write(`${line}\n`))
  if (values.misses) for (const miss of result.misses) process.stderr.write(`${JSON.stringify(miss)}\n`)
  const { system, bm25 } = result
  process.stdout.write(values.json ? `${JSON.stringify({ system, bm25 })}\n` : table(result))
  return 0
}

const COLUMNS = ['p1', 'mrr10', 'ndcg10', 'recall10', 'recall100', 'ms_per_query'] as const

function table({ system, bm25, documents, queries }: Evaluation): string {
  const line = (name: string, cells: string[]): string =>
    [name.padEnd(8), ...cells.map((cell) => cell.padStart(13))].join('')
  return [
    `${documents} documents, ${queries} queries`,
    line('', [...COLUMNS]),
    line(
      'system',
      COLUMNS.map((column) => system[column].toFixed(4)),
    ),
    line(
      'bm25',
      COLUMNS.map((column) => bm25[column].toFixed(4)),
    ),
    line(
      'ratio',
      COLUMNS.map((column) => (system[column] / bm25[column]).toFixed(3)),
    ),
    '',
  ].join('\n')
}
