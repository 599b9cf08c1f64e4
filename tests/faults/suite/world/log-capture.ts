/** The app's real logger with its output kept in memory, so that a test can look for what must not be in it. */
import { Writable } from "node:stream";
import { createLogger, type Logger } from "#app/observability/logger.ts";

let lines: string[] = [];

const destination = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(chunk.toString("utf8"));
    done();
  },
});

/** One for all worlds of the process: compiling its redactions takes longer than a world does. */
const logger = createLogger({ level: "info", process: "fault-suite", destination });

export type LogCapture = { logger: Logger; /** Everything logged since the capture began. */ text: () => string };

export function captureLog(): LogCapture {
  lines = [];
  return { logger, text: () => lines.join("") };
}
