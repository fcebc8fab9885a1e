/** What every answer tells the browser not to do. */

import {createHash} from 'node:crypto';
import {createMiddleware} from 'hono/factory';
import {secureHeaders} from 'hono/secure-headers';

/**
 * The two style sheets that react-aria adds by script. Allowed by their exact text, so that no other
 * inline style is; when an upgrade changes them, the browser tests see the refusal.
 */
const libraryStyles = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];

export function headers(publicUrl: string) {
  const none = "'none'";
  const self = "'self'";
  const usual = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [self],
      scriptSrc: [self],
      styleSrc: [self, ...libraryStyles.map(hashOf)],
      connectSrc: [self],
      imgSrc: [self, 'data:'],
      objectSrc: [none],
      baseUri: [none],
      formAction: [self],
      frameAncestors: [none],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    permissionsPolicy: {
      camera: [],
      displayCapture: [],
      geolocation: [],
      microphone: [],
      payment: [],
      usb: [],
    },
    // Only who reaches us over https may be told to stay there.
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=15552000' : false,
  });
  return createMiddleware(async (c, next) => {
    let own: string | null = null;
    await usual(c, async () => {
      await next();
      own = c.res.headers.get('content-security-policy');
    });
    const rest = restFor(c.res.headers.get('content-type') ?? '');
    if (rest) {
      for (const name of pagesOnly) c.res.headers.delete(name);
      for (const [name, value] of rest) c.res.headers.set(name, value);
    }
    // A file that people take along may do less than a page of ours.
    if (own !== null) c.res.headers.set('content-security-policy', own);
  });
}

/** On a small answer these weigh more than what is said, and they say nothing of what is no page. */
const pagesOnly = [
  ...['content-security-policy', 'permissions-policy', 'x-frame-options', 'referrer-policy'],
  ...['cross-origin-opener-policy', 'origin-agent-cluster', 'x-dns-prefetch-control'],
  ...['x-download-options', 'x-permitted-cross-domain-policies', 'x-xss-protection'],
];

type Rest = readonly (readonly [string, string])[];

/** What an answer of this type needs in place of a page's headers; null for a page, or what may be one. */
function restFor(type: string): Rest | null {
  // Nothing runs in these when they are opened by themselves.
  if (/^(?:text\/(?:css|javascript)|application\/javascript|font\/woff2)\b/.test(type)) return [];
  return /^(?:application\/json|image\/svg\+xml)\b/.test(type) ? onData : null;
}

/** Opened by itself a browser makes a page of it: one that may do nothing, and stands in no other. */
const onData: Rest = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['referrer-policy', 'no-referrer'],
];

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
