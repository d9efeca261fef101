import { text } from './text.cli.zh.js'

/** What following has to say: that it begins, that a run has failed and when the next one comes, that it ends. */
export type WatchEvent =
  { watch: 'begins'; paths: string[] } | { watch: 'failed'; retry_seconds: number } | { watch: 'ends' }

/** Says it to people in a sentence, and to programs as a JSON object, a line each. */
export function watchReporter(out: Pick<NodeJS.WriteStream, 'write'>, asJson: boolean): (event: WatchEvent) => void {
  return (event) => void out.write(`${asJson ? JSON.stringify(event) : sentenceOf(event)}\n`)
}

function sentenceOf(event: WatchEvent): string {
  if (event.watch === 'begins') return text.watch.begins(event.paths.join('、'))
  return event.watch === 'failed' ? text.watch.failed(event.retry_seconds) : text.watch.ends
}
