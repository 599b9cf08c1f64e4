/** What the sandbox does at a failpoint: writes it down, and strikes the process at the one that is armed. In production nothing is armed and nothing is wrapped. */
import { appendFileSync } from "node:fs";
import type { Environment } from "#app/config/environment.ts";
import { FAILPOINT } from "#app/config/seams.ts";
import type { DrainContext } from "#app/pipeline/context.ts";
import { type GuardedPorts, type Hit, isFailpoint, type PortName } from "#app/pipeline/failpoints.ts";
import type { TokenStore } from "#app/pipeline/ports/token-store.ts";
import { portWithFailpoints, tokensWithFailpoints, withFailpoints } from "#app/pipeline/with-failpoints.ts";

/** Puts failpoints around what the composition wires; changes nothing where none is wanted. */
export type Failpoints = {
  port<Name extends PortName, Port extends GuardedPorts[Name]>(name: Name, port: Port): Port;
  tokens(store: TokenStore): TokenStore;
  drain(context: DrainContext): DrainContext;
};

export const NO_FAILPOINTS: Failpoints = { port: (_name, port) => port, tokens: (store) => store, drain: (context) => context };

/** Throws a sentence when the armed name is none of the list. */
export function armFailpoints({ mode, sandbox }: Pick<Environment, "mode" | "sandbox">): Failpoints {
  const { failpoint, failpointTrace } = sandbox;
  if (mode !== "sandbox" || (failpoint === undefined && failpointTrace === undefined)) return NO_FAILPOINTS;
  const hit = hitOf(failpoint === undefined ? null : readArmed(failpoint), failpointTrace);
  return {
    port: (name, port) => portWithFailpoints(name, port, hit),
    tokens: (store) => tokensWithFailpoints(store, hit),
    drain: (context) => withFailpoints(context, hit),
  };
}

/** `order`: the number at the end of its id; null: any. */
type Armed = { name: string; time: number; order: string | null; action: string };

function readArmed(text: string): Armed {
  const { name = "", time = "", order = null, action = "" } = FAILPOINT.exec(text)?.groups ?? {};
  if (!isFailpoint(name)) throw new Error(`SANDBOX_FAILPOINT names "${name}", which is no failpoint of app/pipeline/failpoints.ts.`);
  return { name, time: Number(time), order, action };
}

function hitOf(armed: Armed | null, trace: string | undefined): Hit {
  let times = 0;
  return (point, { order }) => {
    const isMeant = armed?.name === point && (armed.order === null || order?.endsWith(`/${armed.order}`) === true);
    if (isMeant) times += 1;
    const struck = isMeant && armed.time === times ? armed.action : null;
    // Synchronous: the line must be on disk before the process is gone.
    if (trace !== undefined) appendFileSync(trace, `${JSON.stringify({ at: Date.now(), pid: process.pid, point, order, struck })}\n`);
    return struck === null ? Promise.resolve() : strike(struck);
  };
}

/** SIGSTOP returns here when the process is continued; after SIGKILL nothing returns. */
async function strike(action: string): Promise<void> {
  process.kill(process.pid, action === "DATABASE" ? "SIGSTOP" : action);
  await Promise.resolve();
}
