/** Something about a record that a clerk should look at; the record is in the archive all the same. */
export interface FieldWarning {
  field: string
  message: string
}

export type Warn = (field: string, message: string) => void
