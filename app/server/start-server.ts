/** Opens a port for an express app and closes it without cutting anybody off. Knows nothing of what the app answers. */
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { Express } from "express";
import { FINISH_WITHIN_MS } from "#app/config/limits.ts";

export type ServerLog = { info(data: Record<string, unknown>, message: string): void; error(data: Record<string, unknown>, message: string): void };

export type RunningServer = {
  port: number;
  /** Answers what is in hand within FINISH_WITHIN_MS and takes nothing new (R10). */
  stop(): Promise<void>;
};

/** `app` is given a question to ask: whether the server still takes new work. `port` 0: any free one. */
export async function startServer(options: { name: string; port: number; log: ServerLog; app: (accepting: () => boolean) => Express }): Promise<RunningServer> {
  const { name, log } = options;
  let stopping = false;
  const server = createServer(options.app(() => !stopping));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`the ${name} server has no TCP address`);
  log.info({ port: address.port }, `${name} started`);
  return {
    port: address.port,
    stop: async () => {
      stopping = true;
      await close(server);
      log.info({}, `${name} stopped`);
    },
  };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
  await closed;
  clearTimeout(cutOff);
}
