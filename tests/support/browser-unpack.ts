/** Unpacks the bundled Chromium with the libraries it needs; a process of its own, run with TMPDIR set. */

import {writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {inflate} from '@sparticuz/chromium';

const packed = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')));
for (const file of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) {
  await inflate(join(packed, file));
}

// The one that comes along names folders of a cloud service. `tmpdir()` is where this will stand in
// the end only by its last name, so the folder is given relative to the file.
await writeFile(
  join(tmpdir(), 'fonts', 'fonts.conf'),
  '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
    '<fontconfig><dir prefix="relative">fonts</dir></fontconfig>',
);
