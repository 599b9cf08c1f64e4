/** Ends a process that could not start with the sentence its error carries; a stack would hide it, and the environment may be too broken for a log. */

export function exitWithReason(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
