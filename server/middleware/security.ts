import type { RequestHandler } from 'express'

/** Nothing from elsewhere and nothing inline: scripts, styles and pictures are files of our own. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers that every answer carries. `https`: the site's own address is a secure one. */
export function securityHeaders(https: boolean): RequestHandler {
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      // Our own pages may know where the reader came from (back to the results); others may not.
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    })
    if (https) response.set('Strict-Transport-Security', 'max-age=31536000')
    next()
  }
}
