/** The operator's commands, one word each. */

import {StartError} from './start-error.ts';

// What people write is for nobody else on this machine.
process.umask(0o077);

const [command, ...args] = process.argv.slice(2);

try {
  switch (command) {
    case 'seed': {
      const {readSeedOptions, seed} = await import('./seed/seed.ts');
      const lines = await seed(readSeedOptions(args, process.env));
      console.log(lines);
      break;
    }
    case 'backup': {
      const {backupCommand} = await import('./backup/commands.ts');
      console.log(await backupCommand(args, process.env));
      break;
    }
    case 'restore': {
      const {restoreCommand} = await import('./backup/commands.ts');
      console.log(await restoreCommand(args, process.env));
      break;
    }
    case 'verify': {
      const {readVerifyOptions, verify} = await import('./verify/verify.ts');
      const {lines, ok} = verify(readVerifyOptions(args, process.env));
      console.log(lines.join('\n'));
      if (!ok) process.exitCode = 1;
      break;
    }
    case 'lab': {
      const {labCommand, readLabOptions} = await import('./cli-lab.ts');
      console.log(await labCommand(readLabOptions(args, process.env)));
      break;
    }
    default:
      throw new StartError(
        `Onbekende opdracht: ${command ?? '(geen)'}. Kies uit: seed, backup, restore, verify, lab.`,
      );
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
