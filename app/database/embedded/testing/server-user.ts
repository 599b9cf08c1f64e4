/**
 * A process of its own that uses the embedded server of the folder in its first argument: says `owned` or `joined`, and leaves when its input ends.
 */
import { once } from "node:events";
import { startEmbeddedPostgres } from "../embedded-postgres.ts";

const server = await startEmbeddedPostgres({ dataDir: String(process.argv[2]) });
process.stdout.write(server.owned ? "owned\n" : "joined\n");
process.stdin.resume();
await once(process.stdin, "end");
await server.stop();
