/** Waits until the web process answers that it is ready, and says why when it does not. */
import { setTimeout as pause } from "node:timers/promises";
import type { AppProcess } from "./child-process.ts";

const READY_WITHIN_MS = 60_000;
const POLL_MS = 25;

/** Throws with the end of the log when the process ends or the time is up. */
export async function waitUntilReady(web: AppProcess, appUrl: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await answersReady(appUrl))) {
    const exit = web.exitText();
    if (exit !== undefined) throw new Error(`the ${web.name} process ${exit}; the end of ${web.logFile}:\n${web.tail()}`);
    if (performance.now() > deadline) throw new Error(`${appUrl}/readyz did not answer 200 within ${READY_WITHIN_MS / 1000} s; the end of ${web.logFile}:\n${web.tail()}`);
    await pause(POLL_MS);
  }
}

async function answersReady(appUrl: string): Promise<boolean> {
  try {
    const response = await fetch(`${appUrl}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await response.text();
    return response.status === 200;
  } catch (error) {
    // `fetch` answers a refused connection with a TypeError, its own deadline with a TimeoutError.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError")) return false;
    throw error;
  }
}
