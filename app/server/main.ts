/** Entry of the web process: `npm run start`. */
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { startWebServices } from "#app/composition.server.ts";
import { exitWithReason } from "./exit-with-reason.ts";
import { stopRequested } from "./stop-requested.ts";
import { startWeb } from "./web.ts";

const buildFolder = fileURLToPath(new URL("../../build", import.meta.url));

const stopping = stopRequested();
try {
  const build = await loadBuild(`${buildFolder}/server/index.js`);
  const services = await startWebServices();
  const { environment, log } = services;
  const web = await startWeb({
    build,
    clientFolder: `${buildFolder}/client`,
    port: environment.port,
    production: environment.mode === "production",
    adminOrigins: environment.sandbox.adminOrigin === undefined ? [] : [environment.sandbox.adminOrigin],
    operations: services.operations,
    log,
  });
  await stopping;
  await web.stop();
  await services.close();
  process.exit(0);
} catch (error) {
  exitWithReason(error);
}

async function loadBuild(path: string): Promise<ServerBuild> {
  if (!existsSync(path)) throw new Error("The web app is not built: run `npm run build`, or start it with `npm run start`, which builds it.");
  const build: ServerBuild = await import(pathToFileURL(path).href);
  return build;
}
