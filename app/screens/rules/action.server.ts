/** Makes one change to a shop's rules and publishes them. */
import { data, type ActionFunctionArgs } from "@remix-run/node";
import { done, fieldErrors, readForm } from "../form.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { changeRules } from "./change-rules.server.ts";
import { rulesSubmissionSchema } from "./schema.server.ts";
import type { RulesAnswer } from "./view.ts";

export async function saveRules({ request }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const submission = rulesSubmissionSchema.safeParse(await readForm(request));
  if (!submission.success) return answer({ kind: "invalid", errors: byFormField(fieldErrors(submission.error)) }, 422);
  const { version, change } = submission.data;
  const rules = await desk.rules();
  const changed = rules.version === version ? changeRules(rules.value, change) : null;
  // 200, so that the page reads the rules as they stand now.
  if (changed === null) return answer({ kind: "changed_meanwhile" }, 200);
  if (!changed.ok) return answer({ kind: "invalid", errors: changed.failure }, 422);
  if (!(await done(desk.publishRules(changed.value)))) return answer({ kind: "failed" }, 500);
  return answer({ kind: "done", change: change.kind }, 200);
}

const byFormField = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([path, message]) => [path.replace(/^change\.form\./, ""), message]));

const answer = (value: RulesAnswer, status: number) => data(value, { status });
