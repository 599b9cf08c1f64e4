/** Splits an amount by weights without losing a minor unit; must never invent or drop one. */

/**
 * Largest remainder: every part gets its floor, the units left over go to the largest remainders, earlier parts first.
 * Throws RangeError when there is something to split and nothing to split it over.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map(() => 0n);
  if (whole <= 0n) throw new RangeError("an amount cannot be allocated over parts that are worth nothing");
  const parts = weights.map((weight, index) => ({
    index,
    amount: (total * weight) / whole,
    remainder: (total * weight) % whole,
  }));
  const left = Number(total - parts.reduce((sum, part) => sum + part.amount, 0n));
  const byRemainder = [...parts].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const part of byRemainder.slice(0, left)) part.amount += 1n;
  return parts.map((part) => part.amount);
}
