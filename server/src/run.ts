/** Starts the server from the command line and ends it when the system asks. */

import {readConfig} from './config.ts';
import {openLogger} from './logger.ts';
import {type RunningServer, startServer} from './server.ts';
import {StartError} from './start-error.ts';

/** Within this the data is on disk and everybody has been told, or something is wrong. */
const closeMs = 9_000;
const logger = openLogger();
// What people write is for nobody else on this machine.
process.umask(0o077);

process.on('uncaughtException', (err) => {
  logger.error({err}, 'stopped by an error that nobody expected');
  process.exit(1);
});

try {
  const server = await startServer(readConfig(process.argv.slice(2), process.env), logger);
  stopOnSignal(server);
  console.log(server.greeting.join('\n'));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}

function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({signal}, 'closing');
    setTimeout(() => {
      logger.error({closeMs}, 'closing took too long');
      process.exit(1);
    }, closeMs).unref();
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
