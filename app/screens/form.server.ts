/** Forms at the edge: a body that is not JSON is an empty form, and what zod refuses is told field by field. */
import type { z } from "zod";
import { services } from "#app/composition.server.ts";

export async function readForm(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** One sentence per field, by its path (`gateways.0.account`); the first where a field has several. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[path.join(".")] ??= message;
  return errors;
}

/** False when it could not be done: the form answers in words and keeps what was typed, instead of giving way to an error page. */
export async function done(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    services().log.error({ err: error }, "a form could not be saved");
    return false;
  }
}
