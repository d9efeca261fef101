import { join } from 'node:path'
import type { Express, Response } from 'express'
import { engine } from 'express-handlebars'
import { t } from './text.zh.js'
import type { Page } from './views/page.js'

/**
 * Sets up the templates of a folder. They print and do not decide: a name that the view model does not have is an
 * error, not an empty place. `assetUrl` gives the addresses of static files.
 */
export function setUpViews(app: Express, folder: string, assetUrl: (name: string) => string): void {
  const print = engine({
    extname: '.hbs',
    defaultLayout: 'main',
    layoutsDir: join(folder, 'layouts'),
    partialsDir: join(folder, 'partials'),
    helpers: { asset: assetUrl },
    compilerOptions: { strict: true, preventIndent: true },
  })
  // It answers by the callback; the promise it returns too says nothing more.
  app.engine('hbs', (path, options, callback) => void print(path, options, callback))
  app.set('views', join(folder, 'pages'))
  app.set('view engine', 'hbs')
  app.enable('view cache')
  app.locals.t = t
}

/** Prints a page; its name is that of the template in views/pages. */
export function render(response: Response, name: string, view: Page, status = 200): void {
  response.status(status).render(name, view)
}

/** The HTML of a page, for whoever keeps it. */
export function print(response: Response, name: string, view: Page): Promise<string> {
  return new Promise((resolve, reject) => {
    response.render(name, view, (error: Error | null, html) => (error ? reject(error) : resolve(html)))
  })
}
