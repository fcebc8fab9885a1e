/** Why the program can't start, as the one sentence the operator reads. */

export class StartError extends Error {
  override readonly name = 'StartError';
}
