type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let load = (): Promise<Pdfjs> => import('pdfjs-dist/legacy/build/pdf.mjs')

/** Names another way to load the library, for processes where the plain one is slow. */
export function loadPdfjsBy(loader: () => Promise<Pdfjs>): void {
  load = loader
}

export const pdfjs = (): Promise<Pdfjs> => load()
