/** A loopback port that nobody uses now. */
import { createServer } from "node:net";

/** Another program may take the port before it is used; the app then says so in its log and does not get ready. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("the probe has no TCP address");
  return address.port;
}
