import { text } from './text.zh.js'

/** The name of a field as people read it; a label that stands for no field is its own name. */
export function fieldName(name: string): string {
  return Object.hasOwn(text.fields, name) ? text.fields[name]! : name
}
