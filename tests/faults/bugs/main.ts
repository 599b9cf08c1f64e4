/** `npm run faults:bugs`: plants one mistake after the other and lets the fault suite look for it. Exit 0 when every one was found, 1 when one was not, 2 for arguments that say nothing. */
import { parseArgs } from "node:util";
import { failAnyway } from "./fail-anyway.ts";
import { hunt, type Hunt } from "./hunt.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";

const { values } = parseArgs({
  options: { bugs: { type: "string" }, bound: { type: "string", default: "500" }, from: { type: "string", default: "1" }, hunts: { type: "string", default: "2" } },
});
const [bound, from, side] = [Number(values.bound), Number(values.from), Number(values.hunts)];
if (![bound, from, side].every((value) => Number.isSafeInteger(value) && value > 0)) {
  console.error("usage: npm run faults:bugs -- [--bugs NAME,NAME] [--bound SEEDS] [--from SEED] [--hunts AT_ONCE]");
  process.exit(2);
}
const wanted = values.bugs?.split(",") ?? PLANTED_BUGS.map(({ name }) => name);
const unknown = wanted.filter((name) => PLANTED_BUGS.every((bug) => bug.name !== name));
if (unknown.length > 0) {
  console.error(`there is no planted bug ${unknown.join(", ")}; there are: ${PLANTED_BUGS.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const startedAt = performance.now();
const left = [...wanted];
const hunts: Hunt[] = [];
await Promise.all(Array.from({ length: side }, work));
const broken = await failAnyway(hunts.flatMap(({ find }) => find?.seed ?? []), side);
const counts = hunts.flatMap(({ find }) => (find && !broken.has(find.seed) ? find.count : [])).sort((a, b) => a - b);
const byBroken = hunts.filter(({ find }) => find && broken.has(find.seed));
const missed = hunts.filter(({ find }) => find === null);
const seconds = Math.round((performance.now() - startedAt) / 1_000);
console.log(`${counts.length} of ${hunts.length} planted bugs found; median ${median(counts)} seeds, most ${counts.at(-1) ?? 0}; ${seconds} s`);
if (missed.length > 0) console.log(`NOT FOUND within ${bound} seeds: ${missed.map(({ bug }) => bug).join(", ")}`);
if (byBroken.length > 0) console.log(`NOT COUNTED, since the seed fails without the bug as well: ${byBroken.map(({ bug, find }) => `${bug} (seed ${find?.seed ?? ""})`).join(", ")}`);
process.exit(counts.length < hunts.length ? 1 : 0);

async function work(): Promise<void> {
  for (let bug = left.shift(); bug !== undefined; bug = left.shift()) {
    const result = await hunt(bug, { seeds: bound, from, processes: 1 });
    hunts.push(result);
    const { find } = result;
    console.log(`${bug.padEnd(24)} ${find ? `${String(find.count).padStart(4)} seeds   ${find.violation.slice(0, 180)}` : "   - seeds   NOT FOUND"}`);
  }
}

/** Of an even number, the mean of the two in the middle. */
function median(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (upper + lower) / 2;
}
