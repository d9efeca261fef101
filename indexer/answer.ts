const YES = /^(?:1|y|yes|t|true|on|是|有|[√✓✔☑🗹✅])$/iu
const NO = /^(?:0|n|no|f|false|off|否|无|不|没有|[×✗✘✕])$/iu

/** What a program, a person or a tick answers to a question; null for anything else. */
export function answerIn(value: string): boolean | null {
  const said = value.normalize('NFKC').replace(/[\s()[\]]/g, '')
  return YES.test(said) ? true : NO.test(said) ? false : null
}
