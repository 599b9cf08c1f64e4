/** Makes one change to a shop's rules and publishes them. What a person has to correct is answered with 200: the page then reads the rules as they stand now. */
import { data, type ActionFunctionArgs } from "@remix-run/node";
import { done, fieldErrors, readForm } from "../form.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { changeRules } from "./change-rules.server.ts";
import { rulesSubmissionSchema } from "./schema.server.ts";
import type { RulesAnswer } from "./view.ts";

export async function saveRules({ request }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const submission = rulesSubmissionSchema.safeParse(await readForm(request));
  if (!submission.success) return answer({ kind: "invalid", errors: byFormField(fieldErrors(submission.error)) });
  const { version, change } = submission.data;
  const rules = await desk.rules();
  const changed = rules.version === version ? changeRules(rules.value, change) : null;
  if (changed === null) return answer({ kind: "changed_meanwhile" });
  if (!changed.ok) return answer({ kind: "invalid", errors: changed.failure });
  if (!(await done(desk.publishRules(changed.value)))) return answer({ kind: "failed" }, 500);
  return answer({ kind: "done" });
}

const byFormField = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([path, message]) => [path.replace(/^change\.form\./, ""), message]));

const answer = (value: RulesAnswer, status = 200) => data(value, { status });
