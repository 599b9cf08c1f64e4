import { testDatabase } from "#app/database/testing.ts";
import { runSeed } from "./run-seed.ts";
const [from = "1", to = from] = process.argv.slice(2);
const database = await testDatabase();
await database.prisma.$executeRawUnsafe(`ALTER DATABASE "${new URL(database.url).pathname.slice(1)}" SET synchronous_commit = off`);
const spin = () => { const c = process.cpuUsage(); let x = 0; for (let i = 0; i < 1e8; i++) x = (x + i) | 0; return process.cpuUsage(c).user / 1000; };
let spins = 0, n = 0;
const t0 = performance.now(); const c0 = process.cpuUsage();
let bad = 0;
for (let seed = Number(from); seed <= Number(to); seed += 1) {
  if (seed % 5 === 0) { spins += spin(); n += 1; }
  const v = await runSeed(seed, database);
  if (v.violations.length) { bad += 1; console.log("seed", seed, v.lines.length, v.violations.slice(0, 4).map((x) => `${x.invariant}: ${x.detail}`).join("\n   ")); }
  if (from === to) console.log(v.lines.join("\n").slice(0, 100000), v.hash);
}
const c = process.cpuUsage(c0);
console.log({ bad, spin: spins / Math.max(1, n), pspin: spins, ms: Math.round(performance.now() - t0), cpu: Math.round((c.user + c.system) / 1000) });
await database.drop();
process.exit(0);
