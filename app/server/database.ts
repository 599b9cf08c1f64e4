/** Entry of the operator's database commands: `npm run database -- migrate` or `rotate-keys`. */
import { runDatabaseCommand } from "#app/composition.server.ts";
import { exitWithReason } from "./exit-with-reason.ts";

try {
  process.exitCode = await runDatabaseCommand(process.argv.slice(2));
} catch (error) {
  exitWithReason(error);
}
