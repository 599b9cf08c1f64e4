/** What a room of tests keeps for a whole file is put away at the file's end, also in a process that runs many of them. `afterAll` at the top of a module would be heard by the first file only. */
import { afterAll } from "vitest";

const ends = new Set<() => Promise<void>>();

/** `end` runs after every test file of the process from now on. */
export function atEndOfFile(end: () => Promise<void>): void {
  ends.add(end);
}

/** Called by the setup file, which runs anew for each test file. */
export function putAwayAfterThisFile(): void {
  afterAll(async () => {
    for (const end of ends) await end();
  });
}
