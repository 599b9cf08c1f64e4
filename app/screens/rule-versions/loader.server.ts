/** The published versions of a shop's rules, each with what it changed. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ruleDifference } from "#app/domain/rules/difference/rule-difference.ts";
import type { RuleDesk, RuleVersion } from "#app/pipeline/ports/rule-desk.ts";
import { counted, type Format, formatFor } from "../format.server.ts";
import { done, readForm } from "../form.server.ts";
import { openDesk, openDeskAs } from "../open-desk.server.ts";
import type { RestoreAnswer, VersionsView } from "./view.ts";
import { CHANGE_WORDS, WORDS } from "./words.ts";

const SHOWN = 25;
const CHANGES_SHOWN = 8;

export async function loadVersions({ request }: LoaderFunctionArgs): Promise<VersionsView> {
  const { ruleDesk, shop } = await openDesk(request);
  const [draft, all] = await Promise.all([ruleDesk.draft(), ruleDesk.versions()]);
  const format = formatFor(shop);
  const versions = all.slice(0, SHOWN);
  return {
    revision: draft.revision,
    versions: await Promise.all(versions.map(async (each, index) => ({ version: each.version, isCurrent: index === 0, facts: factsOf(each, format), changes: await changesOf(ruleDesk, each.version, all[index + 1]?.version) }))),
  };
}

async function changesOf(desk: RuleDesk, version: number, before: number | undefined): Promise<string[]> {
  if (before === undefined) return [WORDS.first];
  const [old, now] = await Promise.all([desk.version(before), desk.version(version)]);
  const changes = ruleDifference(old ?? [], now ?? []).map(({ title, words }) => `“${title}”: ${words.map((word) => CHANGE_WORDS[word]).join(", ")}`);
  if (changes.length === 0) return [WORDS.same];
  return changes.length > CHANGES_SHOWN ? [...changes.slice(0, CHANGES_SHOWN), WORDS.more(changes.length - CHANGES_SHOWN)] : changes;
}

const factsOf = ({ publishedAt, publishedBy, unsentToo, ruleCount }: RuleVersion, format: Format): string =>
  [publishedAt === null ? "" : format.time(publishedAt), publishedBy === null ? WORDS.bySetup : WORDS.by(publishedBy), counted(format, ruleCount, "rule"), unsentToo === true ? WORDS.unsentToo : ""].filter((part) => part !== "").join(" · ");

const restoreSchema = z.object({ revision: z.int().min(0), version: z.int().min(1) });

export async function restoreVersion({ request }: ActionFunctionArgs) {
  const { desk, person } = await openDeskAs(request);
  const asked = restoreSchema.safeParse(await readForm(request));
  const rules = asked.success ? await desk.ruleDesk.version(asked.data.version) : null;
  if (!asked.success || rules === null) return answer({ kind: "failed" });
  let saved: number | null = null;
  const made = await done(desk.ruleDesk.saveDraft(rules, asked.data.revision, person).then((revision) => { saved = revision; }));
  return made ? answer({ kind: saved === null ? "changed_meanwhile" : "restored" }) : answer({ kind: "failed" }, 500);
}

const answer = (value: RestoreAnswer, status = 200) => data(value, { status });
