/** Ids in the form of random UUIDs that come out the same for the same seed, for runs that must be the same twice. Must never make a secret outside of the sandbox. */
import { seededRandom } from "./seeded-random.ts";

export function seededIds(seed: number): () => string {
  const { between } = seededRandom(seed);
  const hex = (digits: number): string => Array.from({ length: digits }, () => between(0, 15).toString(16)).join("");
  return () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
