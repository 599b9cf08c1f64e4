/** A loopback port that nobody uses now. */
import { createServer } from "node:net";

/** `preferred` if it is free, otherwise any. Another program may take the port before it is used; whoever listens on it then says so. */
export async function freePort(preferred = 0): Promise<number> {
  return (await probe(preferred)) ?? (await probe(0)) ?? fail();
}

function probe(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address === null || typeof address === "string" ? null : address.port));
    });
  });
}

function fail(): never {
  throw new Error("this machine has no free loopback port");
}
