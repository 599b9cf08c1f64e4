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

type Armed = { name: string; time: number; action: string };

function readArmed(text: string): Armed {
  const { name = "", time = "", action = "" } = FAILPOINT.exec(text)?.groups ?? {};
  if (!isFailpoint(name)) throw new Error(`SANDBOX_FAILPOINT names "${name}", which is no failpoint of app/pipeline/failpoints.ts.`);
  return { name, time: Number(time), action };
}

function hitOf(armed: Armed | null, trace: string | undefined): Hit {
  const times = new Map<string, number>();
  return (point, { order }) => {
    const time = (times.get(point) ?? 0) + 1;
    times.set(point, time);
    const struck = armed?.name === point && armed.time === time ? armed.action : null;
    // Synchronous: the line must be on disk before the process is gone.
    if (trace !== undefined) appendFileSync(trace, `${JSON.stringify({ at: Date.now(), pid: process.pid, point, time, order, struck })}\n`);
    return struck === null ? Promise.resolve() : strike(struck);
  };
}

/** SIGSTOP returns here when the process is continued; after SIGKILL nothing returns. */
async function strike(action: string): Promise<void> {
  process.kill(process.pid, action === "DATABASE" ? "SIGSTOP" : action);
  await Promise.resolve();
}
