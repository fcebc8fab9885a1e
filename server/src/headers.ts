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
    // What a page is made of is no page: it needs no more than not to be taken for something else.
    if (isPart(c.res.headers.get('content-type') ?? '')) {
      for (const name of pagesOnly) c.res.headers.delete(name);
      return;
    }
    // A file that people take along may do less than a page of ours.
    if (own !== null) c.res.headers.set('content-security-policy', own);
  });
}

/** Half of what a small script weighs on the line. */
const pagesOnly = ['content-security-policy', 'permissions-policy', 'x-frame-options'];

/** Nothing runs in these when they are opened by themselves. */
function isPart(type: string): boolean {
  return /^(?:text\/(?:css|javascript)|application\/javascript|font\/woff2)\b/.test(type);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
