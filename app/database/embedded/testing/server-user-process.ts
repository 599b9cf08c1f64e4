/**
 * Starts `server-user.ts` for tests of what happens between processes; never leaves one behind that was told to leave or was killed.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type ServerUserProcess = {
  readonly joinedAs: string;
  /** Lets it leave in order. */
  readonly leave: () => Promise<void>;
  /** Sends a signal to its whole process group, as Ctrl-C in a terminal does, and waits for its end. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
};

export async function startServerUser(dataDir: string): Promise<ServerUserProcess> {
  const script = fileURLToPath(new URL("server-user.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { detached: true, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [joinedAs] = await Promise.race([
    once(createInterface(child.stdout), "line"),
    ended.then(() => { throw new Error("The process ended before it used the server."); }),
  ]);
  return {
    joinedAs: String(joinedAs),
    leave: async () => { child.stdin.end(); await ended; },
    kill: async (signal) => { process.kill(-Number(child.pid), signal); await ended; },
  };
}
