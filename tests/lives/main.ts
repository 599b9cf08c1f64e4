/** `npm run lives -- --orders 20000 [--from 1]`: random orders through normalise and plan; exit 1 where a plan is not sound, with the seed. */
import { parseArgs } from "node:util";
import { surveyLives } from "./random-lives.ts";

const { values } = parseArgs({ options: { orders: { type: "string", default: "20000" }, from: { type: "string", default: "1" } } });
const startedAt = performance.now();
const survey = await surveyLives(Number(values.orders), Number(values.from), (done) => {
  if (done % 1_000 === 0) console.log(`${done} orders`);
});
for (const failure of survey.failures.slice(0, 50)) console.log(failure);
const counted = (map: ReadonlyMap<string, number>): string => [...map].map(([name, count]) => `${name} ${count}`).join(", ");
console.log(`documents: ${counted(survey.kinds)}`);
console.log(`waiting: ${counted(survey.waiting) || "none"}`);
console.log(`lives: ${survey.orders} orders, ${survey.plans} plans, ${survey.documents} documents, ${survey.failures.length} unsound, ${Math.round((performance.now() - startedAt) / 1000)} s`);
process.exitCode = survey.failures.length === 0 ? 0 : 1;
