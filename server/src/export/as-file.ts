/** The headers of what is taken along: always a file, so that nothing people wrote is a page of ours. */

import {pagePolicy} from './page.ts';

/** @param name made of letters, digits and dashes, see `slugOf` */
export function asFile(name: string, type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'content-security-policy': pagePolicy,
  };
}
