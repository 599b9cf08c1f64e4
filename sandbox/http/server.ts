/**
 * The HTTP layer under both simulators: plain requests in, plain replies out, on loopback only.
 * It must never know anything about Shopify or QuickBooks.
 */
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Larger than any body the simulated services accept (QuickBooks batch and Shopify webhooks stay far below). */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

export type HttpRequest = {
  method: string;
  url: URL;
  /** Names in lower case; repeated headers are joined with ", ". */
  headers: Record<string, string>;
  /** The raw body, so that signatures over it can be checked. */
  body: string;
};

/** `truncateAt` sends the headers for the whole body, but only that many bytes of it, and then cuts the connection. */
export type HttpAnswer = { status: number; headers?: Record<string, string>; body: string; truncateAt?: number };

/** `'drop'` destroys the socket without an answer. */
export type HttpReply = HttpAnswer | "drop";

export type HttpHandler = (request: HttpRequest) => HttpReply | Promise<HttpReply>;

export type HttpServer = { origin: string; port: number; close: () => Promise<void> };

/**
 * Starts a server on 127.0.0.1 (`port` 0 or absent: any free port).
 * A handler that throws is answered with 500 and the error's text: in a simulator a defect should be loud, not hidden.
 */
export async function startServer(options: { port?: number; handler: HttpHandler }): Promise<HttpServer> {
  let origin = "";
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing, options.handler, origin);
  });
  // Idle connections stay open until `close`: a server that ends them meets, on a busy machine, a client that is just reusing one,
  // and the client would see a reset that nobody planned.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no TCP address");
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: HttpHandler,
  origin: string,
): Promise<void> {
  try {
    const body = await readBody(incoming);
    if (body === "too large") {
      return send(outgoing, { status: 413, headers: { connection: "close" }, body: "body too large" });
    }
    const url = new URL(incoming.url ?? "/", origin);
    const headers = flatten(incoming);
    send(outgoing, await handler({ method: incoming.method ?? "GET", url, headers, body }));
  } catch (error) {
    if (outgoing.destroyed) return;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send(outgoing, { status: 500, headers: { "content-type": "text/plain" }, body: text });
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_BODY_BYTES) return "too large";
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function flatten(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}

function send(outgoing: ServerResponse, reply: HttpReply): void {
  if (reply === "drop") {
    outgoing.destroy();
    return;
  }
  const body = Buffer.from(reply.body, "utf8");
  outgoing.writeHead(reply.status, { ...reply.headers, "content-length": String(body.length) });
  if (reply.truncateAt === undefined) {
    outgoing.end(body);
    return;
  }
  outgoing.write(body.subarray(0, reply.truncateAt), () => outgoing.destroy());
}
