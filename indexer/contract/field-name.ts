import { fieldNames } from './text.fields.zh.js'

/** The name of a field as people read it; a label that stands for no field is its own name. */
export function fieldName(name: string): string {
  return Object.hasOwn(fieldNames, name) ? fieldNames[name as keyof typeof fieldNames] : name
}
